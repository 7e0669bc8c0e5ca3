"""Who may bring in, see and take back what took place before the portal."""

from portal.induction.models import EarlierRecord, Induction
from portal.induction.policies.years import enrol, see_induction
from portal.people.models import Person


def bring_in_earlier_records(person: Person) -> bool:
    """The induction coordinator."""
    return enrol(person)


def earlier_records(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def take_back_earlier_record(person: Person, record: EarlierRecord) -> bool:
    """The induction coordinator."""
    here = person.organisation_id == record.organisation_id
    return here and bring_in_earlier_records(person)
