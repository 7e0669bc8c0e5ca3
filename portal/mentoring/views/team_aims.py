"""What a team wants to learn: writing an aim, changing it, saying what became of it."""

from uuid import UUID

from flask import Response, g, request, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import AimChangeForm, AimForm, AimSettlingForm, whose
from portal.mentoring.models import TeamAim, TeamCoach
from portal.mentoring.views.blueprint import mentoring
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@mentoring.route("/team-coaching/<uuid:team_coach_id>/aims/new", methods=["GET", "POST"])
@guard(policies.write_aim, team_coach=TeamCoach)
def write_aim(team_coach: TeamCoach) -> Response:
    """Write down what the team wants to learn, whose it is, and by when."""
    form = AimForm()
    form.offer(_people(team_coach.unit_id))
    if form.validate_on_submit():
        operations.write_aim(g.person, team_coach, **form.aim())
        return done(_page(team_coach), "The aim stands in the learning plan.")
    return show("mentoring/write_aim.html", form=form, team=team_coach)


@mentoring.route("/team-aims/<uuid:aim_id>/change", methods=["GET", "POST"])
@guard(policies.change_aim, aim=TeamAim)
def change_aim(aim: TeamAim) -> Response:
    """Change what an aim says, whose it is, or its day."""
    form = AimChangeForm(aim=aim)
    form.offer(whose(aim, _people(aim.unit_id)))
    page = "mentoring/change_aim.html"
    if form.validate_on_submit():
        if form.is_stale(aim):
            return conflict(page, over=aim, form=form, aim=aim)
        operations.change_aim(g.person, aim, **form.aim())
        return done(_page(aim.team_coach), "The aim is changed.")
    return show(page, form=form, aim=aim)


@mentoring.route("/team-aims/<uuid:aim_id>/outcome", methods=["GET", "POST"])
@guard(policies.settle_aim, aim=TeamAim)
def settle_aim(aim: TeamAim) -> Response:
    """Say that the team met an aim, or that it set it aside."""
    form = AimSettlingForm(None if request.method == "GET" else request.form, obj=aim)
    page = "mentoring/settle_aim.html"
    if form.validate_on_submit():
        if form.is_stale(aim):
            return conflict(page, over=aim, form=form, aim=aim)
        operations.settle_aim(g.person, aim, form.became.data)
        return done(_page(aim.team_coach), "What became of the aim is kept.")
    return show(page, form=form, aim=aim)


def _people(unit_id: UUID) -> list[Person]:
    """The people of the team, whether or not they are away today."""
    return [person for person, _ in queries.people_of_team(unit_id, today())]


def _page(team: TeamCoach) -> str:
    return url_for(".team", team_coach_id=team.id)
