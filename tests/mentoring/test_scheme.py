"""How the scheme stands, for the coordinator alone: facts, and never a note or a topic."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from portal.database import db
from portal.mentoring import operations, rhythm, scheme
from portal.mentoring.models import Session
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_noted_session, a_pairing, a_pause, a_session
from tests.mentoring.test_pages import crowd

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
MARKER = "marmalade-and-thunder"


class A:
    """A pair with nothing but its rhythm."""

    def __init__(self, **known: object) -> None:
        self.quiet = rhythm.Pair(**known)  # type: ignore[arg-type]


MET = A(since_on=TODAY)
LATE = A(since_on=date(2026, 10, 1), told_on=date(2026, 10, 30))
TOLD = A(since_on=date(2026, 9, 1), told_on=date(2026, 10, 1), coordinator_told_on=TODAY)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([], "Nobody is paired yet."),
        ([MET], "The one pair met within their rhythm. Nothing needs you here."),
        ([MET, MET, MET], "All 3 pairs met within their rhythm. Nothing needs you here."),
        ([MET, LATE], "1 of 2 pairs met within their rhythm. None has been quiet for longer"),
        ([MET, TOLD], "1 of 2 pairs met within their rhythm. One pair has been quiet for longer"),
    ],
    ids=["nobody", "one", "all", "late", "told"],
)
def test_the_first_sentence_says_where_the_scheme_stands(pairs: list[A], said: str) -> None:
    assert scheme.stands(pairs, TODAY).lead.startswith(said)


def test_months_are_counted_back_over_the_year_end() -> None:
    months = scheme.months_up_to(date(2026, 2, 14), 3)
    assert months == [date(2026, 2, 1), date(2026, 1, 1), date(2025, 12, 1)]
    rows = [(date(2026, 1, 31), "coaching", 2, 90), (date(2025, 11, 30), "coaching", 1, 45)]
    gathered = scheme.by_month(months, rows)
    assert [month.minutes["coaching"] for month in gathered] == [0, 90, 0]
    assert scheme.totals(gathered) == {"coaching": 90}


def test_the_coordinator_sees_quiet_pairs_after_the_gap_and_not_before(
    cast: Cast, browser: Open
) -> None:
    quiet = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(quiet, held_on=date(2026, 9, 1))
    a_session(a_pairing(coach=cast.coach, supported=cast.worker, kind="mentoring"))
    operations.tell_quiet_pairs(cast.coach.organisation_id)
    page = browser(as_=cast.coordinator).visit("/scheme")
    assert "1 of 2 pairs met within their rhythm. None has been quiet" in page.text
    assert "Amira Khan" not in page.text
    (spell,) = db.session.query(operations.rhythms.QuietSpell)
    spell.told_on, spell.coordinator_told_on = date(2026, 10, 1), date(2026, 11, 1)
    db.session.commit()
    page.visit("/scheme")
    assert "One pair has been quiet for longer than agreed." in page.text
    assert page.follow("Amira Khan").url == f"/pairings/{quiet.id}"
    a_pause(quiet, started_on=TODAY, ended_on=None)
    db.session.commit()
    page.visit("/scheme")
    assert "None has been quiet for longer than agreed." in page.text
    assert "1 pair rests today" in page.text


def test_the_page_and_its_file_hold_no_word_of_a_pair(cast: Cast, browser: Open) -> None:
    """T4."""
    a_noted_session(a_pairing(coach=cast.coach, supported=cast.nqsw), MARKER)
    page = browser(as_=cast.coordinator)
    for path in ("/scheme", "/scheme/export?as=csv"):
        assert page.visit(path).status == 200
        assert MARKER not in page.html
        assert "in person" not in page.html
    assert "Priya Nair,1,1,45" in page.html


def test_endings_are_counted_by_month_and_nobody_is_named(cast: Cast, browser: Open) -> None:
    for ended_on in (date(2026, 11, 3), date(2026, 9, 1), date(2025, 11, 30)):
        a_pairing(coach=cast.coach, supported=cast.nqsw, ended_on=ended_on,
                  started_on=date(2025, 1, 1))  # fmt: skip
    page = browser(as_=cast.coordinator).visit("/scheme")
    a_pairing(coach=cast.coach, supported=cast.worker)
    db.session.commit()
    page.visit("/scheme")
    ended = page.text[page.text.index("Pairs that ended") :]
    assert "November 2026" in ended
    assert "September 2026" in ended
    assert "November 2025" not in ended
    assert "Amira" not in ended
    assert "Nobody who ends a pair is asked why." in ended


def test_before_the_first_pair_the_page_says_what_will_be_here(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/scheme")
    assert "Nobody is paired yet." in page.text
    assert page.follow("Pair people").url == "/pairings/new"


@pytest.mark.parametrize("who", ["coach", "nqsw", "manager", "hr", "admin", "principal"])
def test_nobody_else_sees_it(cast: Cast, browser: Open, who: str) -> None:
    page = browser(as_=getattr(cast, who))
    for path in ("/scheme", "/scheme/rhythm", "/scheme/export"):
        assert page.visit(path).status in {403, 404}


@pytest.mark.once
def test_sixty_people_and_five_thousand_sessions_cost_no_more_statements_than_two(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page, coachs = browser(as_=cast.coordinator), browser(as_=cast.coach)
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw))
    db.session.commit()

    def cost() -> list[int]:
        found = []
        for who, path in [(page, "/scheme"), (coachs, "/my-hours"), (coachs, "/people-i-support")]:
            statements.clear()
            assert who.visit(path).status == 200
            found.append(len(statements))
        return found

    few = cost()
    pairings = crowd(cast, 60)
    ids = [(each.id, each.organisation_id, each.coach_id) for each in pairings]
    db.session.execute(
        insert(Session),
        [
            {
                "organisation_id": house, "pairing_id": pairing, "recorded_by_id": coach,
                "kind": "coaching", "held_on": TODAY - timedelta(days=200 + number), "minutes": 45,
                "recorded_on": TODAY,
            }
            for pairing, house, coach in ids for number in range(84)
        ],
    )  # fmt: skip
    db.session.commit()
    assert cost() == few
    assert max(few) <= 12
