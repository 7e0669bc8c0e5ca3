"""Proposing that a year moves to another programme: it moves when the person agrees."""

from uuid import uuid4

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import move_notices as sentences
from portal.induction import queries
from portal.induction.models import Induction, ProgrammeMove
from portal.induction.models.programme_moves import AGREED, DECLINED, WITHDRAWN
from portal.induction.operations.moves import move_programme, objection, preview_move
from portal.induction.operations.reckoning import refuse
from portal.induction.programmes import Programme
from portal.people.models import Person


def propose_move(by: Person, induction: Induction, programme: Programme) -> ProgrammeMove:
    """Propose another programme to the person whose year it is; nothing changes yet.

    Raises NotPossibleError where another proposal waits, the year is on that programme already,
    or would be over by it.
    """
    refuse(
        "Another move waits for an answer. Take it back first"
        if queries.waiting_move(induction.id)
        else ""
    )
    _, terms = preview_move(induction, programme)
    refuse(objection(induction, programme, terms))
    move = ProgrammeMove(
        id=uuid4(),
        organisation_id=induction.organisation_id,
        induction_id=induction.id,
        induction=induction,
        programme_key=programme.key,
        programme_version=programme.version,
        proposed_by_id=by.id,
        proposed_on=today(),
    )
    db.session.add(move)
    db.session.flush()
    audit.record(by, "induction.move_proposed", move, programme=_called(move))
    link = f"/inductions/{induction.id}/proposed-move"
    notices.tell(induction.person, sentences.proposed(by, move), link=link, about=move)
    return move


def answer_move(by: Person, move: ProgrammeMove, *, agrees: bool) -> None:
    """Agree, and the year moves with all that is recorded; or keep the programme as it is.

    Raises NotPossibleError where the proposal no longer waits, or the year cannot move any more.
    """
    refuse("" if move.is_waiting else "This proposal was taken back or answered already")
    if agrees:
        move_programme(by, move.induction, move.programme)
    _settle(by, move, AGREED if agrees else DECLINED)
    said, link = sentences.answered(move, agrees=agrees), _programme_of(move)
    told = [move.proposed_by, *([move.induction.assessor] if agrees else [])]
    for each in {one.id: one for one in told if one is not None and one.id != by.id}.values():
        notices.tell(each, said, link=link, about=move)


def withdraw_move(by: Person, move: ProgrammeMove) -> None:
    """Take a proposal back before it is answered; the year stays as it is."""
    if not move.is_waiting:
        return
    _settle(by, move, WITHDRAWN)
    said, link = sentences.withdrawn(by), _programme_of(move)
    notices.tell(move.induction.person, said, link=link, about=move)


def _settle(by: Person, move: ProgrammeMove, answer: str) -> None:
    move.answer, move.answered_on = answer, today()
    db.session.flush()
    audit.record(by, f"induction.move_{answer}", move, programme=_called(move))


def _called(move: ProgrammeMove) -> str:
    return f"{move.programme_key} {move.programme_version}"


def _programme_of(move: ProgrammeMove) -> str:
    return f"/inductions/{move.induction_id}/programme"
