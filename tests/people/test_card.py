"""Somebody's card: what everybody sees of it, and what only a few."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask, g, render_template

from portal.people import policies, queries
from portal.people.models import Person
from tests.cast import Cast
from tests.factories.people import a_post

FOR_A_FEW = ("SW4711", "0815", "Posts over time", "G9", "1 September 2025")


@pytest.fixture
def worker(app: Flask, cast: Cast) -> Iterator[Person]:
    """A worker about whom everything is known, inside a request."""
    cast.worker.registration_number, cast.worker.staff_number = "SW4711", "0815"
    a_post(
        cast.worker, job_title="Student", grade="G9",
        started_on=date(2023, 9, 1), ended_on=date(2025, 9, 1), fte="0.8",
    )  # fmt: skip
    with app.test_request_context("/"):
        yield cast.worker


def card(viewer: Person, person: Person) -> str:
    """The card of a person as this viewer gets it."""
    g.person = viewer
    page = queries.person_page(person.id)
    return render_template(
        "people/_card.html", page=page, employment=policies.see_employment(viewer, page)
    )


@pytest.mark.parametrize("viewer", ["nqsw", "coach", "coordinator", "principal", "panel"])
def test_colleagues_see_where_somebody_works_and_how_to_reach_them(
    viewer: str, cast: Cast, worker: Person
) -> None:
    seen = card(getattr(cast, viewer), worker)
    for words in ("Social Worker, Family Support Pod A", "Rosa Adeyemi", "Civic Centre",
                  "worker@riverside.example", "Mon, Tue, Wed, Thu, Fri"):  # fmt: skip
        assert words in seen
    assert not [words for words in FOR_A_FEW if words in seen]


@pytest.mark.parametrize("viewer", ["worker", "manager", "hr", "admin"])
def test_a_few_see_employment_too(viewer: str, cast: Cast, worker: Person) -> None:
    seen = card(getattr(cast, viewer), worker)
    assert not [words for words in FOR_A_FEW if words not in seen]


def test_what_may_be_done_is_offered_to_those_who_may(cast: Cast, worker: Person) -> None:
    assert "Correct these details" in card(cast.hr, worker)
    coordinator = card(cast.coordinator, worker)
    assert "Correct these details" not in coordinator
    assert f"/people/{worker.id}/roles" in coordinator
    assert "/roles" not in card(cast.worker, worker)
