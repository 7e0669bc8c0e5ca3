"""What several of these pages answer: where a pairing is shown, and what was saved."""

from datetime import date

from flask import Response, flash, g, url_for

from portal.clock import today
from portal.mentoring import policies
from portal.mentoring.models import Pairing, Session
from portal.web import days
from portal.web.pages import elsewhere


def page_of_pairing(pairing: Pairing) -> str:
    return url_for(".pairing", pairing_id=pairing.id)


def saved(session: Session) -> str:
    other = session.pairing.other_than(g.person)
    return f"Session with {other.name} saved: {_said(session.held_on)}, {session.length}."


def _said(day: date) -> str:
    return "today" if day == today() else days.in_words(day)


def change_the_first(first: Session) -> Response:
    """Lead to the session which that day already has, to change it there."""
    other = first.pairing.other_than(g.person)
    said = f"You have already logged a session with {other.name} on {days.in_words(first.held_on)}"
    if policies.correct_session(g.person, first):
        flash(f"{said}. Change it here.")
        return elsewhere(url_for(".correct_session", session_id=first.id))
    flash(f"{said}. It was too long ago to change.")
    return elsewhere(page_of_pairing(first.pairing))
