"""Moving somebody from one framework to another, and undoing it; evidence goes with them."""

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.people.models import Person
from portal.standards import frameworks, mapping, queries
from portal.standards.frameworks import Framework, Move
from portal.standards.models.evidence import StandardShown, StandardsMove

LINK = "/evidence"


class NotYetInForceError(Exception):
    """The new standards are not in force yet; its words say from when."""


class NotTheLastMoveError(Exception):
    """The person has moved on since, or this move is undone already."""


def move_standards(by: Person, person: Person, *, old: Framework, move: Move) -> StandardsMove:
    """Move somebody to another framework: each mark is carried along, and none is taken away.

    Whoever follows the new framework already through this move is left as they are. Raises
    NotYetInForceError before the first day of the new framework.
    """
    objection = mapping.objection(frameworks.known(move.to_key), today())
    if objection:
        raise NotYetInForceError(objection)
    last = queries.last_move(person.id)
    if last is not None and (last.from_key, last.to_key) == (move.from_key, move.to_key):
        return last
    made = StandardsMove(
        organisation_id=person.organisation_id,
        person_id=person.id,
        from_key=old.key,
        to_key=move.to_key,
        moved_by_id=by.id,
    )
    db.session.add(made)
    db.session.flush()
    added = _carry(by, person, made, move)
    facts = {"from": old.key, "to": move.to_key, "carried": added}
    audit.record(by, "standards.moved", made, person_id=str(person.id), **facts)
    new = frameworks.known(move.to_key).short_name
    _tell(by, person, f"{by.name} moved your evidence to new standards: {new}. Nothing was lost.")
    return made


def undo_move(by: Person, person: Person, move: StandardsMove) -> None:
    """Take a move back: the marks that it added go, and everything chosen by hand stays.

    Raises NotTheLastMoveError where it is not the person's last move.
    """
    last = queries.last_move(person.id)
    if last is None or last.id != move.id:
        raise NotTheLastMoveError
    for mark in queries.marks_carried(move):
        db.session.delete(mark)
    move.undone_at = now()
    audit.record(by, "standards.move_undone", move, person_id=str(person.id))
    old = frameworks.known(move.from_key).short_name
    _tell(by, person, f"{by.name} moved your evidence back to: {old}. Nothing was lost.")


def _carry(by: Person, person: Person, made: StandardsMove, move: Move) -> int:
    marks = queries.chosen_marks(person.id, move.from_key)
    there = set(queries.every_mark(person.id, move.to_key))
    added = mapping.carried(marks, there, move)
    db.session.add_all(
        StandardShown(
            organisation_id=person.organisation_id,
            evidence_id=piece,
            person_id=person.id,
            framework_key=move.to_key,
            standard_key=key,
            by_id=by.id,
            move_id=made.id,
        )
        for piece, key in added
    )
    return len(added)


def _tell(by: Person, person: Person, sentence: str) -> None:
    if by.id != person.id:
        notices.tell(person, sentence, link=LINK, about=person)
