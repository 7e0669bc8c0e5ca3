"""The calendar of one year, the end of probation, the end of the year, and what came before."""

from typing import Any

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import operations, policies, queries
from portal.induction.changing import KINDS, share_words
from portal.induction.contracted import Difference
from portal.induction.entry import NotPossibleError
from portal.induction.forms.changes import ProbationForm, YearOverForm
from portal.induction.forms.earlier import EarlierForm, earlier_form
from portal.induction.models import Induction, InductionItem
from portal.induction.queries.contracted import difference_of
from portal.induction.timetable import Timetable, effect_of, period_of, reason_of
from portal.induction.views.blueprint import induction
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@induction.get("/inductions/<uuid:induction_id>/calendar")
@guard(policies.calendar, induction=Induction)
def calendar(induction: Induction) -> Response:
    """Everything of a year with its day, and what moved it."""
    return show("induction/calendar.html", induction=induction, **about(induction))


@induction.route("/inductions/<uuid:induction_id>/probation", methods=["GET", "POST"])
@guard(policies.set_probation, induction=Induction)
def set_probation(induction: Induction) -> Response:
    """Write down when probation ends."""
    form = ProbationForm(version=induction.version, ends_on=induction.probation_ends_on)
    page = "induction/set_probation.html"
    if form.validate_on_submit():
        if form.is_stale(induction) and induction.probation_ends_on != form.ends_on.data:
            return conflict(page, over=induction, form=form, induction=induction)
        try:
            changed = operations.set_probation(g.person, induction, form.ends_on.data)
        except NotPossibleError as refusal:
            form.ends_on.errors = list(refusal.args)
        else:
            said = "The end of probation is saved." if changed else "Nothing was changed."
            return done(calendar_of(induction), said)
    return show(page, form=form, induction=induction)


@induction.route("/inductions/<uuid:induction_id>/ending", methods=["GET", "POST"])
@guard(policies.end_induction, induction=Induction)
def end_induction(induction: Induction) -> Response:
    """Write down that a year is over, after a page that says what follows."""
    form = YearOverForm(version=induction.version)
    page = "induction/end_induction.html"
    if form.validate_on_submit():
        if form.is_stale(induction):
            return conflict(page, over=induction, form=form, induction=induction)
        try:
            operations.end_induction(g.person, induction)
        except NotPossibleError as refusal:
            form.version.errors = list(refusal.args)
        else:
            last = days.in_words(induction.planned_end_on)
            return done(calendar_of(induction), f"The year is over. Its last day was {last}.")
    return show(page, form=form, induction=induction)


@induction.post("/inductions/<uuid:induction_id>/reopening")
@guard(policies.reopen_induction, induction=Induction)
def reopen_induction(induction: Induction) -> Response:
    """Take back that a year is over."""
    try:
        operations.reopen_induction(g.person, induction)
    except NotPossibleError as refusal:
        return done(calendar_of(induction), f"{refusal.args[0]}, so nothing was changed.")
    return done(calendar_of(induction), "The year goes on.")


@induction.route("/inductions/<uuid:induction_id>/before-the-portal", methods=["GET", "POST"])
@guard(policies.note_earlier_items, induction=Induction)
def note_earlier_items(induction: Induction) -> Response:
    """Say of everything that was due before being taken on whether it happened."""
    items = operations.earlier_items(induction)
    form = earlier_form(induction, items)
    given: dict[str, Any] = {"induction": induction, "items": items, "form": form}
    page = "induction/note_earlier_items.html"
    if "everything" in request.form:
        form.say_all_happened(items)
    elif form.validate_on_submit():
        if form.is_stale(induction):
            return conflict(page, over=induction, **given)
        try:
            changed = _note(induction, items, form)
        except NotPossibleError as refusal:
            _beside_the_days(form, induction, items, refusal)
        else:
            said = f"{changed} things are noted." if changed else "Nothing was changed."
            return done(calendar_of(induction), said)
    return show(page, **given)


def calendar_of(induction: Induction) -> str:
    """The address of a year's calendar."""
    return url_for("induction.calendar", induction_id=induction.id)


def about(induction: Induction) -> dict[str, Any]:
    """What the calendar page shows of a year."""
    timetable = Timetable(
        induction=induction,
        items=queries.items_of(induction),
        changes=queries.changes_of(induction),
        terms=operations.terms_of(induction),
        today=today(),
        is_own=induction.person_id == g.person.id,
    )
    return {
        "timetable": timetable,
        "period_of": period_of,
        "reason_of": reason_of,
        "effect_of": effect_of,
        "kinds": KINDS,
        "share_words": share_words,
        "sees_items": policies.see_induction(g.person, induction),
        "difference": _difference(induction),
    }


def _difference(induction: Induction) -> Difference | None:
    """Where the hours of the post are others than the year reckons with."""
    return difference_of(induction) if policies.see_hours_of_post(g.person, induction) else None


def _note(induction: Induction, items: list[InductionItem], form: EarlierForm) -> int:
    happened, held_on = form.happened(items), form.days(items)
    return operations.note_earlier_items(g.person, induction, happened=happened, held_on=held_on)


def _beside_the_days(
    form: EarlierForm, induction: Induction, items: list[InductionItem], refusal: NotPossibleError
) -> None:
    """Say what stands against the days beside those that cannot be."""
    last = induction.taken_on_on or today()
    for item in items:
        day = form.of(item)[1]
        if day.data is not None and not induction.started_on <= day.data < last:
            day.errors = list(refusal.args)
