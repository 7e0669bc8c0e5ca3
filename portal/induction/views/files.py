"""The lists of induction as files, with what their pages show to whoever reads them."""

from flask import Response, g

from portal.audit.views import take_away
from portal.induction import policies, queries
from portal.induction.models import Induction
from portal.induction.views.blueprint import induction
from portal.web.guard import guard

OF_A_YEAR = ("What", "Stage", "Due by", "Agreed for", "Took place on", "Only if needed")


@induction.get("/inductions/<uuid:induction_id>/export")
@guard(policies.see_induction, induction=Induction)
def export_induction(induction: Induction) -> Response:
    """Every item of the year of somebody I accompany."""
    return _year(induction)


@induction.get("/my-year/export")
@guard(policies.see_my_year)
def export_my_year() -> Response:
    """Every item of my own year; nothing but headings for whoever is in none."""
    mine = queries.own_induction(g.person)
    if mine is not None:
        return _year(mine)
    return take_away("induction.year", "Induction year", OF_A_YEAR, [], of=g.person)


def _year(induction: Induction) -> Response:
    stages = {stage.key: stage.title for stage in induction.programme.stages}
    rows = (
        (
            item.title,
            stages.get(item.stage, item.stage),
            item.due_on,
            item.booked_on,
            item.held_on,
            item.is_optional,
        )
        for item in queries.items_of(induction)
    )
    return take_away("induction.year", "Induction year", OF_A_YEAR, rows, of=induction)
