"""Teams that are coached: all I see, one of them, naming a coach and ending it."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import gatherings, operations, policies, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import EndTeamCoachForm, NameTeamCoachForm
from portal.mentoring.models import TeamCoach
from portal.mentoring.views.blueprint import mentoring
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@mentoring.get("/team-coaching")
@guard(policies.see_team_coaching)
def team_coaching() -> Response:
    """The teams that I coach, work in or manage; for the coordinator all that are coached."""
    page = queries.team_coaches_page(g.person, request.args.get("after"))
    return show("mentoring/team_coaching.html", page=page)


@mentoring.get("/team-coaching/export")
@guard(policies.see_team_coaching)
def export_team_coaching() -> Response:
    """The teams that are coached as a file."""
    rows = (
        (each.unit.name, each.coach.name, each.started_on, each.ended_on, last_on)
        for each, last_on, _ in queries.every_team_coach(g.person)
    )
    headings = ("Team", "Coach", "Since", "Until", "Last session")
    return take_away("mentoring.team_coaching", "Team coaching", headings, rows, of=g.person)


@mentoring.get("/team-coaching/<uuid:team_coach_id>")
@guard(policies.see_team, team_coach=TeamCoach)
def team(team_coach: TeamCoach) -> Response:
    """One team: its coach, what it wants to learn, its last sessions, and what its people know."""
    return show(
        "mentoring/team.html",
        team=team_coach,
        aims=queries.aims_of(team_coach),
        met=queries.team_sessions_page(team_coach.unit_id, None, queries.FEW),
        notes=queries.know_how_page(team_coach, None, queries.FEW),
        in_words=gatherings.in_words,
    )


@mentoring.get("/team-coaching/<uuid:team_coach_id>/sessions")
@guard(policies.see_team, team_coach=TeamCoach)
def team_sessions(team_coach: TeamCoach) -> Response:
    """All sessions of one team, last first."""
    page = queries.team_sessions_page(team_coach.unit_id, request.args.get("after"))
    return show("mentoring/team_sessions.html", team=team_coach, page=page)


@mentoring.get("/team-coaching/<uuid:team_coach_id>/sessions/export")
@guard(policies.see_team, team_coach=TeamCoach)
def export_team_sessions(team_coach: TeamCoach) -> Response:
    """All sessions of one team as a file: how many were there, and not who."""
    rows = (
        (each.held_on, gatherings.in_words(each.form), each.title, each.minutes, there)
        for each, there in queries.every_team_session(team_coach.unit_id)
    )
    headings = ("Day", "What it was", "Called", "Minutes", "People")
    name = f"Sessions of {team_coach.unit.name}"
    return take_away("mentoring.team_sessions", name, headings, rows, of=team_coach)


@mentoring.route("/team-coaching/new", methods=["GET", "POST"])
@guard(policies.name_team_coach)
def name_team_coach() -> Response:
    """Name who coaches a whole team."""
    form = NameTeamCoachForm()
    organisation_id, day = g.person.organisation_id, today()
    coaches = [each for each in queries.coaches(organisation_id, day) if "coach" in each.roles]
    form.offer(coaches, queries.teams_to_coach(organisation_id, day))
    if form.validate_on_submit():
        try:
            made = operations.name_team_coach(g.person, **form.named())
        except NotEligibleError as refusal:
            form.coach.errors = list(refusal.args)
        else:
            said = f"{made.coach.name} coaches {made.unit.name}"
            return done(url_for(".team_coaching"), f"{said} from {days.in_words(made.started_on)}.")
    return show("mentoring/name_team_coach.html", form=form)


@mentoring.route("/team-coaching/<uuid:team_coach_id>/ending", methods=["GET", "POST"])
@guard(policies.end_team_coach, team_coach=TeamCoach)
def end_team_coach(team_coach: TeamCoach) -> Response:
    """End the coaching of a team, after a page that says what follows."""
    form = EndTeamCoachForm(obj=team_coach)
    page = "mentoring/end_team_coach.html"
    if form.validate_on_submit():
        if form.is_stale(team_coach):
            return conflict(page, over=team_coach, form=form, team=team_coach)
        operations.end_team_coach(g.person, team_coach)
        return done(url_for(".team_coaching"), f"The coaching of {team_coach.unit.name} has ended.")
    return show(page, form=form, team=team_coach)
