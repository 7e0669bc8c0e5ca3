"""Answering a proposed pair: here, because who assesses whom is known only above mentoring."""

from flask import Response, flash, g, url_for

from portal.home import policies
from portal.home.views.blueprint import home
from portal.induction.queries import assessors_of
from portal.mentoring import operations
from portal.mentoring.eligibility import NotEligibleError
from portal.mentoring.forms import AnswerForm
from portal.mentoring.models import NO, PairProposal
from portal.mentoring.views.proposals import page_of
from portal.web.guard import guard
from portal.web.pages import done, elsewhere

CHOOSE = ": choose somebody else"
"""What an objection adds for whoever pairs people, and nobody who answers can do."""


@home.post("/pairings/proposals/<uuid:proposal_id>/answer")
@guard(policies.answer_proposal, proposal=PairProposal)
def answer_proposal(proposal: PairProposal) -> Response:
    """Say yes or no."""
    if not proposal.asks(g.person):
        flash("There is nothing to answer here any more. This is where it stands.")
        return elsewhere(_following(proposal))
    form = AnswerForm()
    if form.validate():
        assessors = assessors_of([proposal.supported_id])
        try:
            operations.answer_proposal(g.person, proposal, says=form.says.data, assessors=assessors)
        except NotEligibleError as refusal:
            form.says.errors = [_cannot(said) for said in refusal.args]
        else:
            return done(_following(proposal), _said(proposal, form.says.data))
    return page_of(proposal, form)


def _cannot(said: str) -> str:
    return f"{said.removesuffix(CHOOSE)}. Say no, or ask the coordinator"


def _following(proposal: PairProposal) -> str:
    """Where an answer leads: to the pairing once it has begun."""
    if proposal.pairing_id:
        return url_for("mentoring.pairing", pairing_id=proposal.pairing_id)
    return url_for("mentoring.proposal", proposal_id=proposal.id)


def _said(proposal: PairProposal, says: str) -> str:
    if says == NO:
        return "You have said no. Nobody is asked for a reason."
    other = proposal.other_than(g.person).name
    if proposal.pairing_id:
        return f"You and {other} have both said yes."
    return f"You have said yes. {other} has still to answer."
