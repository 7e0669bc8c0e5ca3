"""The assessor of a year: chosen where there is none, and handed over by three on a day."""

from collections.abc import Callable
from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import handing_over, signing
from portal.induction import notices as enrolling
from portal.induction import signing_notices as sentences
from portal.induction.models import HandOver, Induction
from portal.induction.operations.reckoning import iso, refuse, tell
from portal.induction.operations.signatures import sign, void
from portal.induction.queries import handovers as queries
from portal.people.models import Person


def choose_assessor(by: Person, induction: Induction, assessor: Person) -> HandOver:
    """Let somebody assess a year that has no assessor, from today or its first day.

    Raises NotPossibleError with the sentence that says why somebody cannot.
    """
    return _become(by, induction, assessor, max(today(), induction.started_on))


def plan_hand_over(
    by: Person, induction: Induction, assessor: Person, *, from_on: date
) -> HandOver:
    """Plan that another assesses a year from a day on; the three are told and confirm it.

    Raises NotPossibleError with the sentence that says why it cannot be.
    """
    return _become(by, induction, assessor, from_on)


def write_agreed_actions(by: Person, hand_over: HandOver, words: str) -> None:
    """Write down what the three agreed to do. Other words make confirmations void."""
    refuse("This hand-over was taken back" if hand_over.taken_back_on else "")
    if hand_over.actions == words:
        return
    hand_over.actions, hand_over.confirmed_on = words, None
    audit.record(by, "induction.agreed_actions_saved", hand_over)
    void(by, hand_over, "The agreed actions were changed")


def confirm_hand_over(by: Person, hand_over: HandOver, *, party: str, digest: str) -> None:
    """Confirm as one of the three. Raises StaleTextError for a text that was not read."""
    refuse("This hand-over was taken back" if hand_over.taken_back_on else "")
    is_whole = sign(
        by, hand_over, party=party, digest=digest, statement=handing_over.STATEMENT,
        parties=signing.OF_A_HAND_OVER,
    )  # fmt: skip
    if is_whole and hand_over.confirmed_on is None:
        hand_over.confirmed_on = today()
        audit.record(by, "induction.hand_over_confirmed", hand_over)


def take_back_hand_over(by: Person, hand_over: HandOver) -> None:
    """Take a planned hand-over back before its day; the assessor stays who it is.

    Raises NotPossibleError from its day on.
    """
    if hand_over.taken_back_on is not None:
        return
    refuse("" if hand_over.is_planned else "Its day has come. Plan a hand-over back instead")
    induction = hand_over.induction
    hand_over.taken_back_on = today()
    induction.next_assessor_id = induction.next_assessor_from = None
    induction.next_assessor = None
    audit.record(by, "induction.hand_over_taken_back", hand_over)
    void(by, hand_over, "The hand-over was taken back")
    _tell_the_three(by, hand_over, sentences.hand_over_taken_back)


def _become(by: Person, induction: Induction, assessor: Person, from_on: date) -> HandOver:
    refuse(handing_over.objection(_asked(induction, assessor, from_on), today()))
    before = induction.assessor
    _settle(induction)
    if before is None:
        induction.assessor_id, induction.chosen_assessor = assessor.id, assessor
    else:
        induction.next_assessor_id, induction.next_assessor_from = assessor.id, from_on
        induction.next_assessor = assessor
    made = HandOver(
        organisation_id=induction.organisation_id, induction_id=induction.id, induction=induction,
        from_id=before.id if before else None, before=before, to_id=assessor.id, after=assessor,
        from_on=from_on, planned_by_id=by.id, planned_on=today(),
    )  # fmt: skip
    db.session.add(made)
    facts = {"from_id": str(made.from_id), "to_id": str(made.to_id), "from_on": iso(from_on)}
    audit.record(by, "induction.assessor_changed", made, **facts)
    if before is None:
        tell(by, induction, sentences.assessor_chosen(induction, assessor))
        if assessor.id != by.id:
            said = enrolling.now_assessing([induction])
            notices.tell(assessor, said, link="/inductions", about=induction)
    else:
        _tell_the_three(by, made, sentences.hand_over_planned)
    return made


def _settle(induction: Induction) -> None:
    """Let an earlier hand-over that has taken effect be the standing choice."""
    if induction.todays_assessor_id != induction.assessor_id:
        induction.assessor_id = induction.todays_assessor_id
        induction.chosen_assessor = induction.next_assessor
        induction.next_assessor_id = induction.next_assessor_from = None
        induction.next_assessor = None


def _asked(induction: Induction, assessor: Person, from_on: date) -> handing_over.Asked:
    planned_from = induction.next_assessor_from
    planned = induction.next_assessor if planned_from and planned_from > today() else None
    return handing_over.Asked(
        assessor_id=assessor.id,
        name=assessor.name,
        worker_id=induction.person_id,
        worker=induction.person.name,
        from_on=from_on,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        today_assessor_id=induction.todays_assessor_id,
        planned_for=planned.name if planned else "",
        is_mentor=queries.is_mentor_of(assessor.id, induction.person_id),
    )


def _tell_the_three(
    by: Person, hand_over: HandOver, said: Callable[[HandOver, Person], str]
) -> None:
    three = (hand_over.induction.person, hand_over.before, hand_over.after)
    for one in three:
        if one is not None and one.id != by.id:
            link = f"/hand-overs/{hand_over.id}"
            notices.tell(one, said(hand_over, one), link=link, about=hand_over)
