"""Days of courses, bookings, and what people hold, for tests."""

from datetime import date
from typing import Any

from portal.database import db
from portal.learning import operations
from portal.learning.models import (
    Booking,
    CourseEvent,
    CpdDraft,
    PracticeNote,
    PublishedReview,
    Qualification,
    Resource,
    ReviewAction,
)
from portal.people.models import Person


def an_event(run_by: Person, **facts: Any) -> CourseEvent:
    """A day of court skills with two places, on 10 December unless told otherwise."""
    told = {
        "course_key": "court-skills",
        "title": "Court skills",
        "held_on": date(2026, 12, 10),
        "place": "Civic Centre, room 3",
        "places": 2,
        **facts,
    }
    return _kept(
        CourseEvent(
            organisation_id=run_by.organisation_id, run_by_id=run_by.id, planned_by_id=run_by.id,
            **told,
        )
    )  # fmt: skip


def a_booking(event: CourseEvent, person: Person, state: str = "booked") -> Booking:
    """Somebody's place at an event."""
    own = {"organisation_id": event.organisation_id, "event_id": event.id}
    turn = db.session.query(Booking).filter_by(event_id=event.id).count() + 1
    return _kept(Booking(**own, person_id=person.id, state=state, turn=turn))


def a_qualification(person: Person, by: Person, **facts: Any) -> Qualification:
    """Somebody's approval until 20 December, unless told otherwise."""
    told = {
        "kind": "approval",
        "key": "bia",
        "title": "Best interests assessor (BIA)",
        "awarded_on": date(2025, 12, 20),
        "expires_on": date(2026, 12, 20),
        **facts,
    }
    own = {"organisation_id": person.organisation_id, "person_id": person.id}
    return _kept(Qualification(**own, recorded_by_id=by.id, **told))


def a_certificate(event: CourseEvent, person: Person) -> Qualification:
    """The certificate of somebody who was at an event."""
    booking = a_booking(event, person, state="attended")
    return a_qualification(
        person, event.run_by, kind="training", key=event.course_key, title=event.title,
        awarded_on=event.held_on, expires_on=None, booking_id=booking.id,
    )  # fmt: skip


def a_cpd_draft(person: Person, **facts: Any) -> CpdDraft:
    """Somebody's draft for the year that ends on 30 November 2026."""
    told = {
        "year_ends_on": date(2026, 11, 30),
        "title": "A home visit",
        "words": "What I learned on the stairs.",
        **facts,
    }
    return _kept(CpdDraft(organisation_id=person.organisation_id, person_id=person.id, **told))


def a_resource(by: Person, **facts: Any) -> Resource:
    """Something to read, with two tags."""
    return operations.keep_resource(
        by,
        **{
            "title": "Writing for court",
            "about": "A guide of ten pages.",
            "address": "https://example.org/court",
            "tags": ["court", "writing"],
            **facts,
        },
    )


def a_practice_note(by: Person) -> PracticeNote:
    """Something that works."""
    return operations.keep_practice_note(by, title="A quiet hour", words="Nobody rings until ten.")


def a_review(by: Person) -> PublishedReview:
    """What a published review teaches."""
    return operations.keep_review(
        by, title="Looking behind the door", published_by="The national panel",
        published_on=date(2026, 5, 4), address="", summary="Nobody asked the neighbours.",
        means_here="We ask.", briefing="Whom do we forget to ask?",
    )  # fmt: skip


def a_review_action(by: Person, owner: Person) -> ReviewAction:
    """What is done because of it."""
    told = {"words": "Add a question to the visit sheet.", "due_on": date(2027, 1, 15)}
    return operations.add_review_action(by, a_review(by), owner=owner, **told)


def _kept(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row
