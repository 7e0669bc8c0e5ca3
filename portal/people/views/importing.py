"""Bringing a staff list in: choose the file, and say what it and its columns are.

What takes long, reading a file and holding it against what the portal knows, happens before the
pen is taken: others go on saving meanwhile.
"""

from flask import Response, g, request, url_for

from portal.people import operations, policies, queries
from portal.people.forms import ColumnsForm, StaffListForm, columns_form
from portal.people.sources import known_again, known_to, mapping_by, recognised
from portal.people.staff_list import columns, reading
from portal.people.uploads import StaffListSource, StaffListUpload, Told
from portal.people.views.blueprint import people
from portal.web.arguments import ids
from portal.web.guard import guard, take_the_pen
from portal.web.pages import done, elsewhere, show

ROOM_FOR_THE_FORM = 100_000
FIRST_SOURCE = "Payroll"
CHOOSE = "people/import_staff_list.html"
COLUMNS = "people/columns.html"


@people.get("/people/import")
@guard(policies.import_staff_list)
def choose_staff_list() -> Response:
    return show(CHOOSE, form=StaffListForm())


@people.post("/people/import")
@guard(policies.import_staff_list, limit=reading.LARGEST_FILE + ROOM_FOR_THE_FORM, reads_first=True)
def import_staff_list() -> Response:
    form = StaffListForm()
    if not form.validate():
        return show(CHOOSE, form=form)
    content = form.file.data.read()
    sources = queries.sources(g.person.organisation_id)
    try:
        table = reading.read(content, known_to(sources))
    except reading.UnreadableFileError as fault:
        form.file.errors = [str(fault)]
        return show(CHOOSE, form=form)
    source = recognised(sources, table.headings)
    mapping = mapping_by(source, table.headings) if source else columns.guess(table.headings)
    name = source.name if source else ""
    take_the_pen()
    upload = operations.keep_upload(
        g.person,
        content=content,
        file_name=form.file.data.filename or "",
        table=table,
        mapping=mapping,
        source_name=name,
    )
    return done(url_for("people.columns_of_import", upload_id=upload.id))


@people.get("/people/import/<uuid:upload_id>/columns")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def columns_of_import(upload: StaffListUpload) -> Response:
    if upload.is_applied:
        return elsewhere(url_for("people.result_of_import", upload_id=upload.id))
    sources = queries.sources(upload.organisation_id)
    source, mapping, name = _chosen(sources), upload.mapping, upload.source_name
    if source:
        mapping, name = mapping_by(source, upload.headings), source.name
    elif not name and not sources:
        name = FIRST_SOURCE
    form = columns_form(upload, columns.checked(mapping, upload.headings), name)
    return _columns(upload, form, sources)


@people.post("/people/import/<uuid:upload_id>/columns")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload, reads_first=True)
def map_columns(upload: StaffListUpload) -> Response:
    form = columns_form(upload, {}, "")
    if form.validate() and form.is_clear(upload.headings):
        return plan(upload, form.mapping(), form.told())
    return _columns(upload, form, queries.sources(upload.organisation_id))


@people.post("/people/import/<uuid:upload_id>/looking")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload, reads_first=True)
def look_again(upload: StaffListUpload) -> Response:
    """Look at the same rows again, because others changed people meanwhile."""
    if not upload.is_planned:
        return elsewhere(url_for("people.columns_of_import", upload_id=upload.id))
    told = Told(upload.source_name, upload.as_at, upload.is_everyone, upload.is_correction)
    return plan(upload, columns.checked(upload.mapping, upload.headings), told, "Looked again.")


@people.post("/people/import/<uuid:upload_id>/cancelling")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def cancel_import(upload: StaffListUpload) -> Response:
    operations.discard_upload(upload, g.person)
    return done(url_for("people.choose_staff_list"), "Nothing was brought in. The file is gone.")


def plan(
    upload: StaffListUpload, mapping: columns.Mapping, told: Told, message: str = ""
) -> Response:
    """Work out what the list would do, then take the pen and keep that."""
    result, preview = (
        url_for(f"people.{name}", upload_id=upload.id) for name in ("result_of_import", "preview")
    )
    if upload.is_applied:
        return elsewhere(result)
    outcome = queries.outcome_of(
        g.person.organisation,
        g.person,
        reading.read(upload.content, known_again(upload.headings)),
        mapping,
        told,
    )
    upload = take_the_pen()
    if upload.is_applied:
        return elsewhere(result)
    operations.plan_upload(upload, g.person, mapping=mapping, told=told, outcome=outcome)
    return done(preview, message)


def _chosen(sources: list[StaffListSource]) -> StaffListSource | None:
    """The source that the address names; two may have the same headings."""
    wanted = ids([request.args.get("source", "")])
    return next((source for source in sources if source.id in wanted), None)


def _columns(
    upload: StaffListUpload, form: ColumnsForm, sources: list[StaffListSource]
) -> Response:
    """The second step, with the sources whose columns may be used instead."""
    named = (form.source_name.data or "").casefold()
    known = [source for source in sources if source.name.casefold() == named]
    others = [source for source in sources if source not in known]
    return show(COLUMNS, form=form, upload=upload, known=next(iter(known), None), others=others)
