"""Reviews: filled in, commented on by three, signed, locked, and opened again with a reason."""

from datetime import date

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, policies, queries, signing
from portal.induction.entry import NotPossibleError
from portal.induction.models import Reopening, Review, ReviewComment, SignedText
from portal.induction.operations import StaleTextError
from portal.notices.models import Notice
from portal.teams.operations import count_workload
from tests.conftest import TODAY
from tests.factories.agreements import a_review, comment_all, sign_review
from tests.factories.induction import an_induction, item_of
from tests.factories.promises import a_development_time, a_supervision


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def facts(review):
    return dict(review.facts)


def comment_of(review, party):
    return next(each for each in review.comments if each.party == party)


def test_what_happened_is_filled_in(cast, year):
    operations.record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    review = a_review(year, by=cast.assessor)
    said = facts(review)
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
    said = facts(a_review(year, "review-6", by=cast.assessor))
    assert said["Supervision held"].startswith("once; 4 promised")
    assert said["Development time"] == "3.5 hours taken of 32.5 hours promised, 3.5 hours missed"
    assert said["Workload"] == "84 points, within the 85 agreed, on 7 October 2026"


def test_the_next_review_begins_where_the_last_one_ended(cast, year):
    operations.record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    operations.record_item_held(cast.assessor, item_of(year, "review-3"), date(2026, 9, 25))
    review = a_review(year, "review-6", by=cast.assessor)
    assert review.since == date(2026, 9, 26)
    assert "Direct observations" not in facts(review)


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


def test_the_pages_begin_comment_sign_and_reopen(browser, cast, year):
    page = browser(as_=cast.assessor).visit(f"/inductions/{year.id}/reviews")
    page.submit("Begin this review")
    assert "What happened from" in page.text
    page.follow("Write your comment")
    page.submit("Share with the others", words="")
    assert page.status == 422
    page.submit("Save as a draft", words="A first thought")
    page.follow("Go on with your comment")
    assert "A first thought" in page.html
    page.submit("Share with the others", words="A first thought, finished")
    assert "Before it can be signed, a comment is still to come from" in page.text
    review = db.session.query(Review).one()
    comment_all(review, cast)
    for person in (cast.assessor, cast.nqsw, cast.manager):
        his = browser(as_=person).visit(f"/reviews/{review.id}")
        his.follow("Read and sign")
        his.submit("Sign as", agree="y")
    assert "Signed by all three and locked" in his.text
    hers = browser(as_=cast.coordinator).visit(f"/reviews/{review.id}")
    hers.follow("Open this review again")
    hers.submit("Open it again", reason="")
    assert hers.status == 422
    hers.submit("Open it again", reason="A date was wrong.")
    assert "A date was wrong." in hers.text
    assert "Waits for" in hers.text


def test_a_late_edit_is_refused_with_a_sentence_and_keeps_the_words(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    address = f"/review-comments/{comment_of(review, signing.NQSW).id}"
    hers = browser(as_=cast.nqsw).visit(address)
    sign_review(review, cast)
    hers.submit("Share with the others", words="One thing more")
    assert hers.status == 422
    assert "so it is locked" in hers.text
    assert "One thing more" in hers.html


def test_two_windows_on_one_comment_lose_no_words(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    address = f"/review-comments/{comment_of(review, signing.NQSW).id}"
    one, two = browser(as_=cast.nqsw).visit(address), browser(as_=cast.nqsw).visit(address)
    one.submit("Save as a draft", words="From the phone")
    two.submit("Save as a draft", words="From the desk")
    assert two.status == 409
    assert "From the phone" in two.text
    assert "From the desk" in two.text
    two.submit("Save as a draft")
    db.session.expire_all()
    comments = db.session.scalars(select(ReviewComment.draft)).all()
    assert sorted(comments) == ["", "", "From the desk"]


def test_two_who_open_it_again_at_once_keep_both_reasons(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    address = f"/reviews/{review.id}/reopening"
    one, two = (browser(as_=cast.coordinator).visit(address) for _ in range(2))
    one.submit("Open it again", reason="A date was wrong.")
    two.submit("Open it again", reason="A name was wrong.")
    assert two.status == 409
    assert "opened this review meanwhile" in two.text
    assert "A name was wrong." in two.html
    assert db.session.query(Reopening).count() == 1


def test_a_review_is_not_opened_again_without_a_reason_and_stays_locked(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    page = browser(as_=cast.coordinator).visit(f"/reviews/{review.id}/reopening")
    page.submit("Open it again", reason="   ")
    assert page.status == 422
    assert "Say why it is opened again" in page.text
    db.session.refresh(review)
    assert review.is_locked


def test_signing_in_two_windows_signs_once_and_says_so(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    address = f"/reviews/{review.id}/signature"
    one, two = browser(as_=cast.nqsw).visit(address), browser(as_=cast.nqsw).visit(address)
    one.submit("Sign as", agree="y")
    two.submit("Sign as", agree="y")
    assert "You have signed this already. One signature counts, and it stands." in two.text
    assert len(queries.signatures_of([review.id])) == 1


def test_a_review_read_before_a_comment_changed_is_not_signed_by_that_page(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    hers = browser(as_=cast.nqsw).visit(f"/reviews/{review.id}/signature")
    operations.write_comment(
        cast.assessor, comment_of(review, signing.ASSESSOR), "Other words.", share=True
    )
    hers.submit("Sign as", agree="y")
    assert hers.status == 409
    assert "Read it again, and sign it if you still agree" in hers.text
    assert "Other words." in hers.text
    assert queries.signatures_of([review.id]) == []


def test_facts_are_not_filled_in_again_once_it_is_locked(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    page = browser(as_=cast.assessor)
    page.post(f"/reviews/{review.id}/facts")
    assert "so it is locked. The coordinator can open it again, with a reason." in page.text


def test_a_double_click_begins_one_review(browser, cast, year):
    item = item_of(year, "review-3")
    mine = browser(as_=cast.assessor)
    for _ in range(2):
        mine.post(f"/inductions/items/{item.id}/review")
        assert mine.status == 200
    assert db.session.query(Review).count() == 1


def test_what_is_no_review_is_not_begun_as_one(browser, cast, year):
    item = item_of(year, "plan-1")
    mine = browser(as_=cast.assessor)
    mine.post(f"/inductions/items/{item.id}/review")
    assert mine.status == 404


def test_the_assessor_types_one_comment_and_nothing_that_is_known(browser, cast, year):
    review = a_review(year, by=cast.assessor)
    page = browser(as_=cast.assessor)
    page.visit(f"/review-comments/{comment_of(review, signing.ASSESSOR).id}")
    boxes = [each.attrib["name"] for each in page.all("textarea")]
    typed = [each for each in page.all("input") if each.attrib.get("type") != "hidden"]
    assert (boxes, typed) == (["words"], [])


def test_pages_ask_the_database_little(browser, cast, year, statements):
    review = a_review(year, by=cast.assessor)
    comment_all(review, cast)
    sign_review(review, cast)
    mine = browser(as_=cast.nqsw)
    for page in (f"/inductions/{year.id}/reviews", f"/reviews/{review.id}"):
        mine.send("get", page)
        statements.clear()
        mine.send("get", page)
        assert len(statements) <= 12, "\n".join(statements)
