"""The models of teams: which there are, what each is made of, adding one and changing its parts."""

from dataclasses import asdict
from typing import Any

from flask import Response, abort, g, request, url_for
from wtforms.fields.choices import SelectChoice

from portal.clock import today
from portal.teams import operations, policies, queries
from portal.teams.forms.parts import FORMS, AddModelForm, PartForm, rows_as_shown
from portal.teams.modelling import ModelError, model_of
from portal.teams.queries import Edition
from portal.teams.views.blueprint import teams
from portal.web.guard import guard
from portal.web.pages import done, show

TITLES = {
    "slots": "Roles",
    "rules": "Rules",
    "rhythms": "Meetings",
    "decisions": "Who decides what",
    "tasks": "Kinds of task",
}


@teams.get("/teams/models")
@guard(policies.see_models)
def models() -> Response:
    """Which models there are, and how many teams keep to each."""
    own = g.person.organisation_id
    latest, on = queries.latest_editions(own), queries.teams_on(own, today())
    numbers = {key: sum(n for (each, _), n in on.items() if each == key) for key in latest}
    return show("teams/models.html", latest=latest, numbers=numbers)


@teams.get("/teams/models/<string:model_key>")
@guard(policies.see_models)
def model(model_key: str) -> Response:
    """One model: its roles, rules, meetings, decisions and tasks, with where they are from."""
    found = _latest(model_key)
    on = queries.teams_on(g.person.organisation_id, today())
    here = on.get((model_key, found.number), 0)
    all_of_it = sum(number for (key, _), number in on.items() if key == model_key)
    return show(
        "teams/model.html", model=found.model, number=found.number, on=here,
        before=all_of_it - here, titles=TITLES,
    )  # fmt: skip


@teams.route("/teams/models/new", methods=["GET", "POST"])
@guard(policies.change_model)
def add_model() -> Response:
    """A model of one's own, which begins as a copy of another."""
    latest = queries.latest_editions(g.person.organisation_id)
    form = AddModelForm(data={"like": request.args.get("like", "")})
    form.like.choices = [SelectChoice(key, each.model.title) for key, each in latest.items()]
    if form.is_submitted() and form.validate():
        like = latest[form.like.data].model
        title, says = (form.title.data or "").strip(), form.says.data or like.says
        try:
            made = operations.add_model(g.person, title=title, says=says, like=like)
        except ModelError as error:
            form.title.errors = error.sentences
        else:
            return done(url_for(".model", model_key=made.key), f"The model “{title}” is there.")
    return show("teams/add_model.html", form=form)


@teams.route("/teams/models/<string:model_key>/<string:part>/change", methods=["GET", "POST"])
@guard(policies.change_model)
def change_model(model_key: str, part: str) -> Response:
    """Change one part of a model, row by row."""
    found = _latest(model_key)
    if part not in FORMS:
        abort(404)
    form = FORMS[part](data={"rows": rows_as_shown(found.model, part), "seen": _seen(found)})
    form.offer(found.model)
    shown: dict[str, Any] = {"model": found.model, "part": part, "title": TITLES[part]}
    if form.is_submitted() and form.validate():
        if form.seen.data != _seen(found):
            form.seen.data = _seen(found)
            return show("teams/change_model.html", form=form, status=409, conflict=True, **shown)
        if _change(found, form):
            return done(url_for(".model", model_key=model_key), "The model is saved.")
    return show("teams/change_model.html", form=form, **shown)


def _change(found: Edition, form: PartForm) -> bool:
    """Keep the part that was filled in; False where it cannot be, and the form says why."""
    try:
        changed = model_of(asdict(found.model) | form.changed(found.model))
    except ModelError as error:
        form.form_errors.extend(error.sentences)
        return False
    operations.change_model(g.person, found.model, found.number, changed)
    return True


def _latest(model_key: str) -> Edition:
    found = queries.latest_editions(g.person.organisation_id).get(model_key)
    return found if found else abort(404)


def _seen(found: Edition) -> str:
    """The edition that is looked at, and how often it was changed."""
    own = queries.own_edition(g.person.organisation_id, found.model.key, found.number)
    return f"{found.number}.{own.version if own else 0}"
