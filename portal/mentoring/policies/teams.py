"""Who may see a team that is coached, and do what for it.

Access follows the relationship: whoever coaches the team, works in it or manages it. The
coordinator sees which team is coached by whom and when it last met, and nothing that it writes.
"""

from portal.mentoring.models import KnowHow, Session, TeamAim, TeamCoach
from portal.people.models import Person


def see_team_coaching(person: Person) -> bool:
    """Everybody who works here: teams they coach, work in or manage; all for the coordinator."""
    return person.is_active


def see_team(person: Person, team: TeamCoach) -> bool:
    """The coach until it ends, who works in the team, and who manages it or covers for that."""
    return team.has_as_coach(person) or team.has_in_it(person) or team.is_managed_by(person)


def name_team_coach(person: Person) -> bool:
    """The coordinator names who coaches a whole team."""
    return person.has_role("coordinator")


def end_team_coach(person: Person, team: TeamCoach) -> bool:
    """The coach and the coordinator, while nobody has ended it."""
    is_mine = person.id == team.coach_id or person.has_role("coordinator")
    return is_mine and not team.has_ended


def log_team_session(person: Person, team: TeamCoach) -> bool:
    """Whoever coaches the team, on the days on which they do."""
    return team.is_coached_by(person)


def write_aim(person: Person, team: TeamCoach) -> bool:
    """Whoever coaches the team now, and who manages it or covers for that."""
    return team.covers_today and (team.is_coached_by(person) or team.is_managed_by(person))


def change_aim(person: Person, aim: TeamAim) -> bool:
    """Whoever coaches the team, who manages it or covers for that, and whose aim it is."""
    if not aim.is_open:
        return False
    return _leads(person, aim) or (person.id == aim.owner_id and aim.has_in_it(person))


def settle_aim(person: Person, aim: TeamAim) -> bool:
    """Whoever coaches the team, who manages it or covers for that, and whose aim it is."""
    return change_aim(person, aim)


def share_know_how(person: Person, team: TeamCoach) -> bool:
    """Whoever coaches the team now, and who works in it."""
    return team.covers_today and (team.is_coached_by(person) or team.has_in_it(person))


def change_know_how(person: Person, note: KnowHow) -> bool:
    """Whoever wrote it, while they coach the team or work in it."""
    is_mine = note.is_shared and person.id == note.written_by_id
    return is_mine and (note.is_coached_by(person) or note.has_in_it(person))


def withdraw_know_how(person: Person, note: KnowHow) -> bool:
    """Whoever wrote it or coaches the team."""
    return note.is_shared and (person.id == note.written_by_id or note.is_coached_by(person))


def see_my_groups(person: Person) -> bool:
    """Everybody who works here: the group sessions that they led or were at."""
    return person.is_active


def correct_group(person: Person, session: Session) -> bool:
    """Whoever led the group session, for 14 days after it was held or logged."""
    return session.is_group and session.led_by_id == person.id and session.is_correctable


def _leads(person: Person, row: TeamAim) -> bool:
    return row.is_coached_by(person) or row.is_managed_by(person)
