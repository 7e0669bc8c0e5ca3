"""The outcome of an application, its letter, and an appeal against it."""

from typing import Any

from flask import Response, abort, g, url_for

from portal.audit.views import take_away
from portal.pathways import operations, policies, queries
from portal.pathways.forms.outcomes import AppealAnswerForm, AppealForm, OutcomeForm
from portal.pathways.forms.panels import LetterTextForm, PayRuleForm
from portal.pathways.models import Appeal, Application, Outcome, Panel
from portal.pathways.progression import letters
from portal.pathways.progression.scoring import side_by_side
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show

PAYROLL = ("Staff number", "Name", "From", "To", "Paid from", "Outcome", "Decided on")


@pathways.route("/applications/<uuid:application_id>/outcome", methods=["GET", "POST"])
@guard(policies.decide, hidden=True, application=Application)
def decide(application: Application) -> Response:
    """Write down as the chair what the panel agreed."""
    items = queries.items_of(application)
    sheets = queries.counted_sheets(application)
    rows = side_by_side([item.key for item in items], [sheet.scores for sheet in sheets])
    form = OutcomeForm.of(items)(data=OutcomeForm.given(items, rows, application.version))
    page = "pathways/decide.html"
    given: dict[str, Any] = {"application": application, "rows": rows}
    if form.validate_on_submit():
        if form.is_stale(application):
            return conflict(page, over=application, form=form, **given)
        try:
            operations.decide(g.person, application, **form.outcome())
        except operations.NotPossibleError as refusal:
            form[refusal.field].errors = list(refusal.args)
        else:
            return done(_page(application), "The outcome is kept. The applicant is told.")
    return show(page, form=form, **given)


@pathways.get("/applications/<uuid:application_id>/letter")
@guard(policies.read_letter, hidden=True, application=Application)
def letter(application: Application) -> Response:
    """The letter of the outcome that stands, and of those before."""
    is_mine = application.person_id == g.person.id
    return show("pathways/letter.html", application=application, is_mine=is_mine)


@pathways.route("/outcomes/<uuid:outcome_id>/appeal", methods=["GET", "POST"])
@guard(policies.appeal_against, hidden=True, outcome=Outcome)
def appeal_against(outcome: Outcome) -> Response:
    """Appeal against the outcome of my application."""
    form = AppealForm()
    if outcome.appeal is not None or outcome.application.outcome is not outcome:
        return elsewhere(_page(outcome.application))
    if form.validate_on_submit():
        try:
            operations.appeal_against(g.person, outcome, form.words.data)
        except operations.NotPossibleError as refusal:
            form.words.errors = list(refusal.args)
        else:
            return done(_page(outcome.application), "Your appeal is made. HR answers it.")
    return show("pathways/appeal_against.html", form=form, outcome=outcome)


@pathways.route("/appeals/<uuid:appeal_id>/answer", methods=["GET", "POST"])
@guard(policies.answer_appeal, hidden=True, appeal=Appeal)
def answer_appeal(appeal: Appeal) -> Response:
    """Answer an appeal."""
    form = AppealAnswerForm(data={"version": appeal.version})
    page = "pathways/answer_appeal.html"
    if form.validate_on_submit():
        if form.is_stale(appeal):
            return conflict(page, over=appeal, form=form, appeal=appeal)
        said = {"answer": form.answer.data, "words": form.words.data}
        operations.answer_appeal(g.person, appeal, **said)
        return done(_page(appeal.outcome.application), "Your answer is kept.")
    return show(page, form=form, appeal=appeal)


@pathways.get("/panels/<uuid:panel_id>/payroll")
@guard(policies.export_payroll, panel=Panel)
def payroll(panel: Panel) -> Response:
    """Who progresses after a panel, and from which day it is paid."""
    rows = list(queries.who_progresses(panel))
    return show("pathways/payroll.html", panel=panel, rows=rows)


@pathways.get("/panels/<uuid:panel_id>/payroll/export")
@guard(policies.export_payroll, fresh=True, panel=Panel)
def export_payroll(panel: Panel) -> Response:
    """Who progresses after a panel and from which day it is paid, as a file for payroll."""
    rows = (
        (person.staff_number, person.name, application.from_title, application.place_title,
         outcome.paid_from_on, outcome.decision_words, outcome.decided_on)
        for person, application, outcome in queries.who_progresses(panel)
    )  # fmt: skip
    return take_away("pathways.payroll", "Progression for payroll", PAYROLL, rows, of=panel)


@pathways.route("/panels/rules", methods=["GET", "POST"])
@guard(policies.set_progression_rules)
def set_progression_rules() -> Response:
    """From which day a progression is paid here, and the approved letters."""
    own = g.person.organisation_id
    form = PayRuleForm(data={"paid_from": queries.paid_from(own)})
    if form.validate_on_submit():
        operations.set_pay_rule(g.person, form.paid_from.data)
        return done(url_for(".set_progression_rules"), "Saved. Outcomes before keep their day.")
    return show(
        "pathways/set_progression_rules.html",
        form=form,
        texts=queries.letter_texts(own),
        decisions=[(key, key.replace(" ", "-"), said) for key, said in letters.DECISIONS.items()],
    )


@pathways.route("/panels/letters/<string:decision_key>", methods=["GET", "POST"])
@guard(policies.set_progression_rules)
def approve_letter(decision_key: str) -> Response:
    """Read and approve the text of one letter."""
    decision = decision_key.replace("-", " ")
    if decision not in letters.DECISIONS:
        abort(404)
    text = queries.letter_texts(g.person.organisation_id).get(decision)
    form = LetterTextForm(data={"words": text.words if text else letters.SHIPPED[decision]})
    if form.validate_on_submit() and form.look(decision):
        operations.approve_letter(g.person, decision, form.words.data)
        return done(url_for(".set_progression_rules"), "The text is approved.")
    return show(
        "pathways/approve_letter.html",
        form=form,
        decision_key=decision_key,
        decision=letters.DECISIONS[decision],
        blanks=letters.BLANKS,
    )


def _page(application: Application) -> str:
    return url_for(".application", application_id=application.id)
