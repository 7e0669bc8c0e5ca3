"""What I say myself about what a role asks."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.pathways import operations, policies, queries
from portal.pathways.catalogue import Requirement
from portal.pathways.catalogue.entries import STATED
from portal.pathways.forms.stating import StatementForm
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.views.blueprint import pathways
from portal.pathways.views.lattice import place_called
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "pathways/state_requirement.html"


@pathways.route("/pathway/<string:place_key>/<string:requirement_key>", methods=["GET", "POST"])
@guard(policies.state_requirement)
def state_requirement(place_key: str, requirement_key: str) -> Response:
    """Say how I show what only I can say."""
    place = place_called(catalogue_for(g.person.organisation, today()), place_key)
    asked = _stated(place.requirements, requirement_key)
    kept = queries.statement_of(g.person, place.key, asked.key)
    form = StatementForm(obj=kept, version=kept.version if kept else 0)
    shown: dict[str, Any] = {"place": place, "asked": asked, "kept": kept}
    if form.validate_on_submit():
        words = (form.words.data or "").strip()
        if kept and form.is_stale(kept) and kept.words != words:
            return conflict(PAGE, over=kept, form=form, **shown)
        changed = operations.state_requirement(g.person, place, asked, words)
        return done(url_for(".place", place_key=place.key), _said(changed, words))
    return show(PAGE, form=form, **shown)


def _stated(requirements: tuple[Requirement, ...], key: str) -> Requirement:
    own = (each for each in requirements if each.key == key and each.kind == STATED)
    return next(own, None) or abort(404)


def _said(changed: bool, words: str) -> str:
    if not changed:
        return "Nothing was changed."
    return "Saved. Only you can read it." if words else "Taken back."
