"""A manager's own people in their first year: two clicks confirm workload and supervision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.induction import wording
from portal.induction.forms.promises import ConfirmForm
from portal.induction.models import Induction
from portal.induction.models.promises import WORKLOAD
from portal.induction.operations import promises as operations
from portal.induction.policies import promises as policies
from portal.induction.promises.ledger import Ledger
from portal.induction.queries import promises as queries
from portal.induction.views.blueprint import induction
from portal.teams import operations as teams
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import done, show


@dataclass(frozen=True)
class Row:
    """One person of mine: their ledger, and what I confirmed of this month."""

    induction: Induction
    ledger: Ledger
    confirmed: frozenset[str]
    form: ConfirmForm

    @property
    def supervision(self) -> str:
        """This month's supervision in a few words: "2 of 3 took place"."""
        month = self.ledger.month
        return f"{month.words} took place" if month.promised else "None due this month"


@induction.get("/team-promises")
@guard(policies.team_promises)
def team_promises() -> Response:
    """My people in an induction year, a row each, by name."""
    return _page({})


@induction.post("/inductions/<uuid:induction_id>/confirming")
@guard(policies.confirm_month, induction=Induction)
def confirm_month(induction: Induction) -> Response:
    """Confirm this month's workload, with its points, or this month's supervision."""
    form = ConfirmForm()
    form.points.id = f"points-{induction.id}"  # there is a row for each person
    if not form.validate():
        return _page({induction.id: form}, form)
    if form.what.data == WORKLOAD:
        points = form.points.data or 0
        teams.count_workload(
            g.person, induction.person, counted_on=today(), points=points, today=today()
        )
    operations.confirm_month(g.person, induction, form.what.data)
    said = f"{form.what.data.capitalize()} of {induction.person.name} is confirmed for this month."
    return done(url_for(".team_promises"), said)


@induction.get("/team-promises/export")
@guard(policies.team_promises)
def export_team_promises() -> Response:
    """My people in an induction year and what became of their promises."""
    rows = (
        (
            row.induction.person.name,
            row.induction.week_of(today()).words,
            row.ledger.load.points,
            row.ledger.load.ceiling,
            row.supervision,
            wording.calendar_day(row.ledger.following.window.due_on, today())
            if row.ledger.following
            else "",
            ", ".join(sorted(row.confirmed)),
        )
        for page in queries.every_of_team(g.person)
        for row in _rows(page.rows, {})
    )
    headings = (
        "Name", "Week", "Points", "Points agreed", "Supervision this month",
        "Next supervision by", "Confirmed this month",
    )  # fmt: skip
    return take_away("induction.team_promises", "Promises of my team", headings, rows)


def _page(sent: dict[UUID, ConfirmForm], form: ConfirmForm | None = None) -> Response:
    page = queries.team_page(g.person, request.args.get("after"))
    rows = _rows(page.rows, sent)
    left = sum(2 - len(row.confirmed) for row in rows)
    month = f"{days.MONTHS[today().month - 1]} {today().year}"
    facts: dict[str, Any] = {"page": page, "rows": rows, "left": left, "month": month}
    return show("induction/team_promises.html", form=form, **facts)


def _rows(years: Sequence[Induction], sent: dict[UUID, ConfirmForm]) -> list[Row]:
    ledgers = queries.ledgers_of(years, whole=False)
    confirmed = queries.confirmed_in(years, today().replace(day=1))
    return [
        Row(
            each,
            ledgers[each.id],
            frozenset(what for year_id, what in confirmed if year_id == each.id),
            sent.get(each.id) or ConfirmForm(None, points=ledgers[each.id].load.points),
        )
        for each in years
    ]
