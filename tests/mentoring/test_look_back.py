"""When a pairing has ended, the two may look back at its goals; nobody else reads what they say."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import goals, operations
from portal.mentoring.models import LookBack, PairAgreement
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import (
    a_hand_over_note,
    a_look_back,
    a_pair_agreement,
    a_pairing,
    an_ended_pairing,
)

Open = Callable[..., Browser]
MARKER = "marmalade-and-thunder"


def test_goals_are_told_apart_by_their_lines_without_their_marks() -> None:
    assert goals.listed("- Court work\r\n\n2) Lead a meeting\n  Settle in") == [
        "Court work", "Lead a meeting", "Settle in",
    ]  # fmt: skip
    assert goals.listed("3.5 days a week") == ["3.5 days a week"]
    assert goals.listed(" \n") == []


@given(some.lists(some.text(alphabet="ab ", min_size=1).filter(str.strip), max_size=20))
def test_no_word_is_lost_however_many_goals_there_are(lines: list[str]) -> None:
    listed = goals.listed("\n".join(lines))
    assert len(listed) <= goals.MOST
    assert "\n".join(listed).split("\n") == [line.strip() for line in lines] or not lines


def test_whoever_ends_it_is_offered_to_look_back_and_the_other_reads_it(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_pair_agreement(pairing, "Court work\nLead a meeting")
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/ending").submit("Yes, end it")
    page.follow("Look back at your goals")
    assert "Only you and Priya Nair can open it here, until" in page.text
    page.submit("Keep it for the two of us")
    assert page.status == 422
    assert "Write what became of at least one goal, or go back" in page.text
    page.submit("Keep it for the two of us", became_2=f"{MARKER} 🌊")
    assert "Kept for the two of you." in page.text
    lines = ("Court work", "Nothing is written.", "Lead a meeting", f"{MARKER} 🌊")
    assert [page.text.index(line) for line in lines] == sorted(map(page.text.index, lines))
    other = browser(as_=cast.coach).visit(f"/pairings/{pairing.id}")
    assert MARKER in other.follow("What became of your goals").text
    told = db.session.query(Notice).filter_by(person_id=cast.coach.id)
    notice = told.filter(Notice.text.contains("looked back")).one()
    assert other.visit(notice.link).status == 200
    read = db.session.query(AuditEntry).filter_by(action="mentoring.look_back_read")
    assert {entry.actor_id for entry in read} == {cast.nqsw.id, cast.coach.id}
    other.follow("Change it").submit("Keep it for the two of us", became_1="Three hearings.")
    assert db.session.query(LookBack).one().became == ["Three hearings.", f"{MARKER} 🌊"]


def test_two_who_write_at_once_lose_no_words_and_a_double_click_is_one(
    cast: Cast, browser: Open
) -> None:
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    a_pair_agreement(pairing, "Court work")
    here = f"/pairings/{pairing.id}/look-back/words"
    hers, his = browser(as_=cast.nqsw).visit(here), browser(as_=cast.coach).visit(here)
    hers.submit("Keep it for the two of us", became_1="hers")
    his.submit("Keep it for the two of us", became_1="His NHS number is 943 476 5919")
    assert his.status == 422
    his.submit("Keep it for the two of us", became_1="his")
    assert his.status == 409
    assert "Amira Khan wrote here while you were writing." in his.text
    assert "hers" in his.text
    assert ">his</textarea>" in his.html
    his.submit("Keep it for the two of us")
    assert db.session.query(LookBack).one().became == ["his"]


def test_before_the_end_without_goals_or_after_its_day_there_is_nothing_to_write(
    cast: Cast, browser: Open
) -> None:
    going_on = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.nqsw)
    assert page.visit(f"/pairings/{going_on.id}/look-back").status == 404
    ended = an_ended_pairing(cast.coach, cast.nqsw)
    assert "wrote down no goals" in page.visit(f"/pairings/{ended.id}/look-back/words").text
    assert "Look back at your goals" not in page.visit(f"/pairings/{ended.id}").text
    a_look_back(ended)
    db.session.commit()
    with clock.set_to(day=date(2027, 11, 21)):
        assert page.visit(f"/pairings/{ended.id}/look-back/words").status == 404
        operations.tidy_notes(cast.nqsw.organisation_id)
        db.session.commit()
        assert "were deleted" in page.visit(f"/pairings/{ended.id}/look-back").text
        assert "were deleted" in page.visit(f"/pairings/{ended.id}/agreement").text


@pytest.mark.parametrize("who", ["manager", "hr", "admin", "coordinator", "assessor", "worker"])
def test_to_everybody_else_it_does_not_exist(cast: Cast, browser: Open, who: str) -> None:
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    a_look_back(pairing, MARKER)
    note = a_hand_over_note(pairing, MARKER)
    page = browser(as_=getattr(cast, who))
    for path in ("look-back", "look-back/words", "hand-over-note"):
        assert page.visit(f"/pairings/{pairing.id}/{path}").status == 404
    assert page.visit(f"/pairings/hand-over-notes/{note.id}").status == 404
    assert page.post(f"/pairings/hand-over-notes/{note.id}/reader").status == 404
    assert MARKER not in page.visit(f"/pairings/{pairing.id}").html
    assert "hand-over note" not in page.text


def test_the_daily_job_deletes_the_goals_and_what_was_written_about_them(cast: Cast) -> None:
    pairing = an_ended_pairing(cast.coach, cast.nqsw)
    a_look_back(pairing)
    note = a_hand_over_note(pairing)
    operations.choose_reader(cast.nqsw, note, None)
    a_look_back(an_ended_pairing(cast.coach, cast.worker, ended_on=date(2026, 11, 24)))
    here = cast.coach.organisation_id
    with clock.set_to(day=date(2027, 11, 20)):
        assert operations.tidy_notes(here) == 0
    with clock.set_to(day=date(2027, 11, 21)):
        assert operations.tidy_notes(here) == 3
        assert operations.tidy_notes(here) == 0
    entry = db.session.query(AuditEntry).filter_by(action="mentoring.notes_deleted").one()
    assert entry.particulars["goals"] == entry.particulars["hand_over_notes"] == 1
    db.session.expire_all()
    assert db.session.query(LookBack).count() == 1
    agreed = db.session.query(PairAgreement).filter_by(pairing_id=pairing.id).one()
    assert (agreed.sealed, agreed.goals, agreed.weeks_between) == (None, None, 4)
