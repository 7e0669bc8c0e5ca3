"""What a panel has made of an application so far: sheets, who may score, outcomes for payroll."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from portal.clock import today
from portal.database import db
from portal.pathways.models import Application, Outcome, Panel, ScoreSheet
from portal.pathways.progression import letters
from portal.pathways.progression.scoring import Table
from portal.people.models import Person
from portal.people.queries import managers_of
from portal.web.lists import pages_of

MOST_SHEETS = 60


def sheet_of(application: Application, person_id: UUID) -> ScoreSheet | None:
    """What one member has scored so far."""
    own = select(ScoreSheet).where(
        ScoreSheet.application_id == application.id, ScoreSheet.person_id == person_id
    )
    return db.session.scalar(own)


def counted_sheets(application: Application) -> list[ScoreSheet]:
    """The sheets that count, by the day they were handed in: for whom the scores are open."""
    table = table_of(application)
    sheets = (
        select(ScoreSheet)
        .where(
            ScoreSheet.application_id == application.id,
            ScoreSheet.person_id.in_(table.counted),
        )
        .order_by(ScoreSheet.handed_in_at, ScoreSheet.id)
        .limit(MOST_SHEETS)
    )
    return list(db.session.scalars(sheets))


def table_of(application: Application) -> Table:
    """Who sits on the panel for an application, who is in conflict, and whose scores are in."""
    assert application.panel is not None  # it was sent to one
    handed_in = select(ScoreSheet.person_id).where(
        ScoreSheet.application_id == application.id, ScoreSheet.handed_in_at.is_not(None)
    )
    declared = {each.person_id for each in application.conflicts}
    managers = managers_of([application.person_id], today())[application.person_id]
    return Table(
        members=application.panel.member_ids,
        conflicted=frozenset(declared | managers | {application.person_id}),
        handed_in=frozenset(db.session.scalars(handed_in.order_by(ScoreSheet.id))),
        quorum=application.panel.quorum,
        is_closed=application.scoring_closed_at is not None,
    )


def who_progresses(panel: Panel) -> Iterator[tuple[Person, Application, Outcome]]:
    """Who progresses after a panel, by the outcome that stands, for payroll."""
    keys = [Application.decided_on, Application.id]
    for page in pages_of(_decided(panel), keys=keys):
        for application in page.rows:
            outcome = application.outcome
            if outcome is not None and outcome.decision in letters.PROGRESSING:
                yield application.person, application, outcome


def _decided(panel: Panel) -> Select[Any]:
    decided = select(Application).options(selectinload(Application.outcomes))
    return decided.where(Application.panel_id == panel.id, Application.decided_on.is_not(None))
