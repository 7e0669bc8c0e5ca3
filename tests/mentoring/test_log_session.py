"""The quick log: two taps, and everything that can be wrong with them."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from portal.database import db
from portal.mentoring.models import Session
from portal.notices.models import Notice
from tests.browser import HTML, Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pairing, a_session

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)


def held() -> list[Session]:
    db.session.expire_all()
    return db.session.query(Session).order_by(Session.held_on).all()


def test_length_and_save_are_enough(cast: Cast, browser: Open) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new")
    assert page.heading == "Log a session"
    page.submit("Save session", minutes="45")
    assert "Session with Amira Khan saved: today, 45 minutes." in page.text
    (one,) = held()
    assert (one.held_on, one.minutes, one.medium) == (TODAY, 45, "in person")


def test_the_person_supported_logs_it_just_as_well(cast: Cast, browser: Open) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    page = browser(as_=cast.nqsw).visit("/sessions/new")
    assert "Priya Nair, mentor" in page.text
    page.submit("Save session", minutes="30", day="yesterday", medium="phone")
    (one,) = held()
    assert (one.held_on, one.medium) == (date(2026, 11, 25), "phone")


def test_another_day_is_written_in_one_box(cast: Cast, browser: Open) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new")
    page.submit("Save session", minutes="60", day="other", other_day="3 Nov 2026")
    assert "saved: Tuesday 3 November 2026, 1 hour." in page.text


def test_whoever_was_seen_last_stands_first_and_is_chosen(cast: Cast, browser: Open) -> None:
    for person, day in ((cast.nqsw, 10), (cast.worker, 20), (cast.assistant, 15)):
        a_session(a_pairing(coach=cast.coach, supported=person), held_on=date(2026, 11, day))
    page = browser(as_=cast.coach).visit("/sessions/new")
    assert page.text.index("Leila Taylor") < page.text.index("Kofi Owusu")
    assert page.text.index("Kofi Owusu") < page.text.index("Amira Khan")
    page.submit("Save session", minutes="15")
    assert "Session with Leila Taylor saved" in page.text


def test_whoever_has_a_session_today_already_is_not_chosen_again(cast: Cast, browser: Open) -> None:
    a_session(a_pairing(coach=cast.coach, supported=cast.worker))
    a_session(a_pairing(coach=cast.coach, supported=cast.nqsw), held_on=TODAY)
    page = browser(as_=cast.coach).visit("/sessions/new").submit("Save session", minutes="15")
    assert "Session with Leila Taylor saved" in page.text


def test_a_link_chooses_whom_it_was_with(cast: Cast, browser: Open) -> None:
    a_session(a_pairing(coach=cast.coach, supported=cast.worker))
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/sessions/new?pairing={pairing.id}")
    page.submit("Save session", minutes="15")
    assert "Session with Amira Khan saved" in page.text


def test_more_than_six_people_wait_behind_one_more_tap(cast: Cast, browser: Open) -> None:
    people = [cast.nqsw, cast.worker, cast.assistant, cast.hr, cast.panel, cast.admin, cast.manager]
    for number, person in enumerate(people):
        pairing = a_pairing(coach=cast.coach, supported=person)
        a_session(pairing, held_on=TODAY - timedelta(days=number + 1))
    page = browser(as_=cast.coach).visit("/sessions/new")
    assert "Somebody else" in page.text
    page.submit("Save session", minutes="15", pairing=str(pairing.id))
    assert "Session with Rosa Adeyemi saved" in page.text


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "Choose how long it was"),
        ({"minutes": "0"}, "Choose how long it was"),
        ({"minutes": "10000"}, "Choose how long it was"),
        ({"minutes": "45", "day": "other"}, "Enter which day it was"),
        ({"minutes": "45", "day": "other", "other_day": "31 2 2026"}, "does not exist"),
        ({"minutes": "45", "day": "other", "other_day": "last week"}, "day, month and year"),
        ({"minutes": "45", "day": "other", "other_day": "27 11 2026"}, "today or in the past"),
        ({"minutes": "45", "day": "other", "other_day": "25 11 2025"}, "26 November 2025 or later"),
        ({"minutes": "45", "day": "other", "other_day": "31 3 2026"}, "since 1 April 2026"),
        ({"minutes": "45", "pairing": "no such id"}, "of those you are paired with now"),
        ({"minutes": "45", "day": "tomorrow"}, "Choose when it was"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_kept(
    cast: Cast, browser: Open, answers: dict[str, str], words: str
) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new").submit("Save session", **answers)
    assert page.status == 422
    assert words in page.text
    assert "There is a problem" in page.text
    assert page.html.count(answers.get("other_day", "Save session")) >= 1
    assert held() == []


def test_a_date_left_behind_does_not_stand_in_the_way_of_today(cast: Cast, browser: Open) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new")
    page.submit("Save session", minutes="45", day="today", other_day="not a day")
    assert "saved: today" in page.text


def test_yesterday_before_the_two_began_is_refused_beside_the_taps(
    cast: Cast, browser: Open
) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw, started_on=TODAY)
    page = browser(as_=cast.coach).visit("/sessions/new")
    page.submit("Save session", minutes="45", day="yesterday")
    assert page.status == 422
    assert "You have worked together since 26 November 2026" in page.text


def test_the_second_log_of_a_day_opens_the_first(cast: Cast, browser: Open) -> None:
    first = a_session(a_pairing(coach=cast.coach, supported=cast.nqsw), held_on=TODAY)
    page = browser(as_=cast.nqsw).visit("/sessions/new").submit("Save session", minutes="60")
    assert page.url == f"/sessions/{first.id}/correction"
    assert (
        "You have already logged a session with Priya Nair on Thursday 26 November 2026. "
        "Change it here."
    ) in page.text
    assert len(held()) == 1


def test_the_second_log_of_a_day_long_ago_leads_to_the_list(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing, held_on=date(2026, 6, 1))
    page = browser(as_=cast.nqsw).visit("/sessions/new")
    page.submit("Save session", minutes="60", day="other", other_day="1 6 2026")
    assert page.url == f"/pairings/{pairing.id}"
    assert "It was too long ago to change." in page.text


def test_a_double_click_saves_one_session_and_tells_once(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach)
    key = {"form_key": "one-click", "pairing": pairing.id, "day": "today", "minutes": "45"}
    first = page.post("/sessions/new", **key)
    assert (first.status, first.url) == (200, f"/pairings/{pairing.id}")
    second = page.post("/sessions/new", **key)
    assert (second.status, second.url) == (200, f"/pairings/{pairing.id}")
    assert len(held()) == 1
    assert db.session.query(Notice).count() == 1


def test_a_pairing_that_has_ended_is_not_offered(cast: Cast, browser: Open) -> None:
    gone = a_pairing(coach=cast.coach, supported=cast.worker, ended_on=date(2026, 11, 25))
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit(f"/sessions/new?pairing={gone.id}")
    assert "Leila Taylor" not in page.text
    page.submit("Save session", minutes="45", pairing=str(gone.id))
    assert page.status == 422
    assert held() == []


def test_somebody_elses_pairing_cannot_be_slipped_in(cast: Cast, browser: Open) -> None:
    theirs = a_pairing(coach=cast.consultant, supported=cast.worker)
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new")
    page.submit("Save session", minutes="45", pairing=str(theirs.id))
    assert page.status == 422
    assert held() == []


def test_who_is_paired_with_nobody_is_told_what_will_be_here(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/sessions/new")
    assert "Nobody to log a session with yet." in page.text
    assert "Save session" not in page.text
    page.post("/sessions/new", day="today", minutes="45", pairing="x")
    assert page.status == 422


def test_htmx_is_answered_with_the_form_alone(cast: Cast, browser: Open) -> None:
    a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coach).visit("/sessions/new", **{"HX-Request": "true"})
    assert "<html" not in page.html
    assert [part.attrib.get("id") for part in page.all("section")] == ["quick-log"]
    assert len(page.response.data) < 8192
    assert page.all("form")[0].attrib["hx-post"] == "/sessions/new"
    assert page.document.find(f".//{HTML}body") is not None
