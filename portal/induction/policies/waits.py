"""Who may see what waits for whom in a year."""

from portal.induction.models import Induction
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def waiting(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)
