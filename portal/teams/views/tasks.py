"""Kinds of task of a team: who does them, under whose direction, and what that frees."""

from flask import Response, g, url_for

from portal.clock import today
from portal.people.models import Unit
from portal.people.operations.refusals import AnswerRefusedError
from portal.teams import operations, policies, queries, tasks
from portal.teams.forms.tasks import ChangeTaskForm, GiveTaskForm
from portal.teams.modelling import Model
from portal.teams.models import TeamTask
from portal.teams.views.blueprint import teams as blueprint
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@blueprint.get("/teams/<uuid:unit_id>/tasks")
@guard(policies.see_team, unit=Unit)
def team_tasks(unit: Unit) -> Response:
    """Which kind of task is done by whom in a team, and the hours that frees."""
    model = queries.team_of(unit, today()).model
    given = queries.tasks_of(unit, today())
    here = queries.colleagues(unit, model, today()).by_id.keys() if model else set()
    rows = [(each, tasks.lacks(each.given, here)) for each in given]
    lacking = sum(bool(said) for _, said in rows)
    kinds = {each.kind for each in given}
    return show(
        "teams/team_tasks.html",
        unit=unit,
        model=model,
        rows=rows,
        words=tasks.words([each.given for each in given], lacking),
        open_kinds=[each for each in model.tasks if each.key not in kinds] if model else [],
        as_hours=tasks.as_hours,
    )


@blueprint.route("/teams/<uuid:unit_id>/tasks/new", methods=["GET", "POST"])
@guard(policies.give_task, unit=Unit)
def give_task(unit: Unit) -> Response:
    """Give a kind of task of the model to somebody in a support role."""
    page, model = "teams/give_task.html", queries.team_of(unit, today()).model
    if model is None or not model.tasks:
        return show(page, form=None, unit=unit, model=model)
    form = GiveTaskForm()
    form.offer_kinds(model.tasks)
    form.offer_people(queries.colleagues(unit, model, today()))
    if form.is_submitted() and form.validate():
        try:
            given = operations.give_task(
                g.person, unit, model, form.kind.data, day=today(), **form.said()
            )
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            return done(url_for(".team_tasks", unit_id=unit.id), _said(given))
    return show(page, form=form, unit=unit, model=model)


@blueprint.route("/team-tasks/<uuid:task_id>/change", methods=["GET", "POST"])
@guard(policies.change_task, task=TeamTask)
def change_task(task: TeamTask) -> Response:
    """Change who does a task, who directs it, or its hours."""
    model = _model_of(task)
    form = ChangeTaskForm(
        data={
            "done_by": str(task.done_by_id), "directed_by": str(task.directed_by_id),
            "hours": f"{task.hours.normalize():f}", "version": task.version,
        }
    )  # fmt: skip
    form.offer_people(queries.colleagues(task.unit, model, today()))
    page = "teams/change_task.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(task):
            return conflict(page, over=task, form=form, task=task)
        try:
            operations.change_task(g.person, task, model, day=today(), **form.said())
        except AnswerRefusedError as refusal:
            form[refusal.field].errors = [refusal.sentence]
        else:
            return done(url_for(".team_tasks", unit_id=task.unit_id), _said(task))
    return show(page, form=form, task=task)


@blueprint.post("/team-tasks/<uuid:task_id>/ending")
@guard(policies.change_task, task=TeamTask)
def end_task(task: TeamTask) -> Response:
    """Say that somebody does a task no longer."""
    said = f"{task.done_by.name} no longer does: {task.title}."
    operations.end_task(g.person, task, today())
    return done(url_for(".team_tasks", unit_id=task.unit_id), said)


def _model_of(task: TeamTask) -> Model:
    """The model of the team; without one nobody is in a support role, and the form says so."""
    model = queries.team_of(task.unit, today()).model
    return model or Model("", "", "", "", ())


def _said(task: TeamTask) -> str:
    return f"{task.done_by.name} does: {task.title}. {task.directed_by.name} directs."
