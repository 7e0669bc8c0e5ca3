"""The support and assessment agreement: read, written step by step, signed."""

from collections.abc import Sequence
from typing import Any

from flask import Response, g, url_for

from portal.induction import agreeing, operations, policies, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.forms import AgreementPartForm
from portal.induction.models import Agreement, AgreementPart, Induction, Signature
from portal.induction.signed import Signed
from portal.induction.views.blueprint import induction
from portal.induction.views.signatures import signing_page
from portal.web.guard import guard
from portal.web.numbers import in_words
from portal.web.pages import conflict, done, show


@induction.get("/inductions/<uuid:induction_id>/agreement")
@guard(policies.agreement, induction=Induction)
def agreement(induction: Induction) -> Response:
    """The agreement of a year as one page, with who has signed it and what it waits for."""
    versions = queries.agreements_of(induction)
    given = queries.signatures_of([each.id for each in versions])
    latest = versions[0] if versions else None
    if latest is not None:
        queries.follow(latest, given)
    return show(
        "induction/agreement.html",
        induction=induction,
        agreement=latest,
        earlier=versions[1:],
        state=_state(latest, induction, given) if latest else None,
        to_write=operations.still_to_write(latest) if latest else "",
        from_before=queries.earlier_records_of(induction, "agreement"),
        is_overtaken=latest is not None and _is_overtaken(latest, induction),
    )


@induction.get("/agreements/<uuid:agreement_id>")
@guard(policies.agreement_version, agreement=Agreement)
def agreement_version(agreement: Agreement) -> Response:
    """One version of an agreement, as it was."""
    draft = queries.follow(agreement)
    state = Signed(agreement.digest, signing.OF_THE_YEAR, draft.given)
    return show("induction/agreement_version.html", agreement=agreement, state=state)


@induction.post("/inductions/<uuid:induction_id>/agreement/versions")
@guard(policies.begin_agreement, induction=Induction)
def begin_agreement(induction: Induction) -> Response:
    """Begin the agreement, or its next version."""
    made = operations.begin_agreement(g.person, induction)
    said = f"Version {made.number} is begun. What the portal knows is filled in."
    return done(_page_of(induction), said)


@induction.route("/agreement-parts/<uuid:part_id>", methods=["GET", "POST"])
@guard(policies.write_agreement_part, part=AgreementPart)
def write_agreement_part(part: AgreementPart) -> Response:
    """Write one step of an agreement."""
    form = AgreementPartForm(part=part)
    steps = part.agreement.parts
    shown: dict[str, Any] = {"part": part, "steps": steps}
    page = "induction/write_agreement_part.html"
    if form.validate_on_submit():
        if form.is_stale(part) and part.words != form.written:
            queries.follow(part.agreement)
            return conflict(page, over=part, form=form, **shown)
        try:
            operations.write_agreement_part(g.person, part, form.written)
        except NotPossibleError as refusal:
            form.words.errors = list(refusal.args)
        else:
            return done(_after(part, steps), f"{part.step.title}: saved.")
    queries.follow(part.agreement)
    return show(page, form=form, **shown)


@induction.route("/agreements/<uuid:agreement_id>/signature", methods=["GET", "POST"])
@guard(policies.sign_agreement, agreement=Agreement)
def sign_agreement(agreement: Agreement) -> Response:
    """Read the whole agreement and sign it."""
    draft = queries.follow(agreement)

    def sign(**asked: str) -> None:
        operations.sign_agreement(g.person, agreement, draft=draft, **asked)

    return signing_page(
        "induction/sign_agreement.html",
        state=_state(agreement, agreement.induction, draft.given),
        statement=operations.AGREE,
        sign=sign,
        back=_page_of(agreement.induction),
        said="You have signed the agreement.",
        agreement=agreement,
        to_write=operations.still_to_write(agreement),
    )


@induction.app_template_global()
def agreement_reason(agreement: Agreement) -> str:
    """Why a version was begun, in words."""
    return agreeing.REASONS[agreement.reason]


@induction.app_template_global()
def agreement_steps() -> str:
    """How many steps an agreement has, at the beginning of a sentence."""
    return in_words(len(agreeing.STEPS)).capitalize()


def _state(agreement: Agreement, induction: Induction, given: Sequence[Signature]) -> Signed:
    own = [one for one in given if one.subject_id == agreement.id]
    mine = policies.parties_of(g.person, induction)
    return Signed(agreement.digest, signing.OF_THE_YEAR, own, mine)


def _is_overtaken(agreement: Agreement, induction: Induction) -> bool:
    """Whether the assessor or the planned end is another than when it was agreed."""
    agreed = (agreement.assessor_id, agreement.planned_end_on)
    return agreed != (induction.todays_assessor_id, induction.planned_end_on)


def _after(part: AgreementPart, steps: Sequence[AgreementPart]) -> str:
    """The next step, or the whole agreement after the last one."""
    following = [each for each in steps if each.position > part.position]
    if following:
        return url_for(".write_agreement_part", part_id=following[0].id)
    return _page_of(part.agreement.induction)


def _page_of(induction: Induction) -> str:
    return url_for(".agreement", induction_id=induction.id)
