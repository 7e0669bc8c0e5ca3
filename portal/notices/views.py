"""The page of notices."""

from flask import Blueprint, Response, g, request, url_for

from portal.audit.views import take_away
from portal.notices import operations, policies, queries
from portal.notices.models import Notice
from portal.web.addresses import opens
from portal.web.guard import guard
from portal.web.lists import page_of, pages_of
from portal.web.pages import done, show

notices = Blueprint("notices", __name__)
notices.add_app_template_test(opens, "opened")

KEYS = [Notice.told_at, Notice.id]


@notices.get("/notices", endpoint="notices")
@guard(policies.notices)
def notices_page() -> Response:
    """What I was told, newest first."""
    page = page_of(
        queries.told(g.person.id),
        keys=KEYS,
        after=request.args.get("after"),
        descending=True,
    )
    return show("notices/notices.html", page=page, waiting=queries.unread(g.person.id))


@notices.get("/notices/export")
@guard(policies.notices)
def export_notices() -> Response:
    """All that I was told, newest first, as a file."""
    rows = (
        (notice.told_at, notice.text, notice.read_at is not None)
        for page in pages_of(queries.told(g.person.id), keys=KEYS, descending=True)
        for notice in page.rows
    )
    headings = ("When", "What", "Read")
    return take_away("notices.notices", "My notices", headings, rows, of=g.person)


@notices.post("/notices/<uuid:notice_id>/reading")
@guard(policies.read_notice, notice=Notice, hidden=True)
def read_notice(notice: Notice) -> Response:
    """Mark one notice as read, and go to what it is about."""
    operations.read_notice(g.person, notice)
    return done(notice.link if opens(notice.link) else url_for(".notices"))


@notices.post("/notices/reading")
@guard(policies.read_all)
def read_all() -> Response:
    """Mark all my notices as read."""
    operations.read_all(g.person)
    return done(url_for(".notices"), "All your notices are marked as read.")
