"""What waits for an assessor or a coordinator alone: answers to read first, and talks asked for."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Uuid, cast, func, literal, null, select, union_all

from portal.clock import today
from portal.database import db
from portal.induction.models import Feedback, Induction, TalkAsked
from portal.induction.queries.feedback import to_read_by
from portal.people.models import Person

MOST_TALKS = 5
READ, TALK = "read", "talk"


def waits_alone(person: Person) -> Sequence[Row[Any]]:
    """In one statement: the day of each answer to read, and each talk that a coordinator owes.

    Rows of `kind`, `day`, `induction_id`, `first_name` and `family_name`; an answer has only its
    day.
    """
    unnamed = (cast(null(), Uuid).label("induction_id"), literal("").label("first_name"),
               literal("").label("family_name"))  # fmt: skip
    answers = to_read_by(
        person, literal(READ).label("kind"), Feedback.read_by.label("day"), *unnamed
    )
    parts = [select(answers.subquery())]
    if person.has_role("coordinator"):
        parts.append(select(_talks(person).subquery()))
    return db.session.execute(union_all(*parts)).all()


def _talks(person: Person) -> Any:
    known = func.coalesce(func.nullif(Person.known_as, ""), Person.given_names)
    return (
        select(
            literal(TALK).label("kind"), TalkAsked.asked_on.label("day"),
            TalkAsked.induction_id.label("induction_id"), known.label("first_name"),
            Person.family_name.label("family_name"),
        )
        .join(Induction, Induction.id == TalkAsked.induction_id)
        .join(Person, Person.id == Induction.person_id)
        .where(
            TalkAsked.organisation_id == person.organisation_id,
            TalkAsked.answered_on.is_(None),
            Induction.person_id != person.id,
            TalkAsked.asked_on <= today(),
        )
        .order_by(TalkAsked.asked_on, TalkAsked.id)
        .limit(MOST_TALKS)
    )  # fmt: skip
