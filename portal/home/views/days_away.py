"""Days away: dates only, entered by the person, their manager, or HR; their year follows."""

from collections.abc import Iterator

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.home import operations
from portal.home.views.blueprint import home
from portal.people.forms.days_away import AddDaysAwayForm, ChangeDaysAwayForm
from portal.people.models import DaysAway, Person
from portal.people.operations.days_away import DaysSharedError
from portal.people.policies import days_away as policies
from portal.people.queries.days_away import days_away_of
from portal.web import days
from portal.web.guard import guard
from portal.web.lists import CHUNK, each_page
from portal.web.pages import conflict, done, show

PAGE = "home/days_away.html"


@home.get("/people/<uuid:person_id>/days-away")
@guard(policies.see_days_away, person=Person)
def days_away(person: Person) -> Response:
    """The days on which somebody is or was away."""
    enters = policies.add_days_away(g.person, person)
    return _page(person, AddDaysAwayForm() if enters else None)


@home.post("/people/<uuid:person_id>/days-away")
@guard(policies.add_days_away, person=Person)
def add_days_away(person: Person) -> Response:
    """Write days away down; what they touch becomes one with them."""
    form = AddDaysAwayForm()
    if not form.validate():
        return _page(person, form)
    asked = form.period()
    away = operations.add_days_away(person, g.person, **asked)
    joined = (away.started_on, away.ended_on) != tuple(asked.values())
    said = "Joined with the days that were there" if joined else "Marked"
    return done(_list(person), f"{said}: away {_said(away)}.")


@home.route("/days-away/<uuid:away_id>/change", methods=["GET", "POST"])
@guard(policies.change_days_away, away=DaysAway)
def change_days_away(away: DaysAway) -> Response:
    """Other first or last days of one period."""
    form = ChangeDaysAwayForm(obj=away)
    page = "home/change_days_away.html"
    if form.is_submitted() and form.validate():
        if form.is_stale(away):
            return conflict(page, over=away, form=form, away=away)
        try:
            changed = operations.change_days_away(away, g.person, **form.period())
        except DaysSharedError as refusal:
            form.started_on.errors = [str(refusal)]
        else:
            said = f"Changed: away {_said(away)}." if changed else "Nothing was changed."
            return done(_list(away.person), said)
    return show(page, form=form, away=away)


@home.post("/days-away/<uuid:away_id>/withdrawal")
@guard(policies.withdraw_days_away, away=DaysAway)
def withdraw_days_away(away: DaysAway) -> Response:
    """Take a period back."""
    location, said = _list(away.person), _said(away)
    operations.withdraw_days_away(away, g.person)
    return done(location, f"Taken back: away {said}.")


@home.get("/people/<uuid:person_id>/days-away/export")
@guard(policies.see_days_away, person=Person)
def export_days_away(person: Person) -> Response:
    """The days on which somebody is or was away: dates, and never a reason."""
    return take_away("people.days_away", "Days away", ("From", "Until"), _rows(person), of=person)


def _rows(person: Person) -> Iterator[tuple[object, ...]]:
    for page in each_page(lambda after: days_away_of(person, after, CHUNK)):
        yield from ((each.started_on, each.ended_on) for each in page.rows)


def _page(person: Person, form: AddDaysAwayForm | None) -> Response:
    page = days_away_of(person, request.args.get("after"))
    return show(PAGE, form=form, person=person, page=page)


def _list(person: Person) -> str:
    return url_for("home.days_away", person_id=person.id)


def _said(away: DaysAway) -> str:
    first = days.short(away.started_on)
    if away.ended_on is None:
        return f"from {first}, until nobody knows yet"
    if away.ended_on == away.started_on:
        return f"on {first}"
    return f"from {first} to {days.short(away.ended_on)}"
