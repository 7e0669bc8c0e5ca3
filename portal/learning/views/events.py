"""Days of courses: what is to come, booking in one press, planning one, and who was there."""

from uuid import UUID

from flask import Response, abort, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.database import db
from portal.learning import operations, policies
from portal.learning.forms import AttendanceForm, CancelForm, ChangeEventForm, PlanEventForm
from portal.learning.models import WAITING, CourseEvent
from portal.learning.operations import EventError
from portal.learning.queries import bookings
from portal.learning.queries import events as queries
from portal.learning.queries.courses import course_called
from portal.learning.views.blueprint import learning
from portal.people.models import Person
from portal.web import days
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import conflict, done, show


@learning.get("/courses/events")
@guard(policies.see_courses)
def events() -> Response:
    """All days of courses that are to come."""
    page = queries.events_page(g.person, today(), request.args.get("after"))
    return show("learning/events.html", page=page)


@learning.get("/courses/events/export")
@guard(policies.see_courses)
def export_events() -> Response:
    """The days of courses that are to come, as a file."""
    rows = (
        (each.held_on, each.from_time or "", each.title, each.place, each.run_by.name,
         each.places, taken, mine or "")
        for each, taken, mine in queries.every_event(g.person, today())
    )  # fmt: skip
    headings = ("Day", "From", "Course", "Where", "Run by", "Places", "Taken", "Mine")
    return take_away("learning.events", "Courses to come", headings, rows)


@learning.get("/courses/events/<uuid:event_id>")
@guard(policies.see_event, event=CourseEvent)
def event(event: CourseEvent) -> Response:
    """One event: when, where, the places left and mine; for who runs it also who comes."""
    there = bookings.of_event(event)
    return show(
        "learning/event.html",
        event=event,
        mine=next((each for each in there if each.person_id == g.person.id), None),
        left=bookings.places_left(event, there),
        there=there,
        sees_names=policies.see_who_comes(g.person, event),
        waiting=[each for each in there if each.state == WAITING],
    )


@learning.route("/courses/<string:course_key>/events/new", methods=["GET", "POST"])
@guard(policies.plan_event)
def plan_event(course_key: str) -> Response:
    """Plan a day of a course."""
    course = course_called(g.person.organisation_id, course_key) or abort(404)
    form = PlanEventForm()
    form.offer_people(g.person.organisation_id, today(), manager=g.person.id, nobody=False)
    if form.is_submitted():
        is_valid, is_chosen = form.validate(), form.choose_person()
        if is_valid and is_chosen:
            run_by = db.session.get_one(Person, form.manager_id)
            made = operations.plan_event(g.person, course, run_by=run_by, **form.event())
            said = f"{made.title} is planned for {days.in_words(made.held_on)}."
            return done(url_for(".event", event_id=made.id), said)
    return show("learning/plan_event.html", form=form, course=course)


@learning.route("/courses/events/<uuid:event_id>/change", methods=["GET", "POST"])
@guard(policies.change_event, event=CourseEvent)
def change_event(event: CourseEvent) -> Response:
    """Move an event, or change its places."""
    form = ChangeEventForm(obj=event)
    page = "learning/change_event.html"
    if form.validate_on_submit():
        if form.is_stale(event):
            return conflict(page, over=event, form=form, event=event)
        try:
            operations.change_event(g.person, event, **form.event())
        except EventError as refusal:
            form.places.errors = [str(refusal)]
        else:
            return done(url_for(".event", event_id=event.id), "Saved.")
    return show(page, form=form, event=event)


@learning.route("/courses/events/<uuid:event_id>/cancelling", methods=["GET", "POST"])
@guard(policies.cancel_event, event=CourseEvent)
def cancel_event(event: CourseEvent) -> Response:
    """Call an event off, after a page that says what follows."""
    form = CancelForm(obj=event)
    page = "learning/cancel_event.html"
    if form.validate_on_submit():
        if form.is_stale(event):
            return conflict(page, over=event, form=form, event=event)
        operations.cancel_event(g.person, event)
        said = f"{event.title} is called off. Everybody who had a place was told."
        return done(url_for(".events"), said)
    return show(page, form=form, event=event)


@learning.post("/courses/events/<uuid:event_id>/booking")
@guard(policies.book, event=CourseEvent)
def book(event: CourseEvent) -> Response:
    """Take a place, or a turn in waiting for one."""
    booking = operations.book(g.person, event)
    said = "You are on the waiting list." if booking.state == WAITING else "You have a place."
    return done(url_for(".event", event_id=event.id), said)


@learning.post("/courses/events/<uuid:event_id>/giving-up")
@guard(policies.give_up, event=CourseEvent)
def give_up(event: CourseEvent) -> Response:
    """Give up my place, or my turn in waiting."""
    waited = operations.give_up(g.person, event)
    said = "You have left the waiting list." if waited else "You have given up your place."
    return done(url_for(".event", event_id=event.id), said)


@learning.route("/courses/events/<uuid:event_id>/attendance", methods=["GET", "POST"])
@guard(policies.say_who_came, event=CourseEvent)
def say_who_came(event: CourseEvent) -> Response:
    """Tick who was there: each of them gets a certificate."""
    form = AttendanceForm(event=event, there=bookings.of_event(event))
    page = "learning/say_who_came.html"
    if form.validate_on_submit():
        if form.is_stale(event):
            return conflict(page, over=event, form=form, event=event)
        number = operations.say_who_came(g.person, event, _ticked(form), form.came_too)
        said = f"{counted(number, 'person', 'people')} came, each with a certificate."
        return done(url_for(".event", event_id=event.id), said)
    return show(page, form=form, event=event)


def _ticked(form: AttendanceForm) -> set[UUID]:
    known = {each.person_id for each in form.there}
    return set(ids(form.people.data or [])) & known
