"""What people learn from: the library, good practice between teams, learning from reviews."""

from collections.abc import Callable

from portal.database import db
from portal.learning.models import PublishedReview
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.learning import a_practice_note, a_resource, a_review

Open = Callable[..., Browser]


def test_what_somebody_adds_is_found_by_words_and_tags(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.nqsw).visit("/library").follow("Add to the library")
    given = {"title": "Writing for court", "about": "Ten pages.", "tags": "Court, writing, court"}
    page.submit("Add it", address="court.example", **given)
    assert page.status == 422
    page.submit("Add it", address="https://court.example/guide")
    a_resource(cast.worker, title="Talking with fathers", tags=["fathers"])
    reader = browser(as_=cast.panel)
    found = reader.visit("/library?q=court%20writ")
    assert "1 resource found for “court writ”." in found.text
    assert "Talking with fathers" not in found.text
    assert "Writing for court" not in reader.visit("/library?tag=fathers").text
    assert "Nothing is found." in reader.visit("/library?q=100%25").text
    assert "Change" not in reader.visit("/library?tag=court").text
    page.follow("Change").submit("Take it out of the library")
    assert "Writing for court" not in reader.visit("/library").text
    assert "Talking" not in browser(as_=cast.harbour_nqsw).visit("/library").text


def test_a_note_of_good_practice_reaches_every_team(cast: Cast, browser: Open) -> None:
    a_practice_note(cast.nqsw)
    read = browser(as_=cast.commissioner).visit("/good-practice")
    assert "Nobody rings until ten." in read.text
    assert "Family Support Pod A" in read.text
    page = browser(as_=cast.nqsw).visit("/good-practice").follow("Change")
    page.submit("Save", words="Nobody rings until eleven.")
    page.follow("Change").submit("Take it back")
    assert "Nobody rings" not in read.visit("/good-practice").text


def test_a_review_is_read_by_all_and_its_actions_have_an_owner_and_a_day(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.principal).visit("/learning-from-reviews")
    page.follow("Write what a review teaches")
    given = {"title": "Behind the door", "published_by": "The national panel",
             "summary": "Nobody asked.", "means_here": "We ask."}  # fmt: skip
    page.submit("Publish it here", published_on="1/1/2027", **given)
    assert "Only a published review belongs here" in page.text
    page.submit("Publish it here", published_on="4/5/2026")
    page.follow("Add an action")
    page.submit("Add the action", words="Ask at each visit.", due_on="15/1/2027",
                manager="other", manager_q="Rosa Adeyemi")  # fmt: skip
    if page.status == 422:
        page.submit("Add the action")
    review = db.session.query(PublishedReview).one()
    notice = db.session.query(Notice).filter_by(person_id=cast.manager.id).one()
    assert notice.link == f"/learning-from-reviews/{review.id}"
    owner = browser(as_=cast.manager).visit("/learning").follow("Behind the door")
    owner.submit("Done")
    assert "All actions here are done." in owner.text
    reader = browser(as_=cast.worker).visit(notice.link)
    assert "Rosa Adeyemi, done on Thursday 26 November 2026" in reader.text
    assert reader.visit(f"{notice.link}/change").status == 403


def test_who_changes_a_review_in_two_windows_is_told(cast: Cast, browser: Open) -> None:
    review = a_review(cast.principal)
    address = f"/learning-from-reviews/{review.id}/change"
    one, other = (browser(as_=each).visit(address) for each in (cast.hr, cast.coordinator))
    one.submit("Save", summary="First.")
    other.submit("Save", summary="Second.")
    assert other.status == 409
    assert "Second." in other.html
