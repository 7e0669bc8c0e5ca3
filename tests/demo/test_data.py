"""The files the demo is made of, and the pure parts that read them."""

from datetime import date, timedelta
from random import Random

import pytest

from portal.demo import careers, data
from portal.demo.names import Names, address
from portal.people.strengths import known

TODAY = date(2026, 11, 26)
SEATED = [
    (key, place, seat)
    for key in data.ORGANISATIONS
    for place in data.establishment(key).places
    for seat in place.seats
]


def test_the_organisations_have_the_size_that_was_promised():
    taken = {
        key: sum(k == key and not seat.is_vacant for k, _, seat in SEATED)
        for key in data.ORGANISATIONS
    }
    assert taken == {"riverside": 120, "harbour": 20, "lockside": 8, "programme": 2}


def test_every_member_of_the_cast_has_a_seat_of_their_own():
    seats = [(key, place.name, seat.job) for key, place, seat in SEATED if not seat.is_vacant]
    for member in data.cast():
        seats.remove((member.organisation, member.team, member.job))


def test_every_member_of_the_cast_has_a_sentence_and_an_address_of_their_organisation():
    for member in data.cast():
        assert member.sentence.endswith(".")
        assert member.email.endswith("@" + data.establishment(member.organisation).domain)


def test_every_unit_hangs_under_one_that_came_before_it():
    for key in data.ORGANISATIONS:
        seen: set[str | None] = {None}
        for place in data.establishment(key).places:
            assert place.parent in seen, place
            seen.add(place.name)


def test_names_are_never_drawn_twice_and_are_the_same_for_the_same_seed():
    names = Names(Random(7))
    drawn = [names.draw() for _ in range(300)]
    again = Names(Random(7))
    assert len(set(drawn)) == 300
    assert drawn == [again.draw() for _ in range(300)]


def test_an_address_has_plain_letters_only():
    assert address("Siobhán", "O'Brien", "riverside.example") == "siobhan.obrien@riverside.example"


def test_the_balanced_team_has_eight_permanent_staff_five_of_them_qualified_for_two_years():
    team = next(p for _, p, _ in SEATED if p.name == "Children Looked After East")
    staff = [s.job for s in team.seats[2:] if s.job != "Business Support Officer"]
    assert (len(staff), staff.count("Newly Qualified Social Worker")) == (8, 3)


def test_a_seat_that_cannot_be_read_is_named():
    with pytest.raises(ValueError, match="Wizard"):
        data._seat("Wizard, week 3")


@pytest.mark.parametrize("offset", range(7))
def test_whoever_is_in_week_22_is_so_on_every_day_of_the_week(offset):
    today = TODAY + timedelta(days=offset)
    began = careers.first_day(22, today)
    assert began.weekday() == 0
    assert (today - began).days // 7 + 1 == 22


@pytest.mark.parametrize("seed", range(20))
def test_careers_run_forwards(seed):
    chance = Random(seed)
    for _, _, seat in SEATED:
        career = careers.career(seat, data.jobs()[seat.job], TODAY, chance)
        assert (career.qualified_on or career.joined_on) <= career.joined_on
        assert career.joined_on <= career.posted_on <= TODAY


def test_whoever_stands_in_has_a_seat_and_strengths_are_those_of_the_portal():
    rows = data.read("riverside")
    seats = {(place.name, seat.job) for _, place, seat in SEATED if not seat.is_vacant}
    named = [tuple(row["who"]) for kind in ("acting_up", "cover", "away", "strengths")
             for row in rows[kind]] + [tuple(row["of"]) for row in rows["cover"]]  # fmt: skip
    assert set(named) <= seats
    keys = [key for row in rows["strengths"] for key in row["keys"]]
    assert set(known(keys)) == set(keys)
