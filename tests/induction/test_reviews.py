"""Reviews: filled in, commented on by three, signed, locked, and opened again with a reason."""

from datetime import date

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, policies, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.models import SignedText
from portal.induction.operations import StaleTextError
from portal.notices.models import Notice
from portal.teams.operations import count_workload
from tests.conftest import TODAY
from tests.factories.agreements import a_review, comment_all, comment_of, sign_review
from tests.factories.induction import an_induction, item_of
from tests.factories.promises import a_development_time, a_supervision


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def test_what_happened_is_filled_in(cast, year):
    operations.record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    review = a_review(year, by=cast.assessor)
    said = dict(review.facts)
    assert said["Direct observations"] == "1"
    assert said["Supervision held"] == "none recorded; 13 promised"
    assert said["Workload"] == "Not counted yet"
    assert (
        "Support and assessment agreement, due by 10 July 2026"
        in said["Still to come that was due"]
    )


def test_promises_are_filled_in_for_the_time_of_the_review_alone(cast, year):
    before, within = date(2026, 9, 10), date(2026, 10, 7)
    for day in (before, within):
        a_supervision(cast.manager, cast.nqsw, day)
        a_development_time(year, day, state="taken")
        count_workload(cast.manager, cast.nqsw, points=84, counted_on=day, today=TODAY)
    a_development_time(year, date(2026, 10, 14), state="missed", reason="no time found")
    operations.record_item_held(cast.assessor, item_of(year, "review-3"), date(2026, 9, 25))
    said = dict(a_review(year, "review-6", by=cast.assessor).facts)
    assert said["Supervision held"].startswith("once; 4 promised")
    assert said["Development time"] == "3.5 hours taken of 32.5 hours promised, 3.5 hours missed"
    assert said["Workload"] == "84 points, within the 85 agreed, on 7 October 2026"


def test_the_next_review_begins_where_the_last_one_ended(cast, year):
    operations.record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    operations.record_item_held(cast.assessor, item_of(year, "review-3"), date(2026, 9, 25))
    review = a_review(year, "review-6", by=cast.assessor)
    assert review.since == date(2026, 9, 26)
    assert "Direct observations" not in dict(review.facts)


def test_the_same_review_is_begun_once(cast, year):
    first = a_review(year, by=cast.assessor)
    assert a_review(year, by=cast.nqsw) is first


def test_a_draft_is_read_by_nobody_else(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    mine = comment_of(review, signing.NQSW)
    operations.write_comment(cast.nqsw, mine, "Not yet for others", share=False)
    for person in (cast.assessor, cast.manager, cast.coordinator):
        page = browser(as_=person).visit(f"/reviews/{review.id}")
        assert page.status == 200
        assert "Not yet for others" not in page.html
        assert page.visit(f"/review-comments/{mine.id}").status == 403
    assert "Not yet for others" in browser(as_=cast.nqsw).visit(f"/review-comments/{mine.id}").html


def test_each_writes_only_their_own_comment(cast, year):
    review = a_review(year, by=cast.assessor)
    writers = {
        party: [
            name
            for name, person in vars(cast).items()
            if policies.write_comment(person, comment_of(review, party))
        ]
        for party in signing.OF_THE_YEAR
    }
    assert writers == {"nqsw": ["nqsw"], "assessor": ["assessor"], "manager": ["manager"]}


def test_nobody_signs_before_all_three_have_commented(cast, year):
    review = a_review(year, by=cast.assessor)
    with pytest.raises(NotPossibleError, match="a comment is still to come from"):
        operations.sign_review(cast.nqsw, review, party=signing.NQSW, digest=review.digest)


def test_signed_by_three_it_is_locked_and_recorded_as_held(cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    assert review.is_locked
    assert item_of(year, "review-3").held_on == TODAY
    with pytest.raises(NotPossibleError, match="The coordinator can open it again"):
        operations.write_comment(
            cast.assessor, comment_of(review, signing.ASSESSOR), "Too late", share=True
        )
    with pytest.raises(NotPossibleError, match="so it is locked"):
        operations.fill_in_review(cast.assessor, review)


def test_a_comment_changed_between_reading_and_signing_is_not_signed(cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    read = review.digest
    operations.write_comment(
        cast.manager, comment_of(review, signing.MANAGER), "Another word", share=True
    )
    with pytest.raises(StaleTextError):
        operations.sign_review(cast.nqsw, review, party=signing.NQSW, digest=read)


def test_other_words_make_signatures_void(cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    operations.sign_review(cast.nqsw, review, party=signing.NQSW, digest=review.digest)
    operations.write_comment(
        cast.manager, comment_of(review, signing.MANAGER), "Another word", share=True
    )
    assert queries.signatures_of([review.id])[0].is_void
    told = select(Notice.text).where(Notice.person_id == cast.nqsw.id)
    assert any("so your signature is void" in text for text in db.session.scalars(told))


def test_a_draft_leaves_signatures_alone(cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    operations.sign_review(cast.nqsw, review, party=signing.NQSW, digest=review.digest)
    operations.write_comment(
        cast.manager, comment_of(review, signing.MANAGER), "Only mine", share=False
    )
    assert not queries.signatures_of([review.id])[0].is_void


def test_opened_again_it_is_signed_anew_and_both_texts_are_kept(cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    operations.reopen_review(cast.coordinator, review, "A date was wrong.")
    assert not review.is_locked
    assert all(one.is_void for one in queries.signatures_of([review.id]))
    operations.write_comment(
        cast.assessor, comment_of(review, signing.ASSESSOR), "It went very well.", share=True
    )
    sign_review(review, cast)
    assert review.is_locked
    assert db.session.query(SignedText).count() == 2
    told = db.session.scalars(select(Notice.text).where(Notice.person_id == cast.nqsw.id)).all()
    assert any("opened the 3 month foundational review again" in text for text in told)


def test_only_the_coordinator_opens_it_again(cast, year):
    review = a_review(year, by=cast.assessor)
    who = [name for name, person in vars(cast).items() if policies.reopen_review(person, review)]
    assert who == ["coordinator"]
