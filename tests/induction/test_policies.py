"""Who may see and change an induction year, as a table over the cast."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from portal import clock
from portal.induction import policies
from portal.induction.models import Induction, InductionItem
from portal.people.models import ROLES, Person, Post, RoleHeld

TODAY = date(2026, 11, 26)
HERE, ELSEWHERE = uuid4(), uuid4()


def somebody(role: str = "", *, organisation_id: UUID = HERE) -> Person:
    held = [RoleHeld(role=role, started_on=date(2024, 1, 1))] if role else []
    return Person(id=uuid4(), organisation_id=organisation_id, roles_held=held)


NQSW, OTHER_NQSW = somebody("nqsw"), somebody("nqsw")
ASSESSOR, OTHER_ASSESSOR = somebody("assessor"), somebody("assessor")
MANAGER, EARLIER_MANAGER = somebody("manager"), somebody("manager")
COORDINATOR = somebody("coordinator")
THEIR_COORDINATOR = somebody("coordinator", organisation_id=ELSEWHERE)
OTHERS = [somebody(role) for role in ROLES if role != "coordinator"]
NOBODY = [OTHER_NQSW, OTHER_ASSESSOR, EARLIER_MANAGER, THEIR_COORDINATOR, *OTHERS]


def year(ended_on: date | None = None) -> Induction:
    posts = [
        Post(manager_id=EARLIER_MANAGER.id, started_on=date(2025, 1, 1), ended_on=date(2026, 8, 1)),
        Post(manager_id=MANAGER.id, started_on=date(2026, 8, 2)),
    ]
    return Induction(
        organisation_id=HERE,
        person_id=NQSW.id,
        assessor_id=ASSESSOR.id,
        started_on=date(2026, 6, 29),
        ended_on=ended_on,
        posts=posts,
    )


def item(owner: str, of: Induction | None = None) -> InductionItem:
    return InductionItem(induction=of or year(), owner=owner)


@pytest.fixture(autouse=True)
def _today() -> object:
    with clock.set_to(day=TODAY):
        yield


def who(policy: object, *subject: object) -> set[UUID]:
    people = [NQSW, ASSESSOR, MANAGER, COORDINATOR, *NOBODY]
    return {person.id for person in people if policy(person, *subject)}  # type: ignore[operator]


def ids(*people: Person) -> set[UUID]:
    return {person.id for person in people}


def test_a_year_is_seen_by_the_person_and_by_those_who_accompany_it() -> None:
    assert who(policies.see_induction, year()) == ids(NQSW, ASSESSOR, MANAGER, COORDINATOR)


def test_assessor_and_manager_see_a_year_until_its_last_day() -> None:
    assert who(policies.see_induction, year(TODAY)) == ids(NQSW, ASSESSOR, MANAGER, COORDINATOR)
    yesterday = date(2026, 11, 25)
    assert who(policies.see_induction, year(yesterday)) == ids(NQSW, COORDINATOR)


@pytest.mark.parametrize("policy", [policies.record_item_held, policies.book_item])
@pytest.mark.parametrize(
    ("owner", "own"),
    [
        ("nqsw", True),
        ("both", True),
        ("assessor", False),
        ("manager", False),
        ("coordinator", False),
        ("panel", False),
    ],
)
def test_people_record_their_own_items_and_the_assessor_and_coordinator_all(
    policy: object, owner: str, own: bool
) -> None:
    expected = ids(ASSESSOR, COORDINATOR) | (ids(NQSW) if own else set())
    assert who(policy, item(owner)) == expected
    assert who(policies.correct_item, item(owner)) == expected


def test_nobody_records_in_a_year_that_is_over() -> None:
    assert who(policies.record_item_held, item("both", year(date(2026, 11, 25)))) == set()


def test_everybody_has_a_page_for_their_own_year() -> None:
    assert len(who(policies.see_my_year)) == len(ids(NQSW, ASSESSOR, MANAGER, COORDINATOR, *NOBODY))


def test_only_a_coordinator_enrols() -> None:
    assert who(policies.enrol) == ids(COORDINATOR, THEIR_COORDINATOR)


def test_the_list_is_for_those_who_accompany_people() -> None:
    listed = who(policies.see_inductions)
    assert listed >= ids(ASSESSOR, MANAGER, COORDINATOR)
    assert not listed & ids(NQSW, OTHER_NQSW)
