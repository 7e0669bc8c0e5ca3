"""What a team's people know: all of it, sharing a note, changing it, taking it back."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import KnowHowChangeForm, KnowHowForm
from portal.mentoring.models import KnowHow, TeamCoach
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@mentoring.get("/team-coaching/<uuid:team_coach_id>/know-how")
@guard(policies.see_team, team_coach=TeamCoach)
def know_how(team_coach: TeamCoach) -> Response:
    """All that the people of a team have shared of what they know, last first."""
    page = queries.know_how_page(team_coach, request.args.get("after"))
    return show("mentoring/know_how.html", team=team_coach, page=page)


@mentoring.get("/team-coaching/<uuid:team_coach_id>/know-how/export")
@guard(policies.see_team, team_coach=TeamCoach)
def export_know_how(team_coach: TeamCoach) -> Response:
    """All that the people of a team know, as a file."""
    rows = (
        (each.written_at.date(), each.written_by.name, each.title, each.words)
        for each in queries.every_know_how(team_coach)
    )
    headings = ("Day", "By", "About", "Know-how")
    name = f"Know-how of {team_coach.unit.name}"
    return take_away("mentoring.know_how", name, headings, rows, of=team_coach)


@mentoring.route("/team-coaching/<uuid:team_coach_id>/know-how/new", methods=["GET", "POST"])
@guard(policies.share_know_how, team_coach=TeamCoach)
def share_know_how(team_coach: TeamCoach) -> Response:
    """Share something that I know with the team."""
    form = KnowHowForm()
    if form.validate_on_submit():
        operations.share_know_how(
            g.person, team_coach, title=form.title.data or "", words=form.words.data or ""
        )
        return done(_page(team_coach), "Shared with your team.")
    return show("mentoring/share_know_how.html", form=form, team=team_coach)


@mentoring.route("/know-how/<uuid:know_how_id>/change", methods=["GET", "POST"])
@guard(policies.change_know_how, know_how=KnowHow)
def change_know_how(know_how: KnowHow) -> Response:
    """Change what I shared."""
    form = KnowHowChangeForm(note=know_how)
    page = "mentoring/change_know_how.html"
    if form.validate_on_submit():
        if form.is_stale(know_how):
            return conflict(page, over=know_how, form=form, note=know_how)
        operations.change_know_how(
            g.person, know_how, title=form.title.data or "", words=form.words.data or ""
        )
        return done(_page(know_how.team_coach), "Your note is changed.")
    return show(page, form=form, note=know_how)


@mentoring.post("/know-how/<uuid:know_how_id>/withdrawal")
@guard(policies.withdraw_know_how, know_how=KnowHow)
def withdraw_know_how(know_how: KnowHow) -> Response:
    """Take a note back, so that the team no longer sees it."""
    operations.withdraw_know_how(g.person, know_how)
    return done(_page(know_how.team_coach), f"“{know_how.title}” is taken back.")


def _page(team: TeamCoach) -> str:
    return url_for(".know_how", team_coach_id=team.id)
