"""The board of a cohort: everybody I accompany, by what is due next, and as a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.induction import board, policies, queries, wording
from portal.induction.contracted import Difference
from portal.induction.listed import Listed, NextItem
from portal.induction.queries.contracted import differences
from portal.induction.queries.feedback import days_to_read_by
from portal.induction.queries.waiting import open_with
from portal.induction.views.blueprint import induction
from portal.induction.waiting import asked_of
from portal.web.guard import guard
from portal.web.pages import show, wants_fragment

HEADINGS = ("Name", "Programme", "Stage", "Week", "Next", "When", "Assessor", "What stands out")


class Line(NamedTuple):
    """One year as the board shows it; a row is taken apart, so that it costs little."""

    id: UUID
    name: str
    stage: str
    week: str
    differs: str
    item: str
    was_due: bool
    day: str
    assessor: str


@dataclass(frozen=True)
class Filter:
    """One of the boxes that narrow the board: what it asks, and its values with their words."""

    name: str
    label: str
    everybody: str
    chosen: str
    options: list[tuple[str, str]]

    @property
    def words(self) -> str:
        """What the chosen value is called; "" where nothing is chosen."""
        return dict(self.options).get(self.chosen, "not in this list" if self.chosen else "")


@induction.get("/inductions")
@guard(policies.see_inductions)
def inductions() -> Response:
    """Everybody I accompany through their year, by what is due next."""
    sought = board.Sought.read(request.args)
    filters = _filters(sought)
    page = queries.board_page(g.person, sought, after=request.args.get("after"))
    items = queries.next_items(page.rows)
    differing = _differing(page.rows)
    rows = [_line(each, items.get(each.id), differing.get(each.id)) for each in page.rows]
    return show(
        "induction/inductions.html",
        fragment="induction/_inductions.html",
        page=page,
        rows=rows,
        sought=sought,
        filters=filters,
        lead=_lead(sought, filters),
        is_part=wants_fragment(),
        few=board.FEW_WAITING,
        waiting=[] if wants_fragment() else _waiting(sought),
    )


@induction.get("/inductions/export")
@guard(policies.see_inductions, fresh=True)
def export_inductions() -> Response:
    """Everybody I accompany through their year, by what is due next."""
    rows = _rows(board.Sought.read(request.args))
    return take_away("induction.inductions", "Inductions", HEADINGS, rows)


def _line(year: Listed, item: NextItem | None, differs: Difference | None) -> Line:
    day = today()
    return Line(
        year.id,
        year.name,
        year.stage(item),
        year.week(day).words,
        differs.words(day) if differs else "",
        item.title if item else "",
        item is not None and item.on_day < day,
        year.day(day).replace(" ", "\u00a0"),
        year.assessor or "",
    )


def _waiting(sought: board.Sought) -> list[board.Waiting]:
    """What waits on the reader, put first where they seek nobody in particular."""
    if sought.q or sought.is_narrowed:
        return []
    items = queries.waiting_on(g.person) if g.person.has_role("assessor") else []
    return board.waiting_on(items, asked_of(open_with(g.person)), _answers(), today())


def _answers() -> Sequence[date]:
    """The days by which the reader is to read feedback that waits for them."""
    if not g.person.has_role("assessor", "coordinator"):
        return ()
    return days_to_read_by(g.person)


def _filters(sought: board.Sought) -> list[Filter]:
    choices = queries.board_choices(g.person)
    team = str(sought.team or "")
    return [
        Filter("stage", "Stage of what is next", "Every stage", sought.stage, choices.stages),
        Filter("team", "Team", "Every team", team, choices.teams),
        Filter("assessor", "Assessor", "Everybody", sought.assessor, choices.assessors),
        Filter("started", "Began in", "Any month", sought.started, choices.months),
        Filter("due", "What is due", "Anything", sought.due, list(board.DUE.items())),
    ]


def _lead(sought: board.Sought, filters: list[Filter]) -> str:
    """How many years the reader accompanies and in how many something was due, or as sought."""
    if sought.is_narrowed or sought.q:
        number, more = queries.how_many_sought(g.person, sought)
        return board.sentence(number, more, sought, {each.name: each.words for each in filters})
    (years, more), (past, _) = queries.how_many(g.person, today())
    return wording.accompanied(years, past, more=more)


def _rows(sought: board.Sought) -> Iterator[tuple[Any, ...]]:
    for page in queries.every_year_sought(g.person, sought):
        items, differing = queries.next_items(page.rows), _differing(page.rows)
        for each in page.rows:
            item, differs = items.get(each.id), differing.get(each.id)
            flags = each.flags(item, today()) + ([differs.words(today())] if differs else [])
            yield (
                each.name,
                each.programme.short_name,
                each.stage(item),
                each.week(today()).words.removeprefix("Week "),
                item.title if item else "Nothing is left to record",
                each.next_on,
                each.assessor or "",
                "; ".join(flags),
            )


def _differing(years: Sequence[Listed]) -> dict[UUID, Difference]:
    """For whoever runs all years: where the post has other hours than the year reckons with."""
    return differences(years) if policies.enrol(g.person) else {}
