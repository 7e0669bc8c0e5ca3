"""What comes after a year: the plan for the next one, and going on with a programme."""

from flask import Response, g, url_for

from portal.clock import today
from portal.induction import operations, policies, queries
from portal.induction.forms import NextForm
from portal.induction.models import Induction, InductionItem
from portal.induction.programmes import Programme
from portal.induction.queries.next_years import PLAN
from portal.induction.queries.writing import ITEM
from portal.induction.views.blueprint import induction
from portal.standards.models import Piece
from portal.standards.queries import pieces_answering
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "induction/next_year.html"


@induction.get("/inductions/<uuid:induction_id>/next-year")
@guard(policies.next_year, induction=Induction)
def next_year(induction: Induction) -> Response:
    """What comes after this year, and the years before."""
    return _shown(induction, NextForm(offered=_later(induction)))


@induction.post("/inductions/<uuid:induction_id>/next-programme")
@guard(policies.ask_for_next, induction=Induction)
def ask_for_next(induction: Induction) -> Response:
    """Ask the coordinator to go on with a programme."""
    form = NextForm(offered=_later(induction))
    if not form.validate_on_submit():
        return _shown(induction, form)
    operations.ask_for_next(g.person, induction, form.known[form.programme.data])
    location = url_for(".next_year", induction_id=induction.id)
    return done(location, "The coordinator has been told that you want to go on.")


def _later(induction: Induction) -> list[Programme]:
    return [each for each in queries.offered(induction.organisation_id) if each.is_later]


def _shown(induction: Induction, form: NextForm) -> Response:
    plans = [item for item in queries.items_of(induction) if item.kind == PLAN]
    plan = plans[-1] if plans else None
    years = queries.years_of(induction.person_id)
    return show(
        PAGE,
        induction=induction,
        form=form,
        plan=plan,
        piece=_piece_of(plan) if plan and induction.person_id == g.person.id else None,
        wish=queries.wish_of(induction.id),
        years=years,
        is_over=induction.planned_end_on < today(),
        is_on=any(year.is_open and year.started_on > induction.started_on for year in years),
    )


def _piece_of(plan: InductionItem) -> Piece | None:
    """What I wrote as my plan, if I have begun: nobody else is told whether I have."""
    return pieces_answering(g.person.id, ITEM, [plan.id]).get(plan.id)
