"""What people hold and when it expires: mine, somebody's, what is due, and a certificate."""

from flask import Response, abort, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.learning import expiring, operations, policies
from portal.learning.forms import ChangeQualificationForm, QualificationForm
from portal.learning.models import Qualification
from portal.learning.policies.qualifications import RECORDERS
from portal.learning.queries import due as queries
from portal.learning.queries import qualifications as held
from portal.learning.queries.courses import courses
from portal.learning.views.blueprint import learning
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import conflict, done, show


@learning.get("/qualifications")
@guard(policies.see_my_learning)
def my_qualifications() -> Response:
    """What I hold, with what expires, and my registration."""
    return _page("learning/my_qualifications.html", g.person)


@learning.get("/people/<uuid:person_id>/qualifications")
@guard(policies.see_qualifications, person=Person)
def qualifications(person: Person) -> Response:
    """What somebody holds, for who manages them and for HR."""
    return _page("learning/qualifications.html", person)


@learning.route("/people/<uuid:person_id>/qualifications/new", methods=["GET", "POST"])
@guard(policies.record_qualification, person=Person)
def record_qualification(person: Person) -> Response:
    """Write down something that somebody holds."""
    form = QualificationForm()
    form.offer([each for each in courses(g.person.organisation_id) if each.is_offered])
    if form.validate_on_submit():
        made = operations.record_qualification(g.person, person, **form.qualification())
        return done(_of(made), f"Written down: {made.title}.")
    return show("learning/record_qualification.html", form=form, person=person)


@learning.route("/qualifications/<uuid:qualification_id>/change", methods=["GET", "POST"])
@guard(policies.change_qualification, qualification=Qualification)
def change_qualification(qualification: Qualification) -> Response:
    """Put right since when and until when somebody holds something."""
    form = ChangeQualificationForm(held=qualification)
    page = "learning/change_qualification.html"
    if form.validate_on_submit():
        if form.is_stale(qualification):
            return conflict(page, over=qualification, form=form, held=qualification)
        operations.change_qualification(g.person, qualification, **form.days())
        return done(_of(qualification), "Saved.")
    return show(page, form=form, held=qualification)


@learning.post("/qualifications/<uuid:qualification_id>/setting-aside")
@guard(policies.change_qualification, qualification=Qualification)
def set_aside(qualification: Qualification) -> Response:
    """Let something no longer count."""
    operations.set_aside(g.person, qualification)
    return done(_of(qualification), f"{qualification.title} no longer counts.")


@learning.get("/qualifications/due")
@guard(policies.see_due)
def due() -> Response:
    """What is due or has passed: of everybody for HR, else of those I manage."""
    day = today()
    counts = queries.due_counts(g.person, day)
    when = _when() or next((name for name in expiring.WHEN if counts[name]), expiring.PASSED)
    return show(
        "learning/due.html",
        when=when,
        counts=counts,
        names=expiring.IN_WORDS,
        page=queries.due_page(g.person, when, day, request.args.get("after")),
        all_here=g.person.has_role(*RECORDERS),
        in_words=expiring.in_words,
        tone=expiring.tone,
    )


@learning.get("/qualifications/due/export")
@guard(policies.see_due)
def export_due() -> Response:
    """What is due as a file to chase by: one of the lists, or all of them."""
    asked = [_when()] if _when() else list(expiring.WHEN)
    rows = (
        (each.name, each.title, each.expires_on, expiring.in_words(each.expires_on, today()))
        for when in asked
        for each in queries.every_due(g.person, when, today())
    )
    headings = ("Name", "What", "Last day", "How it stands")
    return take_away("learning.due", "What expires", headings, rows, list=_when() or "all")


@learning.get("/certificates/<uuid:qualification_id>")
@guard(policies.see_certificate, qualification=Qualification)
def certificate(qualification: Qualification) -> Response:
    """A certificate to print."""
    booking = held.booking_of(qualification)
    if booking is None or qualification.set_aside_on is not None:
        abort(404)
    return show("learning/certificate.html", held=qualification, event=booking.event)


def _page(template: str, person: Person) -> Response:
    every = held.held_by(person)
    counting = held.current(every)
    return show(
        template,
        person=person,
        held=counting,
        earlier=[each for each in every if each not in counting],
        in_words=expiring.in_words,
        tone=expiring.tone,
    )


def _of(qualification: Qualification) -> str:
    if qualification.person_id == g.person.id:
        return url_for(".my_qualifications")
    return url_for(".qualifications", person_id=qualification.person_id)


def _when() -> str:
    when = request.args.get("when", "")
    return when if when in expiring.WHEN else ""
