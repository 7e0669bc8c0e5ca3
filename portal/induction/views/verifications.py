"""Documents seen in the case system: the list of a year, saying so, and confirming."""

from flask import Response, g, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.induction.entry import NotPossibleError
from portal.induction.forms.verifications import (
    ChangeVerificationForm,
    ConfirmationForm,
    VerificationForm,
)
from portal.induction.models import Induction, InductionItem
from portal.induction.models.verifications import Verification
from portal.induction.operations import verifications as operations
from portal.induction.policies import verifications as policies
from portal.induction.queries import verifications as queries
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

HEADINGS = ("Document of the year", "Kind", "Seen on", "Seen by", "Confirmed")


@induction.get("/inductions/<uuid:induction_id>/verifications")
@guard(policies.verifications, induction=Induction)
def verifications(induction: Induction) -> Response:
    """The documents of a year that were seen in the case system, and those still to be seen."""
    seen = queries.verifications_of(induction)
    waiting = queries.items_to_verify(induction)
    return _list(induction, seen, waiting)


@induction.get("/inductions/<uuid:induction_id>/verifications/export")
@guard(policies.verifications, induction=Induction)
def export_verifications(induction: Induction) -> Response:
    """The documents that were seen as a file, without what was said about them."""
    rows = (
        (one.item.title, one.kind_words, one.seen_on, one.seen_by.name, one.is_confirmed)
        for one in queries.verifications_of(induction)
    )
    name = "Documents seen"
    return take_away("induction.verifications", name, HEADINGS, rows, of=induction)


@induction.route("/inductions/<uuid:induction_id>/verifications/new", methods=["GET", "POST"])
@guard(policies.verify_document, induction=Induction)
def verify_document(induction: Induction) -> Response:
    """Say that one has seen a document of the year in the case system."""
    waiting = queries.items_to_verify(induction)
    if not waiting:
        return _back(induction, "Every document of this year has been seen.")
    form = VerificationForm(items=waiting, data={"seen_on": today()})
    if form.validate_on_submit():
        item = form.waiting[form.item.data]
        try:
            operations.verify_document(g.person, induction, item, **form.document())
        except NotPossibleError as refusal:
            form.seen_on.errors = list(refusal.args)
        else:
            said = f"Saved. {induction.person.name} has been asked to confirm it."
            return _back(induction, said)
    return show("induction/verify_document.html", form=form, induction=induction)


@induction.route(
    "/inductions/verifications/<uuid:verification_id>/correction", methods=["GET", "POST"]
)
@guard(policies.change_verification, verification=Verification)
def change_verification(verification: Verification) -> Response:
    """Put right what was said of a document, until the person confirms it."""
    form = ChangeVerificationForm(obj=verification)
    page = "induction/change_verification.html"
    given = verification.induction
    if form.validate_on_submit():
        if form.is_stale(verification):
            return conflict(page, over=verification, form=form, induction=given, seen=verification)
        try:
            operations.change_verification(g.person, verification, **form.document())
        except NotPossibleError as refusal:
            form.seen_on.errors = list(refusal.args)
        else:
            return _back(given, "Saved.")
    return show(page, form=form, induction=given, seen=verification)


@induction.post("/inductions/verifications/<uuid:verification_id>/confirmation")
@guard(policies.confirm_verification, verification=Verification)
def confirm_verification(verification: Verification) -> Response:
    """Confirm what the assessor said of a document, as it was shown."""
    form = ConfirmationForm()
    year = verification.induction
    if form.is_stale(verification) and not verification.is_confirmed:
        seen = queries.verifications_of(year)
        return _list(year, seen, queries.items_to_verify(year), changed=True)
    operations.confirm_verification(g.person, verification)
    return _back(year, "Confirmed. It is recorded, and it is on your list of evidence.")


def _list(
    induction: Induction,
    seen: list[Verification],
    waiting: list[InductionItem],
    changed: bool = False,
) -> Response:
    return show(
        "induction/verifications.html",
        status=409 if changed else None,
        induction=induction,
        seen=seen,
        waiting=waiting,
        changed=changed,
    )


def _back(induction: Induction, said: str) -> Response:
    return done(url_for("induction.verifications", induction_id=induction.id), said)
