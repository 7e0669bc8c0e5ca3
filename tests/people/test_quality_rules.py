"""What counts as something to look at, on plain values."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal.people.quality import judging
from portal.people.quality.judging import Known, hours_fit, lead, likely_twice, needs_registration
from portal.people.staff_list.managers import in_circles

DAY = date(2019, 1, 19)


def known(number: int, names: str = "Ben Okafor", registration: str = "", day: date | None = DAY):
    return Known(UUID(int=number), names, registration, day)


@pytest.mark.parametrize(
    ("job", "asks"),
    [
        ("Social Worker", True),
        ("Newly Qualified Social Worker", True),
        ("Acting Senior Social Worker (CLA North)", True),
        ("Advanced Practitioner", True),
        ("Student Social Worker", False),
        ("Social Work Assistant", False),
        ("Social Worker Assistant", False),
        ("Business Support Officer", False),
        ("", False),
    ],
)
def test_a_job_asks_for_registration_by_the_words_of_its_title(job, asks):
    assert needs_registration(job) is asks


@pytest.mark.parametrize(
    ("fte", "hours", "fits"),
    [
        ("1", "37", True),
        ("1", "36", True),
        ("0.6", "22.2", True),
        ("0.5", "37", False),
        ("1", "18.5", False),
        ("0.811", "30", True),
    ],
)
def test_hours_fit_when_they_are_that_share_of_some_full_week(fte, hours, fits):
    assert hours_fit(Decimal(fte), Decimal(hours)) is fits


def test_the_same_name_and_first_day_of_service_are_likely_one_person():
    assert likely_twice([known(1), known(2)]) == {
        UUID(int=1): {UUID(int=2)},
        UUID(int=2): {UUID(int=1)},
    }


@pytest.mark.parametrize(
    "other",
    [
        known(2, day=date(2019, 1, 20)),
        known(2, names="Ben Okafora"),
        known(2, day=None),
    ],
)
def test_a_name_alone_proves_nothing(other):
    assert likely_twice([known(1), other]) == {}


def test_a_registration_number_is_one_however_it_is_written():
    people = [known(1, "Ann Bell", "SW0123"), known(2, "Cat Dale", "sw 123")]
    assert set(likely_twice(people)) == {UUID(int=1), UUID(int=2)}


def test_people_without_a_number_are_not_the_same_person():
    assert likely_twice([known(1, "Ann Bell"), known(2, "Cat Dale")]) == {}


def test_a_thousand_with_one_name_name_a_few_each():
    found = likely_twice(known(n) for n in range(1000))
    assert len(found) == 1000
    assert max(map(len, found.values())) <= judging.FELLOWS + 1


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({}, "All is in order: none of the checks found anything to look at."),
        ({"a": 1}, "Nothing stands in the way; 1 thing to look at in 1 kind."),
        ({"a": 4, "b": 10, "c": 0}, "Nothing stands in the way; 14 things to look at in 2 kinds."),
        ({"a": 1001}, "Nothing stands in the way; at least 1,000 things to look at in 1 kind."),
    ],
)
def test_the_first_sentence_says_where_we_stand(numbers, said):
    assert lead(numbers) == said


links = some.dictionaries(some.sampled_from("abcdefg"), some.lists(some.sampled_from("abcdefg")))


@given(links)
def test_there_is_a_way_round_for_those_in_circles_and_for_nobody_else(links):
    circles = in_circles(links)
    for person in links:
        way = judging.way_round(person, links)
        assert bool(way) is (person in circles)
        if way:
            assert way[0] == person
            assert all(up in links[at] for at, up in zip(way, [*way[1:], person], strict=True))


def test_every_kind_says_why_it_matters_in_a_line():
    assert all(len(kind.why) <= 110 and kind.why.endswith(".") for kind in judging.KINDS)
