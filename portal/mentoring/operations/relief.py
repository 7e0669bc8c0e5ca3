"""A coach's relief from casework: asked for, agreed, given or not, ended."""

from datetime import date

from portal import audit, notices
from portal.clock import now, today
from portal.database import db
from portal.mentoring import queries, team_notices
from portal.mentoring.models import NOT_GIVEN, CoachRelief, ReliefMonth
from portal.people.models import Person
from portal.people.queries import managers_of


class AlreadyPlannedReliefError(Exception):
    """The coach has a relief that nobody has ended: it is the one to end first."""

    def __init__(self, first: CoachRelief) -> None:
        super().__init__("There is a relief already.")
        self.first = first


def plan_relief(by: Person, *, measure: str, amount: int, started_on: date) -> CoachRelief:
    """Ask for relief from casework in order to coach, and tell who manages one.

    Raises AlreadyPlannedReliefError with the relief that nobody has ended.
    """
    first = queries.open_relief_of(by)
    if first is not None:
        raise AlreadyPlannedReliefError(first)
    relief = CoachRelief(
        organisation_id=by.organisation_id, coach_id=by.id, coach=by, measure=measure,
        amount=amount, started_on=started_on, planned_by_id=by.id,
    )  # fmt: skip
    db.session.add(relief)
    db.session.flush()
    audit.record(by, "mentoring.relief_planned", relief, **_facts(relief))
    managers = managers_of([by.id], today())[by.id]
    for reader, _ in queries.people_who_were_there(managers, today()):
        said = team_notices.relief_planned(by, relief)
        notices.tell(reader, said, link=f"/relief/{relief.id}", about=relief)
    return relief


def agree_to_relief(by: Person, relief: CoachRelief) -> None:
    """Agree to the relief of a coach whom one manages, and tell them. Twice changes nothing."""
    if relief.is_agreed:
        return
    relief.agreed_by_id, relief.agreed_on = by.id, today()
    db.session.flush()
    audit.record(by, "mentoring.relief_agreed", relief, **_facts(relief))
    said = team_notices.relief_agreed(by, relief)
    notices.tell(relief.coach, said, link=f"/relief/{relief.id}", about=relief)


def say_relief_month(
    by: Person, relief: CoachRelief, *, month_on: date, became: str, reason: str
) -> ReliefMonth:
    """Say whether the relief of a month was given; said again, the later word stands.

    The coach hears it at once where somebody else says that it was not given; others only later.
    """
    reason = reason if became == NOT_GIVEN else ""
    said = next((each for each in relief.months if each.month_on == month_on), None)
    if said is not None and (said.became, said.reason) == (became, reason):
        return said
    was = said.became if said else None
    if said is None:
        said = ReliefMonth(
            organisation_id=relief.organisation_id, relief_id=relief.id, month_on=month_on
        )
        db.session.add(said)
    said.became, said.reason, said.said_by_id, said.said_at = became, reason, by.id, now()
    db.session.flush()
    facts = {"month_on": month_on.isoformat(), "became": became, "reason": reason, "was": was}
    audit.record(by, "mentoring.relief_month_said", relief, **facts)
    if became == NOT_GIVEN and by.id != relief.coach_id:
        words = team_notices.relief_not_given(by, said)
        notices.tell(relief.coach, words, link=f"/relief/{relief.id}", about=relief)
    return said


def end_relief(by: Person, relief: CoachRelief) -> None:
    """End the relief of a coach with today as its last day, and tell the coach."""
    relief.ended_on = max(today(), relief.started_on)
    db.session.flush()
    audit.record(by, "mentoring.relief_ended", relief, ended_on=relief.ended_on.isoformat())
    if by.id != relief.coach_id:
        said = team_notices.relief_ended(by, relief)
        notices.tell(relief.coach, said, link=f"/relief/{relief.id}", about=relief)


def _facts(relief: CoachRelief) -> dict[str, str | int]:
    first = relief.started_on.isoformat()
    return {"measure": relief.measure, "amount": relief.amount, "started_on": first}
