"""Whose bank holidays are no working days here; years under way follow, after a look."""

from flask import Response, g, url_for

from portal.home import operations
from portal.home.views.blueprint import home
from portal.induction.operations.holidays import Following, under_nation
from portal.people import policies
from portal.people.forms.nation import NATION_NAMES, NationForm
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

PAGE = "home/nation.html"


@home.get("/organisation/nation")
@guard(policies.nation)
def nation() -> Response:
    """Where an administrator sees and changes the nation."""
    return _page(NationForm(nation=g.person.organisation.nation))


@home.post("/organisation/nation")
@guard(policies.nation)
def change_nation() -> Response:
    """Take another nation's bank holidays, once what moves has been looked at."""
    form, house = NationForm(), g.person.organisation
    if not form.validate():
        return _page(form)
    chosen = form.nation.data
    following = under_nation(house, chosen) if chosen != house.nation else []
    if following and form.seen.data != chosen:
        form.seen.data = chosen
        return _page(form, following)
    if chosen == house.nation:
        return done(url_for("home.nation"), "Nothing was changed.")
    years = operations.change_nation(house, g.person, nation=chosen)
    said = f"Working days follow the bank holidays of {NATION_NAMES[chosen]}."
    if years:
        moved = counted(years, "induction year", "induction years")
        said += f" The dates of {moved} moved; who is in one is told."
    return done(url_for("home.nation"), said)


def _page(form: NationForm, following: list[Following] | None = None) -> Response:
    """How much would move, and never in whose year: an administrator runs none."""
    moving = following or []
    return show(
        PAGE,
        form=form,
        name=NATION_NAMES[g.person.organisation.nation],
        chosen=NATION_NAMES.get(form.nation.data or "", ""),
        years=len(moving),
        dates=sum(each.dates for each in moving),
    )
