"""The areas of the organisation, switched on and off by its administrators."""

from flask import Response, g, url_for

from portal.people import operations, policies
from portal.people.areas import TITLES
from portal.people.forms import AreasForm
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "people/areas.html"


@people.get("/organisation/areas")
@guard(policies.switch_areas)
def areas() -> Response:
    return show(PAGE, form=AreasForm(areas=g.person.organisation.areas), off=_off())


@people.post("/organisation/areas")
@guard(policies.switch_areas)
def switch_areas() -> Response:
    form = AreasForm()
    if not form.validate():
        return show(PAGE, form=form, off=_off())
    changed = operations.switch_areas(g.person.organisation, g.person, areas=form.areas.data or ())
    message = "The areas are switched." if changed else "Nothing was changed."
    return done(url_for("people.areas"), message)


def _off() -> list[str]:
    """The titles of the areas that are off here."""
    return [title for area, title in TITLES.items() if not g.person.organisation.has_area(area)]
