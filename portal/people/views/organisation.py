"""What the organisation is called."""

from flask import Response, g, url_for

from portal.people import policies
from portal.people.areas import TITLES
from portal.people.forms import OrganisationNameForm
from portal.people.operations.organisation import NameTakenError, rename_organisation
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "people/organisation_name.html"
TAKEN = "This name cannot be used here. Add a word that tells the organisation from others"


@people.get("/organisation/name")
@guard(policies.organisation_name)
def organisation_name() -> Response:
    """Where an administrator sees and changes the name."""
    return _page(OrganisationNameForm(name=g.person.organisation.name))


@people.post("/organisation/name")
@guard(policies.organisation_name)
def change_organisation_name() -> Response:
    """Call the organisation something else, on every page at once."""
    form = OrganisationNameForm()
    if not form.validate():
        return _page(form)
    try:
        changed = rename_organisation(g.person.organisation, g.person, name=form.name.data)
    except NameTakenError:
        form.name.errors = [TAKEN]
        return _page(form)
    message = f"The organisation is called {form.name.data}." if changed else "Nothing was changed."
    return done(url_for("people.organisation_name"), message)


def _page(form: OrganisationNameForm) -> Response:
    has = g.person.organisation.has_area
    on = [title for area, title in TITLES.items() if has(area)]
    return show(PAGE, form=form, on=on, titles=TITLES)
