"""Enrolling a cohort from a spreadsheet: look at every row, then enrol those who can start."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import Response, g, request, url_for

from portal.clock import today
from portal.induction import cohort, operations, policies, queries
from portal.induction.entry import NotPossibleError
from portal.induction.forms import CohortForm
from portal.induction.forms.lists import LARGEST
from portal.induction.operations import Entrant
from portal.induction.programmes import Programme
from portal.induction.queries import Starting
from portal.induction.views.blueprint import induction
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

ROOM_FOR_THE_FORM = 250_000


@induction.route("/inductions/new/list", methods=["GET", "POST"])
@guard(policies.enrol, limit=LARGEST + ROOM_FOR_THE_FORM)
def enrol_cohort() -> Response:
    """Start the years of a whole cohort: the first press shows each row, the second enrols."""
    form = CohortForm()
    offered = queries.offered(g.person.organisation_id)
    form.offer(offered)
    usual = None if form.programme.data else queries.usual(g.person.organisation_id, offered)
    if usual is not None:
        form.programme.data = f"{usual.key} {usual.version}"
    found: list[Starting] = []
    if form.is_submitted() and form.validate():
        rows = cohort.rows_of(form.table, today())
        found = queries.starting(g.person.organisation_id, rows, form.chosen)
        if "enrol" in request.form and queries.ready(found):
            try:
                number = _enrol(queries.ready(found), form.chosen)
            except NotPossibleError as refusal:
                form.rows.errors = list(refusal.args)
            else:
                left = len(found) - number
                return done(url_for(".inductions"), _said(number, left))
    ready = queries.ready(found)
    return show("induction/enrol_cohort.html", form=form, found=found, ready=ready)


def _enrol(found: Sequence[Starting], programme: Programme) -> int:
    """Enrol them, those with one assessor and one take-on date together; how many."""
    together: dict[tuple[UUID | None, date | None], list[Starting]] = defaultdict(list)
    for each in found:
        together[each.assessor.id if each.assessor else None, each.taken_on_on].append(each)
    for (_, taken_on_on), group in together.items():
        shared: dict[str, Any] = {"assessor": group[0].assessor, "taken_on_on": taken_on_on}
        operations.enrol_each(g.person, _entrants(group), programme=programme, **shared)
    return len(found)


def _entrants(found: Sequence[Starting]) -> list[Entrant]:
    return [
        Entrant(each.person, each.started_on, each.fte)
        for each in found
        if each.person and each.started_on
    ]


def _said(number: int, left: int) -> str:
    told = f"{counted(number, 'person', 'people')} enrolled and told."
    return f"{told} {counted(left, 'row', 'rows')} left out." if left else told
