"""HR keeps the career catalogue: which version counts, the draft, its places, publishing it."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.learning.queries.courses import courses as every_course
from portal.pathways import operations, queries
from portal.pathways.catalogue import Catalogue, CatalogueError
from portal.pathways.catalogue.comparing import changes
from portal.pathways.catalogue.editing import (
    against,
    reviewed,
    with_lattice,
    with_place,
    with_rows,
    without_place,
)
from portal.pathways.forms.catalogue import DropForm, PlaceForm, PublishForm, place_as_shown
from portal.pathways.forms.catalogue_rows import (
    LatticeForm,
    OutsideForm,
    SalariesForm,
    lattice_as_shown,
    outside_as_shown,
    salaries_as_shown,
)
from portal.pathways.models import CatalogueVersion
from portal.pathways.operations.panels import NotPossibleError
from portal.pathways.policies import catalogue as policies
from portal.pathways.views.blueprint import pathways
from portal.people.folding import fold
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@pathways.get("/pathways/catalogue")
@guard(policies.see_catalogue)
def catalogue() -> Response:
    """Which catalogue counts since when, what is due for review, and what is being worked on."""
    organisation = g.person.organisation
    in_force = queries.catalogue_for(organisation, today())
    return show(
        "pathways/catalogue.html",
        catalogue=in_force,
        version_id=queries.version_in_force(organisation, today()),
        versions=queries.versions_of(organisation.id),
        draft=queries.draft_of(organisation.id),
        due=[each for each in in_force.places if each.is_due_for_review(today())],
    )


@pathways.post("/pathways/catalogue/draft")
@guard(policies.change_catalogue)
def begin_draft() -> Response:
    """Begin the next version as a copy of what counts today."""
    operations.begin_draft(g.person)
    return done(url_for(".draft"))


@pathways.get("/pathways/catalogue/draft")
@guard(policies.see_catalogue)
def draft() -> Response:
    """The version that is being worked on: its places, what changes, what stands against it."""
    kept, drafted = _draft()
    now = queries.catalogue_for(g.person.organisation, today())
    return show(
        "pathways/draft.html",
        draft=kept,
        catalogue=drafted,
        changes=changes(now, drafted),
        faults=against(drafted, [each.key for each in every_course(g.person.organisation_id)]),
    )


@pathways.route("/pathways/catalogue/places/new", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def add_place() -> Response:
    """A role that the catalogue does not have yet."""
    return _place_form("")


@pathways.route("/pathways/catalogue/places/<string:place_key>", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def change_place(place_key: str) -> Response:
    """A role of the draft: its words, titles, moves, grade, and what it asks."""
    return _place_form(place_key)


@pathways.route("/pathways/catalogue/places/<string:place_key>/removal", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def remove_place(place_key: str) -> Response:
    """A step before a role is taken out of the draft; it stays while a move leads to it."""
    kept, drafted = _draft()
    place = drafted.by_key.get(place_key) or abort(404)
    form, page = DropForm(data={"version": kept.version}), "pathways/remove_place.html"
    from_here = [each for each in drafted.places if place_key in each.leads_to]
    shown: dict[str, Any] = {"draft": kept, "place": place, "from_here": from_here}
    if form.is_submitted() and not from_here:
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, **shown)
        content = without_place(kept.content, place_key)
        operations.change_draft(g.person, kept, content, place=place_key)
        return done(url_for(".draft"), f"{place.title} is taken out of the draft.")
    return show(page, form=form, **shown)


@pathways.post("/pathways/catalogue/places/<string:place_key>/review")
@guard(policies.change_catalogue)
def review_place(place_key: str) -> Response:
    """Say that a role was looked at today and is right as it is."""
    kept, drafted = _draft()
    place = drafted.by_key.get(place_key) or abort(404)
    operations.change_draft(g.person, kept, reviewed(kept.content, place_key, today()),
                            place=place_key)  # fmt: skip
    return done(url_for(".draft"), f"{place.title} was reviewed today.")


@pathways.route("/pathways/catalogue/salaries", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def change_salaries() -> Response:
    """What each point of each grade is paid, and from when."""
    kept, drafted = _draft()
    form = SalariesForm(data={"rows": salaries_as_shown(drafted.salaries), "version": kept.version})
    return _rows_form("pathways/change_salaries.html", "salaries", form, kept)


@pathways.route("/pathways/catalogue/lattice", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def change_lattice() -> Response:
    """The families and bands: the rows and columns of the lattice."""
    kept, drafted = _draft()
    form = LatticeForm(data=lattice_as_shown(drafted) | {"version": kept.version})
    page = "pathways/change_lattice.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, draft=kept)
        try:
            content = with_lattice(kept.content, form.said())
        except CatalogueError as error:
            form.form_errors.append(str(error))
        else:
            operations.change_draft(g.person, kept, content, part="lattice")
            return done(url_for(".draft"), "Saved in the draft.")
    return show(page, form=form, draft=kept)


@pathways.route("/pathways/catalogue/outside", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def change_outside() -> Response:
    """Job titles that are knowingly not on the lattice, and why."""
    kept, drafted = _draft()
    form = OutsideForm(data={"rows": outside_as_shown(drafted.outside), "version": kept.version})
    return _rows_form("pathways/change_outside.html", "outside", form, kept)


@pathways.route("/pathways/catalogue/publishing", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def publish_draft() -> Response:
    """A step before the draft counts: what changes, and from which day on."""
    kept, drafted = _draft()
    form = PublishForm(data={"version": kept.version, "effective_from": today()})
    now = queries.catalogue_for(g.person.organisation, today())
    shown: dict[str, Any] = {
        "draft": kept,
        "changes": changes(now, drafted),
        "faults": against(drafted, [e.key for e in every_course(g.person.organisation_id)]),
    }
    page = "pathways/publish_draft.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, **shown)
        try:
            day = form.effective_from.data or today()
            operations.publish_draft(g.person, kept, day)
        except NotPossibleError as refusal:
            form[refusal.field].errors = [str(refusal)]
        else:
            said = f"Version {kept.number} counts from {days.in_words(day)}."
            return done(url_for(".catalogue"), said)
    return show(page, form=form, **shown)


@pathways.route("/pathways/catalogue/draft/removal", methods=["GET", "POST"])
@guard(policies.change_catalogue)
def drop_draft() -> Response:
    """A step before the draft is thrown away; what counts goes on counting."""
    kept, drafted = _draft()
    form = DropForm(data={"version": kept.version})
    now = queries.catalogue_for(g.person.organisation, today())
    lost = changes(now, drafted)
    page = "pathways/drop_draft.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, draft=kept, changes=lost)
        operations.drop_draft(g.person, kept)
        return done(url_for(".catalogue"), "The draft is thrown away.")
    return show(page, form=form, draft=kept, changes=lost)


def _draft() -> tuple[CatalogueVersion, Catalogue]:
    """The draft and what it describes; 404 where none is begun."""
    kept = queries.draft_of(g.person.organisation_id) or abort(404)
    return kept, queries.drafted(kept)


def _place_form(key: str) -> Response:
    kept, drafted = _draft()
    place = drafted.by_key.get(key)
    if key and place is None:
        abort(404)
    courses = {fold(each.title): each.key for each in every_course(g.person.organisation_id)}
    known = place_as_shown(place, drafted, courses) if place else {"requirements": [{}, {}, {}]}
    form = PlaceForm(data=known | {"version": kept.version})
    form.offer(drafted, key)
    page = "pathways/change_place.html"
    shown: dict[str, Any] = {"place": place, "draft": kept}
    if form.is_submitted() and form.validate():
        row = form.said(drafted, key, courses)
        if not key and row["key"] in drafted.by_key:
            form.title.errors = ["There is a role of this name already. Choose another name"]
        elif form.is_stale(kept):
            return conflict(page, over=kept, form=form, **shown)
        else:
            operations.change_draft(
                g.person, kept, with_place(kept.content, key, row), place=row["key"]
            )
            return done(url_for(".draft"), f"{row['title']} is saved in the draft.")
    return show(page, form=form, **shown)


def _rows_form(
    page: str, name: str, form: SalariesForm | OutsideForm, kept: CatalogueVersion
) -> Response:
    shown: dict[str, Any] = {"draft": kept}
    if form.is_submitted() and form.validate():
        if form.is_stale(kept):
            return conflict(page, over=kept, form=form, **shown)
        content = with_rows(kept.content, name, form.said())
        operations.change_draft(g.person, kept, content, part=name)
        return done(url_for(".draft"), "Saved in the draft.")
    return show(page, form=form, **shown)
