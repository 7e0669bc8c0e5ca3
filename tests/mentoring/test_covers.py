"""Somebody covers for a coach: a pair of their own for these days, and nobody reads the other's."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from portal import clock
from portal.database import db
from portal.mentoring import covering, operations, policies, queries
from portal.mentoring.models import Pairing
from portal.mentoring.when import Span
from portal.notices.models import Notice
from portal.people.models import RoleHeld
from tests.browser import Browser
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_cover, a_hand_over_note, a_noted_session, a_pairing

Open = Callable[..., Browser]
PAIR = Span(date(2026, 4, 1))
some_days = some.dates(date(2026, 9, 1), date(2028, 3, 1))


@given(first=some_days, last=some_days, other=some.tuples(some_days, some_days).map(sorted))
def test_a_cover_lies_ahead_has_an_end_and_never_overlaps_another(first, last, other):
    others = [Span(*other)]
    said = covering.objection(Span(first, last), pairing=PAIR, others=others, today=TODAY)
    free = last < other[0] or other[1] < first
    within = TODAY <= first <= TODAY + covering.LONGEST and first <= last <= first + timedelta(365)
    assert (said is None) == (within and free)


def test_the_coordinator_names_who_covers_and_all_three_are_told(cast, browser, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.coordinator).visit(f"/pairings/{pairing.id}")
    page.follow("Name who covers for Priya Nair")
    page.submit("Save and tell them", coach=str(another_coach.id), ended_on="1 Nov 2026")
    assert page.status == 422
    assert "Choose a last day that is not before the first" in page.text
    page.submit("Save and tell them", ended_on="11 Dec 2026")
    assert "Leila Taylor covers for Priya Nair until Friday 11 December 2026." in page.text
    cover = queries.covers_of(pairing, TODAY)[0]
    span = "from Thursday 26 November 2026 until Friday 11 December 2026."
    told = {each.person_id: each for each in db.session.query(Notice)}
    assert {who: each.text for who, each in told.items()} == {
        cast.nqsw.id: f"Leila Taylor covers for Priya Nair in your coaching, {span}",
        cast.coach.id: f"Leila Taylor covers for you: coaching with Amira Khan, {span}",
        another_coach.id: "Siân Hughes named you to cover for Priya Nair: coaching with"
        f" Amira Khan, {span}",
    }
    for reader in (cast.nqsw, cast.coach, another_coach):
        assert browser(as_=reader).visit(told[reader.id].link).status == 200
    mine = browser(as_=another_coach).visit("/people-i-support")
    assert "for Priya Nair until 11 December 2026" in mine.text
    hers = browser(as_=cast.coach).visit("/people-i-support")
    assert "Leila Taylor covers for you" in hers.text
    assert cover.notes_until == date(2027, 12, 11)


def test_neither_reads_what_the_other_wrote(cast, browser, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    before = a_noted_session(pairing, "We spoke about the heron")
    cover = a_cover(pairing, another_coach)
    page = browser(as_=another_coach)
    for path in (f"/pairings/{pairing.id}", f"/sessions/{before.id}"):
        assert page.visit(path).status in {403, 404}
    page.visit(f"/pairings/{cover.id}")
    assert "You cover for Priya Nair until Friday 11 December 2026." in page.text
    page.submit("Save session", day="today", minutes="30", note="We spoke about the otter")
    assert page.status == 200
    meanwhile = queries.session_on(cover, TODAY)
    assert browser(as_=cast.coach).visit(f"/sessions/{meanwhile.id}").status in {403, 404}
    assert browser(as_=cast.coach).visit(f"/pairings/{cover.id}").status in {403, 404}
    assert "otter" in browser(as_=cast.nqsw).visit(f"/sessions/{meanwhile.id}").text
    with clock.set_to(day=date(2026, 12, 12)):
        page.visit(f"/pairings/{cover.id}")
        assert "You covered for Priya Nair until Friday 11 December 2026." in page.text
        assert "Save session" not in page.text
        assert page.visit(f"/sessions/{meanwhile.id}").status == 200
        assert page.visit(f"/sessions/{before.id}").status in {403, 404}


def test_before_the_first_day_nothing_can_be_logged(cast, browser, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    cover = a_cover(pairing, another_coach, started_on=date(2026, 12, 1))
    page = browser(as_=another_coach).visit(f"/pairings/{cover.id}")
    assert "You cover for Priya Nair from Tuesday 1 December 2026" in page.text
    assert "Save session" not in page.text


@pytest.mark.parametrize("who", ["coordinator", "coach", "nqsw", "worker"])
def test_each_of_them_ends_it_early_and_the_others_are_told(cast, browser, another_coach, who):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    cover = a_cover(pairing, another_coach)
    by = getattr(cast, who)
    page = browser(as_=by).visit(f"/pairings/{(cover if who == 'worker' else pairing).id}")
    page.submit("End the cover today")
    assert "Leila Taylor no longer covers." in page.text
    assert db.session.get(Pairing, cover.id).ended_on == TODAY
    told = {each.person_id for each in db.session.query(Notice)}
    assert told == {cast.nqsw.id, cast.coach.id, another_coach.id} - {by.id}
    assert browser(as_=by).post(f"/pairings/{cover.id}/cover-ending").status in {403, 404}


@pytest.mark.parametrize("who", ["coach", "nqsw", "manager", "hr", "worker"])
def test_nobody_but_the_coordinator_names_who_covers(cast, browser, who):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=getattr(cast, who)).visit(f"/pairings/{pairing.id}/cover")
    assert page.status in {403, 404}


def test_who_manages_or_assesses_does_not_cover_and_nobody_covers_twice(cast, browser):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw, kind="mentoring")
    an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    for each in (cast.manager, cast.assessor):
        _may_coach(each)
    for each, said in (
        (cast.manager, "Rosa Adeyemi is the line manager of Amira Khan"),
        (cast.assessor, "Dan Okoro assesses Amira Khan"),
    ):
        page = browser(as_=cast.coordinator).visit(f"/pairings/{pairing.id}/cover")
        page.submit("Save and tell them", coach=str(each.id), ended_on="11 Dec 2026")
        assert said in page.text
    assert queries.covers_of(pairing, TODAY) == []


def test_who_is_covered_does_not_go_quiet_and_a_cover_is_no_ending(cast, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_cover(pairing, another_coach, started_on=date(2026, 4, 2))
    assert operations.tell_quiet_pairs(cast.coach.organisation_id) == 0
    with clock.set_to(day=date(2026, 12, 20)):
        first = date(2026, 12, 1)
        assert queries.endings(cast.coach.organisation_id, first, clock.today()) == []
        assert queries.covers_of(pairing, clock.today()) == []


def test_when_the_pair_ends_its_cover_ends_too(cast, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    cover = a_cover(pairing, another_coach)
    operations.end_pairing(cast.nqsw, pairing)
    assert cover.ended_on == TODAY


@pytest.fixture
def another_coach(cast: Cast):
    _may_coach(cast.worker)
    return cast.worker


def _may_coach(person) -> None:
    db.session.add(
        RoleHeld(
            organisation_id=person.organisation_id, person_id=person.id, role="coach",
            started_on=date(2026, 1, 1),
        )
    )  # fmt: skip
    db.session.commit()


def test_a_note_written_after_a_cover_can_go_to_who_was_covered_for(cast, another_coach):
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    cover = a_cover(pairing, another_coach, ended_on=date(2026, 11, 25))
    note = a_hand_over_note(cover)
    operations.choose_reader(cast.nqsw, note, pairing)
    assert policies.see_hand_over_note(cast.coach, note)
    assert not policies.see_hand_over_note(cast.coordinator, note)
