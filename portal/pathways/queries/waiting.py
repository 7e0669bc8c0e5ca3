"""What waits for somebody in applications that were sent: one statement, and one for appeals."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased

from portal.clock import today
from portal.database import db
from portal.pathways.models import (
    Appeal,
    Application,
    Outcome,
    Panel,
    PanelConflict,
    PanelMember,
    ScoreSheet,
)
from portal.pathways.models.deciding import UPHELD
from portal.people.asker import ANYBODY, KEPT, given
from portal.people.models import Person
from portal.people.queries import reporting_to

MOST_WAITING = 60


@dataclass(frozen=True)
class Waiting:
    """An application that may wait for somebody: what they are to it, and whether they scored."""

    application: Application
    is_managed: bool
    sits: bool
    has_scored: bool


def waiting_for(person: Person) -> list[Waiting]:
    """The applications under way of one's people, or on a panel that one sits on."""
    rows = db.session.execute(_waiting_for(today()), given(person)).unique()
    return [Waiting(row[0], bool(row[1]), bool(row[2]), bool(row[3])) for row in rows]


@lru_cache(KEPT)
def _waiting_for(day: date) -> Any:
    """The statement for anybody, on one day."""
    person = ANYBODY
    seated = select(PanelMember.panel_id).where(PanelMember.person_id == person.id)
    managed = Application.person_id.in_(reporting_to(person, day))
    in_conflict = or_(
        managed, Application.person_id == person.id, _has(PanelConflict, person, True)
    )
    sits = and_(Application.panel_id.in_(seated), ~in_conflict)
    scored = _has(ScoreSheet, person, ScoreSheet.handed_in_at.is_not(None))
    return (
        select(Application, managed.label("managed"), sits.label("sits"), scored.label("scored"))
        .where(
            Application.organisation_id == person.organisation_id,
            Application.sent_on.is_not(None),
            Application.settled_on.is_(None),
            or_(managed, sits),
        )
        .order_by(Application.sent_on, Application.id)
        .limit(MOST_WAITING)
    )


def appeals_waiting(person: Person) -> list[Appeal]:
    """Appeals that nobody has answered, for human resources; upheld ones, for the chair.

    An upheld appeal waits for the chair until a later outcome supersedes the one appealed against.
    """
    later = aliased(Outcome)
    superseded = exists().where(
        later.application_id == Outcome.application_id, later.number > Outcome.number
    )
    for_chair = and_(Appeal.answer == UPHELD, Panel.chair_id == person.id, ~superseded)
    for_hr = Appeal.answer == ""
    waits = (
        select(Appeal)
        .join(Outcome, Outcome.id == Appeal.outcome_id)
        .join(Application, Application.id == Outcome.application_id)
        .join(Panel, Panel.id == Application.panel_id)
        .where(Appeal.organisation_id == person.organisation_id)
        .where(or_(for_hr, for_chair) if person.has_role("hr") else for_chair)
        .order_by(Appeal.answer_by, Appeal.id)
        .limit(MOST_WAITING)
    )
    return list(db.session.scalars(waits).unique())


def _has(model: Any, person: Person, condition: Any) -> Any:
    mine = [model.application_id == Application.id, model.person_id == person.id]
    return exists().where(*mine, *([] if condition is True else [condition]))
