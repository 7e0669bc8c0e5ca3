"""Deeds about posts, cover and acting up that meet: nothing breaks, and nothing outlasts its end."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Cover, Person, Post, RoleHeld, Unit
from portal.people.operations import act_up, arrange_cover
from portal.people.operations.leaving import leave
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY

Open = Callable[..., Browser]
DAY_BEFORE = date(2026, 12, 9)
LAST = date(2026, 12, 31)


def post_of(person: Person) -> Post:
    return db.session.query(Post).filter_by(person_id=person.id).one()


def a_vacancy(cast: Cast) -> Post:
    post = Post(organisation_id=cast.hr.organisation_id, unit_id=post_of(cast.manager).unit_id,
                job_title="Team Manager", started_on=TODAY, began_on=TODAY)  # fmt: skip
    db.session.add(post)
    db.session.flush()
    return post


def covered(post: Post, cast: Cast, by: Person, *, started_on: date = TODAY) -> Cover:
    return arrange_cover(
        post, cast.hr, person=by, started_on=started_on, ended_on=LAST, roles=["manager"]
    )


def acting(cast: Cast, by: Person, role: str, *, began: date) -> Post:
    unit = db.session.get_one(Unit, post_of(cast.worker).unit_id)
    return act_up(cast.worker, by, unit=unit, job_title="Lead", basis="acting up",
                  started_on=began, ended_on=LAST, roles=[role])  # fmt: skip


def vacancies() -> list[Post]:
    return db.session.query(Post).filter_by(person_id=None).all()


def last_days_of_cover(person: Person) -> list[date | None]:
    """The last days of the cover somebody gives, and of the roles that came with cover."""
    cover = db.session.query(Cover).filter_by(person_id=person.id).all()
    lent = db.session.query(RoleHeld).filter(RoleHeld.cover_id.is_not(None)).all()
    return [each.ended_on for each in (*cover, *lent)]


def told(person: Person) -> set[str]:
    return {one.text for one in db.session.query(Notice).filter_by(person_id=person.id)}


def written(action: str) -> int:
    return db.session.query(AuditEntry).filter_by(action=action).count()


@pytest.mark.parametrize("whose", ["nobody", "harbour_hr"])
def test_an_id_that_is_nobody_here_covers_nothing(whose: str, cast: Cast, browser: Open) -> None:
    someone = getattr(cast, whose).id if whose != "nobody" else uuid4()
    page = browser(as_=cast.hr).visit(f"/posts/{post_of(cast.manager).id}/cover")
    page.post(page.url, person=str(someone), started_on="26/11/2026", ended_on="31/12/2026")
    assert (page.status, "Choose who covers" in page.text) == (422, True)
    assert not db.session.query(Cover).count()


@pytest.mark.parametrize("deed", ["change", "correction", "ending"])
def test_hr_opens_a_page_about_a_post_they_manage_and_none_about_their_own(
    deed: str, cast: Cast, browser: Open
) -> None:
    post_of(cast.worker).manager_id = cast.hr.id
    page = browser(as_=cast.hr)
    assert page.visit(f"/posts/{post_of(cast.worker).id}/{deed}").status == 200
    assert page.visit(f"/posts/{post_of(cast.hr).id}/{deed}").status == 403


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("26/11/2026", None, "You no longer cover Team Manager, Family Support Pod A."),
        ("10/12/2026", DAY_BEFORE, "Your cover of Team Manager, Family Support Pod A now ends after"
         " Wednesday 9 December 2026."),
    ],
)  # fmt: skip
def test_who_takes_a_post_up_ends_its_cover_and_what_that_lent(
    first: str, last: date | None, said: str, cast: Cast, browser: Open
) -> None:
    vacancy = a_vacancy(cast)
    covered(vacancy, cast, cast.consultant)
    page = browser(as_=cast.hr).visit(f"/posts/{vacancy.id}/filling")
    page.submit("Save who takes it up", manager="other", manager_q="assistant@riverside.example",
                started_on=first)  # fmt: skip
    assert page.status == 200, page.text
    assert last_days_of_cover(cast.consultant) == ([last, last] if last else [])
    assert (written("people.cover_ended"), written("people.role_ended")) == (1, 1)
    assert said in told(cast.consultant)


def test_a_leaving_is_undone_although_the_vacancy_is_covered(cast: Cast, browser: Open) -> None:
    leave(cast.manager, cast.hr, last_on=TODAY, leaves_vacancies=True)
    (vacancy,) = vacancies()
    covered(vacancy, cast, cast.consultant, started_on=vacancy.started_on)
    page = browser(as_=cast.hr).visit(f"/people/{cast.manager.id}/leaving")
    assert page.submit("Undo the leaving").status == 200
    assert (vacancies(), last_days_of_cover(cast.consultant)) == ([], [])
    said = "You will not cover Team Manager, Family Support Pod A after all."
    assert said in told(cast.consultant)


@pytest.mark.parametrize("days_ago", [0, 3])
def test_acting_up_ends_with_the_cover_of_it(days_ago: int, cast: Cast, browser: Open) -> None:
    post = acting(cast, cast.hr, "manager", began=TODAY - timedelta(days=days_ago))
    covered(post, cast, cast.consultant, started_on=TODAY - timedelta(days=days_ago))
    page = browser(as_=cast.hr).visit(f"/people/acting-up/{post.id}/last-day")
    assert page.submit("End").status == 200, page.text
    yesterday = TODAY - timedelta(days=1)
    assert last_days_of_cover(cast.consultant) == ([yesterday] * 2 if days_ago else [])
    assert "You no longer cover Lead, Family Support Pod A." in told(cast.consultant)


@pytest.mark.parametrize(("begins", "deed"), [(-3, "ending"), (3, "ending"), (3, "withdrawal")])
def test_hr_ends_no_role_of_an_administrator_by_ending_its_post(
    begins: int, deed: str, cast: Cast, browser: Open
) -> None:
    post = acting(cast, cast.admin, "admin", began=TODAY + timedelta(days=begins))
    page = browser(as_=cast.hr).visit(f"/posts/{post.id}/ending")
    button = "Take it back" if deed == "withdrawal" else "End this post"
    first = f"{TODAY + timedelta(days=begins):%d/%m/%Y}"
    day = {} if deed == "withdrawal" else {"ended_on": first}
    page.submit(button, **day)
    assert (page.status, "you may not end: Administrator" in page.text) == (422, True)
    assert db.session.query(RoleHeld).filter_by(post_id=post.id).one().ended_on == LAST
    page = browser(as_=cast.admin).visit(f"/posts/{post.id}/ending")
    assert page.submit(button, **day).status == 200


@pytest.mark.parametrize("deed", ["change", "correction"])
def test_nobody_makes_themself_the_manager_of_somebody(
    cast: Cast, browser: Open, deed: str
) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{post_of(cast.nqsw).id}/{deed}")
    day = {"from_on": "26/11/2026"} if deed == "change" else {}
    page.submit("Save", manager="other", manager_q="hr@riverside.example", **day)
    assert page.status == 422
    assert "Nobody makes themself a manager" in page.text
    assert post_of(cast.nqsw).manager_id == cast.manager.id
