"""Somebody's card: what everybody sees of it, and what only a few."""

from collections.abc import Callable
from datetime import date

import pytest

from portal.people.models import Person
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_post

FOR_A_FEW = ("SW4711", "0815", "Posts over time", "G9", "1 September 2025")


Open = Callable[..., Browser]


@pytest.fixture
def worker(cast: Cast) -> Person:
    """A worker about whom everything is known."""
    cast.worker.registration_number, cast.worker.staff_number = "SW4711", "0815"
    a_post(
        cast.worker, job_title="Student", grade="G9",
        started_on=date(2023, 9, 1), ended_on=date(2025, 9, 1), fte="0.8",
    )  # fmt: skip
    return cast.worker


@pytest.mark.parametrize("viewer", ["nqsw", "coach", "coordinator", "principal", "panel"])
def test_colleagues_see_where_somebody_works_and_how_to_reach_them(
    viewer: str, cast: Cast, worker: Person, browser: Open
) -> None:
    seen = browser(as_=getattr(cast, viewer)).visit(f"/people/{worker.id}").text
    for words in ("Social Worker, Family Support Pod A", "Rosa Adeyemi", "Civic Centre",
                  "worker@riverside.example", "Mon, Tue, Wed, Thu, Fri"):  # fmt: skip
        assert words in seen
    assert not [words for words in FOR_A_FEW if words in seen]


@pytest.mark.parametrize("viewer", ["worker", "manager", "hr", "admin"])
def test_a_few_see_employment_too(viewer: str, cast: Cast, worker: Person, browser: Open) -> None:
    seen = browser(as_=getattr(cast, viewer)).visit(f"/people/{worker.id}").text
    assert not [words for words in FOR_A_FEW if words not in seen]


def test_what_may_be_done_is_offered_to_those_who_may(
    cast: Cast, worker: Person, browser: Open
) -> None:
    here = f"/people/{worker.id}"
    assert browser(as_=cast.hr).visit(here).follow("Correct these details").status == 200
    assert (
        browser(as_=cast.hr).visit(here).follow("Give or end roles").heading
        == "Roles of Leila Taylor"
    )
    coordinator = browser(as_=cast.coordinator).visit(here)
    assert "Correct these details" not in coordinator.text
    assert f"{here}/roles" in coordinator.html
    assert "/roles" not in browser(as_=cast.worker).visit(here).html
