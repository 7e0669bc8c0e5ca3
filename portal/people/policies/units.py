"""Who may see the organisation's units, and who may change them."""

from portal.people.models import Person, Unit
from portal.people.policies.directory import KEEPERS


def see_units(person: Person) -> bool:
    """Everybody may see the units of the organisation, their names and their jobs."""
    return True


def see_unit(person: Person, unit: Unit) -> bool:
    """Everybody may see who works in a unit and as what; grade and hours are for few."""
    return person.organisation_id == unit.organisation_id


def add_unit(person: Person) -> bool:
    """HR and administrators add a unit."""
    return person.has_role(*KEEPERS)


def change_unit(person: Person, unit: Unit) -> bool:
    """HR and administrators rename a unit, or make it part of another."""
    return person.has_role(*KEEPERS)


def close_unit(person: Person, unit: Unit) -> bool:
    """HR and administrators close a unit in which no post goes on."""
    return person.has_role(*KEEPERS)


def reopen_unit(person: Person, unit: Unit) -> bool:
    """HR and administrators open a closed unit again."""
    return person.has_role(*KEEPERS) and unit.closed_on is not None


def add_vacancy(person: Person, unit: Unit) -> bool:
    """HR and administrators add a post that stands vacant."""
    return person.has_role(*KEEPERS)
