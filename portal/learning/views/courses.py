"""The courses there are, one of them with its next days, adding one and changing one."""

from flask import Response, abort, g, url_for

from portal.clock import today
from portal.learning import operations, policies
from portal.learning.catalogue import AnyCourse
from portal.learning.forms import CourseForm, NewCourseForm
from portal.learning.queries import courses as queries
from portal.learning.queries import events
from portal.learning.views.blueprint import learning
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@learning.get("/courses")
@guard(policies.see_courses)
def courses() -> Response:
    """Which courses there are, with the next day of each."""
    return show(
        "learning/courses.html",
        courses=queries.courses(g.person.organisation_id),
        following=events.next_events(g.person.organisation_id, today()),
    )


@learning.get("/courses/<string:course_key>")
@guard(policies.see_courses)
def course(course_key: str) -> Response:
    """One course: what it is, for how long it counts, and its next days."""
    found = _called(course_key)
    coming = events.events_of(g.person, found.key, today())
    return show("learning/course.html", course=found, events=coming)


@learning.route("/courses/new", methods=["GET", "POST"])
@guard(policies.change_course)
def add_course() -> Response:
    """Add a course of our own."""
    form = NewCourseForm()
    if form.validate_on_submit():
        key = operations.course_key_of(form.title.data or "")
        if key in {"", "new", "events"} or queries.course_called(g.person.organisation_id, key):
            form.title.errors = ["There is a course of this name already. Choose another name"]
        else:
            made = operations.change_course(g.person, key, **form.course())
            return done(url_for(".course", course_key=made.key), "The course is added.")
    return show("learning/add_course.html", form=form)


@learning.route("/courses/<string:course_key>/change", methods=["GET", "POST"])
@guard(policies.change_course)
def change_course(course_key: str) -> Response:
    """Change what a course says, or take it out of what is offered."""
    found = _called(course_key)
    form = CourseForm(course=found)
    page = "learning/change_course.html"
    if form.validate_on_submit():
        if form.version.data != found.version:
            return conflict(page, over=found, form=form, course=found)  # type: ignore[arg-type]
        operations.change_course(g.person, found.key, **form.course())
        return done(url_for(".course", course_key=found.key), "The course is changed.")
    return show(page, form=form, course=found)


def _called(key: str) -> AnyCourse:
    return queries.course_called(g.person.organisation_id, key) or abort(404)
