"""Job titles find their place however payroll writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.places import outside_of, place_of, titles_at
from portal.pathways.titles import readings

CATALOGUE = catalogue_in_force(date(2026, 11, 26))
ALIASES = [(alias, place.key) for place in CATALOGUE.places for alias in place.aliases]
NOISE = st.sampled_from(["", " ", "  ", "\t"])


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Social Worker", "social-worker"),
        ("SOCIAL WORKER ", "social-worker"),
        ("Acting Team Manager (CLA North)", "team-manager"),
        ("Part-time Social Worker", "social-worker"),
        ("Agency Social Worker - Pod A", "social-worker"),
        ("Social Worker (ASYE)", "newly-qualified-social-worker"),
        ("Senior Social Worker, Permanence", "senior-social-worker"),
        ("Assistant Team Manager", "practice-supervisor"),
        ("Practice Educator (sessional)", "practice-educator"),
        ("Children’s Practitioner", "social-work-assistant"),
    ],
)
def test_what_payroll_adds_to_a_title_does_not_hide_its_place(title: str, key: str) -> None:
    place = place_of(CATALOGUE, title)
    assert place is not None
    assert place.key == key


@pytest.mark.parametrize("title", ["", "  ", "Agency", "Astronaut", "Worker", "()", "Social"])
def test_an_unknown_title_has_no_place_and_no_reason(title: str) -> None:
    assert place_of(CATALOGUE, title) is None
    assert outside_of(CATALOGUE, title) is None


def test_a_title_that_is_knowingly_outside_says_why() -> None:
    group = outside_of(CATALOGUE, "business support officer")
    assert group is not None
    assert group.reason == "Business support has a career route of its own."
    assert place_of(CATALOGUE, "Business Support Officer") is None
    assert outside_of(CATALOGUE, "Social Worker") is None


@given(alias_and_key=st.sampled_from(ALIASES), before=NOISE, after=NOISE, loud=st.booleans())
def test_case_and_spaces_never_matter(
    alias_and_key: tuple[str, str], before: str, after: str, loud: bool
) -> None:
    alias, key = alias_and_key
    written = alias.upper() if loud else alias.lower()
    place = place_of(CATALOGUE, f"{before}{written.replace(' ', '  ')}{after}")
    assert place is not None
    assert place.key == key


@given(st.text(max_size=80))
def test_any_text_can_be_read_as_a_title(text: str) -> None:
    assert len(list(readings(text))) == 5
    assert place_of(CATALOGUE, text) is None or outside_of(CATALOGUE, text) is None


def test_titles_are_gathered_by_place_and_strangers_left_out() -> None:
    gathered = titles_at(CATALOGUE, ["NQSW", "Social Worker", "social worker", "Astronaut"])
    assert gathered == {
        "newly-qualified-social-worker": ("NQSW",),
        "social-worker": ("Social Worker", "social worker"),
    }
