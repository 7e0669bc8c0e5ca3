"""A pair that has gone quiet hears it first, the coordinator after the agreed gap, each once."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from portal import clock
from portal.audit.models import AuditEntry
from portal.clock import now
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import Pairing, QuietSpell, SchemeRhythm
from portal.notices.models import Notice
from portal.people.models import DaysAway
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pair_agreement, a_pairing, a_pause, a_session

Open = Callable[..., Browser]
MET = date(2026, 10, 1)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


@pytest.fixture
def pairing(cast: Cast) -> Pairing:
    """Priya coaches Amira; they last met on Thursday 1 October."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_session(pairing, held_on=MET)
    return pairing


def told_on(cast: Cast, day: date) -> dict[str, list[str]]:
    """What the job of that day tells, by who is told."""
    before = {notice.id for notice in db.session.query(Notice)}
    with clock.set_to(day=day):
        operations.tell_quiet_pairs(cast.coach.organisation_id)
        db.session.commit()
    names = {person.id: person.given_names for person in cast}
    told: dict[str, list[str]] = {}
    for notice in db.session.query(Notice):
        if notice.id not in before:
            told.setdefault(names[notice.person_id], []).append(notice.text)
    return told


def test_both_hear_it_first_in_neutral_words_with_the_way_to_plan_or_log(
    cast: Cast, pairing: Pairing, browser: Open
) -> None:
    assert told_on(cast, MET + 4 * WEEK) == {}
    told = told_on(cast, MET + 4 * WEEK + DAY)
    assert set(told) == {"Priya", "Amira"}
    assert told["Amira"] == [
        "You and Priya Nair last met on Thursday 1 October 2026. Plan a day that suits you both, "
        "or log the session you have had. If you have not met in 2 more weeks, the coordinator "
        "hears that, and nothing else."
    ]
    assert told_on(cast, MET + 5 * WEEK) == {}
    links = {notice.link for notice in db.session.query(Notice)}
    assert links == {f"/pairings/{pairing.id}"}
    page = browser(as_=cast.nqsw).visit(links.pop())
    assert "Plan the next session" in page.text
    assert "Save session" in page.text


def test_the_coordinator_hears_after_the_gap_and_once(cast: Cast, pairing: Pairing) -> None:
    told_on(cast, MET + 4 * WEEK + DAY)
    assert told_on(cast, MET + 6 * WEEK) == {}
    told = told_on(cast, MET + 6 * WEEK + DAY)
    assert told == {
        "Siân": [
            "Priya Nair and Amira Khan last met on Thursday 1 October 2026. They know it. "
            "Ask whether they need anything."
        ]
    }
    assert told_on(cast, MET + 7 * WEEK) == {}


def test_a_pair_found_quiet_long_after_still_hears_before_the_coordinator(
    cast: Cast, pairing: Pairing
) -> None:
    assert set(told_on(cast, MET + 30 * WEEK)) == {"Priya", "Amira"}
    assert told_on(cast, MET + 30 * WEEK + DAY) == {}
    assert set(told_on(cast, MET + 32 * WEEK)) == {"Siân"}


def test_a_session_ends_the_spell_and_the_next_begins_anew(cast: Cast, pairing: Pairing) -> None:
    told_on(cast, MET + 4 * WEEK + DAY)
    a_session(pairing, held_on=MET + 5 * WEEK)
    assert told_on(cast, MET + 7 * WEEK) == {}
    assert set(told_on(cast, MET + 9 * WEEK + DAY)) == {"Priya", "Amira"}
    assert db.session.query(QuietSpell).count() == 2


def test_what_both_signed_goes_before_what_the_scheme_agreed(cast: Cast, pairing: Pairing) -> None:
    db.session.add(SchemeRhythm(organisation_id=cast.coach.organisation_id, coaching_weeks=1))
    agreement = a_pair_agreement(pairing)
    agreement.weeks_between = 6
    db.session.flush()
    assert set(told_on(cast, MET + WEEK + DAY)) == {"Priya", "Amira"}
    db.session.query(QuietSpell).delete()
    agreement.signed_by_id, agreement.signed_at = cast.nqsw.id, now()
    assert told_on(cast, MET + 6 * WEEK) == {}
    assert set(told_on(cast, MET + 6 * WEEK + DAY)) == {"Priya", "Amira"}


@pytest.mark.parametrize("who", ["coach", "nqsw"])
def test_days_away_of_either_do_not_count(cast: Cast, pairing: Pairing, who: str) -> None:
    mine = {"person_id": getattr(cast, who).id, "organisation_id": pairing.organisation_id}
    db.session.add(DaysAway(**mine, started_on=MET + DAY, ended_on=MET + WEEK))
    assert told_on(cast, MET + 5 * WEEK) == {}
    assert set(told_on(cast, MET + 5 * WEEK + DAY)) == {"Priya", "Amira"}


def test_a_paused_pair_is_never_told_and_its_pause_does_not_count(
    cast: Cast, pairing: Pairing
) -> None:
    a_pause(pairing, started_on=MET + DAY, ended_on=MET + 8 * WEEK)
    assert told_on(cast, MET + 8 * WEEK) == {}
    assert told_on(cast, MET + 12 * WEEK) == {}
    assert set(told_on(cast, MET + 12 * WEEK + DAY)) == {"Priya", "Amira"}


def test_who_has_left_or_ended_hears_nothing(cast: Cast, pairing: Pairing) -> None:
    a_pairing(coach=cast.coach, supported=cast.worker, ended_on=MET)
    cast.nqsw.left_on = MET + 2 * WEEK
    assert told_on(cast, MET + 10 * WEEK) == {}


def test_the_trail_and_the_row_hold_ids_and_days_alone(cast: Cast, pairing: Pairing) -> None:
    told_on(cast, MET + 4 * WEEK + DAY)
    told_on(cast, MET + 6 * WEEK + DAY)
    spell = db.session.query(QuietSpell).one()
    assert (spell.since_on, spell.told_on) == (MET, MET + 4 * WEEK + DAY)
    assert spell.coordinator_told_on == MET + 6 * WEEK + DAY
    in_order = db.session.query(AuditEntry).order_by(AuditEntry.number)
    entries = [e for e in in_order if e.action.startswith("mentoring.quiet")]
    assert [entry.action for entry in entries] == [
        "mentoring.quiet_pair_told", "mentoring.quiet_pair_told_on"
    ]  # fmt: skip
    assert all(entry.actor_id is None for entry in entries)


def test_the_job_goes_through_every_organisation_that_uses_it(
    app: Flask, cast: Cast, pairing: Pairing, commit: Callable[[], None]
) -> None:
    commit()
    told = app.test_cli_runner().invoke(args=["mentoring", "tell"])
    assert told.output == "1 quiet pair told of.\n"
    assert app.test_cli_runner().invoke(args=["mentoring", "tell"]).output.startswith("0 ")


def test_the_coordinator_agrees_the_rhythm_and_it_is_followed(
    cast: Cast, pairing: Pairing, browser: Open
) -> None:
    page = browser(as_=cast.coordinator).visit("/scheme").follow("Change the rhythm")
    page.submit("Save", coaching_weeks="8", coaching_more="1")
    assert "every 8 weeks; you hear 1 week after the pair" in page.text
    assert told_on(cast, MET + 8 * WEEK) == {}
    assert set(told_on(cast, MET + 8 * WEEK + DAY)) == {"Priya", "Amira"}
    assert set(told_on(cast, MET + 9 * WEEK + DAY)) == {"Siân"}


def test_of_two_who_change_the_rhythm_the_second_is_told(cast: Cast, browser: Open) -> None:
    one, other = (browser(as_=cast.coordinator).visit("/scheme/rhythm") for _ in range(2))
    one.submit("Save", coaching_weeks="8")
    other.submit("Save", coaching_weeks="2")
    assert other.status == 409
    assert db.session.query(SchemeRhythm).one().coaching_weeks == 8


def test_a_gap_that_is_not_offered_is_refused_with_a_sentence(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.coordinator).visit("/scheme/rhythm")
    page.submit("Save", coaching_weeks="0")
    assert page.status == 422
    assert "Choose one of those offered" in page.text
    assert db.session.query(SchemeRhythm).count() == 0
