"""Whose bank holidays are no working days in the organisation."""

from flask import Response, g, url_for

from portal.people import policies
from portal.people.forms.nation import NATION_NAMES, NationForm
from portal.people.operations.nation import change_nation as change
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "people/nation.html"


@people.get("/organisation/nation")
@guard(policies.nation)
def nation() -> Response:
    """Where an administrator sees and changes the nation."""
    return _page(NationForm(nation=g.person.organisation.nation))


@people.post("/organisation/nation")
@guard(policies.nation)
def change_nation() -> Response:
    """Take another nation's bank holidays from now on."""
    form = NationForm()
    if not form.validate():
        return _page(form)
    changed = change(g.person.organisation, g.person, nation=form.nation.data)
    name = NATION_NAMES[form.nation.data]
    message = (
        f"Working days follow the bank holidays of {name}." if changed else ("Nothing was changed.")
    )
    return done(url_for("people.nation"), message)


def _page(form: NationForm) -> Response:
    return show(PAGE, form=form, name=NATION_NAMES[g.person.organisation.nation])
