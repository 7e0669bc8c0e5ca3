"""A pair pauses and goes on; once it has ended, its notes are kept for twelve months."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as some

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import keeping, operations, queries
from portal.mentoring.models import AgreedAction, Pairing, PairPause, SessionNote
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_noted_session, a_pairing, a_pause, a_proposal, an_action

Open = Callable[..., Browser]


@given(some.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_words_are_kept_for_a_year_to_the_day_or_the_end_of_its_month(ended_on: date) -> None:
    until = keeping.notes_until(ended_on)
    assert (until.year, until.month) == (ended_on.year + 1, ended_on.month)
    assert until.day == ended_on.day or (ended_on.month, ended_on.day, until.day) == (2, 29, 28)


def test_one_pauses_the_other_is_told_the_days_and_not_why(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}").follow("Pause this coaching")
    page.submit("Pause it", ended_on="1 Nov 2026")
    assert page.status == 422
    assert "Choose a last day that is not before the first" in page.text
    page.submit("Pause it", ended_on="18 Dec 2026", reason="leave")
    assert "Paused since Thursday 26 November 2026 until Friday 18 December 2026." in page.text
    assert "One of us is away for a while." in page.text
    notice = db.session.query(Notice).filter_by(person_id=cast.coach.id).one()
    assert notice.text == (
        "Amira Khan paused your coaching from Thursday 26 November 2026 until "
        "Friday 18 December 2026. Nothing is expected."
    )
    seen = browser(as_=cast.coordinator).visit(f"/pairings/{pairing.id}")
    assert "Paused since" in seen.text
    assert "away for a while" not in seen.html
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.paused").one()
    assert "reason" not in entry.particulars


def test_either_goes_on_and_the_days_of_the_pause_stay(cast: Cast, browser: Open) -> None:
    pause = a_pause(a_pairing(coach=cast.coach, supported=cast.nqsw))
    page = browser(as_=cast.coach).visit(f"/pairings/{pause.pairing_id}")
    page.submit("Go on")
    assert "The coaching goes on." in page.text
    assert "Paused" not in page.text
    assert db.session.query(PairPause).one().ended_on == date(2026, 11, 25)


def test_a_pause_that_has_not_lasted_a_day_is_taken_back(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    pause = operations.pause_pairing(cast.coach, pairing, started_on=clock.today())
    with pytest.raises(operations.PausedAlreadyError):
        operations.pause_pairing(cast.nqsw, pairing, started_on=date(2026, 12, 24))
    operations.resume_pairing(cast.nqsw, pause)
    assert db.session.query(PairPause).count() == 0


def test_a_paused_pair_does_not_go_quiet(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_pause(pairing, started_on=date(2026, 4, 2))
    assert operations.tell_quiet_pairs(cast.coach.organisation_id) == 0
    other = a_pairing(coach=cast.coach, supported=cast.worker)
    assert operations.tell_quiet_pairs(cast.coach.organisation_id) == 1
    assert db.session.query(Notice).filter_by(subject_id=other.id).count() == 2


@pytest.mark.parametrize("who", ["coordinator", "manager", "hr"])
def test_nobody_else_pauses_a_pair(cast: Cast, browser: Open, who: str) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    assert browser(as_=getattr(cast, who)).visit(f"/pairings/{pairing.id}/pause").status == 403


def test_who_ends_a_pair_reads_until_when_its_notes_are_kept(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/ending")
    assert "until Friday 26 November 2027. Then it is deleted." in page.text
    page.submit("Yes, end it")
    assert "is kept until Friday 26 November 2027, and then deleted." in page.text
    assert "is kept until" not in browser(as_=cast.coordinator).visit(page.url).text


def test_notes_and_actions_are_deleted_after_their_day_and_counted(cast: Cast) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    session = a_noted_session(pairing)
    an_action(pairing)
    a_noted_session(a_pairing(coach=cast.coach, supported=cast.worker))
    operations.end_pairing(cast.coach, pairing)
    here = cast.coach.organisation_id
    with clock.set_to(day=date(2027, 11, 26)):
        assert operations.tidy_notes(here) == 0
    with clock.set_to(day=date(2027, 11, 27)):
        assert operations.tidy_notes(here) == 2
        assert operations.tidy_notes(here) == 0
    db.session.expire_all()
    assert db.session.query(SessionNote).count() == 1
    assert db.session.query(AgreedAction).count() == 0
    assert session.notes_kept == 0
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.notes_deleted").one()
    deleted = {kind: number for kind, number in entry.particulars.items() if number}
    assert deleted == {"notes": 1, "actions": 1}
    assert queries.every_session_of(db.session.get_one(Pairing, pairing.id))


def test_the_daily_job_lets_proposals_lapse_and_deletes_in_every_organisation(
    app: Flask, cast: Cast, commit: Callable[[], None]
) -> None:
    a_proposal(cast)
    pairing = a_pairing(coach=cast.coach, supported=cast.worker)
    a_noted_session(pairing)
    pairing.ended_on, pairing.notes_until = date(2026, 11, 2), date(2027, 11, 2)
    commit()
    with clock.set_to(day=date(2027, 11, 3)):
        said = app.test_cli_runner().invoke(args=["mentoring", "tidy"]).output
    assert said == "1 proposal lapsed. Texts of pairs deleted: 1.\n"
