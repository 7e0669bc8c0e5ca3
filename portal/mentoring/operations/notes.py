"""What a pair keeps for itself: the note of a session, and what the two agreed to do.

The trail knows that something was kept, by whom and when, and never a word of it.
"""

from datetime import date

from portal import audit
from portal.clock import today
from portal.database import db
from portal.mentoring import queries
from portal.mentoring.models import AgreedAction, Pairing, Session, SessionNote
from portal.people.models import Person
from portal.standards.models import Piece
from portal.standards.operations import start_piece
from portal.web import days


def keep_note(by: Person, session: Session, words: str) -> None:
    """Keep what the note of a session says now, as a new version; earlier versions stay.

    The same words are not kept twice. An empty text is a version too, once something was noted.
    """
    if words == noted(session):
        return
    session.notes_kept += 1
    keep_version(by, session, words)


def keep_version(by: Person, session: Session, words: str) -> None:
    """Keep the words as the version that the session counts already as its last."""
    note = SessionNote.of(session, words, number=session.notes_kept, by_id=by.id)
    db.session.add(note)
    db.session.flush()
    audit.record(by, "mentoring.note_kept", session, number=note.number)


def add_to_note(by: Person, session: Session, words: str) -> None:
    """Add words below what the note of a session says."""
    keep_note(by, session, "\n\n".join(filter(None, [noted(session), words])))


def noted(session: Session) -> str:
    """What the note of a session says now; empty where nothing is noted, or it cannot be read."""
    note = queries.newest_note(session) if session.notes_kept else None
    return (note.words or "") if note else ""


def carry_passage(by: Person, session: Session, passage: str) -> Piece:
    """Begin a reflection of one's own, a private draft, with a passage of the note (C43)."""
    piece = start_piece(
        by,
        kind="reflection",
        title=f"After our session of {days.short(session.held_on)}",
        text=passage,
    )
    audit.record(by, "mentoring.passage_carried", session, piece=str(piece.id))
    return piece


def agree_action(
    by: Person, pairing: Pairing, *, words: str, owner: Person, due_on: date | None
) -> AgreedAction:
    """Write down what one of the two will do; it is carried on until it is done."""
    action = AgreedAction.of(pairing, words, owner_id=owner.id, by_id=by.id, due_on=due_on)
    db.session.add(action)
    db.session.flush()
    due = due_on.isoformat() if due_on else None
    audit.record(by, "mentoring.action_agreed", action, owner_id=str(owner.id), due_on=due)
    return action


def settle_action(by: Person, action: AgreedAction, *, is_done: bool) -> None:
    """Tick an action that is done, or put it back on the list."""
    if action.is_done == is_done:
        return
    action.done_on = today() if is_done else None
    db.session.flush()
    audit.record(by, "mentoring.action_settled", action, is_done=is_done)
