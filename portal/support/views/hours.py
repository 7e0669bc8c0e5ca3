"""Hours by kind of help: a consultant's own, and totals for those who plan the role."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.support import hours as rules
from portal.support import kinds, policies, queries
from portal.support.hours import Given, Total
from portal.support.views.blueprint import support
from portal.web.days import MONTHS
from portal.web.guard import guard
from portal.web.pages import show

FIRST_YEAR = 2000


@support.get("/support/hours")
@guard(policies.see_hours)
def hours() -> Response:
    """What I gave as a consultant in a year, and what all consultants gave together."""
    return show(
        "support/hours.html",
        in_words=in_words,
        year=_year(),
        this_year=today().year,
        mine=_mine(),
        totals=_totals(),
    )


@support.get("/support/hours/export")
@guard(policies.see_hours)
def export_hours() -> Response:
    """The figures of the page: a row for each kind and each month."""
    headings = ("Whose", "By", "Kind or month", "Consultations", "Answers", "Minutes")
    return take_away("support.hours", f"Hours of consultants {_year()}", headings, _rows())


def _mine() -> dict[str, list[Total]] | None:
    """My own figures, by kind and by month; nothing for whoever is no consultant."""
    if not g.person.has_role("consultant"):
        return None
    given = queries.given_by(g.person, *_span())
    return {"kind": rules.by(given, _kind), "month": rules.by(given, _month)}


def _totals() -> dict[str, list[Total]] | None:
    """What all gave, for those who may see totals."""
    if not g.person.has_role(*policies.WITH_TOTALS):
        return None
    given = queries.given_here(g.person.organisation_id, *_span())
    return {"kind": rules.for_others(given, _kind), "month": rules.for_others(given, _month)}


def _kind(given: Given) -> str:
    return kinds.label_of(given.kind)


def _month(given: Given) -> date:
    return given.month


def in_words(key: Any) -> str:
    """A kind, a month, or what stands for several."""
    return f"{MONTHS[key.month - 1]} {key.year}" if isinstance(key, date) else str(key)


def _rows() -> Iterator[tuple[object, ...]]:
    for whose, figures in (("Mine", _mine()), ("All consultants", _totals())):
        for name, rows in (figures or {}).items():
            for each in rows:
                shown = in_words(each.key)
                yield whose, name, shown, each.consultations, each.answers, each.minutes


def _span() -> tuple[date, date]:
    year = _year()
    return date(year, 1, 1), min(date(year, 12, 31), today())


def _year() -> int:
    """The year that was asked for, or this one."""
    asked, this = request.args.get("year", ""), today().year
    known = asked.isascii() and asked.isdigit() and len(asked) == 4
    return int(asked) if known and FIRST_YEAR <= int(asked) <= this else this
