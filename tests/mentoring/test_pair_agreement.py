"""How a pair works together: one writes and signs, the other signs, and nobody else reads it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from portal.audit.models import AuditEntry
from portal.database import db
from portal.mentoring import operations
from portal.mentoring.models import PairAgreement
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.mentoring import a_pair_agreement, a_pairing

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
MARKER = "marmalade-and-thunder"


def test_two_presses_agree_on_what_is_usual(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    here = f"/pairings/{pairing.id}"
    hers = browser(as_=cast.nqsw).visit(here).follow("Agree how to work together, in two minutes")
    hers.follow("Make an agreement").submit("Sign it")
    assert "Priya Nair has not signed yet." in hers.text
    page = browser(as_=cast.coach).visit(here).follow("Sign how you work together")
    assert "Amira Khan has signed this." in page.text
    page.submit("Sign it")
    assert "Signed by both of you." in page.text
    kept = db.session.query(PairAgreement).one()
    assert (kept.written_by_id, kept.signed_by_id) == (cast.nqsw.id, cast.coach.id)
    assert kept.review_on == TODAY + timedelta(weeks=6)
    assert (kept.minutes, kept.medium, kept.booked_by) == (60, "in person", "either")
    assert "A session is an hour long, in person." in page.text
    assert "Who books the time and the place: either of us." in page.text
    told = {notice.person_id: notice.text for notice in db.session.query(Notice)}
    assert told[cast.nqsw.id] == "Priya Nair signed how you two work together. It is agreed."


def test_the_words_lie_sealed_and_are_in_no_entry_and_no_notice(cast: Cast) -> None:
    """T4, T52."""
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    usual = {"weeks_between": 4, "notice_hours": 24, "review_on": TODAY}
    made = operations.write_agreement(cast.coach, pairing, goals=MARKER, **usual)
    lies = bytes(db.session.execute(text("SELECT sealed FROM pair_agreement")).scalar_one())
    assert made.goals == MARKER
    assert MARKER.encode() not in lies
    assert MARKER not in "".join(notice.text for notice in db.session.query(Notice))
    assert MARKER not in str([entry.particulars for entry in db.session.query(AuditEntry)])


@pytest.mark.parametrize("who", ["manager", "hr", "admin", "coordinator", "assessor", "worker"])
def test_to_everybody_else_it_does_not_exist(cast: Cast, browser: Open, who: str) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    made = a_pair_agreement(pairing, MARKER)
    page = browser(as_=getattr(cast, who))
    for path in ("agreement", "agreement/new"):
        assert page.visit(f"/pairings/{pairing.id}/{path}").status == 404
        assert MARKER not in page.html
    page.post(f"/pairings/agreements/{made.id}/signature")
    assert page.status == 404


def test_the_coordinator_is_told_the_day_and_not_a_word(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    made = a_pair_agreement(pairing, MARKER)
    page = browser(as_=cast.coordinator)
    assert "Both signed" not in page.visit(f"/pairings/{pairing.id}").text
    operations.sign_agreement(cast.nqsw, made)
    db.session.commit()
    page.visit(f"/pairings/{pairing.id}")
    assert "Both signed how they work together" in page.text
    assert MARKER not in page.html


def test_whoever_wrote_it_cannot_sign_for_the_other(cast: Cast, browser: Open) -> None:
    made = a_pair_agreement(a_pairing(coach=cast.coach, supported=cast.nqsw))
    page = browser(as_=cast.coach)
    page.post(f"/pairings/agreements/{made.id}/signature")
    assert page.status == 404
    assert made.signed_by_id is None


def test_a_version_that_was_replaced_cannot_be_signed_unread(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_pair_agreement(pairing, "as it was")
    here = f"/pairings/{pairing.id}/agreement"
    hers, coachs = browser(as_=cast.nqsw).visit(here), browser(as_=cast.coach).visit(here)
    coachs.follow("Change it").submit("Sign it", goals="as it is now")
    hers.submit("Sign it")
    assert "It was changed since you read it." in hers.text
    assert "as it is now" in hers.text
    assert db.session.query(PairAgreement).filter(PairAgreement.signed_at.is_not(None)).count() == 0


def test_a_version_written_meanwhile_is_read_before_another_takes_its_place(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    here = f"/pairings/{pairing.id}/agreement/new"
    mine, theirs = browser(as_=cast.coach).visit(here), browser(as_=cast.nqsw).visit(here)
    theirs.submit("Sign it", goals="Find my feet in court.")
    assert mine.submit("Sign it", goals="Grow calmer.").status == 409
    assert "Grow calmer." in mine.html
    assert "A newer version was written" in mine.text
    assert db.session.query(PairAgreement).one().goals == "Find my feet in court."
    mine.submit("Sign it")
    assert {each.goals for each in db.session.query(PairAgreement)} == {
        "Find my feet in court.", "Grow calmer.",
    }  # fmt: skip


def test_what_is_missing_is_said_and_the_words_stay(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/agreement/new")
    page.submit("Sign it", goals="Court work", review_on="")
    assert page.status == 422
    assert "Enter the day of the review" in page.text
    assert "Court work" in page.html
    page.submit("Sign it", goals="   ", review_on="7/1/2027")
    assert "Enter at least one goal" in page.text


def test_after_the_end_it_is_read_and_no_longer_changed(cast: Cast, browser: Open) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw, ended_on=date(2026, 11, 20))
    a_pair_agreement(pairing, "Court work")
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/agreement")
    assert "Court work" in page.text
    assert "Sign it" not in page.text
    assert page.visit(f"/pairings/{pairing.id}/agreement/new").status == 404


def test_the_coordinators_list_says_who_has_an_agreement_and_no_word_of_it(
    cast: Cast, browser: Open
) -> None:
    agreement = a_pair_agreement(a_pairing(coach=cast.coach, supported=cast.nqsw), MARKER)
    a_pairing(coach=cast.coach, supported=cast.worker)
    page = browser(as_=cast.coordinator).visit("/pairings")
    assert "One has signed" in page.text
    assert "Both have signed" not in page.text
    operations.sign_agreement(cast.nqsw, agreement)
    db.session.commit()
    assert "Both have signed" in page.visit("/pairings").text
    assert MARKER not in page.html


def test_what_was_agreed_before_length_and_place_were_asked_says_nothing_of_them(
    cast: Cast, browser: Open
) -> None:
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    a_pair_agreement(pairing)
    page = browser(as_=cast.nqsw).visit(f"/pairings/{pairing.id}/agreement")
    assert "We meet: every four weeks." in page.text
    assert "A session is" not in page.text
