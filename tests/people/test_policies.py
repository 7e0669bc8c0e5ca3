"""Who may do what about people, as a table over the cast (nothing is stored)."""

from datetime import date, timedelta
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from portal.people import policies
from portal.people.models import ROLES, Person, Post, RoleHeld
from portal.people.titles import ROLE_TITLES
from portal.people.uploads import StaffListUpload

HERE = uuid4()
SINCE = date(2024, 1, 1)


def somebody(*roles: str, organisation: UUID = HERE) -> Person:
    """A person with these roles, since 2024."""
    held = [RoleHeld(role=role, started_on=SINCE) for role in roles]
    return Person(id=uuid4(), organisation_id=organisation, roles_held=held)


EVERYBODY = {role: somebody(role) for role in ROLES}


def those_who_may(policy: object, *subject: object) -> set[str]:
    return {role for role, person in EVERYBODY.items() if policy(person, *subject)}  # type: ignore[operator]


def test_everybody_may_look_up_a_colleague() -> None:
    assert those_who_may(policies.see_directory) == set(ROLES)
    assert those_who_may(policies.see_person, somebody()) == set(ROLES)


def test_nobody_sees_a_person_of_another_organisation() -> None:
    assert those_who_may(policies.see_person, somebody(organisation=uuid4())) == set()


@pytest.mark.parametrize("policy", [policies.import_staff_list])
def test_hr_and_administrators_bring_lists_in(policy: object) -> None:
    assert those_who_may(policy) == {"hr", "admin"}


def test_hr_and_administrators_correct_details() -> None:
    assert those_who_may(policies.edit_person, somebody()) == {"hr", "admin"}


def test_only_whoever_chose_a_file_goes_on_with_it() -> None:
    hr = EVERYBODY["hr"]
    assert those_who_may(policies.continue_import, StaffListUpload(uploaded_by_id=hr.id)) == {"hr"}
    worker = EVERYBODY["worker"]
    assert (
        those_who_may(policies.continue_import, StaffListUpload(uploaded_by_id=worker.id)) == set()
    )


def test_employment_is_for_oneself_the_manager_of_today_hr_and_administrators() -> None:
    worker, boss, former = EVERYBODY["worker"], EVERYBODY["manager"], EVERYBODY["consultant"]
    yesterday = date.today() - timedelta(days=1)
    posts = [
        Post(manager_id=boss.id, started_on=SINCE),
        Post(manager_id=former.id, started_on=SINCE, ended_on=yesterday),
    ]
    page = SimpleNamespace(person=worker, posts=posts)
    assert those_who_may(policies.see_employment, page) == {"worker", "manager", "hr", "admin"}


GIVE = {
    "admin": set(ROLES),
    "hr": set(ROLES) - {"admin", "hr"},
    "coordinator": {"assessor", "coach", "panel"},
}


@pytest.mark.parametrize("giver", ROLES)
def test_each_role_may_be_given_by_these(giver: str) -> None:
    other = somebody()
    assert set(policies.roles_to_give(EVERYBODY[giver], other)) == GIVE.get(giver, set())
    assert policies.change_roles(EVERYBODY[giver], other) == (giver in GIVE)


@pytest.mark.parametrize("giver", ROLES)
def test_nobody_gives_or_ends_a_role_of_their_own(giver: str) -> None:
    person = EVERYBODY[giver]
    assert policies.roles_to_give(person, person) == ()
    assert not any(policies.end_role(person, RoleHeld(person_id=person.id, role=r)) for r in ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_give_a_role_may_end_it(role: str) -> None:
    held = RoleHeld(person_id=uuid4(), role=role)
    assert those_who_may(policies.end_role, held) == {who for who in GIVE if role in GIVE[who]}


def test_a_role_that_has_ended_gives_nothing() -> None:
    held = [RoleHeld(role="admin", started_on=SINCE, ended_on=date(2024, 2, 1))]
    past = Person(id=uuid4(), organisation_id=HERE, roles_held=held)
    assert not policies.import_staff_list(past)
    assert policies.roles_to_give(past, somebody()) == ()


def test_every_role_has_a_title() -> None:
    assert tuple(ROLE_TITLES) == ROLES
