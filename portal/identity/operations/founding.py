"""How an organisation begins: with one administrator, who lets the others in."""

from sqlalchemy import select

from portal import audit, clock, database
from portal.database import db
from portal.identity.models import OneTimeLink
from portal.identity.operations.accounts import RefusedError, invite
from portal.people.models import Organisation, Person, RoleHeld
from portal.people.operations.persons import find_by_name


def found(
    name: str, *, email: str, given_names: str, family_name: str, is_demo: bool = False
) -> OneTimeLink:
    """An organisation with its first administrator, and the link that lets them in.

    Raises RefusedError when there is such an organisation, or the address opens an account.
    """
    if db.session.scalar(select(Organisation.id).where(Organisation.name == name)):
        raise RefusedError(f"There is an organisation called {name} already.")
    organisation = Organisation(name=name, is_demo=is_demo)
    db.session.add(organisation)
    db.session.flush()
    database.lock(organisation.id)
    person = Person(
        organisation_id=organisation.id,
        given_names=given_names,
        family_name=family_name,
        email=email,
    )
    person.organisation = organisation
    db.session.add(person)
    db.session.flush()
    held = RoleHeld(
        organisation_id=organisation.id,
        person_id=person.id,
        role="admin",
        started_on=clock.today(),
    )
    db.session.add(held)
    find_by_name(person)
    audit.record(None, "people.organisation_founded", person, organisation=str(organisation.id))
    return invite(person, by=None)
