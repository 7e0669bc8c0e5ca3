"""Proposing that a year moves to another programme: it moves when the person agrees."""

from uuid import uuid4

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import queries
from portal.induction.models import Induction, ProgrammeMove
from portal.induction.models.programme_moves import AGREED, DECLINED, WITHDRAWN
from portal.induction.operations.moves import move_programme, preview_move
from portal.induction.operations.reckoning import refuse
from portal.induction.programmes import Programme
from portal.people.models import Person

OVER = "By that programme the year would be over already"


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
    refuse(objection(induction, programme))
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
    said = f"{by.name} proposes that your year goes on with {programme.name}. You decide."
    notices.tell(induction.person, said, link=_link(induction), about=induction)
    return move


def answer_move(by: Person, move: ProgrammeMove, *, agrees: bool) -> None:
    """Agree, and the year moves with all that is recorded; or keep the programme as it is.

    Raises NotPossibleError where the proposal no longer waits, or the year can not move any more.
    """
    refuse("" if move.is_waiting else "This proposal was taken back or answered already")
    if agrees:
        move_programme(by, move.induction, move.programme)
    _settle(by, move, AGREED if agrees else DECLINED)
    name, programme = move.induction.person.name, move.programme.name
    said = (
        f"{name} agreed: the year is now on {programme}."
        if agrees
        else f"{name} keeps the programme and does not move to {programme}."
    )
    link = f"/inductions/{move.induction_id}/programme"
    told = [move.proposed_by, *([move.induction.assessor] if agrees else [])]
    for each in {one.id: one for one in told if one is not None and one.id != by.id}.values():
        notices.tell(each, said, link=link, about=move.induction)


def withdraw_move(by: Person, move: ProgrammeMove) -> None:
    """Take a proposal back before it is answered; the year stays as it is."""
    if not move.is_waiting:
        return
    _settle(by, move, WITHDRAWN)
    said = f"{by.name} took back the proposal to move your year. It stays as it is."
    link = f"/inductions/{move.induction_id}/programme"
    notices.tell(move.induction.person, said, link=link, about=move.induction)


def objection(induction: Induction, programme: Programme) -> str:
    """What stands against a move today; empty where nothing does."""
    if (induction.programme_key, induction.programme_version) == (
        programme.key,
        programme.version,
    ):
        return f"The year is on {programme.name}, version {programme.version}, already"
    return OVER if preview_move(induction, programme)[1].last_on < today() else ""


def _settle(by: Person, move: ProgrammeMove, answer: str) -> None:
    move.answer, move.answered_on = answer, today()
    db.session.flush()
    audit.record(by, f"induction.move_{answer}", move, programme=_called(move))


def _called(move: ProgrammeMove) -> str:
    return f"{move.programme_key} {move.programme_version}"


def _link(induction: Induction) -> str:
    return f"/inductions/{induction.id}/proposed-move"
