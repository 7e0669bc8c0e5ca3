"""What panels decided in some years, with what people said of themselves, to be counted alone."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal.database import db
from portal.pathways.catalogue import Catalogue
from portal.pathways.equity import Decided
from portal.pathways.models import Application, EquityYear, Outcome
from portal.pathways.progression import letters
from portal.people.queries import equality_answers_among

MOST_DECISIONS = 5000
GRADE = "grade"


def decided_between(
    organisation_id: UUID, first: date, last: date, catalogue: Catalogue
) -> list[Decided]:
    """The last decision about each person in a span of days: two statements."""
    rows = _last_of_each(organisation_id, first, last)
    answers = equality_answers_among(list(rows))
    return [
        Decided(
            answers={**answers.get(person_id, {}), GRADE: _grade(row, catalogue)},
            progressed=row.decision in letters.PROGRESSING,
            days_waited=(row.decided_on - row.sent_on).days,
        )
        for person_id, row in rows.items()
    ]


def equity_year(organisation_id: UUID, day: date) -> EquityYear | None:
    """The newest figures that were worked out, of the year that a day is in or of one before."""
    found = select(EquityYear).where(
        EquityYear.organisation_id == organisation_id, EquityYear.from_on <= day
    )
    return db.session.scalar(found.order_by(EquityYear.from_on.desc()).limit(1))


def _last_of_each(organisation_id: UUID, first: date, last: date) -> dict[UUID, Any]:
    found: Iterable[Any] = db.session.execute(
        select(
            Application.person_id, Application.place_key, Application.place_title,
            Application.sent_on, Application.decided_on, Outcome.decision,
        )
        .join(Outcome, Outcome.application_id == Application.id)
        .where(
            Application.organisation_id == organisation_id,
            Application.decided_on.between(first, last),
            Application.sent_on.is_not(None),
        )
        .order_by(Application.decided_on, Application.id, Outcome.number)
        .limit(MOST_DECISIONS)
    )  # fmt: skip
    return {row.person_id: row for row in found}


def _grade(row: Any, catalogue: Catalogue) -> str:
    """The band of the place that somebody asked for, or its title where it is no more."""
    place = catalogue.by_key.get(row.place_key)
    return str(place.band.title if place else row.place_title)
