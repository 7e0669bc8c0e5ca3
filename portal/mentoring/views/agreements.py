"""What a pair agreed about working together: read, written by one, signed by the other."""

from flask import Response, flash, g, url_for

from portal import audit
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import AgreementForm
from portal.mentoring.forms.agreements import LENGTHS, NOTICE, WEEKS
from portal.mentoring.models import PairAgreement, Pairing
from portal.mentoring.models.agreements import BOOKED_BY
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, elsewhere, show


@mentoring.get("/pairings/<uuid:pairing_id>/agreement")
@guard(policies.see_agreement, hidden=True, pairing=Pairing)
def agreement(pairing: Pairing) -> Response:
    """What the two agreed, for the two of them."""
    found = queries.agreement_of(pairing)
    answer = show(
        "mentoring/agreement.html",
        pairing=pairing,
        agreement=found,
        often=WEEKS,
        notice=NOTICE,
        lengths=LENGTHS,
        books=BOOKED_BY,
    )
    if found:
        audit.record_view(g.person, "mentoring.agreement_read", found)
    return answer


@mentoring.route("/pairings/<uuid:pairing_id>/agreement/new", methods=["GET", "POST"])
@guard(policies.write_agreement, hidden=True, pairing=Pairing)
def write_agreement(pairing: Pairing) -> Response:
    """Write how the two work together, and sign it; the other is asked to sign."""
    form = AgreementForm(before=queries.agreement_of(pairing))
    page = "mentoring/write_agreement.html"
    if form.validate_on_submit():
        if form.is_stale():
            form.look_again()
            return show(page, pairing=pairing, form=form, status=409, conflict=True)
        operations.write_agreement(g.person, pairing, **form.agreement())
        said = f"You have signed. {pairing.other_than(g.person).name} is asked to sign too."
        return done(_page_of(pairing), said)
    return show(page, pairing=pairing, form=form)


@mentoring.post("/pairings/agreements/<uuid:agreement_id>/signature")
@guard(policies.sign_agreement, hidden=True, agreement=PairAgreement)
def sign_agreement(agreement: PairAgreement) -> Response:
    """Sign what the other of the two wrote, as it was read."""
    try:
        operations.sign_agreement(g.person, agreement)
    except operations.ReplacedError:
        flash("It was changed since you read it. Read it again below before you sign.")
        return elsewhere(_page_of(agreement.pairing))
    return done(_page_of(agreement.pairing), "Signed by both of you.")


def _page_of(pairing: Pairing) -> str:
    return url_for(".agreement", pairing_id=pairing.id)
