"""The library: resources with search and tags, and notes of good practice between teams."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.learning import operations, policies
from portal.learning.forms import (
    PracticeChangeForm,
    PracticeForm,
    ResourceChangeForm,
    ResourceForm,
)
from portal.learning.models import PracticeNote, Resource
from portal.learning.queries import library as queries
from portal.learning.views.blueprint import learning
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

LONGEST_ASKED = 100


@learning.get("/library")
@guard(policies.see_library)
def library() -> Response:
    """What there is to read and watch, found by words and by tags."""
    q, tag = _asked()
    of = g.person.organisation_id
    page = queries.resources_page(of, q, tag, request.args.get("after"))
    tags = queries.tags_used(of)
    return show(
        "learning/library.html",
        fragment="learning/_resources.html",
        page=page,
        q=q,
        tag=tag,
        tags=tags,
    )


@learning.get("/library/export")
@guard(policies.see_library)
def export_library() -> Response:
    """The resources that were found, as a file."""
    found = queries.every_resource(g.person.organisation_id, *_asked())
    rows = ((each.title, each.about, each.address, each.tags) for each in found)
    return take_away("learning.library", "Library", ("Title", "About", "Address", "Tags"), rows)


@learning.route("/library/new", methods=["GET", "POST"])
@guard(policies.add_resource)
def add_resource() -> Response:
    """Add a resource."""
    form = ResourceForm()
    if form.validate_on_submit():
        operations.keep_resource(g.person, **form.resource())
        return done(url_for(".library"), "Added to the library.")
    return show("learning/add_resource.html", form=form)


@learning.route("/library/<uuid:resource_id>/change", methods=["GET", "POST"])
@guard(policies.change_resource, resource=Resource)
def change_resource(resource: Resource) -> Response:
    """Change what a resource says."""
    form = ResourceChangeForm(resource=resource)
    page = "learning/change_resource.html"
    if form.validate_on_submit():
        if form.is_stale(resource):
            return conflict(page, over=resource, form=form, resource=resource)
        operations.keep_resource(g.person, resource, **form.resource())
        return done(url_for(".library"), "Saved.")
    return show(page, form=form, resource=resource)


@learning.post("/library/<uuid:resource_id>/withdrawal")
@guard(policies.change_resource, resource=Resource)
def withdraw_resource(resource: Resource) -> Response:
    """Take a resource out of the library."""
    operations.withdraw(g.person, resource)
    return done(url_for(".library"), f"{resource.title} is no longer in the library.")


@learning.get("/good-practice")
@guard(policies.see_library)
def good_practice() -> Response:
    """What works, from one team to the others."""
    page = queries.practice_page(g.person.organisation_id, request.args.get("after"))
    return show("learning/good_practice.html", page=page)


@learning.get("/good-practice/export")
@guard(policies.see_library)
def export_good_practice() -> Response:
    """The notes of good practice, as a file."""
    found = queries.every_practice_note(g.person.organisation_id)
    rows = ((each.title, each.words, each.team, each.written_by.name) for each in found)
    headings = ("What works", "How", "Team", "Written by")
    return take_away("learning.good_practice", "Good practice", headings, rows)


@learning.route("/good-practice/new", methods=["GET", "POST"])
@guard(policies.share_practice)
def share_practice() -> Response:
    """Share something that works with all teams."""
    form = PracticeForm()
    if form.validate_on_submit():
        operations.keep_practice_note(g.person, **form.note())
        return done(url_for(".good_practice"), "Shared with every team.")
    return show("learning/share_practice.html", form=form)


@learning.route("/good-practice/<uuid:note_id>/change", methods=["GET", "POST"])
@guard(policies.change_practice_note, note=PracticeNote)
def change_practice_note(note: PracticeNote) -> Response:
    """Change a note of good practice."""
    form = PracticeChangeForm(note=note)
    page = "learning/change_practice_note.html"
    if form.validate_on_submit():
        if form.is_stale(note):
            return conflict(page, over=note, form=form, note=note)
        operations.keep_practice_note(g.person, note, **form.note())
        return done(url_for(".good_practice"), "Saved.")
    return show(page, form=form, note=note)


@learning.post("/good-practice/<uuid:note_id>/withdrawal")
@guard(policies.change_practice_note, note=PracticeNote)
def withdraw_practice_note(note: PracticeNote) -> Response:
    """Take a note of good practice back."""
    operations.withdraw(g.person, note)
    return done(url_for(".good_practice"), f"{note.title} is taken back.")


def _asked() -> tuple[str, str]:
    q, tag = request.args.get("q", ""), request.args.get("tag", "")
    return q[:LONGEST_ASKED], tag[:LONGEST_ASKED]
