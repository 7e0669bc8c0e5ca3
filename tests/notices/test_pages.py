"""What I was told, on a page of its own."""

from datetime import UTC, datetime, timedelta

from portal import clock, notices
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import Organisation
from tests.conftest import NOW


def test_nothing_told_yet_says_what_will_be_here(browser, cast):
    page = browser(as_=cast.nqsw).visit("/notices")
    assert page.status == 200
    assert "You have not been told anything yet." in page.text


def test_a_notice_is_new_until_it_is_opened(browser, cast):
    notices.tell(cast.nqsw, "Priya Nair logged a session with you.", link="/notices")
    page = browser(as_=cast.nqsw).visit("/notices")
    assert "You have 1 notice to read." in page.text
    page.submit("Priya Nair logged a session with you.")
    assert "You have read everything." in page.text


def test_a_notice_opened_at_home_is_read_everywhere(browser, cast):
    notices.tell(cast.nqsw, "Priya Nair logged a session with you.", link="/notices")
    page = browser(as_=cast.nqsw).visit("/")
    assert "tag--soon" in page.html
    page.submit("Priya Nair logged a session with you.")
    assert "You have read everything." in page.text
    assert "tag--soon" not in page.visit("/").html


def test_a_notice_that_leads_nowhere_is_marked_as_read(browser, cast):
    notices.tell(cast.nqsw, "The portal was away for an hour.")
    page = browser(as_=cast.nqsw).visit("/notices").submit("Mark as read")
    assert "You have read everything." in page.text


def test_a_notice_about_an_area_that_was_switched_off_is_read_and_leads_nowhere(browser, cast):
    for sentence in ("Priya Nair logged a session with you.", "Dan Okoro logged another."):
        notices.tell(cast.nqsw, sentence, link="/sessions")
    page = browser(as_=cast.nqsw).visit("/notices").submit("Dan Okoro logged another.")
    assert page.url == "/sessions"
    db.session.get_one(Organisation, cast.nqsw.organisation_id).areas = ["induction"]
    page.visit("/notices")
    assert 'href="/sessions"' not in page.html
    assert page.submit("Mark as read").url == "/notices"
    assert "You have read everything." in page.text


def test_a_notice_is_dated_by_the_moment_it_was_told(app, cast):
    earlier = NOW - timedelta(days=3)
    with clock.set_to(moment=earlier):
        notice = notices.tell(cast.nqsw, "Told on Monday, written to the database later.")
    db.session.flush()
    assert notice.told_at == earlier


def test_all_are_marked_as_read_at_once(browser, cast):
    for n in range(3):
        notices.tell(cast.nqsw, f"Thing {n} happened.")
    page = browser(as_=cast.nqsw).visit("/notices").submit("Mark all as read")
    assert "You have read everything." in page.text


def test_somebody_elses_notice_does_not_exist_for_me(browser, cast):
    notice = notices.tell(cast.nqsw, "Only for Amira.")
    page = browser(as_=cast.coach)
    page.post(f"/notices/{notice.id}/reading")
    assert page.status == 404
    db.session.refresh(notice)
    assert notice.read_at is None


def test_a_long_list_is_shown_a_page_at_a_time(browser, cast):
    for n in range(120):
        notices.tell(cast.nqsw, f"Thing {n} happened.")
    page = browser(as_=cast.nqsw).visit("/notices")
    shown = [page.html.count(" happened.</strong>")]
    while "Next page" in page.text:
        page.follow("Next page")
        shown.append(page.html.count(" happened.</strong>"))
    assert shown == [50, 50, 20]


def test_without_mail_a_notice_stays_on_the_page(app, cast):
    assert notices.tell(cast.nqsw, "A sentence.").mail_state == "none"


def test_with_mail_a_notice_is_queued(app, cast, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", "smtp://127.0.0.1:1")
    notice = notices.tell(cast.nqsw, "A sentence.")
    db.session.commit()
    assert db.session.get(Notice, notice.id).mail_state == "queued"


def test_a_notice_kept_by_its_day_alone_says_no_time(browser, cast):
    notice = notices.tell(cast.nqsw, "Feedback of a family waits to be read.")
    notice.told_at = datetime(2026, 11, 20, tzinfo=UTC)
    text = browser(as_=cast.nqsw).visit("/notices").text
    assert "Friday 20 November 2026" in text
    assert "00:00" not in text
