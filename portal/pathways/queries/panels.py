"""Panels as pages list them: their days, places taken, who sits on them, who may."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from portal.database import db
from portal.pathways.models import (
    Application,
    LetterText,
    Panel,
    PanelMember,
    ProgressionRule,
)
from portal.pathways.progression import letters
from portal.pathways.progression.dates import FROM_PANEL, Sitting
from portal.people.models import Person, RoleHeld
from portal.web.lists import Page, page_of, pages_of

MOST_OFFERED, MOST_SITTING = 12, 200
BY_DAY = [Panel.meets_on, Panel.id]


def panels_page(organisation_id: UUID, after: str | None) -> Page:
    """A page of the panels, the latest first, each with how many places are taken."""
    seats = selectinload(Panel.members).lazyload(PanelMember.person)
    panels = _panels(organisation_id).options(seats)
    return page_of(panels, keys=BY_DAY, after=after, descending=True)


def every_panel(organisation_id: UUID) -> Iterator[Any]:
    """All panels, for a file."""
    for page in pages_of(_panels(organisation_id), keys=BY_DAY, descending=True):
        yield from page.rows


def coming_panels(organisation_id: UUID, day: date) -> list[tuple[Panel, Sitting]]:
    """The next panels whose last day for applications has not passed, soonest first."""
    coming = (
        _panels(organisation_id)
        .where(Panel.send_by >= day)
        .order_by(Panel.meets_on, Panel.id)
        .limit(MOST_OFFERED)
    )
    return [(panel, sitting(panel, taken)) for panel, taken in db.session.execute(coming).unique()]


def sitting(panel: Panel, taken: int) -> Sitting:
    """A panel with its places, as the rules see it."""
    return Sitting(panel.meets_on, panel.send_by, panel.places, taken)


def places_taken(panel: Panel) -> int:
    """How many applications were sent to a panel and not taken back."""
    return db.session.scalar(select(_taken(panel.id))) or 0


def panel_on(organisation_id: UUID, day: date) -> Panel | None:
    """The panel that meets on a day."""
    on = select(Panel).where(Panel.organisation_id == organisation_id, Panel.meets_on == day)
    return db.session.scalar(on)


def panel_known(organisation_id: UUID, panel_ids: Collection[UUID]) -> Panel | None:
    """The panel of an organisation with this id."""
    known = select(Panel).where(Panel.organisation_id == organisation_id, Panel.id.in_(panel_ids))
    return db.session.scalar(known)


def may_sit(organisation_id: UUID, day: date) -> list[Person]:
    """Who holds the role of a panel member on a day, by name."""
    return who_holds(organisation_id, "panel", day)


def who_holds(organisation_id: UUID, role: str, day: date) -> list[Person]:
    """Who works here and holds a role on a day, by name."""
    held = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id,
        RoleHeld.role == role,
        RoleHeld.covering(day),
    )
    people = (
        select(Person)
        .where(Person.id.in_(held), Person.working_here(day))
        .order_by(Person.sort_key, Person.id)
        .limit(MOST_SITTING)
    )
    return list(db.session.scalars(people))


def pay_rule(organisation_id: UUID) -> ProgressionRule | None:
    """What the organisation said about pay, if it has."""
    said = select(ProgressionRule).where(ProgressionRule.organisation_id == organisation_id)
    return db.session.scalar(said)


def paid_from(organisation_id: UUID) -> str:
    """From which day the organisation pays a progression: a key of `PAID_FROM`."""
    rule = pay_rule(organisation_id)
    return rule.paid_from if rule else FROM_PANEL


def letter_texts(organisation_id: UUID) -> dict[str, LetterText]:
    """The approved text in use for each outcome that has one of its own."""
    latest = (
        select(LetterText.decision, func.max(LetterText.number).label("number"))
        .where(LetterText.organisation_id == organisation_id)
        .group_by(LetterText.decision)
        .subquery()
    )
    texts = (
        select(LetterText)
        .join(
            latest,
            (latest.c.decision == LetterText.decision) & (latest.c.number == LetterText.number),
        )
        .where(LetterText.organisation_id == organisation_id)
        .order_by(LetterText.decision)
        .limit(len(letters.DECISIONS))
    )
    return {each.decision: each for each in db.session.scalars(texts)}


def _panels(organisation_id: UUID) -> Select[Any]:
    taken: Any = _taken(Panel.id).label("taken")
    found: Select[Any] = select(Panel, taken).where(Panel.organisation_id == organisation_id)
    return found


def _taken(panel_id: Any) -> Any:
    return (
        select(func.count(Application.id))
        .where(
            Application.panel_id == panel_id,
            Application.sent_on.is_not(None),
            Application.withdrawn_on.is_(None),
        )
        .correlate(Panel)
        .scalar_subquery()
    )
