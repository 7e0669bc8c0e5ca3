"""Deeds about posts, cover and acting up that meet: nothing breaks, and nothing outlasts its end."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from portal.database import db
from portal.people.models import Cover, Person, Post
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]


def post_of(person: Person) -> Post:
    return db.session.query(Post).filter_by(person_id=person.id).one()


@pytest.mark.parametrize("whose", ["nobody", "harbour_hr"])
def test_an_id_that_is_nobody_here_covers_nothing(whose: str, cast: Cast, browser: Open) -> None:
    someone = getattr(cast, whose).id if whose != "nobody" else uuid4()
    page = browser(as_=cast.hr).visit(f"/posts/{post_of(cast.manager).id}/cover")
    page.post(page.url, person=str(someone), started_on="26/11/2026", ended_on="31/12/2026")
    assert (page.status, "Choose who covers" in page.text) == (422, True)
    assert not db.session.query(Cover).count()


@pytest.mark.parametrize("deed", ["change", "correction", "ending"])
@pytest.mark.parametrize("whose", ["hr", "worker"])
def test_hr_opens_a_page_about_a_post_they_hold_or_manage(
    deed: str, whose: str, cast: Cast, browser: Open
) -> None:
    post_of(cast.worker).manager_id = cast.hr.id
    page = browser(as_=cast.hr).visit(f"/posts/{post_of(getattr(cast, whose)).id}/{deed}")
    assert page.status == 200
