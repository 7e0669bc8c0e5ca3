"""Choosing a manager among very many, without a script: by number, address, or name."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from portal.database import db
from portal.people.models import Person, Post
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_post

Open = Callable[..., Browser]


def posts_of(person: Person) -> list[Post]:
    db.session.rollback()
    held = select(Post).where(Post.person_id == person.id).order_by(Post.started_on)
    return list(db.session.scalars(held.execution_options(populate_existing=True)))


def only_post(person: Person) -> Post:
    (post,) = posts_of(person)
    return post


def _as_it_is(cast: Cast, post: Post) -> dict[str, str]:
    return {"version": str(post.version), "job_title": post.job_title, "unit": str(post.unit_id),
            "fte": "1", "manager": str(cast.manager.id), "contract": "permanent"}  # fmt: skip


@pytest.mark.parametrize("typed", ["coach@riverside.example", "COACH@riverside.example", "STAFF-1"])
def test_a_manager_is_taken_by_number_or_address_at_once(
    typed: str, cast: Cast, browser: Open, commit: Callable[[], None]
) -> None:
    cast.coach.staff_number = "STAFF-1"
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="1/2/2027", manager="other", manager_q=typed)
    assert page.status == 200
    assert posts_of(cast.worker)[1].manager_id == cast.coach.id


def test_a_manager_found_by_name_is_shown_before_they_are_chosen(cast: Cast, browser: Open) -> None:
    for given in ("Rosa", "Rosalind"):
        a_person(cast.hr, given=given, family="Silva")
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="1/2/2027", manager="other", manager_q="rosa silva")
    assert page.status == 422
    assert "Choose which person you mean by “rosa silva”" in page.text
    rosalind = db.session.query(Person).filter_by(given_names="Rosalind").one()
    page.submit("Save the change", manager=str(rosalind.id))
    assert posts_of(cast.worker)[1].manager_id == rosalind.id


def test_nobody_elsewhere_can_be_chosen_by_their_id(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    answers = _as_it_is(cast, only_post(cast.worker)) | {"from_on": "1/2/2027"}
    page.post(page.url, **(answers | {"manager": str(cast.harbour_hr.id)}))
    assert (page.status, "Choose the person" in page.text) == (422, True)
    elsewhere = only_post(cast.harbour_hr).unit_id
    page.post(page.url, **(answers | {"unit": str(elsewhere)}))
    assert (page.status, "Choose the unit" in page.text) == (422, True)


def test_nobody_comes_to_be_their_own_manager_however_far_up(cast: Cast, browser: Open) -> None:
    """Leila reports to Rosa; if Rosa came to report to somebody under Leila, it were a circle."""
    under = a_person(cast.hr, given="Uma")
    a_post(under, manager_id=cast.worker.id)
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.manager).id}/change")
    page.submit("Save the change", from_on="1/2/2027", manager="other", manager_q="uma")
    page.submit("Save the change", manager=str(under.id))
    assert page.status == 422
    assert "They report to this person themself, directly or through others" in page.text
    page.submit("Save the change", manager="other", manager_q="manager@riverside.example")
    assert "Nobody is their own manager" in page.text


def test_a_circle_that_is_there_already_does_not_hang(cast: Cast, browser: Open) -> None:
    one, other = a_person(cast.hr, given="One"), a_person(cast.hr, given="Other")
    a_post(one, manager_id=other.id)
    a_post(other, manager_id=one.id)
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="1/2/2027", manager="other", manager_q="one")
    assert page.submit("Save the change", manager=str(one.id)).status == 200
