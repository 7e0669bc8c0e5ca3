"""The ledger of a year as a file: every promise, and what became of it."""

from collections.abc import Iterator

from flask import Response

from portal.audit.views import take_away
from portal.induction.models import Induction
from portal.induction.policies import promises as policies
from portal.induction.promises.ledger import Ledger
from portal.induction.queries import promises as queries
from portal.induction.views.blueprint import induction
from portal.mentoring.reasons import REASONS
from portal.web.guard import guard

HEADINGS = ("Promise", "From", "Until", "What became of it", "Day", "Reason", "Minutes", "Points")


@induction.get("/inductions/<uuid:induction_id>/promises/export")
@guard(policies.promises, induction=Induction)
def export_promises(induction: Induction) -> Response:
    """Every promise of a year and what became of it."""
    rows = _rows(queries.ledger_of(induction))
    return take_away("induction.promises", "Promises", HEADINGS, rows, of=induction)


def _rows(ledger: Ledger) -> Iterator[tuple[object, ...]]:
    for kept in ledger.kept:
        days, reason = kept.window, REASONS.get(kept.reason, "")
        state = kept.state.capitalize()
        yield "Supervision", days.from_on, days.due_on, state, kept.day, reason, "", ""
    for entry in ledger.entries:
        reason = REASONS.get(entry.reason, "")
        state, minutes = entry.state.capitalize(), entry.minutes
        yield "Development time", entry.day, entry.day, state, entry.day, reason, minutes, ""
    for item in ledger.observations:
        state = "Held" if item.held_on else "Agreed" if item.booked_on else "Not held yet"
        yield item.title, "", item.due_on, state, item.held_on or item.booked_on, "", "", ""
    for group in ledger.groups:
        yield "Group day", "", "", "Held", group.day, "", "", ""
    for count in ledger.counts:
        agreed = ledger.terms.ceiling(count.counted_on)
        state = f"{agreed} agreed" if agreed is not None else "Counted"
        yield "Workload", "", "", state, count.counted_on, "", "", count.points
