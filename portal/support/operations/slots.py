"""Opening slots, taking them back, booking them, and saying what became of a consultation."""

from dataclasses import dataclass
from uuid import uuid4

from portal import audit, notices
from portal.clock import now, time_of_day, today
from portal.database import db
from portal.people.models import Organisation, Person
from portal.support import notices as sentences
from portal.support import queries, slots
from portal.support.models import BOOKED, CANCELLED, HELD, Consultation, ConsultationSlot
from portal.support.slots import When


class SlotNotPossibleError(ValueError):
    """The first of the slots cannot be; the message says why."""


class SlotNotFreeError(Exception):
    """Somebody else has this slot."""


@dataclass(frozen=True)
class Opened:
    """The slots that were opened, and of the weeks after the first those that could not be."""

    slots: list[ConsultationSlot]
    left_out: list[str]


def open_slots(by: Person, *, when: When, weeks: int, place: str) -> Opened:
    """Open a slot, and the same one in the weeks after it.

    A later week in which it cannot be is left out and named. Raises SlotNotPossibleError where
    the first cannot be.
    """
    nation = db.session.get_one(Organisation, by.organisation_id).nation
    wanted = slots.weekly(when, min(weeks, slots.MOST_WEEKS))
    others = [each.when for each in queries.slots_between(by, wanted[0].day, wanted[-1].day)]
    away = queries.away_from(by, wanted[0].day)
    left_out, made = [], []
    for each in wanted:
        said = slots.objection(each, others, away, today(), time_of_day(), nation)
        if said and each is wanted[0]:
            raise SlotNotPossibleError(f"{said}. Choose another time")
        if said:
            left_out.append(said)
            continue
        made.append(_new(by, each, place))
    db.session.add_all(made)
    db.session.flush()
    audit.record_many(by, "support.slot_opened", [(each, _facts(each)) for each in made])
    return Opened(made, left_out)


def withdraw_slot(by: Person, slot: ConsultationSlot) -> None:
    """Take back a slot that nobody has. Raises SlotNotFreeError where somebody booked it."""
    if queries.consultation_in(slot) is not None:
        raise SlotNotFreeError
    if not slot.is_offered:
        return
    slot.withdrawn_on = today()
    db.session.flush()
    audit.record(by, "support.slot_withdrawn", slot, **_facts(slot))


def book_slot(by: Person, slot: ConsultationSlot, kind: str) -> Consultation:
    """Book a slot for a kind of help, and tell both of them.

    Raises SlotNotFreeError where it is not free any more.
    """
    if not queries.is_free_for(by, slot):
        raise SlotNotFreeError
    consultation = Consultation(
        organisation_id=slot.organisation_id, slot_id=slot.id, slot=slot,
        booker_id=by.id, booker=by, kind=kind,
    )  # fmt: skip
    db.session.add(consultation)
    db.session.flush()
    audit.record(by, "support.slot_booked", consultation, slot_id=str(slot.id))
    link = f"/consultations/{consultation.id}"
    notices.tell(slot.consultant, sentences.booked(consultation), link=link, about=consultation)
    notices.tell(by, sentences.you_booked(consultation), link=link, about=consultation)
    return consultation


def cancel_consultation(by: Person, consultation: Consultation, words: str) -> None:
    """Cancel it with a sentence for the other; the slot of a consultant who cancels is taken back.

    The sentence is read on the page, and stands in no notice.
    """
    slot = consultation.slot
    _settle(by, consultation, CANCELLED)
    consultation.write(words)
    if by.id == slot.consultant_id:
        slot.withdrawn_on = today()
    db.session.flush()
    audit.record(by, "support.consultation_cancelled", consultation)
    other, link = consultation.other_than(by), f"/consultations/{consultation.id}"
    told = sentences.cancelled(by, consultation)
    notices.tell(other, told, link=link, about=consultation)


def hold_consultation(by: Person, consultation: Consultation) -> None:
    """Say that it was held; its minutes count as the consultant's."""
    _settle(by, consultation, HELD)
    db.session.flush()
    audit.record(by, "support.consultation_held", consultation, minutes=consultation.slot.minutes)


def _settle(by: Person, consultation: Consultation, state: str) -> None:
    assert consultation.state == BOOKED  # the policies ask
    consultation.state, consultation.settled_by_id = state, by.id
    consultation.settled_at = now()


def _new(by: Person, when: When, place: str) -> ConsultationSlot:
    return ConsultationSlot(
        id=uuid4(), organisation_id=by.organisation_id, consultant_id=by.id, meets_on=when.day,
        from_time=when.start, minutes=when.minutes, place=place,
    )  # fmt: skip


def _facts(slot: ConsultationSlot) -> dict[str, object]:
    return {
        "meets_on": slot.meets_on.isoformat(),
        "from_time": f"{slot.from_time:%H:%M}",
        "minutes": slot.minutes,
    }
