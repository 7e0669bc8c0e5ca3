"""What is done about a coach of a whole team: they are named, and it ends."""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import established, queries, team_notices
from portal.mentoring.eligibility import NotEligibleError, Somebody
from portal.mentoring.models import TeamCoach
from portal.mentoring.when import Span
from portal.people.models import Person, Unit
from portal.people.queries import managers_of


def name_team_coach(
    by: Person, coach: Person, unit: Unit, *, started_on: date, has_asked: bool = False
) -> TeamCoach:
    """Name who coaches a whole team from a day on, and tell them, the team and who manages it.

    `has_asked` says that the coordinator has asked for how long the coach has been qualified,
    where the portal does not know. Raises NotEligibleError with the sentence of what stands
    against it.
    """
    has = established.experience(coach.qualified_on, started_on)
    said = established.objection(
        Somebody(coach.id, coach.name), unit.name, has=has, is_known_here=has_asked,
        manages_it=queries.manages_in(coach, unit.id, today()), span=Span(started_on),
        today=today(),
        already=[each.span for each in queries.coaching_of(unit.id) if each.coach_id == coach.id],
    )  # fmt: skip
    if said:
        raise NotEligibleError(said)
    team = TeamCoach(
        organisation_id=by.organisation_id, coach_id=coach.id, coach=coach, unit_id=unit.id,
        unit=unit, started_on=started_on, named_by_id=by.id,
    )  # fmt: skip
    db.session.add(team)
    db.session.flush()
    facts = {"started_on": started_on.isoformat(), "experience": has, "asked": has_asked}
    audit.record(by, "mentoring.team_coach_named", team, **facts)
    _tell_all(by, team)
    return team


def end_team_coach(by: Person, team: TeamCoach) -> None:
    """End the coaching of a team with today as its last day, and tell the coach.

    What has not begun yet keeps its first day as its only one. Nobody is asked for a reason.
    """
    team.ended_on = max(today(), team.started_on)
    db.session.flush()
    audit.record(by, "mentoring.team_coach_ended", team, ended_on=team.ended_on.isoformat())
    if by.id != team.coach_id:
        notices.tell(team.coach, team_notices.ended(by, team), link="/team-coaching", about=team)


def _tell_all(by: Person, team: TeamCoach) -> None:
    """Tell the coach, everybody in the team, and who manages it."""
    link = f"/team-coaching/{team.id}"
    if by.id != team.coach_id:
        notices.tell(team.coach, team_notices.named(by, team), link=link, about=team)
    people = [person for person, _ in queries.people_of_team(team.unit_id, today(), team.coach_id)]
    of_each = managers_of([person.id for person in people], today())
    known = {by.id, team.coach_id, *(person.id for person in people)}
    managing = {each for managers in of_each.values() for each in managers} - known
    people += [person for person, _ in queries.people_who_were_there(managing, today())]
    for reader in people:
        if reader.id != by.id:
            notices.tell(reader, team_notices.named_to_team(team), link=link, about=team)
