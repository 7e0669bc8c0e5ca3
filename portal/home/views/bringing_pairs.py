"""Pairs that work together already, from a spreadsheet: look at every row, then bring them in."""

from flask import Response, g, request, url_for

from portal.clock import today
from portal.home import pair_list, policies
from portal.home.forms import PairListForm
from portal.home.queries.pair_list import Found, look
from portal.home.views.blueprint import home
from portal.induction.queries import assessors_of
from portal.mentoring.operations import bring_in_pairs as bring_in
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

LARGEST = 2 * 1024 * 1024


@home.route("/pairings/new/list", methods=["GET", "POST"])
@guard(policies.pair, limit=LARGEST)
def bring_in_pairs() -> Response:
    """The first press shows each row, the second brings in those that can be."""
    form = PairListForm()
    found: list[Found] = []
    if form.is_submitted() and form.validate():
        rows = pair_list.rows_of(form.table, today())
        found = look(g.person.organisation_id, rows, today())
        pairs = [each.pair for each in found if each.pair and each.is_ready]
        if "bring" in request.form and pairs:
            assessors = assessors_of({pair.supported.id for pair in pairs})
            bring_in(g.person, pairs, assessors=assessors)
            return done(url_for("mentoring.pairings"), _said(found))
    ready = sum(each.is_ready for each in found)
    return show("home/bring_in_pairs.html", form=form, found=found, ready=ready)


def _said(found: list[Found]) -> str:
    brought = sum(each.is_ready for each in found)
    same = sum(bool(each.note) for each in found)
    refused = len(found) - brought - same
    said = [f"{counted(brought, 'pair', 'pairs')} brought in and told."]
    said += [f"{counted(same, 'row was', 'rows were')} here already."] if same else []
    said += [f"{counted(refused, 'row', 'rows')} left out."] if refused else []
    return " ".join(said)
