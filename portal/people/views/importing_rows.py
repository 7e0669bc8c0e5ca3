"""What a staff list would do, row by row; bringing it in; and what was done."""

from flask import Response, g, request, url_for

from portal.people import operations, policies, queries
from portal.people.forms import ApplyingForm
from portal.people.staff_list.plan import KINDS, NOTED
from portal.people.staff_list.wording import summary
from portal.people.staff_list.writes import Writes, unpack
from portal.people.uploads import StaffListEntry, StaffListUpload
from portal.people.views.blueprint import people
from portal.people.views.importing_files import WORDS, kind_asked_for, query_asked_for
from portal.web.guard import guard, take_the_pen
from portal.web.lists import capped_count, page_of
from portal.web.numbers import counted
from portal.web.pages import done, elsewhere, show


@people.get("/people/import/<uuid:upload_id>")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def preview(upload: StaffListUpload) -> Response:
    return _elsewhere_than_preview(upload) or _preview(upload, _form(upload))


@people.post("/people/import/<uuid:upload_id>/applying")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload, reads_first=True)
def apply_staff_list(upload: StaffListUpload) -> Response:
    """Write what was looked at, or nothing where anybody was changed since."""
    other = _elsewhere_than_preview(upload)
    if other:
        return other
    writes, unpacked = unpack(upload.plan), upload.plan_digest
    upload = take_the_pen()
    return _refusal(upload, unpacked) or _apply(upload, writes)


def _refusal(upload: StaffListUpload, unpacked: str) -> Response | None:
    """Why the list cannot be brought in as it was looked at; None when it can."""
    other = _elsewhere_than_preview(upload)
    if other:
        return other
    form = ApplyingForm()
    form.ask(_sentence_of_leavers(upload))
    changes = queries.changed_since(upload.organisation_id, upload.planned_after)
    if changes or {unpacked, form.plan.data} != {upload.plan_digest}:
        return _preview(upload, _form(upload), status=409, overtaken=True)
    if upload.counts.get("many_left") and not form.they_left.data:
        form.they_left.errors = ["Tick that they have left, or give up this file"]
        return _preview(upload, form, status=422)
    return None


def _apply(upload: StaffListUpload, writes: Writes) -> Response:
    operations.apply_staff_list(upload, g.person, writes)
    return done(_page("result_of_import", upload))


@people.get("/people/import/<uuid:upload_id>/result")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def result_of_import(upload: StaffListUpload) -> Response:
    if not upload.is_applied:
        return elsewhere(_page("preview", upload))
    return show(
        "people/import_result.html",
        upload=upload,
        sentence=summary(upload.counts, applied=True),
        refused=upload.counts.get("rows_refused", 0),
        is_first=_knew_nobody(upload),
        kept_until=queries.kept_until(upload),
    )


def _knew_nobody(upload: StaffListUpload) -> bool:
    """Whether all that a list said was new: an organisation begins with it."""
    known = ("people_changed", "people_left", "people_returned", "posts_ended", "rows_unchanged")
    return upload.counts.get("units_added", 0) > 0 and not any(map(upload.counts.get, known))


def _elsewhere_than_preview(upload: StaffListUpload) -> Response | None:
    """Where somebody is to be who has not said enough yet, or has brought the list in."""
    if upload.is_applied:
        return elsewhere(_page("result_of_import", upload))
    return None if upload.is_planned else elsewhere(_page("columns_of_import", upload))


def _page(name: str, upload: StaffListUpload) -> str:
    return url_for(f"people.{name}", upload_id=upload.id)


def _form(upload: StaffListUpload) -> ApplyingForm:
    form = ApplyingForm(plan=upload.plan_digest, formdata=None)
    form.ask(_sentence_of_leavers(upload))
    return form


def _sentence_of_leavers(upload: StaffListUpload) -> str:
    """What is to be ticked where many would leave."""
    left, here = (int(upload.counts.get(name, 0)) for name in ("people_left", "working_here"))
    share = f"{left / here:.0%}" if here else "0%"
    have = "has" if left == 1 else "have"
    return f"Yes: {left:,} of the {counted(here, 'person', 'people')} here {have} left ({share})"


def _preview(
    upload: StaffListUpload,
    form: ApplyingForm,
    *,
    status: int | None = None,
    overtaken: bool = False,
) -> Response:
    kind, query = kind_asked_for(), query_asked_for()
    found = queries.entries(upload, kind=kind, query=query)
    shown = upload.counts.get("shown", {})
    return show(
        "people/preview.html",
        fragment="people/_rows.html",
        status=status,
        form=form,
        upload=upload,
        sentence=summary(upload.counts),
        changes=queries.changed_since(upload.organisation_id, upload.planned_after),
        overtaken=overtaken,
        many_left=bool(upload.counts.get("many_left")),
        words=WORDS,
        kinds=[(name, shown[name]) for name in (*KINDS, NOTED) if shown.get(name)],
        total=shown.get("all", 0),
        kind=kind,
        query=query,
        found=capped_count(found) if query else None,
        page=page_of(found, keys=[StaffListEntry.place], after=request.args.get("after")),
    )
