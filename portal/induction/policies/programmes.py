"""Who may read programmes, and who may change what is offered here."""

from portal.induction.models import Induction, OwnProgramme
from portal.induction.policies.years import programmes, see_induction
from portal.people.models import Person


def programme(person: Person) -> bool:
    """Whoever accompanies inductions, administrators and HR: what a programme gives, no names."""
    return programmes(person)


def offer_programme(person: Person) -> bool:
    """The induction coordinator."""
    return person.has_role("coordinator")


def copy_programme(person: Person) -> bool:
    """The induction coordinator."""
    return person.has_role("coordinator")


def own_programme(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator; once published, all who may read what programmes give."""
    if person.organisation_id != own.organisation_id:
        return False
    return person.has_role("coordinator") or (not own.is_draft and programmes(person))


def edit_programme(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator, until it is published."""
    return _runs(person, own) and own.is_draft


def publish_programme(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator, until it is published."""
    return edit_programme(person, own)


def remove_draft(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator, until it is published."""
    return edit_programme(person, own)


def close_programme(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator, of one that is published."""
    return _runs(person, own) and not own.is_draft


def begin_version(person: Person, own: OwnProgramme) -> bool:
    """The induction coordinator, of one that is published."""
    return close_programme(person, own)


def year_programme(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def _runs(person: Person, own: OwnProgramme) -> bool:
    return person.organisation_id == own.organisation_id and person.has_role("coordinator")
