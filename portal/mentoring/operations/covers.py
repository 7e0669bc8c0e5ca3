"""Somebody covers for the coach or mentor of a pair for a period.

Who covers and the person supported are a pair of their own on these days: they log, plan and note
as any two do, and the words of before stay with the two who wrote them.
"""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import cover_notices, covering, keeping, queries
from portal.mentoring.models import Pairing
from portal.mentoring.operations.pairings import (
    NOBODY,
    Assessors,
    objection_to_each,
    pairing_of,
    refuse,
    who,
)
from portal.mentoring.when import Span
from portal.people.models import Person


class ImpossibleCoverError(ValueError):
    """Nobody can cover on these days: the field and the sentence."""


def name_cover(
    by: Person,
    pairing: Pairing,
    coach: Person,
    *,
    started_on: date,
    ended_on: date,
    assessors: Assessors = NOBODY,
) -> Pairing:
    """Name who covers for the coach or mentor of a pair on these days, and tell the three.

    Raises ImpossibleCoverError for the days, and NotEligibleError for the person.
    """
    said = covering.objection(
        Span(started_on, ended_on), pairing=pairing, others=queries.covers_of(pairing, today()),
        today=today(),
    )  # fmt: skip
    if said:
        raise ImpossibleCoverError(*said)
    two = (coach, pairing.supported)
    objections = objection_to_each([(two, started_on)], kind=pairing.kind, assessors=assessors)
    refuse(said for said in objections if said)
    cover = pairing_of(by, two, pairing.kind, started_on)
    cover.in_place_of_id, cover.in_place_of = pairing.id, pairing
    cover.ended_on, cover.notes_until = ended_on, keeping.notes_until(ended_on)
    db.session.add(cover)
    db.session.flush()
    facts = {"in_place_of_id": str(pairing.id), "ended_on": ended_on.isoformat()}
    audit.record(by, "mentoring.cover_named", cover, **who(cover), **facts)
    for reader in _three(cover):
        _tell(by, reader, cover_notices.named(by, cover, reader), cover)
    return cover


def end_cover(by: Person, cover: Pairing) -> None:
    """End a cover with today as its last day, and tell the others. One that has not begun yet
    keeps its first day as its only one.
    """
    cut_short(by, cover)
    for reader in _three(cover):
        _tell(by, reader, cover_notices.ended(by, cover), cover)


def cut_short(by: Person, cover: Pairing) -> None:
    """Make today the last day of a cover, or its first day where that is still to come."""
    cover.ended_on = max(today(), cover.started_on)
    cover.notes_until = keeping.notes_until(cover.ended_on)
    db.session.flush()
    audit.record(by, "mentoring.cover_ended", cover, ended_on=cover.ended_on.isoformat())


def _three(cover: Pairing) -> tuple[Person, Person, Person]:
    return cover.supported, cover.coach, cover.covered.coach


def _tell(by: Person, reader: Person, sentence: str, cover: Pairing) -> None:
    """Tell one of the three of what another did, with the way to the page that they may open."""
    shown = cover if cover.joins(reader) else cover.covered
    if reader.id != by.id:
        notices.tell(reader, sentence, link=f"/pairings/{shown.id}", about=shown)
