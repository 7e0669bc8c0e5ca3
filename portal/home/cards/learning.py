"""What the regulator's year asks of somebody who is registered, when its end is near."""

from collections.abc import Iterator
from datetime import date

from portal.home.needs import Need
from portal.learning import cpd
from portal.learning.queries.cpd import drafts_of
from portal.people.models import Person


def needs(person: Person, today: date) -> Iterator[Need]:
    """To record what is missing of the year's CPD, while its end is near."""
    ends_on = cpd.end_of_year(today)
    is_near = (ends_on - today).days <= cpd.NEAR
    if not (is_near and person.registration_number and person.organisation.has_area("learning")):
        return
    standing = cpd.standing(drafts_of(person, ends_on), today)
    if not standing.is_complete:
        why = f"Still to be recorded with the regulator: {standing.missing}"
        yield Need("CPD of this year", why, ends_on, "/cpd")
