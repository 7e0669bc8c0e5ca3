"""What several of these pages answer: where a pairing is shown, and what was saved."""

from datetime import date

from flask import Response, flash, g, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import AboutASession
from portal.mentoring.models import Pairing, Session
from portal.web import days
from portal.web.pages import done, elsewhere


def page_of_pairing(pairing: Pairing) -> str:
    return url_for(".pairing", pairing_id=pairing.id)


def saved(session: Session) -> str:
    other = session.pairing.other_than(g.person)
    return f"Session with {other.name} saved: {_said(session.held_on)}, {session.length}."


def _said(day: date) -> str:
    return "today" if day == today() else days.in_words(day)


def answer_first(form: AboutASession, first: Session) -> Response | None:
    """What to answer when the day has a session already; None shows the form again.

    Without a note the browser is led to that session, to change it there. A note that was typed
    is never lost: it is added to that session where the person says so.
    """
    is_correctable = policies.correct_session(g.person, first)
    if form.note.data and form.adds_to_first.data and is_correctable:
        operations.add_to_note(g.person, first, form.note.data)
        about = {*queries.topics_of(first), *form.about}
        operations.keep_topics(g.person, first, about)
        return done(page_of_pairing(first.pairing), "Your note is in that session.")
    if form.note.data:
        form.offer_first(first, is_correctable=is_correctable)
        return None
    other = first.pairing.other_than(g.person)
    said = f"You have already logged a session with {other.name} on {days.in_words(first.held_on)}"
    if is_correctable:
        flash(f"{said}. Change it here.")
        return elsewhere(url_for(".correct_session", session_id=first.id))
    flash(f"{said}. It was too long ago to change.")
    return elsewhere(page_of_pairing(first.pairing))
