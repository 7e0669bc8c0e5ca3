"""The pages of a review: begun, commented on, signed in two windows, opened again."""

import pytest
from sqlalchemy import select

from portal.database import db
from portal.induction import operations, queries, signing
from portal.induction.models import Reopening, Review, ReviewComment
from tests.factories.agreements import a_review, comment_all, comment_of, sign_review
from tests.factories.induction import an_induction, item_of


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


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
    assert "Waits to be signed by" in hers.text
    hers.visit(f"/inductions/{year.id}/reviews")
    assert "is open, to be commented on and signed by three." in hers.text


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
    assert "it is locked. Nothing can be changed in it." in hers.text
    assert "Share with the others" not in hers.text


@pytest.mark.parametrize(
    ("who", "covers"),
    [
        ("nqsw", ["How it has gone since the last meeting", "What happens next"]),
        ("assessor", ["Progress against the standards", "What happens next"]),
        ("manager", ["The manager’s comments"]),
    ],
)
def test_each_comment_says_what_it_covers_in_the_programme(browser, cast, year, who, covers):
    review = a_review(year, by=cast.assessor)
    comment = comment_of(review, who)
    page = browser(as_=getattr(cast, who)).visit(f"/review-comments/{comment.id}")
    assert all(title in page.text for title in covers)
    assert ("What happens next" in page.text) == (who != "manager")


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
    address = f"/reviews/{review.id}/signature"
    hers, unticked = (browser(as_=cast.nqsw).visit(address) for _ in range(2))
    operations.write_comment(
        cast.assessor, comment_of(review, signing.ASSESSOR), "Other words.", share=True
    )
    hers.submit("Sign as", agree="y")
    unticked.submit("Sign as")
    for page in (hers, unticked):
        assert page.status == 409
        assert "Read it again, and sign it if you still agree" in page.text
        assert "Other words." in page.text
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
