"""A coach's relief from casework: whose I see, one month by month, asking, agreeing, ending."""

from flask import Response, flash, g, request, url_for

from portal.audit.views import take_away
from portal.clock import today
from portal.mentoring import operations, policies, queries, reasons, relieved
from portal.mentoring.forms import ReliefEndingForm, ReliefForm, ReliefMonthForm
from portal.mentoring.models import CoachRelief, ReliefMonth
from portal.mentoring.team_notices import in_month
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import conflict, done, elsewhere, show


@mentoring.get("/relief")
@guard(policies.see_reliefs)
def reliefs() -> Response:
    """My relief and that of my people; for the coordinator everybody's."""
    page = queries.reliefs_page(g.person, request.args.get("after"))
    return show("mentoring/reliefs.html", page=page)


@mentoring.get("/relief/export")
@guard(policies.see_reliefs)
def export_reliefs() -> Response:
    """The relief of coaches as a file."""
    rows = (
        (each.coach.name, each.words, each.started_on, each.ended_on, each.agreed_on, given, not_)
        for each, given, not_ in queries.every_relief(g.person)
    )
    headings = ("Coach", "Relief", "From", "Until", "Agreed on", "Months given", "Months not given")
    return take_away("mentoring.relief", "Relief of coaches", headings, rows, of=g.person)


@mentoring.route("/relief/new", methods=["GET", "POST"])
@guard(policies.plan_relief)
def plan_relief() -> Response:
    """Ask for relief from casework in order to coach."""
    form = ReliefForm()
    if form.validate_on_submit():
        try:
            made = operations.plan_relief(g.person, **form.relief())
        except operations.AlreadyPlannedReliefError as refusal:
            flash("You have asked for relief already. End it here, then ask for another amount.")
            return elsewhere(_page(refusal.first))
        return done(_page(made), "Asked for. Whoever manages you is told.")
    return show("mentoring/plan_relief.html", form=form)


@mentoring.get("/relief/<uuid:relief_id>")
@guard(policies.see_relief, relief=CoachRelief)
def relief(relief: CoachRelief) -> Response:
    """One relief: how much, who agreed, and what became of each month."""
    return show(
        "mentoring/relief.html", relief=relief, months=_months(relief), reasons=reasons.in_words
    )


@mentoring.post("/relief/<uuid:relief_id>/agreement")
@guard(policies.agree_to_relief, relief=CoachRelief)
def agree_to_relief(relief: CoachRelief) -> Response:
    """Agree to the relief of a coach whom I manage."""
    operations.agree_to_relief(g.person, relief)
    return done(_page(relief), f"Agreed. {relief.coach.name} is told.")


@mentoring.route("/relief/<uuid:relief_id>/months", methods=["GET", "POST"])
@guard(policies.say_relief_month, relief=CoachRelief)
def say_relief_month(relief: CoachRelief) -> Response:
    """Say whether the relief of a month was given, with a neutral reason where it was not."""
    form = ReliefMonthForm()
    months = relieved.months(relief.started_on, relief.ended_on, today())
    said = {each.month_on: each.became for each in relief.months}
    unsaid = relieved.unsaid(months, said, today())
    form.offer(months, unsaid[0] if unsaid else None)
    if form.validate_on_submit():
        made = operations.say_relief_month(g.person, relief, **form.month_said())
        return done(_page(relief), f"{in_month(made.month_on)} is kept.")
    return show("mentoring/say_relief_month.html", form=form, relief=relief)


@mentoring.route("/relief/<uuid:relief_id>/ending", methods=["GET", "POST"])
@guard(policies.end_relief, relief=CoachRelief)
def end_relief(relief: CoachRelief) -> Response:
    """End a relief, after a page that says what follows."""
    form = ReliefEndingForm(obj=relief)
    page = "mentoring/end_relief.html"
    if form.validate_on_submit():
        if form.is_stale(relief):
            return conflict(page, over=relief, form=form, relief=relief)
        operations.end_relief(g.person, relief)
        return done(_page(relief), "The relief has ended.")
    return show(page, form=form, relief=relief)


def _months(relief: CoachRelief) -> list[tuple[str, ReliefMonth | None]]:
    """Each month with what became of it, as far as the reader may know yet."""
    is_theirs = policies.say_relief_month(g.person, relief)
    known = {
        each.month_on: each
        for each in relief.months
        if is_theirs or relieved.is_for_others(each.became, each.said_at.date(), today())
    }
    months = (
        relieved.months(relief.started_on, relief.ended_on, today()) if relief.agreed_on else []
    )
    return [(in_month(month), known.get(month)) for month in months]


def _page(relief: CoachRelief) -> str:
    return url_for(".relief", relief_id=relief.id)
