"""A crowded Riverside: many people with posts, years, pairings, sessions and notices."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select

from portal.clock import now, today
from portal.database import db
from portal.identity.models import Account
from portal.induction.models import Induction, InductionItem
from portal.mentoring.models import Pairing, Session
from portal.notices.models import Notice
from portal.people.models import Person, PersonWord, Post, Unit
from portal.teams.models import TeamOnModel
from tests.cast import Cast

JOBS = ("Social Worker", "Newly Qualified Social Worker", "Senior Social Worker", "Team Manager")


def gather(cast: Cast, size: int, first: int = 0) -> None:
    """Add so many people, all of whom the cast has something to do with."""
    own = {"organisation_id": cast.hr.organisation_id}
    here = select(Unit.id).where(Unit.organisation_id == cast.hr.organisation_id)
    team = db.session.scalar(here.where(Unit.closed_on.is_(None)))
    ids = [uuid4() for _ in range(size)]
    tables = {
        Person: [_person(own, person_id, n) for n, person_id in enumerate(ids, first)],
        Post: [_post(own, person_id, n, team, cast) for n, person_id in enumerate(ids, first)],
        PersonWord: [_word(own, person_id, n) for n, person_id in enumerate(ids, first)],
        Account: [{**own, "id": uuid4(), "person_id": person_id, "email": f"crowd{n}@riverside.example"}
                  for n, person_id in enumerate(ids, first) if n % 2 == 0],
        Induction: [_year(own, person_id, cast) for person_id in ids],
    }  # fmt: skip
    years = tables[Induction]
    tables[InductionItem] = [row for year in years for row in _items(own, year["id"])]
    pairings = [
        _pairing(own, cast.coach.id, person_id, n) for n, person_id in enumerate(ids, first)
    ]
    pairings += [
        _pairing(own, person_id, cast.nqsw.id, n) for n, person_id in enumerate(ids, first)
    ]
    tables[Pairing] = pairings
    tables[Session] = [_session(own, pairing) for pairing in pairings]
    tables[Notice] = [_notice(own, person.id, n) for n in range(size)
                      for person in (cast.nqsw, cast.coach, cast.hr)]  # fmt: skip
    if first == 0:
        tables[TeamOnModel] = [{**own, "id": uuid4(), "unit_id": team, "model_key": "balanced",
                                "model_number": 0, "started_on": date(2026, 1, 1)}]  # fmt: skip
    for model, rows in tables.items():
        db.session.execute(insert(model), rows)
    db.session.commit()


def gather_more(cast: Cast, size: int) -> None:
    """Add people until there are so many."""
    there = db.session.scalar(select(func.count()).select_from(PersonWord)) or 0
    gather(cast, size - there, first=there)


Row = dict[str, Any]


def _person(own: Row, person_id: UUID, n: int) -> Row:
    return {**own, "id": person_id, "given_names": f"Given{n}", "family_name": f"Crowd{n:04}",
            "known_as": "", "staff_number": f"{n:08}", "email": f"crowd{n}@riverside.example"}  # fmt: skip


def _post(own: Row, person_id: UUID, n: int, team: UUID | None, cast: Cast) -> Row:
    return {**own, "id": uuid4(), "person_id": person_id, "unit_id": team,
            "job_title": JOBS[n % 4], "started_on": date(2026, 6, 1),
            "manager_id": cast.manager.id, "contract": "permanent", "fte": 1}  # fmt: skip


def _word(own: Row, person_id: UUID, n: int) -> Row:
    name = f"crowd{n:04}"
    return {**own, "person_id": person_id, "word": name, "sort_key": name, "names": f" {name}"}


def _year(own: Row, person_id: UUID, cast: Cast) -> Row:
    return {**own, "id": uuid4(), "person_id": person_id, "programme_key": "asye-child-and-family",
            "programme_version": "2026", "fte": 1, "started_on": date(2026, 6, 29),
            "planned_end_on": date(2027, 6, 28), "assessor_id": cast.assessor.id,
            "next_on": today() + timedelta(days=7)}  # fmt: skip


def _items(own: Row, induction_id: UUID) -> list[Row]:
    return [
        {**own, "id": uuid4(), "induction_id": induction_id, "code": f"item-{n}", "position": n,
         "kind": "observation", "title": f"Direct observation {n}", "stage": "0-3", "owner": "nqsw",
         "due_on": today() + timedelta(days=7 * n)}
        for n in (1, 2, 3)
    ]  # fmt: skip


def _pairing(own: Row, coach_id: UUID, supported_id: UUID, n: int) -> Row:
    return {**own, "id": uuid4(), "coach_id": coach_id, "supported_id": supported_id,
            "kind": "coaching", "started_on": date(2026, 4, 1), "started_by_id": coach_id}  # fmt: skip


def _session(own: Row, pairing: Row) -> Row:
    return {**own, "id": uuid4(), "pairing_id": pairing["id"], "kind": "coaching",
            "held_on": today() - timedelta(days=3), "minutes": 45, "medium": "in person",
            "recorded_by_id": pairing["coach_id"], "recorded_on": today()}  # fmt: skip


def _notice(own: Row, person_id: UUID, n: int) -> Row:
    told: datetime = now() - timedelta(minutes=n)
    return {**own, "id": uuid4(), "person_id": person_id, "text": f"Thing {n} happened.",
            "told_at": told, "next_try_at": told}  # fmt: skip
