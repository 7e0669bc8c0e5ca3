"""What a person does with a thought: catch it, sort it, take it up, write from it."""

from portal import audit
from portal.clock import now, today
from portal.database import db
from portal.people.models import Person
from portal.standards.models.thoughts import Thought
from portal.standards.models.writing import Piece
from portal.standards.operations.writing import start_piece
from portal.web import days


def catch_thought(by: Person, *, text: str, goes_to: str = "") -> Thought:
    """Keep a thought for its person alone."""
    thought = Thought(
        organisation_id=by.organisation_id, person_id=by.id, text=text, goes_to=goes_to
    )
    db.session.add(thought)
    db.session.flush()
    audit.record(by, "standards.thought_caught", thought)
    return thought


def sort_thought(by: Person, thought: Thought, goes_to: str) -> None:
    """Say where a thought goes; it waits there until it is taken up."""
    thought.goes_to = goes_to
    db.session.flush()
    audit.record(by, "standards.thought_sorted", thought, goes_to=goes_to)


def take_up_thought(by: Person, thought: Thought, *, is_taken_up: bool) -> None:
    """Tick a thought that was taken up, or put it back on the list."""
    if thought.is_open != is_taken_up:
        return
    thought.is_open = not is_taken_up
    thought.taken_up_at = now() if is_taken_up else None
    db.session.flush()
    audit.record(by, "standards.thought_taken_up", thought, is_taken_up=is_taken_up)


def write_from_thought(by: Person, thought: Thought) -> Piece:
    """Turn a thought into a reflection that begins with its words. Twice gives the same one."""
    piece = start_piece(
        by,
        kind="reflection",
        title=f"Reflection of {days.short(today())}",
        text=thought.text,
        answers=thought,
    )
    if thought.piece_id is None:
        thought.piece_id, thought.goes_to = piece.id, "reflection"
        thought.is_open, thought.taken_up_at = False, now()
        db.session.flush()
        audit.record(by, "standards.thought_taken_up", thought, piece=str(piece.id))
    return piece
