"""Bringing a staff list in: choose the file, say what its columns are, look, and apply."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.people import operations, policies, queries
from portal.people.forms import ApplyingForm, StaffListForm, columns_form
from portal.people.staff_list import columns, reading
from portal.people.staff_list.comparison import compare
from portal.people.staff_list.held import Held
from portal.people.staff_list.plan import KINDS, NOTED, Plan
from portal.people.staff_list.wording import summary
from portal.people.uploads import StaffListUpload
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.lists import SIZE, Page
from portal.web.pages import done, elsewhere, show

ROOM_FOR_THE_FORM = 100_000


@people.get("/people/import")
@guard(policies.import_staff_list)
def choose_staff_list() -> Response:
    return show("people/import_staff_list.html", form=StaffListForm())


@people.post("/people/import")
@guard(policies.import_staff_list, limit=reading.LARGEST_FILE + ROOM_FOR_THE_FORM)
def import_staff_list() -> Response:
    form = StaffListForm()
    if form.validate():
        content = form.file.data.read()
        try:
            table = reading.read(content)
        except reading.UnreadableFileError as fault:
            form.file.errors = [str(fault)]
        else:
            upload = operations.keep_upload(
                g.person,
                content=content,
                file_name=form.file.data.filename or "",
                mapping=columns.guess(table.headings),
            )
            return done(url_for("people.columns_of_import", upload_id=upload.id))
    return show("people/import_staff_list.html", form=form)


@people.get("/people/import/<uuid:upload_id>/columns")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def columns_of_import(upload: StaffListUpload) -> Response:
    if upload.is_applied:
        return elsewhere(_result(upload))
    table = reading.read(upload.content)
    form = columns_form(table, columns.checked(upload.mapping, table.headings))
    return show("people/columns.html", form=form, upload=upload, table=table)


@people.post("/people/import/<uuid:upload_id>/columns")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def map_columns(upload: StaffListUpload) -> Response:
    if upload.is_applied:
        return elsewhere(_result(upload))
    table = reading.read(upload.content)
    form = columns_form(table, {})
    if form.validate():
        mapping = form.mapping()
        wrong = columns.problems(mapping, table.headings)
        if not wrong:
            operations.map_columns(upload, g.person, mapping)
            return done(url_for("people.preview", upload_id=upload.id))
        for field, sentence in wrong.items():
            form[field].errors = [sentence]
    return show("people/columns.html", form=form, upload=upload, table=table)


@people.get("/people/import/<uuid:upload_id>")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def preview(upload: StaffListUpload) -> Response:
    if upload.is_applied:
        return elsewhere(_result(upload))
    return _preview(upload)


@people.post("/people/import/<uuid:upload_id>/applying")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def apply_staff_list(upload: StaffListUpload) -> Response:
    if upload.is_applied:
        return elsewhere(_result(upload))
    form = ApplyingForm()
    held = queries.held(upload.organisation_id)
    plan = _plan(upload, held)
    if plan is None:
        return elsewhere(url_for("people.columns_of_import", upload_id=upload.id))
    if form.plan.data != plan.digest():
        return _preview(upload, status=409)
    operations.apply_staff_list(upload, g.person, plan=plan, held=held)
    return done(_result(upload), "The staff list is in.")


@people.post("/people/import/<uuid:upload_id>/cancelling")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def cancel_import(upload: StaffListUpload) -> Response:
    operations.discard_upload(upload, g.person)
    return done(url_for("people.choose_staff_list"), "Nothing was brought in. The file is gone.")


@people.get("/people/import/<uuid:upload_id>/result")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def result_of_import(upload: StaffListUpload) -> Response:
    if not upload.is_applied:
        return elsewhere(url_for("people.preview", upload_id=upload.id))
    sentence = summary(upload.counts, applied=True)
    return show("people/import_result.html", upload=upload, sentence=sentence)


def _result(upload: StaffListUpload) -> str:
    return url_for("people.result_of_import", upload_id=upload.id)


def _plan(upload: StaffListUpload, held: Held) -> Plan | None:
    """What bringing this file in would do now; None while its columns are not clear."""
    table = reading.read(upload.content)
    mapping = columns.checked(upload.mapping, table.headings)
    if columns.problems(mapping, table.headings):
        return None
    return compare(table, mapping, held, today())


def _preview(upload: StaffListUpload, status: int | None = None) -> Response:
    plan = _plan(upload, queries.held(upload.organisation_id))
    if plan is None:
        return elsewhere(url_for("people.columns_of_import", upload_id=upload.id))
    kind = request.args.get("show", "")
    return show(
        "people/preview.html",
        fragment="people/_rows.html",
        status=status,
        form=ApplyingForm(plan=plan.digest(), formdata=None),
        upload=upload,
        plan=plan,
        sentence=summary(plan.counts()),
        kinds=_kinds(plan),
        kind=kind,
        page=_page(plan, kind),
        overtaken=status == 409,
    )


def _kinds(plan: Plan) -> list[tuple[str, int]]:
    """Each kind of row that there is, with how many."""
    numbers = [(kind, len(plan.showing(kind))) for kind in (*KINDS, NOTED)]
    return [(kind, number) for kind, number in numbers if number]


def _page(plan: Plan, kind: str) -> Page:
    """Fifty rows of this kind; the key of a page is the number of the last row before it."""
    after = request.args.get("after", "")
    start = int(after) if after.isascii() and after.isdigit() and len(after) < 9 else 0
    rows = [entry for entry in plan.showing(kind) if entry.number > start]
    following = str(rows[SIZE - 1].number) if len(rows) > SIZE else None
    return Page(rows=rows[:SIZE], next=following, first=start == 0)
