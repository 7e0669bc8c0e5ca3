"""The rules of a draft, and the rows of its lists: each on a small page of its own."""

from flask import Response, abort, request

from portal.induction import policies
from portal.induction.forms import ROWS, RULES
from portal.induction.models import OwnProgramme
from portal.induction.programmes import rows
from portal.induction.programmes.rows import LISTS, Listed
from portal.induction.programmes.writing import Table
from portal.induction.views.blueprint import induction
from portal.induction.views.own_programmes import OWN, found_or_404, page_of, part, save
from portal.induction.views.programme_parts import NEW, changed
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done

ROW = f"{OWN}/lists/<string:list_key>/<string:row_key>"


@induction.route(f"{OWN}/rules/<string:rule_key>", methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_rule(own: OwnProgramme, rule_key: str) -> Response:
    """Change a rule of a draft."""
    if rule_key not in RULES:
        abort(404)
    title, kind = RULES[rule_key]
    form = kind(data=kind.shown(own.programme) | {"version": own.version})
    if form.validate_on_submit():
        first = next(name for name in form.data if name != "version")
        return save(own, form, form.changed(own.content), rule_key, title, first)
    return part(own, form, title)


@induction.route(ROW, methods=["GET", "POST"])
@guard(policies.edit_programme, own=OwnProgramme)
def edit_row(own: OwnProgramme, list_key: str, row_key: str) -> Response:
    """Change a row of a draft, or add one."""
    listed = _listed(list_key)
    is_new = row_key == NEW
    shown = {} if is_new else _row(own, listed, row_key)
    form = ROWS[list_key](data=shown | {"version": own.version})
    title = f"New {listed.one}" if is_new else f"Change a {listed.one}"
    if form.validate_on_submit():
        key = rows.new_key(own.content, listed.part) if is_new else row_key
        content = rows.with_row(own.content, listed.part, key, form.row())
        return save(own, form, content, listed.part, title, listed.names)
    removal = {"list_key": list_key, "row_key": row_key,
               "endpoint": "induction.remove_row", "place": "induction.move_row"}  # fmt: skip
    return part(own, form, title, removal=None if is_new else removal, about=listed.about)


@induction.post(f"{ROW}/removal")
@guard(policies.edit_programme, own=OwnProgramme)
def remove_row(own: OwnProgramme, list_key: str, row_key: str) -> Response:
    """Take a row out of a draft."""
    listed = _listed(list_key)
    _row(own, listed, row_key)
    used = rows.in_use(own.content, listed.part, row_key)
    if used:
        verb = "is" if used == 1 else "are"
        said = f"{counted(used, 'item', 'items').capitalize()} {verb} of this kind."
        return done(page_of(own), f"Nothing was changed. {said} Give them another kind first.")
    content = rows.without_row(own.content, listed.part, row_key)
    return changed(own, content, listed.part, f"{listed.title}: one is out.")


@induction.post(f"{ROW}/place")
@guard(policies.edit_programme, own=OwnProgramme)
def move_row(own: OwnProgramme, list_key: str, row_key: str) -> Response:
    """Put a row one place earlier or later."""
    listed = _listed(list_key)
    _row(own, listed, row_key)
    up = request.form.get("to") == "earlier"
    content = rows.row_moved(own.content, listed.part, row_key, up=up)
    return changed(own, content, listed.part, "Moved one place.")


def _listed(list_key: str) -> Listed:
    if list_key not in LISTS:
        abort(404)
    return LISTS[list_key]


def _row(own: OwnProgramme, listed: Listed, row_key: str) -> Table:
    return found_or_404(rows.rows_of(own.content, listed.part), "key", row_key)
