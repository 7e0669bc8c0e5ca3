"""My hours by kind of help: for a coach or mentor alone, a month at a time, as a file too."""

from collections.abc import Iterator
from datetime import date

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import policies, queries, scheme
from portal.mentoring.models import SESSION_KINDS
from portal.mentoring.scheme import Month
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import show

FIRST_YEAR = 2000


@mentoring.get("/my-hours")
@guard(policies.see_my_hours)
def my_hours() -> Response:
    """What I gave this year, by kind of help and by month."""
    year = _year()
    months = _months(year)
    return show(
        "mentoring/my_hours.html",
        year=year,
        months=[month for month in months if month.minutes],
        minutes=scheme.totals(months),
        kinds=SESSION_KINDS,
        this_year=today().year,
    )


@mentoring.get("/my-hours/export")
@guard(policies.see_my_hours)
def export_my_hours() -> Response:
    """What I gave in a year: a row for each month and kind of help."""
    headings = ("Month", "Kind of help", "Sessions", "Minutes")
    return take_away("mentoring.hours", f"My hours {_year()}", headings, _rows(), of=g.person)


def _rows() -> Iterator[tuple[object, ...]]:
    for month in _months(_year()):
        for kind in SESSION_KINDS:
            if month.numbers[kind]:
                yield month.first, kind.capitalize(), month.numbers[kind], month.minutes[kind]


def _months(year: int) -> list[Month]:
    last = min(date(year, 12, 31), today())
    found = queries.hours_of(g.person, date(year, 1, 1), last)
    return scheme.by_month(scheme.months_up_to(last, last.month), found)


def _year() -> int:
    """The year that was asked for, or this one."""
    asked = request.args.get("year", "")
    this = today().year
    known = asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:4]) <= this
    return int(asked) if known and len(asked) == 4 else this
