"""My goal on the pathway: setting it, planning, sharing it with one person, ending it."""

from typing import Any
from uuid import UUID

from flask import Response, abort, g, redirect, url_for

from portal.clock import today
from portal.pathways import operations, queries
from portal.pathways.catalogue import Place
from portal.pathways.forms.goals import EndGoalForm, GoalForm, ShareGoalForm, StepForm
from portal.pathways.models import GoalStep, PathwayGoal
from portal.pathways.policies import goals as policies
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.showing import Shown, showing
from portal.pathways.views.blueprint import pathways
from portal.pathways.views.lattice import place_called
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@pathways.post("/pathway/<string:place_key>/goal")
@guard(policies.see_own_goal)
def set_goal(place_key: str) -> Response:
    """Make a place my goal."""
    place = place_called(catalogue_for(g.person.organisation, today()), place_key)
    operations.set_goal(g.person, place)
    return done(url_for(".my_goal"), f"Your goal is {place.title}. It is yours alone.")


@pathways.route("/pathway/goal", methods=["GET", "POST"])
@guard(policies.see_own_goal)
def my_goal() -> Response:
    """What I want to become, my plan, and what I could do next."""
    goal = queries.goal_of(g.person)
    form = StepForm()
    before = queries.ended_goals(g.person)
    if goal is None:
        return show("pathways/my_goal.html", goal=None, form=None, before=before)
    if form.is_submitted() and form.validate():
        operations.plan_step(
            g.person, goal, (form.words.data or "").strip(), due_on=form.due_on.data,
            requirement_key=form.requirement_key.data or "",
        )  # fmt: skip
        return done(url_for(".my_goal"), "The step is in your plan.")
    return show("pathways/my_goal.html", form=form, before=before, **_shown(goal))


@pathways.get("/goals")
@guard(policies.see_shared_goals)
def goals() -> Response:
    """The goals that others share with me."""
    return show("pathways/goals.html", goals=queries.shared_with(g.person))


@pathways.get("/goals/<uuid:goal_id>")
@guard(policies.see_goal, goal=PathwayGoal)
def goal(goal: PathwayGoal) -> Response:
    """A goal that is shared with me, with its plan; my own stands on its own page."""
    if goal.person_id == g.person.id and goal.is_open:
        return redirect(url_for(".my_goal"), 303)  # type: ignore[return-value]
    return show("pathways/goal.html", goal=goal, check_ins=queries.check_ins_on(goal))


@pathways.route("/goals/<uuid:goal_id>/change", methods=["GET", "POST"])
@guard(policies.change_goal, goal=PathwayGoal)
def change_goal(goal: PathwayGoal) -> Response:
    """Why I want it, and by when."""
    form = GoalForm(obj=goal)
    page = "pathways/change_goal.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(goal):
            return conflict(page, over=goal, form=form, goal=goal)
        operations.change_goal(g.person, goal, why=form.why.data or "", by_on=form.by_on.data)
        return done(url_for(".my_goal"), "Your goal is saved.")
    return show(page, form=form, goal=goal)


@pathways.route("/goals/<uuid:goal_id>/sharing", methods=["GET", "POST"])
@guard(policies.change_goal, goal=PathwayGoal)
def share_goal(goal: PathwayGoal) -> Response:
    """Share my goal with my manager, coach or mentor, or keep it to myself."""
    people = queries.who_may_read(g.person)
    now = {"reader": str(goal.shared_with_id or ""), "version": goal.version}
    form = ShareGoalForm(data=now)
    form.offer(people, goal.shared_with)
    page = "pathways/share_goal.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(goal):
            return conflict(page, over=goal, form=form, goal=goal, people=people)
        reader = _chosen(people, goal, form.reader.data)
        operations.share_goal(g.person, goal, reader)
        said = f"{reader.name} may read your goal." if reader else "Your goal is yours alone."
        return done(url_for(".my_goal"), said)
    return show(page, form=form, goal=goal, people=people)


@pathways.route("/goals/<uuid:goal_id>/ending", methods=["GET", "POST"])
@guard(policies.change_goal, goal=PathwayGoal)
def end_goal(goal: PathwayGoal) -> Response:
    """Say that I reached my goal, or let it go."""
    form = EndGoalForm(data={"version": goal.version})
    if form.is_submitted() and form.validate():
        operations.end_goal(g.person, goal, form.ended_as.data)
        return done(url_for(".my_pathway"), "Your goal is ended.")
    return show("pathways/end_goal.html", form=form, goal=goal)


@pathways.post("/goal-steps/<uuid:goal_step_id>/done")
@guard(policies.change_step, goal_step=GoalStep)
def mark_step(goal_step: GoalStep) -> Response:
    """Mark a step of my plan as done, or open it again."""
    is_done = goal_step.done_on is None
    operations.mark_step(g.person, goal_step, is_done=is_done)
    return done(url_for(".my_goal"), "Marked as done." if is_done else "Open again.")


@pathways.post("/goal-steps/<uuid:goal_step_id>/removal")
@guard(policies.change_step, goal_step=GoalStep)
def remove_step(goal_step: GoalStep) -> Response:
    """Take a step out of my plan."""
    operations.remove_step(g.person, goal_step)
    return done(url_for(".my_goal"), "The step is taken out.")


def _shown(goal: PathwayGoal) -> dict[str, Any]:
    """What my goal's page says: the place as the catalogue has it now, and what is left to show."""
    catalogue = catalogue_for(g.person.organisation, today())
    place = catalogue.by_key.get(goal.place_key)
    return {
        "goal": goal,
        "place": place,
        "proposals": _proposals(goal, place) if place else [],
        "check_ins": queries.check_ins_on(goal),
    }


def _proposals(goal: PathwayGoal, place: Place) -> list[Shown]:
    """What the place asks, is not shown yet and stands in no step of the plan."""
    facts = queries.facts_of(
        g.person, catalogue_for(g.person.organisation, today()), today(), [place]
    )
    planned = {step.requirement_key for step in goal.steps}
    return [
        each
        for each in showing(place, facts, today())
        if not each.is_shown and each.requirement.key not in planned
    ]


def _chosen(people: list[Person], goal: PathwayGoal, chosen: str) -> Person | None:
    if not chosen:
        return None
    offered = {person.id: person for person in [*people, *filter(None, [goal.shared_with])]}
    return offered.get(UUID(chosen)) or abort(404)
