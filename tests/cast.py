"""The standing cast: one person for each kind of user at Riverside, and some elsewhere.

Rosa Adeyemi manages the team in which Amira Khan is newly qualified.
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import insert, select

from portal.database import db
from portal.identity.models import Account
from portal.people.areas import TITLES
from portal.people.folding import found_by
from portal.people.models import Organisation, Person, PersonWord, Post, RoleHeld, Unit

# argon2id of "a long quiet river walk", so that tests need not wait for it
PASSWORD = "a long quiet river walk"
PASSWORD_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1$VS9wz8S7sCCN6l2H4y6OzA$pMd+to"
    "P3sp+aRzCWqWDj1MoXe8f3ckkq9O9HP9mehXI"
)
SINCE = date(2024, 1, 1)


@dataclass(frozen=True)
class Cast:
    """Everybody, by what they do."""

    nqsw: Person  # newly qualified, in month 5 of the year
    coach: Person  # coach of a balanced team, also a mentor
    assessor: Person  # assesses several newly qualified workers
    manager: Person  # manages the team that the nqsw, the worker and the coach are in
    consultant: Person  # heads a unit
    coordinator: Person  # runs the induction programme
    hr: Person  # plans the workforce
    panel: Person  # sits on panels
    worker: Person  # in year 3, wants to progress
    assistant: Person  # on the grow-your-own route
    principal: Person  # principal social worker
    commissioner: Person  # commissions the practice
    admin: Person  # administers the portal
    evaluator: Person  # of the programme, another organisation
    harbour_nqsw: Person  # newly qualified at Harbour
    harbour_hr: Person  # HR at Harbour
    lockside_worker: Person  # in the practice, and its administrator

    def __iter__(self):  # type: ignore[no-untyped-def]
        return (getattr(self, field.name) for field in fields(self))


RIVERSIDE = {
    "nqsw": ("Amira", "Khan", "Newly Qualified Social Worker", ("nqsw",)),
    "coach": ("Priya", "Nair", "Advanced Practitioner", ("coach", "mentor")),
    "assessor": ("Dan", "Okoro", "Practice Educator", ("assessor",)),
    "manager": ("Rosa", "Adeyemi", "Team Manager", ("manager",)),
    "consultant": ("Tom", "Varga", "Consultant Social Worker", ("consultant",)),
    "coordinator": ("Siân", "Hughes", "Practice Development Manager", ("coordinator",)),
    "hr": ("Grace", "Mensah", "HR Business Partner", ("hr",)),
    "panel": ("Ivan", "Petrov", "Service Manager", ("panel",)),
    "worker": ("Leila", "Taylor", "Social Worker", ("worker",)),
    "assistant": ("Kofi", "Owusu", "Social Work Assistant", ("assistant",)),
    "principal": ("Hannah", "Zając", "Principal Social Worker", ("principal",)),
    "commissioner": ("Colin", "Baker", "Commissioning Manager", ("commissioner",)),
    "admin": ("Ada", "Byrne", "Systems Administrator", ("admin",)),
}
UNDER_ROSA = ("nqsw", "coach", "worker", "assistant")


def gather() -> Cast:
    """Put the cast into an empty database."""
    riverside, team = _organisation("Riverside", "Family Support Pod A")
    people = {
        name: _join(riverside, team, name, given, family, title, roles)
        for name, (given, family, title, roles) in RIVERSIDE.items()
    }
    for name in UNDER_ROSA:
        post = db.session.query(Post).filter_by(person_id=people[name].id).one()
        post.manager_id = people["manager"].id
    programme, office = _organisation("The programme", "Evaluation")
    harbour, quay = _organisation("Harbour", "Quayside")
    lockside, practice = _organisation("Lockside", "The practice")
    elsewhere = {
        "evaluator": _join(programme, office, "evaluator", "Eve", "Laurent", "Evaluator",
                           ("evaluator",)),
        "harbour_nqsw": _join(harbour, quay, "nqsw", "Noor", "Farah",
                              "Newly Qualified Social Worker", ("nqsw",)),
        "harbour_hr": _join(harbour, quay, "hr", "Helen", "Ross", "HR Adviser", ("hr",)),
        "lockside_worker": _join(lockside, practice, "worker", "Luke", "Singh",
                                 "Social Worker", ("worker", "admin")),
    }  # fmt: skip
    db.session.commit()
    cast = Cast(**people, **elsewhere)
    for person in cast:
        _ = person.id, person.organisation_id
    return cast


TABLES = [
    model.__table__ for model in (Organisation, Unit, Person, Account, Post, RoleHeld, PersonWord)
]


def rows_of() -> list[tuple[Any, list[dict[str, Any]]]]:
    """The rows that the cast is, table by table, as they stand."""
    return [(table, [dict(row._mapping) for row in db.session.execute(select(table))])
            for table in TABLES]  # fmt: skip


def put_back(rows: list[tuple[Any, list[dict[str, Any]]]], ids: dict[str, Any]) -> Cast:
    """The cast again, from the rows that it was: the same people, with the same ids."""
    for table, each in rows:
        db.session.execute(insert(table), each)
    db.session.commit()
    people = {person.id: person for person in db.session.scalars(select(Person))}
    return Cast(**{name: people[person_id] for name, person_id in ids.items()})


def _organisation(name: str, team: str) -> tuple[Organisation, Unit]:
    organisation = Organisation(name=name, areas=list(TITLES))  # those that are off at first too
    db.session.add(organisation)
    db.session.flush()
    unit = Unit(organisation_id=organisation.id, name=team, kind="team")
    db.session.add(unit)
    db.session.flush()
    return organisation, unit


def _join(
    organisation: Organisation,
    unit: Unit,
    local: str,
    given: str,
    family: str,
    job_title: str,
    roles: tuple[str, ...],
) -> Person:
    domain = organisation.name.lower().replace(" ", "")
    own = {"organisation_id": organisation.id}
    person = Person(
        **own,
        given_names=given,
        family_name=family,
        email=f"{local}@{domain}.example",
        base="Civic Centre",
        working_days="Mon Tue Wed Thu Fri",
    )
    db.session.add(person)
    db.session.flush()
    who = {**own, "person_id": person.id}
    db.session.add_all(
        [
            Account(**who, email=person.email, password_hash=PASSWORD_HASH),
            Post(**who, unit_id=unit.id, job_title=job_title, started_on=SINCE, fte=1,
                 contract="permanent"),
            *(RoleHeld(**who, role=role, started_on=SINCE) for role in roles),
            *(PersonWord(**who, **found) for found in found_by(person.given_names, "", family)),
        ]
    )  # fmt: skip
    db.session.flush()
    return person
