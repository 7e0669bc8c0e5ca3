"""What a team wants to learn, and what its people know: written, changed, settled, taken back."""

from datetime import date

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.mentoring import team_notices
from portal.mentoring.models import KnowHow, TeamAim, TeamCoach
from portal.people.models import Person


def write_aim(
    by: Person, team: TeamCoach, *, words: str, owner: Person | None, due_on: date
) -> TeamAim:
    """Write down what the team wants to learn, whose it is, and by when; tell whose it is."""
    aim = TeamAim(
        organisation_id=team.organisation_id, unit_id=team.unit_id, unit=team.unit,
        words=words, due_on=due_on, written_by_id=by.id,
    )  # fmt: skip
    aim.owner, aim.owner_id = owner, owner.id if owner else None
    db.session.add(aim)
    db.session.flush()
    audit.record(by, "mentoring.aim_written", aim, **_facts(aim))
    _tell_owner(by, aim, team)
    return aim


def change_aim(by: Person, aim: TeamAim, *, words: str, owner: Person | None, due_on: date) -> None:
    """Change an aim of the team: its words, whose it is, or its day; tell a new owner."""
    was, before, said = aim.owner_id, _facts(aim), aim.words
    aim.words, aim.due_on = words, due_on
    aim.owner, aim.owner_id = owner, owner.id if owner else None
    if (_facts(aim), aim.words) == (before, said):
        return
    db.session.flush()
    audit.record(by, "mentoring.aim_changed", aim, before=before, after=_facts(aim))
    if aim.owner_id != was:
        _tell_owner(by, aim, aim.team_coach)


def settle_aim(by: Person, aim: TeamAim, became: str) -> None:
    """Say what became of an aim: the team met it, or set it aside. No reason is asked."""
    aim.settled_as, aim.settled_on, aim.settled_by_id = became, today(), by.id
    db.session.flush()
    audit.record(by, "mentoring.aim_settled", aim, became=became)


def share_know_how(by: Person, team: TeamCoach, *, title: str, words: str) -> KnowHow:
    """Share something that somebody knows with the team that is coached."""
    note = KnowHow(
        organisation_id=team.organisation_id, unit_id=team.unit_id, unit=team.unit,
        title=title, words=words, written_by_id=by.id, written_by=by,
    )  # fmt: skip
    db.session.add(note)
    db.session.flush()
    audit.record(by, "mentoring.know_how_shared", note)
    return note


def change_know_how(by: Person, note: KnowHow, *, title: str, words: str) -> None:
    """Change what one shared with the team."""
    if (note.title, note.words) == (title, words):
        return
    note.title, note.words = title, words
    db.session.flush()
    audit.record(by, "mentoring.know_how_changed", note)


def withdraw_know_how(by: Person, note: KnowHow) -> None:
    """Take a note back: the team no longer sees it. A second time changes nothing."""
    if not note.is_shared:
        return
    note.withdrawn_on, note.withdrawn_by_id = today(), by.id
    db.session.flush()
    audit.record(by, "mentoring.know_how_withdrawn", note)


def _facts(aim: TeamAim) -> dict[str, str | None]:
    return {
        "due_on": aim.due_on.isoformat(),
        "owner_id": str(aim.owner_id) if aim.owner_id else None,
    }


def _tell_owner(by: Person, aim: TeamAim, team: TeamCoach) -> None:
    if aim.owner is not None and aim.owner_id != by.id:
        link = f"/team-coaching/{team.id}"
        notices.tell(aim.owner, team_notices.aim_given(by, aim), link=link, about=aim)
