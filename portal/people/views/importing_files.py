"""The rows of a staff list as files: to look at them elsewhere, or to put refused ones right."""

from typing import Any

from flask import Response, g, request, url_for
from sqlalchemy import Select

from portal import audit
from portal.people import policies, queries
from portal.people.staff_list.plan import REFUSED
from portal.people.uploads import StaffListEntry, StaffListUpload
from portal.people.views.blueprint import people
from portal.web.downloads import download, kind_wanted
from portal.web.guard import guard
from portal.web.pages import elsewhere

LONGEST_QUERY = 100
WORDS = {
    "added": "Added", "changed": "Changed", "ended": "Ended", "unchanged": "Unchanged",
    "refused": "Refused", "passed over": "Passed over", "noted": "With a note",
}  # fmt: skip
HEADINGS = ("Row", "Person", "What happens", "Why", "Notes")
WHY = "Why it was refused"
Table = tuple[list[str], list[list[Any]]]


@people.get("/people/import/<uuid:upload_id>/rows")
@guard(policies.continue_import, hidden=True, upload=StaffListUpload)
def download_rows(upload: StaffListUpload) -> Response:
    """The rows as the page shows them; refused ones as the file had them, to be put right."""
    kind, wanted = kind_asked_for(), kind_wanted()
    if upload.is_applied and queries.kept_until(upload) is None:
        return elsewhere(url_for("people.result_of_import", upload_id=upload.id))
    found = queries.entries(upload, kind=kind, query=query_asked_for())
    headings, rows = _to_be_mended(upload, found) if kind == REFUSED else _as_shown(found)
    response = download(f"staff list {WORDS.get(kind, 'rows')}", headings, rows, wanted)
    audit.record_view(g.person, "people.staff_list_exported", upload, rows=kind or "all")
    return response


def kind_asked_for() -> str:
    """The kind of row that the address asks for; empty for all."""
    kind = request.args.get("show", "")
    return kind if kind in WORDS else ""


def query_asked_for() -> str:
    """The name or number of a row that the address asks for."""
    return " ".join(request.args.get("q", "").split())[:LONGEST_QUERY]


def _to_be_mended(upload: StaffListUpload, found: Select[StaffListEntry]) -> Table:
    """The cells under their own headings, and the reasons in a column more."""
    width = len(upload.headings)
    rows = [
        [*[*cells, *[""] * width][:width], " ".join(sentences)]
        for cells, sentences in queries.rows_of(
            found, StaffListEntry.cells, StaffListEntry.sentences
        )
    ]
    return [*upload.headings, WHY], rows


def _as_shown(found: Select[StaffListEntry]) -> Table:
    one = StaffListEntry
    parts = (one.number, one.name, one.kind, one.sentences, one.changes, one.notes)
    rows = [
        [number, name, WORDS.get(kind, kind), _why(sentences, changes), " ".join(notes)]
        for number, name, kind, sentences, changes, notes in queries.rows_of(found, *parts)
    ]
    return list(HEADINGS), rows


def _why(sentences: list[str], changes: list[list[str]]) -> str:
    changed = (f"{label}: {before} becomes {after}." for label, before, after in changes)
    return " ".join((*sentences, *changed))
