"""Who may see what on the lattice, as a table over everybody."""

from datetime import date

import pytest

from portal import clock
from portal.pathways import policies
from portal.people.models import ROLES, Person, RoleHeld

DAY = date(2026, 11, 26)
MAY_SEE_STANDING = {"hr", "principal"}


def somebody(*roles: str, **changed: date) -> Person:
    held = [RoleHeld(role=role, started_on=date(2024, 1, 1), **changed) for role in roles]
    return Person(roles_held=held)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_sees_the_lattice_and_only_planners_see_who_stands_where(role: str) -> None:
    with clock.set_to(day=DAY):
        person = somebody(role)
        assert policies.see_own_pathway(person)
        assert policies.see_place(person)
        assert policies.see_standing(person) == (role in MAY_SEE_STANDING)
        assert policies.see_time_in_post(person) == (role == "hr")


def test_a_role_that_has_ended_opens_nothing() -> None:
    with clock.set_to(day=DAY):
        assert not policies.see_standing(somebody("hr", ended_on=date(2026, 11, 25)))


def test_somebody_who_has_left_sees_nothing() -> None:
    with clock.set_to(day=DAY):
        gone = Person(roles_held=[], left_on=date(2026, 11, 25))
        assert not policies.see_own_pathway(gone)
        assert not policies.see_place(gone)
