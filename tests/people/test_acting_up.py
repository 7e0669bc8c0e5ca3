"""Acting up and secondments: a second post with its roles, and a return by itself."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from portal import clock
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Person, Post, RoleHeld, Unit
from portal.people.operations import NotPossibleError, act_up, change_acting_up, end_acting_up
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import NOW, TODAY
from tests.factories.people import a_role

Open = Callable[..., Browser]
LAST = date(2027, 1, 31)


def unit_of(person: Person) -> Unit:
    return db.session.query(Unit).filter_by(organisation_id=person.organisation_id).one()


def acting(cast: Cast, **facts: object) -> Post:
    """Leila acts up as team manager until the end of January."""
    given = {"unit": unit_of(cast.worker), "job_title": "Team Manager", "basis": "acting up",
             "started_on": TODAY, "ended_on": LAST, "roles": ["manager"]} | facts  # fmt: skip
    return act_up(cast.worker, cast.hr, **given)  # type: ignore[arg-type]


def titles_on(person: Person, day: date) -> set[str]:
    posts = db.session.query(Post).filter_by(person_id=person.id)
    return {post.job_title for post in posts if post.covers(day)}


def test_hr_lets_somebody_act_up_and_they_are_told(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}").follow("Acting up or secondment")
    assert "keeps their own post" in page.text
    page.submit("Save", basis="acting up", job_title=" Team  Manager ", ended_on="31/1/2027",
                unit=str(unit_of(cast.worker).id), roles=["manager"])  # fmt: skip
    assert page.status == 200, page.text
    assert "Leila Taylor returns by themself after Sunday 31 January 2027" in page.text
    assert "Acting up as Team Manager, Family Support Pod A, until 31 January 2027" in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.worker.id).one().text
    assert "Then you return to your own post." in told
    post = db.session.query(Post).filter_by(person_id=cast.worker.id, basis="acting up").one()
    held = db.session.query(RoleHeld).filter_by(post_id=post.id).one()
    assert (held.role, held.started_on, held.ended_on) == ("manager", TODAY, LAST)


def test_the_own_post_stays_and_the_other_ends_by_itself(cast: Cast, browser: Open) -> None:
    acting(cast)
    assert titles_on(cast.worker, LAST) == {"Social Worker", "Team Manager"}
    assert titles_on(cast.worker, LAST + timedelta(days=1)) == {"Social Worker"}
    leila = browser(as_=cast.worker)
    for offset, status in ((0, 200), (66, 200), (67, 403)):
        with clock.set_to(day=TODAY + timedelta(days=offset), moment=NOW):
            assert leila.visit("/inductions").status == status, offset


def test_it_is_extended_and_shortened_together_with_its_roles(cast: Cast, browser: Open) -> None:
    post = acting(cast)
    page = browser(as_=cast.hr).visit(f"/people/acting-up/{post.id}/last-day")
    page.submit("Save the last day", ended_on="31/3/2027")
    assert page.status == 200, page.text
    db.session.expire_all()
    held = db.session.query(RoleHeld).filter_by(post_id=post.id).one()
    assert post.ended_on == held.ended_on == date(2027, 3, 31)
    assert change_acting_up(post, cast.hr, ended_on=date(2026, 12, 24))
    assert post.ended_on == held.ended_on == date(2026, 12, 24)


def test_a_role_that_was_ended_before_stays_ended_when_it_is_extended(cast: Cast) -> None:
    post = acting(cast, roles=["manager", "panel"])
    panel = db.session.query(RoleHeld).filter_by(post_id=post.id, role="panel").one()
    panel.ended_on = TODAY + timedelta(days=2)
    change_acting_up(post, cast.hr, ended_on=date(2027, 3, 31))
    assert panel.ended_on == TODAY + timedelta(days=2)


def test_it_ends_at_once_with_its_roles(cast: Cast, browser: Open) -> None:
    post = acting(cast, started_on=TODAY - timedelta(days=9))
    leila = browser(as_=cast.worker)
    assert leila.visit("/inductions").status == 200
    page = browser(as_=cast.hr).visit(f"/people/acting-up/{post.id}/last-day")
    page.submit("End it now")
    assert "Leila Taylor has returned to their own post." in page.text
    assert leila.visit("/inductions").status == 403
    db.session.expire_all()
    assert post.ended_on == TODAY - timedelta(days=1)


def test_what_has_not_begun_is_taken_back(cast: Cast) -> None:
    end_acting_up(acting(cast, started_on=TODAY + timedelta(days=5)), cast.hr)
    assert titles_on(cast.worker, TODAY + timedelta(days=6)) == {"Social Worker"}
    assert (
        not db.session.query(RoleHeld).filter_by(person_id=cast.worker.id, role="manager").count()
    )


def test_a_role_that_is_held_already_is_said_and_nothing_is_saved(
    cast: Cast, browser: Open
) -> None:
    a_role(cast.worker, "manager", started_on=date(2027, 1, 1), ended_on=date(2027, 6, 30))
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/acting-up")
    page.submit("Save", job_title="Team Manager", ended_on="31/1/2027",
                unit=str(unit_of(cast.worker).id), roles=["manager"])  # fmt: skip
    assert page.status == 422
    assert "Leila Taylor holds the role Team manager on some of these days already" in page.text
    assert titles_on(cast.worker, TODAY) == {"Social Worker"}


def test_somebody_who_leaves_before_the_end_cannot(cast: Cast) -> None:
    cast.worker.left_on = date(2026, 12, 31)
    with pytest.raises(NotPossibleError, match="leaves on 31 December 2026"):
        acting(cast)


@pytest.mark.parametrize("who", ["hr", "admin"])
def test_nobody_arranges_their_own(who: str, cast: Cast, browser: Open) -> None:
    person = getattr(cast, who)
    assert browser(as_=person).visit(f"/people/{person.id}/acting-up").status == 403


def test_hr_gives_no_administrators_role_with_a_post(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/acting-up")
    page.post(f"/people/{cast.worker.id}/acting-up", job_title="Chief", basis="acting up",
              started_on="26/11/2026", ended_on="31/1/2027", roles="admin",
              unit=str(unit_of(cast.worker).id))  # fmt: skip
    assert page.status == 422
    assert not db.session.query(RoleHeld).filter_by(person_id=cast.worker.id, role="admin").count()


def test_an_ordinary_post_is_not_ended_here(cast: Cast, browser: Open) -> None:
    own = db.session.query(Post).filter_by(person_id=cast.worker.id).one()
    assert browser(as_=cast.hr).visit(f"/people/acting-up/{own.id}/last-day").status == 403


@pytest.mark.parametrize(
    ("page", "button", "day"),
    [("correction", "Save the correction", "15/1/2027"), ("ending", "End this post", "1/6/2027")],
)
def test_its_last_day_is_not_moved_on_the_pages_of_posts(
    page: str, button: str, day: str, cast: Cast, browser: Open
) -> None:
    """It would part from its roles there, and one's own could be made longer."""
    post = acting(cast)
    db.session.commit()
    visitor = browser(as_=cast.hr).visit(f"/posts/{post.id}/{page}")
    visitor.submit(button, ended_on=day)
    assert visitor.status == 422
    assert "This is acting up. Change its last day from the page about" in visitor.text
    db.session.rollback()
    assert db.session.get_one(Post, post.id).ended_on == LAST


def test_it_ends_sooner_on_the_page_of_the_post_and_so_do_its_roles(
    cast: Cast, browser: Open
) -> None:
    post = acting(cast)
    db.session.commit()
    browser(as_=cast.hr).visit(f"/posts/{post.id}/ending").submit(
        "End this post", ended_on="15/1/2027"
    )
    db.session.rollback()
    held = db.session.query(RoleHeld).filter_by(post_id=post.id).one()
    assert held.ended_on == db.session.get_one(Post, post.id).ended_on == date(2027, 1, 15)


@pytest.mark.parametrize("title", ["=1+1", "\u200b\u202e", "x" * 121])
def test_the_job_acted_up_in_is_written_as_every_other(
    title: str, cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/acting-up")
    page.submit("Save", job_title=title, ended_on="31/1/2027", unit=str(unit_of(cast.worker).id))
    assert page.status == 422
    assert not db.session.query(Post).filter_by(person_id=cast.worker.id, basis="acting up").count()
