"""Proposing a contract, answering it, withdrawing it, and ending it."""

from flask import Response, abort, g, url_for

from portal.practices import operations, policies, queries
from portal.practices.forms import AnswerForm, EndContractForm, ProposeForm
from portal.practices.forms.contracts import AGREE
from portal.practices.models import Contract
from portal.practices.views.blueprint import practices
from portal.web.forms import plain_lines
from portal.web.guard import guard, take_the_pen
from portal.web.pages import conflict, done, show

OWN = "This is your own organisation. Write the name of the practice"


@practices.route("/practices/new", methods=["GET", "POST"])
@guard(policies.propose_contract, reads_first=True)
def propose_contract() -> Response:
    """Propose a contract to a practice, which has to agree."""
    form = ProposeForm()
    page = "practices/propose_contract.html"
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form)
    said = form.said()
    if said["addressed_to"].lower() == g.person.organisation.name.lower():
        form.addressed_to.errors = [OWN]
        return show(page, form=form)
    found = queries.practice_called(said["addressed_to"], g.person)
    take_the_pen(beside=[found] if found else [])
    try:
        contract = operations.propose_contract(g.person, practice_id=found, **said)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form)
    asked = "If a practice is found under that name or address, its administrator is asked now."
    return done(_page(contract), asked)


@practices.route("/practices/<uuid:contract_id>/answer", methods=["GET", "POST"])
@guard(policies.answer_proposal, reads_first=True, contract=Contract)
def answer_proposal(contract: Contract) -> Response:
    """Say for the practice whether it agrees to the contract."""
    form = AnswerForm(data={"version": contract.version})
    page = "practices/answer_proposal.html"
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, contract=contract)
    contract = take_the_pen(beside=contract.parties)
    if form.is_stale(contract):
        return conflict(page, over=contract, form=form, contract=contract)
    is_agreed = form.answer.data == AGREE
    try:
        operations.answer_proposal(g.person, contract, is_agreed=is_agreed)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, contract=contract)
    said = "The contract is agreed." if is_agreed else "The proposal is declined."
    return done(_page(contract), said)


@practices.post("/practices/<uuid:contract_id>/withdrawal")
@guard(policies.withdraw_proposal, reads_first=True, contract=Contract)
def withdraw_proposal(contract: Contract) -> Response:
    """Take a proposal back before it is answered."""
    contract = take_the_pen(beside=contract.parties)
    operations.withdraw_proposal(g.person, contract)
    return done(_page(contract), "The proposal is withdrawn.")


@practices.route("/practices/<uuid:contract_id>/ending", methods=["GET", "POST"])
@guard(policies.end_contract, reads_first=True, contract=Contract)
def end_contract(contract: Contract) -> Response:
    """End a contract before its last day, from either side, with a reason."""
    form = EndContractForm(data={"version": contract.version})
    page = "practices/end_contract.html"
    if not (form.is_submitted() and form.validate()):
        return show(page, form=form, contract=contract)
    contract = take_the_pen(beside=contract.parties)
    if form.is_stale(contract):
        return conflict(page, over=contract, form=form, contract=contract)
    last = form.ended_on.data or abort(422)
    try:
        reason = plain_lines(form.reason.data)
        operations.end_contract(g.person, contract, ended_on=last, reason=reason)
    except operations.NotPossibleError as refused:
        form[refused.field].errors = [str(refused)]
        return show(page, form=form, contract=contract)
    return done(_page(contract), "The contract has its last day. The other side is told.")


def _page(contract: Contract) -> str:
    return url_for(".practice", contract_id=contract.id)
