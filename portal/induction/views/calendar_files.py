"""The days of one year as a file for one's own calendar."""

from flask import Response, current_app, g, url_for

from portal.audit import record_view
from portal.clock import now
from portal.induction import calendar_file as files
from portal.induction import operations, policies, queries
from portal.induction.calendar_file import Event
from portal.induction.forecast import known
from portal.induction.models import Induction, InductionItem
from portal.induction.moving import Moves
from portal.induction.views.blueprint import induction
from portal.web.guard import guard

TYPE = "text/calendar; charset=utf-8"


@induction.get("/inductions/<uuid:induction_id>/calendar/file")
@guard(policies.calendar_file, induction=Induction)
def calendar_file(induction: Induction) -> Response:
    """What is still to come in a year, as calendar programs take it in."""
    moves = operations.terms_of(induction).moves
    events = [event for item in queries.items_of(induction) for event in _event(item, moves)]
    is_own = induction.person_id == g.person.id
    name = "My induction year" if is_own else "Induction year"
    page = url_for("induction.calendar", induction_id=induction.id)
    address = f"{current_app.config['PORTAL_URL']}{page}"
    content = files.written(name, events, address=address, moment=now())
    response = Response(content, content_type=TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="induction-year.ics"'
    record_view(g.person, "induction.calendar_exported", induction, rows=len(events))
    return response


def _event(item: InductionItem, moves: Moves) -> list[Event]:
    """The day of an item that is still to come, where it is known."""
    if not item.is_waiting or (item.booked_on is None and known(item.due_on, moves) is None):
        return []
    return [Event(item.id, item.on_day, item.title, is_agreed=item.booked_on is not None)]
