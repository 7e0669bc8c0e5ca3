"""Posts over time by page: taken up, changed from a day on, put right, ended, taken back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.clock import set_to
from portal.database import db
from portal.people.models import Cover, Person, Post, RoleHeld, Unit
from portal.people.operations.posts import change_post, withdraw_post
from tests.browser import Browser
from tests.cast import SINCE, Cast
from tests.factories.people import a_role

Open = Callable[..., Browser]
FEBRUARY = date(2027, 2, 1)


@pytest.fixture
def pod_c(cast: Cast) -> Unit:
    unit = Unit(organisation_id=cast.hr.organisation_id, name="Family Support Pod C", kind="team")
    db.session.add(unit)
    db.session.commit()
    return unit


def posts_of(person: Person) -> list[Post]:
    db.session.rollback()
    held = select(Post).where(Post.person_id == person.id).order_by(Post.started_on)
    return list(db.session.scalars(held.execution_options(populate_existing=True)))


def only_post(person: Person) -> Post:
    (post,) = posts_of(person)
    return post


def test_a_change_ends_the_row_and_begins_the_next(cast: Cast, pod_c: Unit, browser: Open) -> None:
    post = only_post(cast.worker)
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/posts").follow("Change from")
    page.submit("Save the change", from_on="1/2/2027", unit=str(pod_c.id), fte="60%")
    before, after = posts_of(cast.worker)
    assert (before.id, before.started_on, before.ended_on) == (post.id, SINCE, date(2027, 1, 31))
    assert (after.started_on, after.began_on, after.unit_id) == (FEBRUARY, SINCE, pod_c.id)
    assert (before.fte, after.fte, after.ended_on) == (1, Decimal("0.6"), None)
    assert (
        "From 1 February 2027: Family Support Pod C, before that Family Support Pod A; "
        "60% of full time, before that full time." in page.text
    )
    entry = db.session.query(AuditEntry).filter_by(action="people.post_changed").one()
    assert entry.particulars["fields"] == ["unit", "fte"]


def test_time_in_the_job_goes_on_through_a_change(cast: Cast, pod_c: Unit, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="2/11/2026", unit=str(pod_c.id))
    assert "1 January 2024" in browser(as_=cast.worker).visit("/pathway").text
    assert "1 January 2024" in browser(as_=cast.worker).visit("/").text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"from_on": "1/1/2024"}, "This began on 1 January 2024. For a change choose a later day, "
                                  "or correct it instead"),
        ({"from_on": "1/2/2027"}, "Everything below is as it was"),
        ({"from_on": ""}, "Write the first day on which it is so"),
        ({"from_on": "31/2/2027"}, "That date does not exist"),
        ({"from_on": "1/2/2077", "fte": "0.5"}, "more than 5 years ahead"),
        ({"from_on": "1/2/2027", "fte": "7"}, "is more than full time"),
        ({"from_on": "1/2/2027", "job_title": ""}, "Write the job title"),
        ({"from_on": "1/2/2027", "unit": "other", "unit_q": ""}, "Write the name of the unit"),
        ({"from_on": "1/2/2027", "unit": "other", "unit_q": "zzz"}, "No open unit is called “zzz”"),
        ({"from_on": "1/2/2027", "manager": "other", "manager_q": "zzz"}, "Nobody who works here"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_the_field_and_the_words_stay(
    answers: dict[str, str], sentence: str, cast: Cast, pod_c: Unit, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.post(page.url, **(_as_it_is(cast, only_post(cast.worker)) | answers))
    assert page.status == 422
    assert sentence in page.text
    for name in ("from_on", "fte"):
        assert not answers.get(name) or f'value="{answers[name]}"' in page.html
    assert only_post(cast.worker).ended_on is None


def _as_it_is(cast: Cast, post: Post) -> dict[str, str]:
    return {"version": str(post.version), "job_title": post.job_title, "unit": str(post.unit_id), "fte": "1",
            "manager": str(cast.manager.id), "contract": "permanent"}  # fmt: skip


def test_the_second_of_two_is_told_and_keeps_their_words(cast: Cast, browser: Open) -> None:
    path = f"/posts/{only_post(cast.worker).id}/correction"
    first, second = browser(as_=cast.hr).visit(path), browser(as_=cast.admin).visit(path)
    first.submit("Save the correction", grade="G9")
    second.submit("Save the correction", grade="G10", job_title="<b>Worker</b>")
    assert second.status == 409
    assert "Somebody else changed this meanwhile" in second.text
    assert 'value="&lt;b&gt;Worker&lt;/b&gt;"' in second.html
    assert only_post(cast.worker).grade == "G9"


def test_a_correction_replaces_in_place(cast: Cast, browser: Open) -> None:
    post = only_post(cast.worker)
    page = browser(as_=cast.hr).visit(f"/posts/{post.id}/correction")
    page.submit("Save the correction", grade="G9", started_on="1/9/2023", hours="22.2")
    now = only_post(cast.worker)
    assert (now.id, now.grade, now.hours) == (post.id, "G9", Decimal("22.2"))
    assert (now.started_on, now.began_on) == (date(2023, 9, 1), date(2023, 9, 1))
    entry = db.session.query(AuditEntry).filter_by(action="people.post_corrected").one()
    assert entry.particulars == {"fields": ["grade", "hours", "started_on"]}


def test_correcting_the_day_of_a_change_moves_the_end_of_what_was_before(
    cast: Cast, pod_c: Unit, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="1/2/2027", unit=str(pod_c.id))
    page.visit(f"/posts/{posts_of(cast.worker)[1].id}/correction")
    page.submit("Save the correction", started_on="15/1/2027")
    before, after = posts_of(cast.worker)
    assert (before.ended_on, after.started_on) == (date(2027, 1, 14), date(2027, 1, 15))
    page.visit(f"/posts/{after.id}/correction").submit("Save the correction", started_on="1/1/2020")
    assert "The row before it began on 1 January 2024" in page.text
    page.visit(f"/posts/{before.id}/correction").submit("Save the correction", ended_on="1/1/2026")
    assert "It goes on otherwise from 15 January 2027" in page.text


def test_two_posts_at_once_are_usual_and_the_same_twice_is_not(
    cast: Cast, pod_c: Unit, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/posts/new")
    page.submit("Add this post", job_title="social  WORKER", started_on="1/12/2026",
                unit=str(posts_of(cast.worker)[0].unit_id))  # fmt: skip
    assert page.status == 422
    assert "There is such a post in this unit from 1 January 2024" in page.text
    page.submit("Add this post", job_title="Practice Educator", unit=str(pod_c.id))
    assert page.status == 200
    assert [post.job_title for post in posts_of(cast.worker)] == [
        "Social Worker", "Practice Educator"
    ]  # fmt: skip


def test_a_double_click_adds_one_post(cast: Cast, pod_c: Unit, browser: Open) -> None:
    path = f"/people/{cast.worker.id}/posts/new"
    page = browser(as_=cast.hr).visit(path)
    sent = {"form_key": "0" * 32, "job_title": "Adviser", "started_on": "1/12/2026",
            "unit": str(pod_c.id), "manager": ""}  # fmt: skip
    for _ in range(2):
        page.post(path, **sent)
    assert len(posts_of(cast.worker)) == 2


def test_an_ended_post_may_leave_a_vacancy_that_somebody_takes_up(
    cast: Cast, browser: Open
) -> None:
    post = only_post(cast.worker)
    page = browser(as_=cast.hr).visit(f"/posts/{post.id}/ending")
    page.submit("End this post", ended_on="31/12/2026", leaves_vacancy="y")
    vacancy = db.session.query(Post).filter_by(person_id=None).one()
    assert (vacancy.started_on, vacancy.job_title) == (date(2027, 1, 1), "Social Worker")
    page.visit(f"/units/{vacancy.unit_id}?on=2027-01-15")
    assert "1 post stood vacant" in page.text
    page.visit(f"/posts/{vacancy.id}/filling")
    page.submit("Save who takes it up", manager_q="coach@riverside.example", started_on="1/3/2027")
    assert page.status == 200
    taken = posts_of(cast.coach)[1]
    assert (taken.started_on, taken.unit_id) == (date(2027, 3, 1), vacancy.unit_id)
    db.session.expire_all()
    assert vacancy.ended_on == date(2027, 2, 28)


def test_a_role_that_came_with_a_post_ends_with_it_and_goes_on_through_a_change(
    cast: Cast, pod_c: Unit
) -> None:
    post = only_post(cast.worker)
    role = a_role(cast.worker, "panel", post_id=post.id, ended_on=date(2027, 6, 30))
    cover = Cover(organisation_id=post.organisation_id, person_id=cast.coach.id, post_id=post.id,
                  started_on=date(2026, 11, 1), ended_on=date(2027, 3, 1))  # fmt: skip
    db.session.add(cover)
    db.session.flush()
    terms = {name: getattr(post, name) for name in
             ("job_title", "grade", "fte", "hours", "contract", "manager_id")}  # fmt: skip
    after = change_post(post, cast.hr, from_on=FEBRUARY, unit_id=pod_c.id, **terms)
    db.session.expire_all()
    assert (role.post_id, cover.post_id) == (after.id, after.id)
    withdraw_post(after, cast.hr)
    db.session.expire_all()
    assert (role.post_id, cover.post_id, post.ended_on) == (post.id, post.id, None)
    assert db.session.query(RoleHeld).filter_by(post_id=post.id).one().ended_on == date(2027, 6, 30)


def test_what_has_not_begun_is_taken_back(cast: Cast, pod_c: Unit, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="1/2/2027", unit=str(pod_c.id))
    page.follow("Take back or end").submit("Take it back")
    assert only_post(cast.worker).ended_on is None
    page.post(f"/posts/{only_post(cast.worker).id}/withdrawal")
    assert (page.status, "This has begun" in page.text) == (422, True)


def test_a_post_cannot_stand_in_a_unit_beyond_its_last_day(
    cast: Cast, pod_c: Unit, browser: Open
) -> None:
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/posts/new")
    pod_c.closed_on = date(2027, 3, 31)
    page.submit("Add this post", job_title="Adviser", started_on="1/12/2026", unit=str(pod_c.id))
    assert "Family Support Pod C closes on 31 March 2027. Choose another unit" in page.text
    page.submit("Add this post", ended_on="31/3/2027")
    assert page.status == 200


@pytest.mark.parametrize(
    ("who", "sees"),
    [("worker", True), ("manager", True), ("hr", True), ("admin", True),
     ("coach", False), ("coordinator", False), ("panel", False), ("principal", False)],
)  # fmt: skip
def test_posts_over_time_are_for_the_few(who: str, sees: bool, cast: Cast, browser: Open) -> None:
    page = browser(as_=getattr(cast, who)).visit(f"/people/{cast.worker.id}/posts")
    assert page.status == (200 if sees else 403)
    if who in ("worker", "manager"):
        assert "Change from a day on" not in page.text


def test_yesterdays_manager_sees_them_no_more(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    page.submit("Save the change", from_on="26/11/2026", manager="")
    rosa = browser(as_=cast.manager)
    assert rosa.visit(f"/people/{cast.worker.id}/posts").status == 403
    with set_to(day=date(2026, 11, 25)):
        assert rosa.visit(f"/people/{cast.worker.id}/posts").status == 200


def test_a_change_costs_no_more_than_a_saved_form_may(
    cast: Cast, pod_c: Unit, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.hr).visit(f"/posts/{only_post(cast.worker).id}/change")
    answers = _as_it_is(cast, only_post(cast.worker)) | {
        "from_on": "1/2/2027",
        "unit": str(pod_c.id),
    }
    data = {"csrf_token": page.token(), **answers}
    statements.clear()
    page.send("post", page.url, data=data)
    sent = list(statements)
    assert len(posts_of(cast.worker)) == 2
    more = 3 if db.engine.dialect.name == "postgresql" else 0  # the lock, and who asks once more
    assert len(sent) <= 14 + more, "\n".join(sent)


def test_nobody_is_in_two_full_time_posts_at_once_and_what_was_typed_stays(
    cast: Cast, pod_c: Unit, browser: Open
) -> None:
    only_post(cast.worker).fte = Decimal("0.6")
    db.session.commit()
    page = browser(as_=cast.hr).visit(f"/people/{cast.worker.id}/posts/new")
    page.submit("Add this post", job_title="Practice Educator", started_on="1/12/2026",
                unit=str(pod_c.id), fte="1")  # fmt: skip
    assert page.status == 422
    assert "With their other posts that is more than full time" in page.text
    assert page.by_id("job_title").get("value") == "Practice Educator"
    page.submit("Add this post", fte="0.4")
    assert [post.fte for post in posts_of(cast.worker)] == [Decimal("0.6"), Decimal("0.4")]
