"""What an organisation is called."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal import audit
from portal.database import db
from portal.people.models import Organisation, Person


class NameTakenError(ValueError):
    """Another organisation of this installation has the name."""


def rename_organisation(organisation: Organisation, by: Person, *, name: str) -> bool:
    """Call the organisation so from now on; False when it is called so already.

    Raises `NameTakenError`. The audit trail keeps that it was renamed, and not the words.
    """
    if organisation.name == name:
        return False
    other = select(Organisation.id).where(Organisation.name == name)
    if db.session.scalar(other) is not None:
        raise NameTakenError
    try:
        with db.session.begin_nested():
            organisation.name = name
    except IntegrityError as taken:
        raise NameTakenError from taken
    audit.record(by, "people.organisation_renamed", organisation)
    return True
