"""Check-ins on a goal: two people say alone where one of them stands, and then compare."""

from typing import Any

from flask import Response, g, url_for

from portal.clock import today
from portal.pathways import checking_in, operations
from portal.pathways.checking_in import Asked
from portal.pathways.forms.goals import AgreedForm, CheckInForm
from portal.pathways.models import CheckIn, PathwayGoal
from portal.pathways.policies import goals as policies
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@pathways.post("/goals/<uuid:goal_id>/check-ins")
@guard(policies.change_goal, goal=PathwayGoal)
def begin_check_in(goal: PathwayGoal) -> Response:
    """Ask whoever reads my goal for a check-in."""
    place = catalogue_for(g.person.organisation, today()).by_key.get(goal.place_key)
    if goal.shared_with is None or place is None:
        return done(url_for(".my_goal"), "Share your goal first: a check-in takes two.")
    asked = [Asked(each.key, each.words) for each in place.requirements]
    begun = operations.begin_check_in(g.person, goal, asked)
    return done(url_for(".check_in", check_in_id=begun.id))


@pathways.route("/check-ins/<uuid:check_in_id>", methods=["GET", "POST"])
@guard(policies.see_check_in, check_in=CheckIn)
def check_in(check_in: CheckIn) -> Response:
    """Say where one of us stands; once both have, see both side by side."""
    mine = check_in.view_of(g.person.id)
    if not policies.say_in_check_in(g.person, check_in):
        return show("pathways/check_in.html", form=None, **_shown(check_in))
    asked = check_in.requirements
    given = mine.answers if mine else {}
    known = {f"at_{number}": given.get(each.key) for number, each in enumerate(asked)}
    form = CheckInForm.of(asked)(data=known)
    if form.is_submitted() and form.validate():
        operations.say_in_check_in(g.person, check_in, form.said(asked))
        return done(url_for(".check_in", check_in_id=check_in.id), "Saved.")
    return show("pathways/check_in.html", form=form, **_shown(check_in))


@pathways.route("/check-ins/<uuid:check_in_id>/agreed", methods=["GET", "POST"])
@guard(policies.agree_in_check_in, check_in=CheckIn)
def agree_in_check_in(check_in: CheckIn) -> Response:
    """Write down what we agreed after comparing."""
    if not check_in.is_open_to_both:
        return done(url_for(".check_in", check_in_id=check_in.id), "First both of you say yours.")
    form = AgreedForm(data={"words": check_in.agreed, "version": check_in.version})
    page = "pathways/agree_in_check_in.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(check_in):
            return conflict(page, over=check_in, form=form, check_in=check_in)
        operations.agree_in_check_in(g.person, check_in, form.words.data or "")
        return done(url_for(".check_in", check_in_id=check_in.id), "Saved for both of you.")
    return show(page, form=form, check_in=check_in)


def _shown(check_in: CheckIn) -> dict[str, Any]:
    """Both views once both are there; before that only whether each was said."""
    own = check_in.goal.person
    is_mine = g.person.id == own.id
    other = check_in.other if is_mine else own
    mine, theirs = check_in.view_of(g.person.id), check_in.view_of(other.id)
    lines = None
    if mine and theirs:
        lines = checking_in.side_by_side(check_in.requirements, mine.answers, theirs.answers)
    return {
        "check_in": check_in,
        "is_mine": is_mine,
        "other": other,
        "mine": mine,
        "theirs_is_said": theirs is not None,
        "lines": lines,
        "lead": checking_in.in_a_sentence(lines) if lines else "",
        "in_words": checking_in.IN_WORDS,
    }
