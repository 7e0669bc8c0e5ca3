"""The address that somebody signs in with: changing another's, and one's own."""

from flask import Response, abort, g, url_for

from portal.identity import operations, policies, queries, sessions
from portal.identity.forms import AddressForm
from portal.identity.models import Account
from portal.identity.operations import RefusedError
from portal.identity.views.account import address_refused
from portal.identity.views.blueprint import identity
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "identity/change_address.html"
SEEN_TO_BE_OTHER = (
    "One of the two addresses was changed meanwhile. Nothing was done: look at them again."
)


@identity.get("/people/<uuid:person_id>/account/address")
@guard(policies.change_address, person=Person, fresh=True)
def address_of(person: Person) -> Response:
    """What somebody signs in with, what the directory says, and what a change would do."""
    return _page(person, queries.account_of(person))


@identity.post("/people/<uuid:person_id>/account/address")
@guard(policies.change_address, person=Person, fresh=True)
def change_address(person: Person) -> Response:
    """Let somebody else sign in with the address that the directory has for them."""
    form, account = AddressForm(), queries.account_of(person)
    if account is None or not form.is_about(account.email, person.email):
        return _page(person, account, said=SEEN_TO_BE_OTHER, status=409)
    try:
        operations.change_address(person, g.person)
    except RefusedError as refusal:
        return _page(person, queries.account_of(person), said=str(refusal), status=422)
    location = url_for(".account_of", person_id=person.id)
    return done(location, f"{person.name} signs in with the new address from now on.")


@identity.post("/account/address")
@guard(policies.change_own_address, fresh=True)
def change_own_address() -> Response:
    """Sign in with the address that the directory has for me."""
    here, form = sessions.current() or abort(401), AddressForm()
    if not form.is_about(here.account.email, g.person.email):
        return address_refused(SEEN_TO_BE_OTHER, 409)
    try:
        operations.change_own_address(g.person, here)
    except RefusedError as refusal:
        return address_refused(str(refusal), 422)
    sessions.renew(here)
    return done(url_for(".account"), "You sign in with the new address from now on.")


def _page(
    person: Person, account: Account | None, *, said: str = "", status: int | None = None
) -> Response:
    form = AddressForm(formdata=None)
    if account is not None:
        form.look_at(account.email, person.email)
    return show(PAGE, form=form, status=status, person=person, account=account, said=said)
