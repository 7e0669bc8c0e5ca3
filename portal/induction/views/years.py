"""The induction year: mine, somebody else's, enrolling, and what took place."""

from typing import Any

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import (
    beginning,
    calendar,
    operations,
    policies,
    progress,
    queries,
)
from portal.induction.entry import NotPossibleError, in_sentence
from portal.induction.forms import BookingForm, CorrectionForm, EnrolForm, HoldingForm
from portal.induction.models import Induction, InductionItem
from portal.induction.views.blueprint import induction
from portal.induction.views.waiting import own_coaches, waits_of
from portal.induction.year import Year
from portal.people.models import Person
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

MOST_NAMED = 5  # in one line; the others stand in the list of who could start
HOLDING = "induction/_holding.html"
HELD = "induction/_held.html"


@induction.get("/my-year")
@guard(policies.see_my_year)
def my_year() -> Response:
    """My own year, or what will be here once I am in one."""
    mine = queries.own_induction(g.person)
    year = _year(mine) if mine else None
    return show("induction/my_year.html", year=year, beginning=_beginning(mine))


def _beginning(mine: Induction | None) -> str:
    """What of the first weeks stands on My year: the question of week 6, their page, or nothing."""
    if mine is None or not mine.is_open or not mine.programme.first_weeks:
        return ""
    if beginning.is_pressing(mine.started_on, today()) and not queries.answer_of(mine.id):
        return "question"
    return "page" if beginning.is_near(mine.started_on, today()) else ""


@induction.get("/inductions/<uuid:induction_id>", endpoint="induction")
@guard(policies.see_induction, induction=Induction)
def induction_page(induction: Induction) -> Response:
    """The year of somebody I accompany."""
    return show("induction/induction.html", year=_year(induction))


@induction.route("/inductions/new", methods=["GET", "POST"])
@guard(policies.enrol)
def enrol() -> Response:
    """Start the induction year of one person or several."""
    form = _enrol_form()
    dates: list[dict[str, Any]] = []
    if "everybody" in request.form:
        form.tick_everybody()
    elif form.is_submitted() and "find" not in request.form and form.validate():
        if "dates" in request.form:
            dates = _first_dates(form)
        else:
            try:
                made = operations.enrol_each(g.person, form.entrants(), **form.enrolment())
            except NotPossibleError as refusal:
                form.refuse(refusal.args)
            else:
                said = _enrolled(made) + _to_check(form.to_check(only_chosen=True))
                return done(_after_enrolling(made), said)
    _offer_all(form)
    return show("induction/enrol.html", form=form, dates=dates)


@induction.route("/inductions/items/<uuid:item_id>/holding", methods=["GET", "POST"])
@guard(policies.record_item_held, item=InductionItem)
def record_item_held(item: InductionItem) -> Response:
    """Record that an item took place: today, or on the day it did."""
    form = HoldingForm(item=item, held_on=item.held_on or min(item.booked_on or today(), today()))
    page = "induction/record_item_held.html"
    if form.validate_on_submit():
        if form.is_stale(item) and item.held_on != form.day:
            return conflict(page, over=item, fragment=HOLDING, form=form, item=item)
        try:
            operations.record_item_held(g.person, item, form.day)
        except NotPossibleError as refusal:
            form.held_on.errors = list(refusal.args)
        else:
            return _recorded(item)
    return show(page, fragment=HOLDING, form=form, item=item)


@induction.post("/inductions/items/<uuid:item_id>/correction")
@guard(policies.correct_item, item=InductionItem)
def correct_item(item: InductionItem) -> Response:
    """Take back that an item took place."""
    form = CorrectionForm()
    if form.is_stale(item) and item.held_on is not None:
        form = HoldingForm(None, item=item, held_on=item.held_on)
        return conflict("induction/record_item_held.html", over=item, form=form, item=item)
    operations.correct_item(g.person, item)
    return done(_page_of(item.induction), f"{item.title}: no longer recorded.")


@induction.route("/inductions/items/<uuid:item_id>/booking", methods=["GET", "POST"])
@guard(policies.book_item, item=InductionItem)
def book_item(item: InductionItem) -> Response:
    """Write down the day that was agreed for an item."""
    form = BookingForm(item=item, booked_on=item.booked_on)
    page = "induction/book_item.html"
    if form.validate_on_submit():
        if form.is_stale(item) and item.booked_on != form.day:
            return conflict(page, over=item, form=form, item=item)
        try:
            operations.book_item(g.person, item, form.day)
        except NotPossibleError as refusal:
            form.booked_on.errors = list(refusal.args)
        else:
            said = f"{item.title}: agreed for {days.in_words(form.day)}."
            return done(_page_of(item.induction), said)
    return show(page, form=form, item=item)


def _year(induction: Induction) -> Year:
    """Everything that the page of a year shows."""
    post, items = induction.post, queries.items_of(induction)
    return Year(
        induction=induction,
        items=items,
        today=today(),
        reader=g.person,
        manager=queries.person_called(post.manager_id if post else None),
        waits=waits_of(induction, items, progress.foremost(items, today())),
        coaches=own_coaches() if induction.person_id == g.person.id else (),
    )


def _recorded(item: InductionItem) -> Response:
    assert item.held_on is not None
    day = "today" if item.held_on == today() else days.in_words(item.held_on)
    said = f"{item.title}: recorded as {item.done_word} {day if day == 'today' else f'on {day}'}."
    location = _page_of(item.induction)
    return done(location, said, fragment=HELD, item=item, year=_year(item.induction))


def _enrol_form() -> EnrolForm:
    """The form with those who were ticked, then those who are suggested or found by name."""
    organisation_id, sent = g.person.organisation_id, request.values
    ticked = ids(sent.getlist("people"))
    found = queries.candidates(organisation_id, sent.get("q", "")[:100], ticked)
    assessors = queries.assessors(organisation_id)
    offered = queries.offered_as(organisation_id, sent.get("programme", "")[:100])
    return EnrolForm(sent or None, candidates=found, assessors=assessors, offered=offered)


def _offer_all(form: EnrolForm) -> None:
    """Show every programme that can be chosen here, with the one to begin with."""
    offered = queries.offered(g.person.organisation_id)
    form.offer(offered)
    usual = None if form.programme.data else queries.usual(g.person.organisation_id, offered)
    if usual is not None:
        form.programme.data = f"{usual.key} {usual.version}"


def _first_dates(form: EnrolForm) -> list[dict[str, Any]]:
    """What each year would look like, before anything is saved."""
    programme = form.enrolment()["programme"]
    return [
        {
            "name": entrant.person.name,
            "weeks": calendar.weeks_of(programme, entrant.fte),
            "started_on": entrant.started_on,
            "items": calendar.items_of(
                programme, entrant.started_on, entrant.fte, g.person.organisation.nation
            ),
            "last": calendar.last_day(programme, entrant.started_on, entrant.fte),
        }
        for entrant in form.entrants()
    ]


def _after_enrolling(made: list[Induction]) -> str:
    return _page_of(made[0]) if len(made) == 1 else url_for(".inductions")


def _enrolled(made: list[Induction]) -> str:
    if len(made) == 1:
        return f"{made[0].person.name} is enrolled, and has been told."
    return f"{len(made)} people are enrolled, and have been told."


def _to_check(found: list[tuple[Person, list[str]]]) -> str:
    """What is still to be checked of people who were enrolled."""
    said = [f"{person.name} ({'; '.join(map(in_sentence, reasons))})" for person, reasons in found]
    more = f" and {len(said) - MOST_NAMED} more" if len(said) > MOST_NAMED else ""
    return f" Still to check: {', '.join(said[:MOST_NAMED])}{more}." if said else ""


def _page_of(induction: Induction) -> str:
    if induction.person_id == g.person.id:
        return url_for(".my_year")
    return url_for(".induction", induction_id=induction.id)
