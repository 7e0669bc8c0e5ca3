"""A text as it was signed, and what the pages that sign have in common."""

from typing import Any

from flask import Response

from portal.induction import policies, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.forms import SigningForm
from portal.induction.models import SignedText
from portal.induction.operations import StaleTextError
from portal.induction.signed import Signed
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import done, show

SIGNED = "You have signed this already. One signature counts, and it stands."


@induction.get("/signed-texts/<uuid:text_id>")
@guard(policies.signed_text, text=SignedText)
def signed_text(text: SignedText) -> Response:
    """A text exactly as it was signed, with the signatures it was given."""
    given = queries.signatures_on(text)
    return show("induction/signed_text.html", text=text, given=given)


@induction.app_template_global()
def party_called(party: str) -> str:
    """A party as a sentence names it: the assessor."""
    return signing.CALLED[party]


def signing_page(
    template: str,
    *,
    state: Signed,
    statement: str,
    sign: Any,
    back: str,
    said: str,
    **context: Any,
) -> Response:
    """Show the text with the statement to tick, or take the signature.

    Whoever has signed, or is not asked, is sent back. A text that changed meanwhile is shown
    again with a sentence (409), and nothing is signed.
    """
    form = SigningForm(statement=statement, shown=state.digest)
    status = None
    if form.is_submitted() and not state.asked:
        return done(back, SIGNED if state.has_mine else "")
    if form.validate_on_submit():
        try:
            sign(party=state.asked, digest=form.digest.data or "")
        except StaleTextError as refusal:
            form.agree.errors, status = list(refusal.args), 409
        except NotPossibleError as refusal:
            form.agree.errors = list(refusal.args)
        else:
            return done(back, said)
    if form.is_submitted():
        if form.digest.data != state.digest:
            form.agree.errors, status = [signing.CHANGED], 409
        form.show_again(state.digest)
    return show(template, form=form, status=status, state=state, back=back, **context)
