"""Hours change within a year: seen where the post differs, proposed, agreed, and taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from portal import clock
from portal.database import db
from portal.induction import contracted, operations, queries
from portal.induction.entry import NotPossibleError
from portal.induction.models import Induction, InductionChange
from portal.induction.moving import UNMOVED, Moves, hours_of
from portal.people.models import Person, Post
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.induction import START, an_induction, item_of

Open = Callable[..., Browser]
HALF, FULL = Decimal("0.5"), Decimal(1)
FROM = date(2026, 12, 28)
HOURS = {"kind": "hours", "reason": "hours", "started_on": FROM, "fte": HALF}


@pytest.fixture
def year(cast: Cast) -> Induction:
    made = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.commit()
    return made


def calendar_of(year: Induction) -> dict[str, Any]:
    dates: dict[str, Any] = {item.code: item.due_on for item in queries.items_of(year)}
    return dates | {"end": year.planned_end_on, "next": year.next_on}


def agreed(cast: Cast, year: Induction, **given: Any) -> InductionChange:
    change = operations.propose_change(cast.nqsw, year, **(HOURS | given))
    for person in (cast.assessor, cast.manager, cast.coordinator):
        operations.agree_to_change(person, change)
    return change


def test_the_rest_of_the_year_follows_once_all_four_agreed(cast: Cast, year: Induction) -> None:
    before = calendar_of(year)
    change = operations.propose_change(cast.nqsw, year, **HOURS)
    assert calendar_of(year) == before
    for person in (cast.assessor, cast.manager, cast.coordinator):
        operations.agree_to_change(person, change)
    assert change.settled_on == clock.today()
    assert year.planned_end_on == date(2027, 12, 28)
    assert item_of(year, "observation-2").due_on == before["observation-2"]
    with clock.set_to(day=FROM):
        assert year.fte_today == HALF
        assert year.week_of(FROM).words == "Week 27 of 78"


def test_taken_back_the_calendar_is_as_it_was(cast: Cast, year: Induction) -> None:
    before = calendar_of(year)
    change = agreed(cast, year)
    operations.withdraw_change(cast.coordinator, change)
    assert calendar_of(year) == before
    assert year.hours == []


def test_a_pause_beside_other_hours_keeps_them(cast: Cast, year: Induction) -> None:
    agreed(cast, year)
    pause = {"kind": "pause", "reason": "sickness", "fte": None,
             "started_on": date(2026, 12, 7), "ended_on": date(2026, 12, 20)}  # fmt: skip
    paused = agreed(cast, year, **pause)
    assert year.planned_end_on == date(2028, 1, 25)  # 14 days of the half before, twice as long
    operations.withdraw_change(cast.coordinator, paused)
    assert year.planned_end_on == date(2027, 12, 28)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"started_on": date(2026, 6, 1)}, "starts on 29 June 2026. Choose that day or a later"),
        ({"started_on": date(2028, 6, 1)}, "Choose that day or an earlier"),
        ({"fte": FULL}, "reckons with full time on that day already"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_a_sentence(
    given: dict[str, Any], words: str, cast: Cast, year: Induction
) -> None:
    with pytest.raises(NotPossibleError, match=words):
        operations.propose_change(cast.nqsw, year, **(HOURS | given))


def a_post(started_on: date, fte: Decimal | None, **given: Any) -> Any:
    ends = given.get("ended_on")
    return SimpleNamespace(started_on=started_on, fte=fte, basis=given.get("basis", ""),
                           covers=lambda day: started_on <= day and (not ends or day <= ends))  # fmt: skip


@pytest.mark.parametrize(
    ("posts", "moves", "since"),
    [
        ([a_post(START, FULL)], UNMOVED, None),
        ([a_post(START, None)], UNMOVED, None),
        ([a_post(START, HALF)], UNMOVED, START),
        ([a_post(date(2020, 1, 1), HALF)], UNMOVED, START),
        ([a_post(START, FULL), a_post(START, HALF, basis="acting up")], UNMOVED, None),
        ([a_post(START, HALF), a_post(START, HALF)], UNMOVED, None),
        ([a_post(START, FULL, ended_on=date(2026, 10, 31)), a_post(date(2026, 11, 1), HALF)],
         UNMOVED, date(2026, 11, 1)),
        ([a_post(START, FULL, ended_on=date(2027, 1, 3)), a_post(date(2027, 1, 4), HALF)],
         UNMOVED, date(2027, 1, 4)),
        ([a_post(START, HALF)], Moves(hours=hours_of(FULL, [(START, HALF, START)])), None),
    ],
)  # fmt: skip
def test_a_difference_is_seen_from_its_day_on(posts: Any, moves: Moves, since: Any) -> None:
    found = contracted.difference(
        posts, started_on=START, last_on=date(2027, 6, 28), fte=FULL, moves=moves,
        today=date(2026, 11, 26),
    )  # fmt: skip
    assert (found.since if found else None) == since


def now_half(person: Person, since: date) -> None:
    """The staff list says: from that day on half the hours, in the same post."""
    post = db.session.query(Post).filter_by(person_id=person.id, ended_on=None).one()
    post.fte = FULL
    post.ended_on = since - timedelta(days=1)
    db.session.add(
        Post(
            organisation_id=post.organisation_id, person_id=person.id, unit_id=post.unit_id,
            job_title=post.job_title, manager_id=post.manager_id, started_on=since, fte=HALF,
        )
    )  # fmt: skip
    db.session.commit()


def test_the_coordinator_sees_that_a_post_changed_and_nothing_moves_before_four_agree(
    browser: Open, cast: Cast, year: Induction
) -> None:
    before = calendar_of(year)
    now_half(cast.nqsw, date(2026, 11, 2))
    said = "The post has 0.5 of full time since 2 November 2026"
    page = browser(as_=cast.coordinator).visit("/inductions")
    assert said in page.text
    assert said not in browser(as_=cast.assessor).visit("/inductions").text
    assert calendar_of(year) == before
    page.visit(f"/inductions/{year.id}/calendar")
    assert said in page.text
    page.follow("Look at the new dates")
    assert 'value="0.5"' in page.html
    page.submit("Show the new calendar")
    assert "Nothing is proposed yet" in page.text
    page.submit("Propose this change")
    assert "1 of 4 have agreed" in page.text
    for person in (cast.nqsw, cast.assessor, cast.manager):
        browser(as_=person).visit(page.url).submit("I agree")
    page.visit(f"/inductions/{year.id}/calendar")
    assert said not in page.text
    assert "0.5 of full time from Monday 2 November 2026 on" in page.text


def test_a_share_that_is_none_is_refused_beside_its_box(
    browser: Open, cast: Cast, year: Induction
) -> None:
    page = browser(as_=cast.manager).visit(f"/inductions/{year.id}/changes/new?kind=hours")
    page.submit("Show the new calendar", started_on="28/12/2026", fte="half a day")
    assert page.status == 422
    assert "is not a share of full time" in page.text
    assert "half a day" in page.html
