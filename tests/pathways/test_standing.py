"""Who stands where, and what lies ahead from one place."""

from datetime import date

from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.standing import (
    ACROSS,
    ELSEWHERE,
    HERE,
    LATER,
    NEXT,
    NOT_YET_PLACED,
    Tally,
    ahead_of,
    standing_of,
)

CATALOGUE = catalogue_in_force(date(2026, 11, 26))


def test_from_the_first_year_the_next_place_is_social_worker_and_the_rest_is_later() -> None:
    lies = ahead_of(CATALOGUE, "newly-qualified-social-worker")
    assert lies["newly-qualified-social-worker"] == HERE
    assert lies["social-worker"] == NEXT
    assert lies["team-manager"] == LATER
    assert lies["principal-social-worker"] == LATER
    assert lies["student-social-worker"] == ELSEWHERE


def test_a_move_in_the_same_band_is_across_and_not_next() -> None:
    lies = ahead_of(CATALOGUE, "advanced-practitioner")
    assert lies["team-manager"] == ACROSS
    assert lies["principal-social-worker"] == NEXT
    assert lies["service-manager"] == LATER


def test_without_a_place_of_ones_own_everything_is_elsewhere() -> None:
    assert set(ahead_of(CATALOGUE, None).values()) == {ELSEWHERE}


def test_places_and_job_titles_are_added_up() -> None:
    standing = standing_of(
        CATALOGUE,
        [
            ("social-worker", Tally(people=10, vacant=2)),
            ("Social Worker Level 3", Tally(people=1)),
            ("Team Manager", Tally(people=3, vacant=1)),
        ],
    )
    assert standing.at["social-worker"] == Tally(people=11, vacant=2)
    assert standing.at["team-manager"] == Tally(people=3, vacant=1)
    assert standing.at["service-manager"] == Tally()
    assert standing.on_the_lattice == Tally(people=14, vacant=3)
    assert standing.outside == ()


def test_people_outside_are_counted_apart_with_the_reason() -> None:
    standing = standing_of(
        CATALOGUE,
        [
            ("Business Support Officer", Tally(people=4)),
            ("Team Administrator", Tally(people=2, vacant=1)),
            ("Astronaut", Tally(people=1)),
        ],
    )
    support, unknown = standing.outside
    assert support.job_titles == ("Business Support Officer", "Team Administrator")
    assert support.tally == Tally(people=6, vacant=1)
    assert unknown.title == NOT_YET_PLACED
    assert unknown.job_titles == ("Astronaut",)
    assert standing.off_the_lattice == Tally(people=7, vacant=1)
    assert standing.on_the_lattice == Tally()
