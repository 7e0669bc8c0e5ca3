"""Which fields of a person the staff list keeps, and which this portal."""

from flask import Response, g, url_for

from portal.people import operations, policies
from portal.people.forms import FieldOwnersForm, field_owners_form
from portal.people.ownership import ALWAYS_THE_PORTALS, TITLES
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show


@people.get("/organisation/fields")
@guard(policies.change_field_owners)
def field_owners() -> Response:
    return _page(field_owners_form(g.person.organisation.portal_owns))


@people.post("/organisation/fields")
@guard(policies.change_field_owners)
def change_field_owners() -> Response:
    form = field_owners_form(())
    if not form.validate():
        return _page(form)
    changed = operations.change_field_owners(
        g.person.organisation, g.person, portal_owns=form.portal_owns()
    )
    message = "Saved who keeps each field." if changed else "Nothing was changed."
    return done(url_for("people.field_owners"), message)


def _page(form: FieldOwnersForm) -> Response:
    owns = g.person.organisation.portal_owns
    kept = [title for field, (title, _) in TITLES.items() if field in owns]
    fixed = [TITLES[field] for field in ALWAYS_THE_PORTALS]
    return show("people/field_owners.html", form=form, kept=kept, fixed=fixed)
