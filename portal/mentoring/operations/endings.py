"""What people write when a pairing has ended, and who is let read it.

The trail knows that it was written, read and released, by whom and when, and never a word of it.
"""

from collections.abc import Sequence

from portal import audit, notices
from portal.clock import now
from portal.database import db
from portal.mentoring import ending_notices as sentences
from portal.mentoring import queries
from portal.mentoring.models import (
    HandOverChoice,
    HandOverNote,
    LookBack,
    PairAgreement,
    Pairing,
)
from portal.mentoring.operations.pairings import tell
from portal.people.models import Person


class ChosenError(ValueError):
    """The person supported has chosen who reads the note: it is no longer changed unread."""


class NoLaterPairingError(ValueError):
    """The note can be released to a later coach or mentor of theirs alone."""


def write_look_back(
    by: Person, pairing: Pairing, agreement: PairAgreement, became: Sequence[str]
) -> LookBack:
    """Keep what became of each goal, in their order, and tell the other of the two.

    The other is told once while the same person goes on writing. The same words are not kept
    twice.
    """
    kept = queries.look_back_of(pairing)
    if kept is not None and kept.became == list(became):
        return kept
    goes_on = kept is not None and kept.written_by_id == by.id
    kept = kept or LookBack(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, agreement_id=agreement.id
    )
    kept.written_by_id, kept.written_at = by.id, now()
    kept.seal(became)
    db.session.add(kept)
    db.session.flush()
    audit.record(by, "mentoring.look_back_written", kept)
    if not goes_on:
        link = f"/pairings/{pairing.id}/look-back"
        told = sentences.looked_back(by)
        notices.tell(pairing.other_than(by), told, link=link, about=pairing)
    return kept


def write_hand_over_note(by: Person, pairing: Pairing, words: str) -> HandOverNote:
    """Write the note for the next coach or mentor, or change it; the person supported is told.

    Raises ChosenError once that person has chosen who reads it, so that nothing goes on unread.
    """
    note = queries.hand_over_of(pairing)
    is_new = note is None
    note = note or HandOverNote(
        organisation_id=pairing.organisation_id, pairing_id=pairing.id, pairing=pairing
    )
    if note.choice is not None:
        raise ChosenError
    if note.sealed is not None and note.words == words:
        return note
    note.seal(words)
    note.written_at = now()
    db.session.add(note)
    db.session.flush()
    audit.record(by, "mentoring.hand_over_written", note)
    if is_new:
        tell(pairing.supported, sentences.hand_over_written(by), pairing)
    return note


def choose_reader(by: Person, note: HandOverNote, later: Pairing | None) -> None:
    """Let the coach or mentor of a later pairing read the note, or nobody else.

    Who is let read it is told so; who no longer is finds it gone. Raises NoLaterPairingError.
    """
    if later is not None and later not in queries.later_pairings(note.pairing):
        raise NoLaterPairingError
    later_id, choice = later.id if later else None, note.choice
    if choice is not None and choice.pairing_id == later_id:
        return
    if choice is None:
        choice = HandOverChoice(organisation_id=note.organisation_id, note_id=note.id)
        db.session.add(choice)
    choice.pairing_id, choice.chosen_by_id, choice.chosen_at = later_id, by.id, now()
    db.session.flush()
    db.session.expire(note, ["choice"])
    deed = "mentoring.hand_over_released" if later else "mentoring.hand_over_kept"
    audit.record(by, deed, note, **({"pairing_id": str(later_id)} if later else {}))
    if later is not None:
        tell(later.coach, sentences.hand_over_released(by), later)
