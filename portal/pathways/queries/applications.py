"""Applications as pages list them: mine, my people's, those sent to a panel, and their packs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select

from portal.clock import today
from portal.database import db
from portal.pathways import policies
from portal.pathways.models import Application, ApplicationItem, ItemEvidence, Panel
from portal.people.models import Person
from portal.people.queries import reporting_to
from portal.standards.models import Evidence
from portal.standards.models.evidence import KINDS
from portal.web.lists import Page, page_of, pages_of

MOST_ON_A_PANEL, MOST_ITEMS, MOST_PICKED, MOST_PICKABLE = 60, 100, 1000, 100
BY_DAY = [Application.begun_on, Application.id]
NEVER_IN_A_PACK = ("support_plan",)
"""What is no evidence of how somebody practises, whoever points at it: extra support plans."""


@dataclass(frozen=True)
class Piece:
    """What the readers of a pack see of a piece of evidence: as it was when it was sent."""

    title: str
    note: str
    kind: str
    dated_on: date

    @property
    def kind_words(self) -> str:
        """What it is, in words."""
        return KINDS[self.kind]


@dataclass(frozen=True)
class PackItem:
    """One requirement of an application with the evidence that was picked for it."""

    item: ApplicationItem
    evidence: tuple[Piece, ...]

    @property
    def is_answered(self) -> bool:
        """Whether anything is said or picked for it."""
        return bool(self.item.answer or self.evidence)


def applications_page(person: Person, after: str | None) -> Page:
    """A page of somebody's own applications and those that their people sent, latest first."""
    return page_of(_seen_by(person), keys=BY_DAY, after=after, descending=True)


def every_application(person: Person) -> Iterator[Application]:
    """All of them, for a file."""
    for page in pages_of(_seen_by(person), keys=BY_DAY, descending=True):
        yield from page.rows


def open_application_of(person_id: UUID) -> Application | None:
    """The application of somebody that is neither decided nor taken back."""
    still = select(Application).where(
        Application.person_id == person_id, Application.settled_on.is_(None)
    )
    return db.session.scalars(still).unique().one_or_none()


def applications_to(panel: Panel, reader: Person) -> list[Application]:
    """What was sent to a panel and not taken back, for who may know who applied."""
    if not policies.see_applications_to(reader, panel):
        return []
    sent = (
        select(Application)
        .where(
            Application.panel_id == panel.id,
            Application.sent_on.is_not(None),
            Application.withdrawn_on.is_(None),
        )
        .order_by(Application.sent_on, Application.id)
        .limit(MOST_ON_A_PANEL)
    )
    return list(db.session.scalars(sent).unique())


def items_of(application: Application) -> list[ApplicationItem]:
    """The requirements of an application, in their order."""
    asked = (
        select(ApplicationItem)
        .where(ApplicationItem.application_id == application.id)
        .order_by(ApplicationItem.number, ApplicationItem.id)
        .limit(MOST_ITEMS)
    )
    return list(db.session.scalars(asked))


def pack_of(application: Application) -> list[PackItem]:
    """What an application shows, requirement by requirement: two statements."""
    items = items_of(application)
    by_item: dict[UUID, list[Piece]] = defaultdict(list)
    for item_id, *kept in db.session.execute(_picked([item.id for item in items])):
        by_item[item_id].append(Piece(*kept))
    return [PackItem(item, tuple(by_item[item.id])) for item in items]


def _picked(item_ids: list[UUID]) -> Select[Any]:
    """The pieces as they were sent; in a draft as they are. What a family took back is gone."""
    dated_on = func.coalesce(ItemEvidence.dated_on, Evidence.dated_on)
    picked: Any = (
        select(
            ItemEvidence.item_id,
            func.coalesce(ItemEvidence.title, Evidence.title),
            func.coalesce(ItemEvidence.note, Evidence.note),
            func.coalesce(ItemEvidence.kind, Evidence.kind),
            dated_on,
        )
        .join(Evidence, Evidence.id == ItemEvidence.evidence_id)
        .where(
            ItemEvidence.item_id.in_(item_ids),
            or_(ItemEvidence.title.is_not(None), Evidence.removed_at.is_(None)),
            *_may_ever_be_in_a_pack(),
        )
        .order_by(dated_on.desc(), Evidence.id)
        .limit(MOST_PICKED)
    )
    found: Select[Any] = picked
    return found


def pickable(person_id: UUID) -> list[Evidence]:
    """The evidence that somebody may pick for an application: the latest of their own."""
    mine = (
        select(Evidence)
        .where(Evidence.person_id == person_id, *_may_be_in_a_pack())
        .order_by(Evidence.dated_on.desc(), Evidence.id)
        .limit(MOST_PICKABLE)
    )
    return list(db.session.scalars(mine))


def picked_for(item: ApplicationItem) -> set[UUID]:
    """The ids of the evidence that was picked for a requirement."""
    picked = select(ItemEvidence.evidence_id).where(ItemEvidence.item_id == item.id)
    return set(db.session.scalars(picked.order_by(ItemEvidence.id).limit(MOST_PICKED)))


def _may_be_in_a_pack() -> tuple[ColumnElement[bool], ...]:
    """On the list, not taken back by a family, and never an extra support plan."""
    return (Evidence.removed_at.is_(None), *_may_ever_be_in_a_pack())


def _may_ever_be_in_a_pack() -> tuple[ColumnElement[bool], ...]:
    """Not taken back by a family, and never an extra support plan, sent or not."""
    return (Evidence.withdrawn_at.is_(None), Evidence.subject_type.not_in(NEVER_IN_A_PACK))


def _seen_by(person: Person) -> Select[Any]:
    own = Application.person_id == person.id
    sent = Application.sent_on.is_not(None) & Application.withdrawn_on.is_(None)
    managed = Application.person_id.in_(reporting_to(person, today()))
    here = Application.organisation_id == person.organisation_id
    return select(Application).where(here, or_(own, sent & managed))
