"""Putting the first day of a year right, after a look at the new dates."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Response, g, request

from portal.clock import today
from portal.induction import operations, policies, queries
from portal.induction.forecast import Forecast, Row, forecast
from portal.induction.forms.changes import FirstDayForm
from portal.induction.models import Induction
from portal.induction.views.blueprint import induction
from portal.induction.views.calendar import calendar_of
from portal.web import days
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "induction/correct_first_day.html"
PASSED = "Before today, so it is “not known” and asked of nobody"


@induction.route("/inductions/<uuid:induction_id>/first-day", methods=["GET", "POST"])
@guard(policies.correct_first_day, induction=Induction)
def correct_first_day(induction: Induction) -> Response:
    """Put the first day of a year right, after a look at the new dates."""
    form = FirstDayForm(version=induction.version)
    shown: dict[str, Any] = {"induction": induction}
    if form.validate_on_submit():
        if form.is_stale(induction):
            return conflict(PAGE, over=induction, form=form, **shown)
        objection = operations.objection_to_first_day(induction, form.day)
        if objection:
            form.first_day.errors = [objection]
        elif "save" in request.form and form.seen.data == str(form.day):
            operations.correct_first_day(g.person, induction, form.day)
            said = f"The first day is {days.in_words(form.day)} now. The others have been told."
            return done(calendar_of(induction), said)
        else:
            form.seen.data = str(form.day)
            shown["forecast"] = _forecast(induction, form.day)
    return show(PAGE, form=form, **shown)


def _forecast(induction: Induction, first: date) -> Forecast:
    terms = operations.terms_from(induction, first)
    items = queries.items_of(induction)
    found = forecast(items, planned_end_on=induction.planned_end_on, terms=terms)
    return replace(found, rows=tuple(_said(row) for row in found.rows))


def _said(row: Row) -> Row:
    """A row that says of itself where the new day would let nobody be asked for it."""
    is_past = row.becomes is not None and row.becomes < today() <= row.was
    return replace(row, note=PASSED) if is_past else row
