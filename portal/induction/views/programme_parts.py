"""The parts of a draft that there are several of: its stages, its items, its first tasks."""

from flask import Response, abort, g, request

from portal.induction import operations, policies
from portal.induction.forms import ItemForm, NewStageForm, StageForm, TaskForm
from portal.induction.models import OwnProgramme
from portal.induction.programmes import FaultyProgrammeError, places, writing
from portal.induction.programmes.template import WORKING_DAY
from portal.induction.programmes.writing import Table
from portal.induction.views.blueprint import induction
from portal.induction.views.own_programmes import (
    OWN,
    found_or_404,
    page_of,
    part,
    said_of,
    save,
    sentence_of,
)
from portal.web.guard import guard
from portal.web.pages import done

ITEM = f"{OWN}/items/<string:code>"
STAGE = f"{OWN}/stages/<string:stage_key>"
TASK = f"{OWN}/tasks/<string:task_key>"
NEW = "new"


@induction.route(ITEM, methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_item(own: OwnProgramme, code: str) -> Response:
    """Change an item of a draft, or add one."""
    everything = _items(own)
    is_new = code == NEW
    shown = {} if is_new else _answers(found_or_404(everything, "code", code))
    form = ItemForm(kinds=list(own.programme.kinds.values()), data=shown | {"version": own.version})
    title = "New item" if is_new else "Change an item"
    if form.validate_on_submit():
        named = code
        if is_new:
            named = writing.free_key([each["code"] for each in everything], "own")
        content = writing.with_item(own.content, named, form.item(named))
        return save(own, form, content, "items", title, "number")
    removal = None if is_new else _removal_of(code)
    return part(own, form, title, removal=removal)


@induction.post(f"{ITEM}/removal")
@guard(policies.edit_programme, own=OwnProgramme)
def remove_item(own: OwnProgramme, code: str) -> Response:
    """Take an item out of a draft."""
    found_or_404(_items(own), "code", code)
    return changed(own, writing.without_item(own.content, code), "items", "The item is out.")


@induction.post(f"{ITEM}/place")
@guard(policies.edit_programme, own=OwnProgramme)
def move_item(own: OwnProgramme, code: str) -> Response:
    """Put an item one place earlier or later in its stage."""
    found_or_404(_items(own), "code", code)
    up = request.form.get("to") == "earlier"
    content = writing.item_moved(own.content, code, up=up)
    return changed(own, content, "order", "Moved one place.")


@induction.route(STAGE, methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_stage(own: OwnProgramme, stage_key: str) -> Response:
    """Change a stage of a draft, or begin another in its middle."""
    if stage_key == NEW:
        return _new_stage(own)
    shown = found_or_404(own.content["stages"], "key", stage_key)
    form = StageForm(data={**shown, "version": own.version})
    if form.validate_on_submit():
        given = {"title": form.title.data.strip(), "to_month": form.to_month.data}
        content = writing.with_stage(own.content, stage_key, **given)
        return save(own, form, content, "stages", "Change a stage", "to_month")
    removal = {"stage_key": stage_key, "endpoint": "induction.remove_stage"}
    is_only = len(own.content["stages"]) == 1
    return part(own, form, "Change a stage", removal=None if is_only else removal)


@induction.post(f"{STAGE}/removal")
@guard(policies.edit_programme, own=OwnProgramme)
def remove_stage(own: OwnProgramme, stage_key: str) -> Response:
    """Take a stage out of a draft; its months and items go to the one beside it."""
    found_or_404(own.content["stages"], "key", stage_key)
    if len(own.content["stages"]) == 1:
        return done(page_of(own), "A programme has at least one stage.")
    content = writing.without_stage(own.content, stage_key)
    return changed(own, content, "stages", "The stage is out; its items stand in the next one.")


@induction.route(TASK, methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_task(own: OwnProgramme, task_key: str) -> Response:
    """Change a task of the first weeks in a draft, or add one."""
    tasks = own.content.get("first_weeks", [])
    is_new = task_key == NEW
    shown = {} if is_new else _task_answers(found_or_404(tasks, "key", task_key))
    form = TaskForm(data=shown | {"version": own.version})
    title = "New task of the first weeks" if is_new else "Change a task of the first weeks"
    if form.validate_on_submit():
        key = writing.free_key([each["key"] for each in tasks], "own") if is_new else task_key
        row = {"key": key, "title": form.title.data.strip(), "owner": form.owner.data,
               "due": writing.from_day_one(form.days)}  # fmt: skip
        changed = [row if each["key"] == key else each for each in tasks]
        content = own.content | {"first_weeks": changed + ([row] if is_new else [])}
        return save(own, form, content, "first_weeks", title, "number")
    removal = None if is_new else {"task_key": task_key, "endpoint": "induction.remove_task"}
    return part(own, form, title, removal=removal)


@induction.post(f"{TASK}/removal")
@guard(policies.edit_programme, own=OwnProgramme)
def remove_task(own: OwnProgramme, task_key: str) -> Response:
    """Take a task out of the first weeks of a draft."""
    tasks = own.content.get("first_weeks", [])
    found_or_404(tasks, "key", task_key)
    left = [each for each in tasks if each["key"] != task_key]
    return changed(own, own.content | {"first_weeks": left}, "first_weeks", "The task is out.")


def _removal_of(code: str) -> Table:
    """How an item is taken out of a draft, and how it is moved in its stage."""
    return {"code": code, "endpoint": "induction.remove_item", "place": "induction.move_item"}


def _new_stage(own: OwnProgramme) -> Response:
    form = NewStageForm(data={"version": own.version})
    if form.validate_on_submit():
        given = {"title": form.title.data.strip(), "from_month": form.from_month.data}
        content = writing.with_new_stage(own.content, **given)
        return save(own, form, content, "stages", "New stage", "from_month")
    return part(own, form, "New stage")


def changed(own: OwnProgramme, content: Table, what: str, said: str) -> Response:
    """Save what needs no answer; a draft that would not hold together stays as it is."""
    try:
        operations.change_programme(g.person, own, content, what)
    except FaultyProgrammeError as fault:
        return done(page_of(own), f"Nothing was changed. {sentence_of(fault)}")
    return done(page_of(own), said_of(own, said))


def _items(own: OwnProgramme) -> list[Table]:
    return [item for stage in own.content["stages"] for item in stage["items"]]


def _answers(item: Table) -> Table:
    """What the form shows of an item."""
    due = places.due(item["due"]) or places.after_end(item["due"])
    if due is None:
        abort(404)
    unit = "after" if due.unit == WORKING_DAY else due.unit
    return {**item, "unit": unit, "number": due.number}


def _task_answers(task: Table) -> Table:
    due = places.from_day_one(task["due"])
    number = due.number if due else 0
    return {**task, "side": "before" if number < 0 else "after", "number": abs(number)}
