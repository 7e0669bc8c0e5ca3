"""Proposed pairs: all of them for the coordinator, one with its answer, and taking one back."""

from flask import Response, flash, g, request, url_for

from portal.audit.views import take_away
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import AnswerForm
from portal.mentoring.models import PairProposal
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, elsewhere, show

STANDING = {
    "agreed": "Both said yes",
    "declined": "Does not begin",
    "lapsed": "Not answered in time",
    "withdrawn": "Taken back",
}


@mentoring.get("/pairings/proposals")
@guard(policies.see_proposals)
def proposals() -> Response:
    """The pairs that were proposed, newest first."""
    page = queries.proposals_page(g.person, request.args.get("after"))
    return show("mentoring/proposals.html", page=page, standing=_standing)


@mentoring.get("/pairings/proposals/export")
@guard(policies.see_proposals, fresh=True)
def export_proposals() -> Response:
    rows = (
        (each.supported.name, each.coach.name, each.kind.capitalize(), each.proposed_at.date(),
         each.lapses_on, _standing(each))
        for each in queries.every_proposal(g.person)
    )  # fmt: skip
    headings = ("Person", "Coach or mentor", "What for", "Proposed", "Answer by", "Where it stands")
    return take_away("mentoring.proposals", "Proposed pairs", headings, rows)


@mentoring.get("/pairings/proposals/<uuid:proposal_id>")
@guard(policies.see_proposal, proposal=PairProposal)
def proposal(proposal: PairProposal) -> Response:
    """One proposed pair: what is proposed, by when to answer, and the answer."""
    return page_of(proposal, AnswerForm() if proposal.asks(g.person) else None)


@mentoring.post("/pairings/proposals/<uuid:proposal_id>/withdrawal")
@guard(policies.withdraw_proposal, proposal=PairProposal)
def withdraw_proposal(proposal: PairProposal) -> Response:
    """Take a proposal back."""
    if proposal.closed_at is not None:
        flash("There is nothing to take back any more. This is where it stands.")
        return elsewhere(url_for(".proposal", proposal_id=proposal.id))
    operations.withdraw_proposal(g.person, proposal)
    return done(url_for(".proposals"), "Taken back. Both are told.")


def page_of(proposal: PairProposal, form: AnswerForm | None) -> Response:
    """The page of a proposed pair, with the form of whoever is asked."""
    page = "mentoring/proposal.html"
    return show(page, form=form, proposal=proposal, standing=_standing(proposal))


def _standing(proposal: PairProposal) -> str:
    """Where a proposal stands, in words that name neither of the two."""
    if proposal.outcome:
        return STANDING[proposal.outcome]
    if proposal.has_lapsed:
        return STANDING["lapsed"]
    return f"{'One' if proposal.answers else 'None'} of the two has said yes"
