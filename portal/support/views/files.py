"""The lists of consultant support as files: who, when and of what kind, and never any words."""

from collections.abc import Iterator

from flask import Response, g, request

from portal.audit.views import take_away
from portal.people.strengths import STRENGTHS
from portal.support import policies, queries
from portal.support.models import Question
from portal.support.views.blueprint import support
from portal.web.guard import guard
from portal.web.lists import pages_of

Row = tuple[object, ...]


@support.get("/consultants/export")
@guard(policies.see_consultants)
def export_consultants() -> Response:
    """The consultants: what each can help with, may decide, and when they are free next."""
    headings = ("Consultant", "Job and team", "Can help with", "May decide", "Free next")
    return take_away("support.consultants", "Consultants", headings, _consultants())


@support.get("/consultation-slots/export")
@guard(policies.open_slots)
def export_slots() -> Response:
    """My slots to come, with who booked them."""
    headings = ("Day", "From", "Minutes", "Where", "Booked by", "Kind of help")
    return take_away("support.slots", "My consultation slots", headings, _slots(), of=g.person)


@support.get("/consultations/export")
@guard(policies.see_consultations)
def export_consultations() -> Response:
    """What I booked."""
    headings = ("Day", "From", "Minutes", "Consultant", "Kind of help", "State")
    rows = _booked()
    return take_away("support.consultations", "What I booked", headings, rows, of=g.person)


@support.get("/questions/export")
@guard(policies.see_my_questions)
def export_questions() -> Response:
    """What I asked: of which kind, when, and where it stands."""
    headings = ("Asked on", "Kind of help", "Due on", "Consultant", "State")
    return take_away("support.questions", "My questions", headings, _asked(), of=g.person)


@support.get("/questions/queue/export")
@guard(policies.see_queue)
def export_queue() -> Response:
    """The questions that wait for any consultant: of which kind, by whom, due when."""
    headings = ("Asked on", "Kind of help", "Due on", "Asked by")
    return take_away("support.queue", "Questions that wait", headings, _waiting())


def _consultants() -> Iterator[Row]:
    specialism = STRENGTHS.get(request.args.get("specialism", ""))
    found = queries.consultants(g.person.organisation_id, specialism.key if specialism else "")
    for page in pages_of(found, keys=queries.BY_NAME):
        for line in queries.lines(page.rows):
            yield (
                line.person.name, "; ".join(line.posts), ", ".join(line.strengths),
                "; ".join(each.title for each in line.decides),
                line.next_slot.meets_on if line.next_slot else None,
            )  # fmt: skip


def _slots() -> Iterator[Row]:
    for page in pages_of(queries.coming_slots(g.person), keys=queries.BY_TIME):
        for slot, booked, _ in page.rows:
            who = (booked.booker.name, booked.about) if booked else ("", "")
            yield slot.meets_on, f"{slot.from_time:%H:%M}", slot.minutes, slot.where, *who


def _booked() -> Iterator[Row]:
    for page in pages_of(queries.booked_by(g.person), keys=queries.BY_DAY, descending=True):
        for each in page.rows:
            slot = each.slot
            start = f"{slot.from_time:%H:%M}"
            yield (
                slot.meets_on, start, slot.minutes, slot.consultant.name, each.about, each.state,
            )  # fmt: skip


def _asked() -> Iterator[Row]:
    for page in pages_of(queries.asked_by(g.person), keys=queries.LATEST, descending=True):
        for each in page.rows:
            has_it = each.consultant.name if each.consultant else ""
            yield each.asked_at.date(), each.about, each.due_on, has_it, each.state


def _waiting() -> Iterator[Row]:
    found = queries.waiting_here(g.person.organisation_id, g.person.id)
    for page in pages_of(found, keys=queries.IN_ORDER):
        rows: list[Question] = list(page.rows)
        yield from ((e.asked_at.date(), e.about, e.due_on, e.asker.name) for e in rows)
