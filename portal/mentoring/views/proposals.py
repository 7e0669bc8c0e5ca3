"""Proposed pairs: all of them for the coordinator, one with its answer, and taking one back."""

from flask import Response, flash, g, request, url_for

from portal.audit.views import take_away
from portal.mentoring import operations, policies, queries
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import AnswerForm
from portal.mentoring.models import NO, PairProposal
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
@guard(policies.see_proposals)
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
    return _page(proposal, AnswerForm() if proposal.asks(g.person) else None)


@mentoring.post("/pairings/proposals/<uuid:proposal_id>/answer")
@guard(policies.answer_proposal, proposal=PairProposal)
def answer_proposal(proposal: PairProposal) -> Response:
    """Say yes or no."""
    if not proposal.asks(g.person):
        flash("There is nothing to answer here any more. This is where it stands.")
        return elsewhere(_page_of(proposal))
    form = AnswerForm()
    if form.validate():
        try:
            operations.answer_proposal(g.person, proposal, says=form.says.data)
        except NotEligibleError as refusal:
            form.says.errors = [f"{said}. Ask the coordinator" for said in refusal.args]
        else:
            return done(_following(proposal), _said(proposal, form.says.data))
    return _page(proposal, form)


@mentoring.post("/pairings/proposals/<uuid:proposal_id>/withdrawal")
@guard(policies.withdraw_proposal, proposal=PairProposal)
def withdraw_proposal(proposal: PairProposal) -> Response:
    """Take a proposal back."""
    operations.withdraw_proposal(g.person, proposal)
    return done(url_for(".proposals"), "Taken back. Both are told.")


def _page(proposal: PairProposal, form: AnswerForm | None) -> Response:
    page = "mentoring/proposal.html"
    return show(page, form=form, proposal=proposal, standing=_standing(proposal))


def _page_of(proposal: PairProposal) -> str:
    return url_for(".proposal", proposal_id=proposal.id)


def _following(proposal: PairProposal) -> str:
    """Where an answer leads: to the pairing once it has begun."""
    if proposal.pairing_id:
        return url_for(".pairing", pairing_id=proposal.pairing_id)
    return _page_of(proposal)


def _said(proposal: PairProposal, says: str) -> str:
    if says == NO:
        return "You have said no. Nobody is asked for a reason."
    other = proposal.other_than(g.person).name
    if proposal.pairing_id:
        return f"You and {other} have both said yes."
    return f"You have said yes. {other} has still to answer."


def _standing(proposal: PairProposal) -> str:
    """Where a proposal stands, in words that name neither of the two."""
    if proposal.outcome:
        return STANDING[proposal.outcome]
    if proposal.has_lapsed:
        return STANDING["lapsed"]
    return f"{'One' if proposal.answers else 'None'} of the two has said yes"
