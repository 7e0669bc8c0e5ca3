"""Teams talk about a published review: their managers are asked, and one press says that they did."""

from collections.abc import Callable
from datetime import date

from portal.audit.models import AuditEntry
from portal.database import db
from portal.learning import operations
from portal.learning.models import TeamBriefing
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.learning import a_review

Open = Callable[..., Browser]


def test_whoever_manages_in_a_team_is_asked_once_there_is_a_briefing(cast: Cast) -> None:
    review = a_review(cast.principal)
    asked = {each.person_id for each in db.session.query(Notice)}
    assert cast.manager.id in asked
    assert cast.worker.id not in asked
    number = db.session.query(Notice).count()
    told = {name: getattr(review, name) for name in ("title", "published_by", "published_on",
            "address", "summary", "means_here")}  # fmt: skip
    operations.keep_review(cast.principal, review, **told, briefing="Whom else do we forget?")
    assert db.session.query(Notice).count() == number


def test_a_manager_says_in_one_press_that_the_team_talked_about_it(
    cast: Cast, browser: Open
) -> None:
    review = a_review(cast.principal)
    db.session.commit()
    manager = browser(as_=cast.manager).visit(f"/learning-from-reviews/{review.id}")
    assert "Has not talked about it yet" in manager.text
    manager.follow("My team was briefed")
    manager.submit("My team was briefed")
    assert "talked about it on Thursday 26 November 2026" in manager.text
    assert db.session.query(TeamBriefing).one().briefed_by_id == cast.manager.id
    asked = db.session.query(Notice).filter_by(person_id=cast.manager.id).one()
    assert asked.read_at is not None
    assert ("learning.team_briefed",) in db.session.query(AuditEntry.action).all()
    hr = browser(as_=cast.hr).visit(f"/learning-from-reviews/{review.id}").follow("Which teams")
    assert "1 of " in hr.text
    assert cast.manager.name in hr.text


def test_a_day_to_come_or_before_it_was_published_is_refused_and_kept(
    cast: Cast, browser: Open
) -> None:
    review = a_review(cast.principal)
    page = browser(as_=cast.worker).visit(f"/learning-from-reviews/{review.id}/briefings/new")
    page.submit("My team was briefed", briefed_on="1/1/2027")
    assert page.status == 422
    assert "This day is to come" in page.text
    page.submit("My team was briefed", briefed_on="1/1/2026")
    assert "It was published on 4 May 2026" in page.text
    assert "1/1/2026" in page.html


def test_a_second_saying_corrects_the_day(cast: Cast, browser: Open) -> None:
    review = a_review(cast.principal)
    page = browser(as_=cast.worker)
    for day in ("24/11/2026", "25/11/2026"):
        page.visit(f"/learning-from-reviews/{review.id}/briefings/new")
        page.submit("My team was briefed", briefed_on=day)
    assert db.session.query(TeamBriefing).one().briefed_on == date(2026, 11, 25)


def test_nobody_speaks_for_a_team_that_is_not_theirs(cast: Cast, browser: Open) -> None:
    review = a_review(cast.principal)
    page = browser(as_=cast.worker).visit(f"/learning-from-reviews/{review.id}/briefings/new")
    other = cast.hr.organisation_id
    page.submit("My team was briefed", unit=str(other))
    assert page.status == 422
    assert db.session.query(TeamBriefing).count() == 0
    assert page.visit(f"/learning-from-reviews/{review.id}/briefings").status == 403
