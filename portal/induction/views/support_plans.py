"""Extra support plans: read, started, extended, ended."""

from datetime import timedelta

from flask import Response, g, url_for

from portal import working_days
from portal.clock import today
from portal.induction import operations, policies, queries, supporting
from portal.induction.entry import NotPossibleError
from portal.induction.forms import EndingForm, ExtendingForm, SupportPlanForm
from portal.induction.forms.support_plans import CorrectingForm
from portal.induction.models import Induction, SupportPlan
from portal.induction.operations import WrongDayError
from portal.induction.views.blueprint import induction
from portal.people.models import Person
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

USUAL = timedelta(days=41)  # six weeks, the first and the last day included
FIRST_LOOK = timedelta(days=20)


@induction.get("/inductions/<uuid:induction_id>/support-plan")
@guard(policies.support_plan, induction=Induction)
def support_plan(induction: Induction) -> Response:
    """The extra support plan of a year, if there is one, and those that have ended."""
    plans = queries.support_plans_of(induction)
    plan = next((each for each in plans if each.is_open), None)
    return show(
        "induction/support_plan.html",
        induction=induction,
        plan=plan,
        wordings=queries.wordings_of(plan) if plan else (),
        ended=[each for each in plans if not each.is_open],
        not_capability=supporting.NOT_CAPABILITY,
    )


@induction.get("/support-plans/<uuid:plan_id>")
@guard(policies.see_support_plan, hidden=True, plan=SupportPlan)
def see_support_plan(plan: SupportPlan) -> Response:
    """One extra support plan."""
    said = supporting.NOT_CAPABILITY
    return show(
        "induction/see_support_plan.html",
        plan=plan,
        wordings=queries.wordings_of(plan),
        not_capability=said,
    )


@induction.route("/inductions/<uuid:induction_id>/support-plan/new", methods=["GET", "POST"])
@guard(policies.start_support_plan, induction=Induction)
def start_support_plan(induction: Induction) -> Response:
    """Start an extra support plan."""
    form = SupportPlanForm(data=_usual())
    form.offer(queries.supporters(induction))
    form.name_known = _colleagues(induction, form.known.get(form.supporter.data or ""))
    if form.validate_on_submit():
        try:
            operations.start_support_plan(g.person, induction, **form.plan())
        except WrongDayError as refusal:
            form[refusal.field].errors = list(refusal.args)
        except NotPossibleError as refusal:
            form.supporter.errors = list(refusal.args)
        else:
            said = f"The plan is started. {induction.person.name} is told, and can read all of it."
            return done(_page_of(induction), said)
    return show(
        "induction/start_support_plan.html",
        form=form,
        induction=induction,
        not_capability=supporting.NOT_CAPABILITY,
    )


@induction.route("/support-plans/<uuid:plan_id>/extension", methods=["GET", "POST"])
@guard(policies.extend_support_plan, plan=SupportPlan)
def extend_support_plan(plan: SupportPlan) -> Response:
    """Let a plan last longer, once."""
    form = ExtendingForm(data={"version": plan.version})
    form.name_known = _colleagues(plan.induction, plan.supporter)
    page = "induction/extend_support_plan.html"
    if form.validate_on_submit():
        if form.is_stale(plan) and plan.ends_on != form.day:
            return conflict(page, over=plan, form=form, plan=plan)
        try:
            why = (form.why.data or "").strip()
            operations.extend_support_plan(g.person, plan, to=form.day, why=why)
        except NotPossibleError as refusal:
            form.ends_on.errors = list(refusal.args)
        else:
            said = f"The plan now lasts until {days.in_words(plan.ends_on)}."
            return done(_page_of(plan.induction), said)
    return show(page, form=form, plan=plan)


@induction.route("/support-plans/<uuid:plan_id>/correction", methods=["GET", "POST"])
@guard(policies.correct_support_plan, plan=SupportPlan)
def correct_support_plan(plan: SupportPlan) -> Response:
    """Correct the words of a plan that is open."""
    given = {"version": plan.version, "support": plan.support, "good": plan.good}
    form = CorrectingForm(data=given)
    form.name_known = _colleagues(plan.induction, plan.supporter)
    page = "induction/correct_support_plan.html"
    if form.validate_on_submit():
        words = form.words()
        if form.is_stale(plan) and words != {"support": plan.support, "good": plan.good}:
            return conflict(page, over=plan, form=form, plan=plan)
        try:
            operations.correct_support_plan(g.person, plan, **words)
        except NotPossibleError as refusal:
            form.support.errors = list(refusal.args)
        else:
            said = "The plan is corrected. Everybody who reads it is told."
            return done(_page_of(plan.induction), said)
    return show(page, form=form, plan=plan)


@induction.route("/support-plans/<uuid:plan_id>/ending", methods=["GET", "POST"])
@guard(policies.end_support_plan, plan=SupportPlan)
def end_support_plan(plan: SupportPlan) -> Response:
    """End a plan before its last day."""
    form = EndingForm(data={"version": plan.version})
    form.name_known = _colleagues(plan.induction, plan.supporter)
    page = "induction/end_support_plan.html"
    if form.validate_on_submit():
        if form.is_stale(plan):
            return conflict(page, over=plan, form=form, plan=plan)
        try:
            operations.end_support_plan(g.person, plan, (form.why.data or "").strip())
        except NotPossibleError as refusal:
            form.why.errors = list(refusal.args)
        else:
            return done(_page_of(plan.induction), "The plan has ended. Everybody in it is told.")
    return show(page, form=form, plan=plan)


def _usual() -> dict[str, object]:
    """The dates that a new plan begins with: six weeks from today, looked at halfway."""
    day = today()
    return {
        "started_on": day,
        "ends_on": working_days.on_or_before(day + USUAL),
        "first_review_on": working_days.on_or_before(day + FIRST_LOOK),
    }


def _colleagues(induction: Induction, supporter: Person | None) -> str:
    """Whom a plan names on purpose; who does what could not be said without them."""
    named = (induction.person, induction.assessor, supporter)
    return " ".join(person.name for person in named if person is not None)


def _page_of(induction: Induction) -> str:
    return url_for(".support_plan", induction_id=induction.id)
