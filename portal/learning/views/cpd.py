"""Drafts for the regulator (CPD): mine alone. The portal sends nothing; I copy it myself."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.learning import cpd as rules
from portal.learning import operations, policies
from portal.learning.forms import CpdForm
from portal.learning.models import CpdDraft
from portal.learning.queries import cpd as queries
from portal.learning.views.blueprint import learning
from portal.standards.models import Piece
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@learning.get("/cpd")
@guard(policies.see_cpd)
def cpd() -> Response:
    """The two pieces of this year: my drafts, how long is left, and what I could make one of."""
    ends_on = rules.end_of_year(today())
    drafts = queries.drafts_of(g.person, ends_on)
    return show(
        "learning/cpd.html",
        ends_on=ends_on,
        drafts=drafts,
        standing=rules.standing(drafts, today()),
        proposed=queries.proposed(g.person, drafts, ends_on),
    )


@learning.post("/cpd/drafts")
@guard(policies.see_cpd)
def begin_cpd() -> Response:
    """Begin a draft with nothing in it but the outline."""
    draft = operations.begin_cpd(g.person)
    return done(url_for(".write_cpd", draft_id=draft.id), "Begun. Nobody else can read it.")


@learning.post("/writing/<uuid:piece_id>/cpd")
@guard(policies.begin_cpd_from, hidden=True, piece=Piece)
def begin_cpd_from(piece: Piece) -> Response:
    """Begin a draft with something that I wrote."""
    draft = operations.begin_cpd(g.person, piece)
    return done(url_for(".write_cpd", draft_id=draft.id), "Begun. Nobody else can read it.")


@learning.route("/cpd/<uuid:draft_id>", methods=["GET", "POST"])
@guard(policies.write_cpd, hidden=True, draft=CpdDraft)
def write_cpd(draft: CpdDraft) -> Response:
    """Write on a draft, and copy it."""
    form = CpdForm(draft=draft)
    page = "learning/write_cpd.html"
    if form.validate_on_submit():
        if form.is_stale(draft):
            return conflict(page, over=draft, form=form, draft=draft)
        operations.write_cpd(g.person, draft, **form.answers())
        return done(url_for(".write_cpd", draft_id=draft.id), "Saved. It is ready to be copied.")
    return show(page, form=form, draft=draft)


@learning.post("/cpd/<uuid:draft_id>/recording")
@guard(policies.write_cpd, hidden=True, draft=CpdDraft)
def settle_cpd(draft: CpdDraft) -> Response:
    """Say that I have put it into my account with the regulator, or that I have not after all."""
    is_recorded = request.form.get("is_recorded") == "yes"
    operations.settle_cpd(g.person, draft, is_recorded=is_recorded)
    return done(url_for(".cpd"), "Marked." if is_recorded else "Back among your drafts.")


@learning.route("/cpd/<uuid:draft_id>/deletion", methods=["GET", "POST"])
@guard(policies.write_cpd, hidden=True, draft=CpdDraft)
def delete_cpd(draft: CpdDraft) -> Response:
    """Delete a draft, after a page that says what follows."""
    if request.method == "POST":
        operations.delete_cpd(g.person, draft)
        return done(url_for(".cpd"), "The draft is deleted. What it was made of stays.")
    return show("learning/delete_cpd.html", draft=draft)
