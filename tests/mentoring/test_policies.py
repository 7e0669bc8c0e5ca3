"""Who may do what with pairings and sessions: a table over everybody, without a database."""

from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest

from portal import clock
from portal.mentoring import policies
from portal.mentoring.models import Pairing, Session
from portal.people.models import ROLES, Person, RoleHeld

TODAY = date(2026, 11, 26)
SINCE = date(2026, 4, 1)


def somebody(*roles: str) -> Person:
    held = [RoleHeld(role=role, started_on=SINCE) for role in roles]
    return Person(id=uuid4(), given_names="A", family_name="B", roles_held=held)


COACH, SUPPORTED = somebody("coach"), somebody("nqsw")
EVERYBODY_ELSE = {role: somebody(role) for role in ROLES}


def pairing(started_on: date = SINCE, ended_on: date | None = None) -> Pairing:
    return Pairing(
        coach_id=COACH.id, supported_id=SUPPORTED.id, started_on=started_on, ended_on=ended_on
    )


def session(held_on: date, recorded_on: date | None = None) -> Session:
    return Session(pairing=pairing(), held_on=held_on, recorded_on=recorded_on or held_on)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with clock.set_to(day=TODAY):
        yield


@pytest.mark.parametrize("person", [COACH, SUPPORTED], ids=["coach", "supported"])
def test_each_of_the_two_may_see_log_and_end(person: Person) -> None:
    assert policies.see_pairing(person, pairing())
    assert policies.record_session(person, pairing())
    assert policies.end_pairing(person, pairing())


@pytest.mark.parametrize("role", ROLES)
def test_of_all_others_only_the_coordinator_sees_a_pairing(role: str) -> None:
    person, is_coordinator = EVERYBODY_ELSE[role], role == "coordinator"
    assert policies.see_pairing(person, pairing()) == is_coordinator
    assert policies.end_pairing(person, pairing()) == is_coordinator
    assert policies.see_pairings(person) == is_coordinator
    assert policies.pair(person) == is_coordinator


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_logs_or_changes_a_session(role: str) -> None:
    person = EVERYBODY_ELSE[role]
    assert not policies.record_session(person, pairing())
    assert not policies.log_in_place(person, pairing())
    assert not policies.correct_session(person, session(TODAY))


@pytest.mark.parametrize("role", ROLES)
def test_coaches_and_mentors_have_a_page_of_people_they_support(role: str) -> None:
    expected = role in {"coach", "mentor"}
    assert policies.see_people_i_support(EVERYBODY_ELSE[role]) == expected


@pytest.mark.parametrize(
    ("started_on", "ended_on", "may"),
    [
        (SINCE, None, True),
        (TODAY, None, True),
        (SINCE, TODAY, True),
        (SINCE, date(2026, 11, 25), False),
        (date(2026, 11, 27), None, False),
    ],
)
def test_a_session_can_be_logged_on_the_days_that_the_pairing_covers(
    started_on: date, ended_on: date | None, may: bool
) -> None:
    assert policies.record_session(COACH, pairing(started_on, ended_on)) == may
    assert policies.log_in_place(COACH, pairing(started_on, ended_on)) == may


def test_only_the_coach_logs_in_the_row_of_people_they_support() -> None:
    assert not policies.log_in_place(SUPPORTED, pairing())


@pytest.mark.parametrize("person", [COACH, SUPPORTED], ids=["coach", "supported"])
@pytest.mark.parametrize(
    ("held_on", "recorded_on", "may"),
    [
        (TODAY, TODAY, True),
        (date(2026, 11, 12), None, True),
        (date(2026, 11, 11), None, False),
        (date(2026, 6, 1), date(2026, 11, 12), True),
        (date(2026, 6, 1), date(2026, 11, 11), False),
    ],
)
def test_either_changes_a_session_for_fourteen_days(
    person: Person, held_on: date, recorded_on: date | None, may: bool
) -> None:
    assert policies.correct_session(person, session(held_on, recorded_on)) == may


def test_a_pairing_ends_once() -> None:
    assert not policies.end_pairing(COACH, pairing(ended_on=TODAY))


def test_who_has_left_has_no_pages() -> None:
    gone = Person(id=uuid4(), left_on=date(2026, 11, 25), roles_held=[])
    assert not policies.log_session(gone)
    assert not policies.see_my_sessions(gone)
    assert policies.log_session(COACH)
    assert policies.see_my_sessions(SUPPORTED)
