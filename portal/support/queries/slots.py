"""Slots and consultations: those that are free, those that are booked, those that took place."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import joinedload, lazyload

from portal.clock import time_of_day, today
from portal.database import db
from portal.people.models import DaysAway, Person, RoleHeld
from portal.support.models import BOOKED, CANCELLED, Consultation, ConsultationSlot

MOST_FREE = 40
MOST_SLOTS = 500
MOST_BOOKED = 20
MOST_AWAY = 100
BY_TIME = (ConsultationSlot.meets_on, ConsultationSlot.from_time, ConsultationSlot.id)
BY_DAY = (ConsultationSlot.meets_on, Consultation.id)
SETTLED_WITHIN = timedelta(days=90)
"""How long a consultation that nobody said anything of is asked about."""


def consultation_in(slot: ConsultationSlot) -> Consultation | None:
    """Who has this slot, if somebody booked it and did not cancel."""
    held = select(Consultation).where(Consultation.slot_id == slot.id, _stands())
    return db.session.scalar(held)


def free_slots(person: Person, most: int = MOST_FREE) -> list[ConsultationSlot]:
    """The slots of a consultant that can be booked, the next first."""
    free = (
        select(ConsultationSlot)
        .where(ConsultationSlot.consultant_id == person.id, is_free())
        .order_by(*BY_TIME)
        .limit(most)
    )
    return list(db.session.scalars(free))


def is_free() -> ColumnElement[bool]:
    """The condition that picks the slots of consultants that can be booked now."""
    slot = ConsultationSlot
    taken = exists().where(Consultation.slot_id == slot.id, _stands())
    is_consultant = exists().where(
        RoleHeld.person_id == slot.consultant_id,
        RoleHeld.role == "consultant",
        RoleHeld.covering(today()),
    )
    return and_(slot.withdrawn_on.is_(None), _to_come(), is_consultant, ~taken, ~_on_days_away())


def is_free_for(person: Person, slot: ConsultationSlot) -> bool:
    """Whether somebody else than its consultant can book a slot: to come, and nobody has it."""
    if person.id == slot.consultant_id:
        return False
    free = select(ConsultationSlot.id).where(ConsultationSlot.id == slot.id, is_free())
    return db.session.scalar(free) is not None


def slots_between(person: Person, first: date, last: date) -> list[ConsultationSlot]:
    """The slots that a consultant has on these days, booked or not."""
    own = (
        select(ConsultationSlot)
        .where(
            ConsultationSlot.consultant_id == person.id,
            ConsultationSlot.withdrawn_on.is_(None),
            ConsultationSlot.meets_on.between(first, last),
        )
        .order_by(ConsultationSlot.meets_on, ConsultationSlot.from_time)
        .limit(MOST_SLOTS)
    )
    return list(db.session.scalars(own))


def away_from(person: Person, day: date) -> list[DaysAway]:
    """The periods for which somebody is away on this day or later, the next first."""
    periods = (
        select(DaysAway)
        .where(
            DaysAway.person_id == person.id,
            or_(DaysAway.ended_on.is_(None), DaysAway.ended_on >= day),
        )
        .order_by(DaysAway.started_on, DaysAway.id)
        .limit(MOST_AWAY)
    )
    return list(db.session.scalars(periods))


def coming_slots(person: Person) -> Select[Any]:
    """A consultant's slots to come: each with who booked it, and whether away then."""
    slot = ConsultationSlot
    own: Any = (
        select(slot, Consultation, _on_days_away().label("is_away"))
        .outerjoin(Consultation, and_(Consultation.slot_id == slot.id, _stands()))
        .where(slot.consultant_id == person.id, slot.withdrawn_on.is_(None))
        .where(slot.meets_on >= today())
        # A slot that nobody booked is a row too.
        .options(lazyload(Consultation.slot), joinedload(Consultation.booker, innerjoin=False))
    )
    found: Select[Any] = own
    return found


def to_settle(person: Person) -> list[Consultation]:
    """The consultations with this consultant that have begun and that nobody spoke of yet."""
    first = today() - SETTLED_WITHIN
    return _consultations(
        ConsultationSlot.consultant_id == person.id,
        Consultation.state == BOOKED,
        ConsultationSlot.meets_on >= first,
        ~_to_come(),
    )


def consultations_of(person: Person) -> list[Consultation]:
    """What is booked by or with somebody: to come, or begun and not spoken of yet."""
    first = today() - SETTLED_WITHIN
    booked = Consultation.state == BOOKED
    return _consultations(by_or_with(person), booked, ConsultationSlot.meets_on >= first)


def by_or_with(person: Person) -> ColumnElement[bool]:
    """The condition that picks what somebody booked, and what was booked with them.

    Each of the two is found by an index; asked with one "or", every booking would be read.
    """
    booked = select(Consultation.id).where(Consultation.booker_id == person.id)
    with_me = (
        select(Consultation.id)
        .join(ConsultationSlot, ConsultationSlot.id == Consultation.slot_id)
        .where(ConsultationSlot.consultant_id == person.id)
    )
    return Consultation.id.in_(booked.union_all(with_me))


def coming_by(person: Person) -> list[Consultation]:
    """The consultations to come that this person booked."""
    booked = Consultation.state == BOOKED
    return _consultations(Consultation.booker_id == person.id, booked, _to_come())


def booked_by(person: Person) -> Select[Any]:
    """All that somebody ever booked."""
    return (
        select(Consultation)
        .join(ConsultationSlot, ConsultationSlot.id == Consultation.slot_id)
        .where(Consultation.booker_id == person.id)
    )


def _consultations(*conditions: ColumnElement[bool]) -> list[Consultation]:
    found = (
        select(Consultation)
        .join(ConsultationSlot, ConsultationSlot.id == Consultation.slot_id)
        .where(*conditions)
        .order_by(ConsultationSlot.meets_on, ConsultationSlot.from_time, Consultation.id)
        .limit(MOST_BOOKED)
    )
    return list(db.session.scalars(found))


def _to_come() -> ColumnElement[bool]:
    slot, day = ConsultationSlot, today()
    later_today = and_(slot.meets_on == day, slot.from_time > time_of_day())
    return or_(slot.meets_on > day, later_today)


def _stands() -> ColumnElement[bool]:
    return Consultation.state != CANCELLED


def _on_days_away() -> ColumnElement[bool]:
    return exists().where(
        DaysAway.person_id == ConsultationSlot.consultant_id,
        DaysAway.started_on <= ConsultationSlot.meets_on,
        or_(DaysAway.ended_on.is_(None), DaysAway.ended_on >= ConsultationSlot.meets_on),
    )
