"""The ledger of promises of one year, and what is written into it."""

from typing import Any

from flask import Response, abort, g, request, url_for

from portal.clock import today
from portal.induction.entry import NotPossibleError
from portal.induction.forms.promises import PlanSupervisionForm, RebookForm, day_in
from portal.induction.models import Induction
from portal.induction.policies import promises as policies
from portal.induction.promised import Promised
from portal.induction.promises.windows import Window
from portal.induction.queries import promises as queries
from portal.induction.views.blueprint import induction
from portal.mentoring import operations as mentoring
from portal.mentoring import when
from portal.mentoring.forms import SupervisionForm
from portal.people.models import Person
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import done, elsewhere, show


@induction.get("/inductions/<uuid:induction_id>/promises")
@guard(policies.promises, induction=Induction)
def promises(induction: Induction) -> Response:
    """What was promised in a year, and what became of it."""
    return show("induction/promises.html", promised=promised_to(induction))


@induction.route("/inductions/<uuid:induction_id>/supervision/new", methods=["GET", "POST"])
@guard(policies.record_supervision, induction=Induction)
def record_supervision(induction: Induction) -> Response:
    """Log supervision in two taps, from either side; nobody confirms it."""
    was_missed = request.args.get("due") is not None
    told = {"day": when.ANOTHER_DAY} if was_missed else {}
    form = SupervisionForm(people=_people(induction), data=told)
    if form.people and form.validate_on_submit():
        try:
            made = mentoring.record_supervision(g.person, **form.two(g.person), **form.session())
        except mentoring.AlreadyLoggedError as refusal:
            return _change_the_first(refusal.first)
        said = f"Supervision saved: {days.in_words(made.held_on)}, {made.length}."
        return done(page_of(induction), said)
    return show("induction/record_supervision.html", form=form, induction=induction)


@induction.route("/inductions/<uuid:induction_id>/supervision/planning", methods=["GET", "POST"])
@guard(policies.record_supervision, induction=Induction)
def plan_supervision(induction: Induction) -> Response:
    """Write down the day that was agreed for supervision."""
    form = PlanSupervisionForm(people=_people(induction))
    if form.people and form.validate_on_submit():
        try:
            mentoring.plan_supervision(g.person, **form.two(g.person), day=day_in(form.day))
        except mentoring.AlreadyLoggedError:
            form.day.errors = ["Supervision with this person is down for that day already"]
        except mentoring.ImpossibleSessionError as refusal:
            form.day.errors = list(refusal.args)
        else:
            said = f"Supervision is agreed for {days.in_words(day_in(form.day))}."
            return done(page_of(induction), said)
    return show("induction/plan_supervision.html", form=form, induction=induction)


@induction.route("/inductions/<uuid:induction_id>/supervision/rebooking", methods=["GET", "POST"])
@guard(policies.record_supervision, induction=Induction)
def rebook_supervision(induction: Induction) -> Response:
    """Say why supervision did not take place, and agree another day for it."""
    missed = _missed(induction)
    form = RebookForm(people=_people(induction))
    if missed and form.people and form.validate_on_submit():
        try:
            mentoring.rebook_supervision(
                g.person, **form.two(g.person), missed_on=missed.due_on,
                reason=form.reason.data, to_on=form.to_on.data,
            )  # fmt: skip
        except mentoring.AlreadyLoggedError:
            form.to_on.errors = ["Supervision with this person is down for that day already"]
        except (mentoring.ImpossibleSessionError, NotPossibleError) as refusal:
            form.to_on.errors = list(refusal.args)
        else:
            return done(page_of(induction), _rebooked(form))
    return show("induction/rebook_supervision.html", form=form, induction=induction, missed=missed)


def promised_to(induction: Induction) -> Promised:
    """The ledger as its page shows it to whoever reads."""
    ledger = queries.ledger_of(induction)
    is_own = induction.person_id == g.person.id
    told = queries.told_of(induction) if is_own and ledger.missed else {}
    return Promised(induction, ledger, g.person, told)


@induction.app_template_global()
def promises_in_short(induction: Induction) -> Promised:
    """What became of the promises so far, for the card on the page of a year."""
    return Promised(induction, queries.short_ledger_of(induction), g.person, {})


def page_of(induction: Induction) -> str:
    """Where the ledger of a year stands."""
    return url_for("induction.promises", induction_id=induction.id)


def _people(induction: Induction) -> list[tuple[Person, bool]]:
    """With whom the reader has this supervision, and whether the reader leads it."""
    if induction.person_id == g.person.id:
        return [(each, False) for each in queries.supervisors_of(induction)]
    return [(induction.person, True)]


def _missed(induction: Induction) -> Window | None:
    """The days whose supervision is re-booked: those named in the address, or the latest."""
    lately = queries.terms_of(induction).lately_due(today())
    asked = request.args.get("due", "")
    named = (each for each in lately if each.due_on.isoformat() == asked)
    return next(named, lately[0] if lately else None)


def _rebooked(form: RebookForm) -> str:
    if form.to_on.data is None:
        return "The reason is kept. Agree another day when you can."
    return f"Supervision is agreed for {days.in_words(form.to_on.data)}."


def _change_the_first(first: Any) -> Response:
    """Lead to the supervision which that day already has, to change it there."""
    if first.is_correctable and first.joins(g.person):
        return elsewhere(url_for("mentoring.correct_supervision", session_id=first.id))
    abort(409)
