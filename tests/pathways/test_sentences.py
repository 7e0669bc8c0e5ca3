"""What the pathway pages say first."""

from datetime import date

import pytest

from portal.pathways import sentences
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.standing import ACROSS, ELSEWHERE, HERE, LATER, NEXT, Tally, standing_of

CATALOGUE = catalogue_in_force(date(2026, 11, 26))
MISSING = {each.key: 2 for each in CATALOGUE.places} | {"practice-educator": 1}


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            "newly-qualified-social-worker",
            "You are a newly qualified social worker. "
            "Next you could become a social worker: 2 things to complete.",
        ),
        (
            "social-worker",
            "You are a social worker. Next you could become a practice supervisor, a senior "
            "social worker, a lead child protection practitioner or a practice educator. "
            "Nearest is practice educator: 1 thing to complete.",
        ),
        (
            "family-support-worker",
            "You are a family support worker. No step up leads on from here; you could become "
            "a social work assistant or a student social worker.",
        ),
    ],
)
def test_my_place_is_said_first_and_then_what_could_come_next(key: str, words: str) -> None:
    assert sentences.where_i_stand(CATALOGUE, CATALOGUE.by_key[key], ["Any"], MISSING) == words


def test_who_shows_all_that_the_next_step_asks_is_told_so() -> None:
    here, none = CATALOGUE.by_key["newly-qualified-social-worker"], dict.fromkeys(MISSING, 0)
    said = sentences.where_i_stand(CATALOGUE, here, ["Any"], none)
    assert said.endswith("become a social worker: you show all that it asks.")


def test_a_title_outside_the_lattice_is_said_plainly() -> None:
    assert sentences.where_i_stand(CATALOGUE, None, ["Receptionist"], {}) == (
        "Your job title, Receptionist, is not on the lattice. You can look at every role on it."
    )
    assert sentences.where_i_stand(CATALOGUE, None, [], {}).startswith(
        "You hold no post here today"
    )


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (None, "No usual time."),
        ((12, 12), "About 12 months."),
        ((18, 24), "About 18 to 24 months."),
        ((36, 60), "About 3 to 5 years."),
    ],
)
def test_time_in_a_role_is_said_in_the_plainer_unit(
    months: tuple[int, int] | None, words: str
) -> None:
    assert sentences.time_in_role(months) == words


def test_how_a_place_lies_is_said_except_for_one_elsewhere() -> None:
    said = [sentences.how_it_lies(lies) for lies in (HERE, NEXT, ACROSS, LATER)]
    assert all(words.endswith(".") for words in said)
    assert sentences.how_it_lies(ELSEWHERE) == ""


def test_numbers_agree_with_their_nouns() -> None:
    one = standing_of(
        CATALOGUE,
        [("social-worker", Tally(people=1, vacant=1)), ("Receptionist", Tally(people=1))],
    )
    assert sentences.who_stands_where(one) == (
        "1 person stands on the lattice and 1 post on it is vacant. 1 person has a role outside it."
    )
    many = standing_of(CATALOGUE, [("social-worker", Tally(people=1204))])
    assert sentences.who_stands_where(many) == (
        "1,204 people stand on the lattice and 0 posts on it are vacant. "
        "0 people have roles outside it."
    )
