"""Feedback: asked for by link, code or paper, given by a stranger, read first, passed on."""

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.identity.models import ThrottleBucket
from portal.induction import feedback_links, giving
from portal.induction.entry import NotPossibleError
from portal.induction.feedback_links import PURPOSE
from portal.induction.models import Feedback, FeedbackRequest
from portal.notices.models import Notice
from portal.web import signing
from tests.browser import Browser
from tests.conftest import NOW, TODAY
from tests.factories.feedback import a_request
from tests.factories.induction import an_induction

OVER = "This link takes no answer now"
SEND = "Send my answer"


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def path(cast, year, commit):
    made = feedback_links.path_to(a_request(year, by=cast.nqsw))
    commit()
    return made


def told(person):
    return set(db.session.scalars(select(Notice.text).where(Notice.person_id == person.id)))


def actions():
    return set(db.session.scalars(select(AuditEntry.action)))


def test_a_family_answers_without_an_account_and_is_thanked(browser, path):
    family = browser().visit(path)
    assert family.heading == "What was it like to work with Amira Khan?"
    assert "Dan Okoro reads your answer first. Then Amira Khan reads it." in family.text
    family.submit(SEND, listened="yes", went_well="She was kind.", agreed="y")
    assert family.heading == "Thank you"
    answer = db.session.scalars(select(Feedback)).one()
    assert (answer.listened, answer.went_well, answer.state) == ("yes", "She was kind.", "to read")


def test_a_link_works_once(browser, path):
    """T17."""
    browser().visit(path).submit(SEND, listened="yes", agreed="y")
    again = browser().visit(path)
    assert (again.status, again.heading) == (404, OVER)
    again.post(path, listened="no", agreed="y")
    assert (again.status, again.heading) == (404, OVER)
    assert db.session.query(Feedback).count() == 1


def test_looking_uses_nothing_up(browser, path):
    """T29: mail programs open links to look at them."""
    for _ in range(3):
        assert browser().visit(path).status == 200


def test_of_two_who_answer_at_once_one_is_kept(app, path):
    """T17: on both engines."""

    def answer(word):
        with app.app_context():
            visitor = Browser(app)
            fields = {"listened": word, "agreed": "y", "csrf_token": visitor.token()}
            return visitor.client.post(path, data=fields).status_code

    with ThreadPoolExecutor(2) as workers:
        answers = sorted(workers.map(answer, ["yes", "no"]))
    assert answers == [200, 404]
    db.session.rollback()
    assert db.session.query(Feedback).count() == 1


def test_a_link_is_over_after_28_days(browser, path):
    with clock.set_to(day=TODAY + timedelta(days=28)):
        assert browser().visit(path).status == 200
    with clock.set_to(day=TODAY + timedelta(days=29)):
        late = browser().visit(path)
    assert (late.status, late.heading) == (404, OVER)


def test_an_answer_that_was_begun_in_time_is_taken_after_midnight(browser, path):
    with clock.set_to(day=TODAY + timedelta(days=28)):
        family = browser().visit(path)
    with clock.set_to(day=TODAY + timedelta(days=29)):
        family.submit(SEND, went_well="She was kind.", agreed="y")
    assert family.heading == "Thank you"


def test_words_that_come_too_late_are_given_back(browser, path):
    family = browser().visit(path)
    with clock.set_to(day=TODAY + timedelta(days=30)):
        family.submit(SEND, listened="yes", went_well="She was kind.\n\nAlways.", agreed="y")
    assert (family.status, family.heading) == (404, OVER)
    assert "It was not sent." in family.text
    assert "She was kind." in family.text
    assert "Always." in family.text
    assert db.session.query(Feedback).count() == 0


@pytest.mark.parametrize("kind", giving.KINDS)
def test_whoever_presses_twice_is_thanked_twice_and_counted_once(browser, cast, year, commit, kind):
    path = feedback_links.path_to(a_request(year, by=cast.nqsw, kind=kind))
    commit()
    role = {"role_in_words": "health visitor"} if kind == giving.PROFESSIONAL else {}
    answer = {"went_well": "She was kind.", "agreed": "y", **role}
    visitor = browser().visit(path)
    for _ in range(2):
        visitor.post(path, **answer)
        assert (visitor.status, visitor.heading) == (200, "Thank you")
    visitor.post(path, **{**answer, "went_well": "Other words."})
    assert (visitor.status, visitor.heading) == (404, OVER)
    assert db.session.query(Feedback).count() == 1


def test_wrong_used_and_old_links_answer_alike(browser, path):
    """T2: nobody learns from the answer whether a link ever was one."""

    def page(address):
        found = browser().visit(address)
        assert found.status == 404
        return re.sub(r'(csrf[_-]token"[^>]*content=")[^"]+', r"\1", found.html)

    wrong = page("/feedback/not-a-token")
    browser().visit(path).submit(SEND, listened="yes", agreed="y")
    assert page(path) == wrong
    with clock.set_to(day=TODAY + timedelta(days=40)):
        assert page(path) == wrong


def test_a_token_that_was_changed_opens_nothing(browser, path):
    token = path.rsplit("/", 1)[1]
    other = "0" if token[0] != "0" else "1"
    for changed in (other + token[1:], token[:-2], token + "A", token.replace(".", ""), "."):
        assert browser().visit(f"/feedback/{changed}").status == 404, changed


def test_the_token_stands_in_no_table_and_in_no_log(app, browser, cast, year, caplog):
    """T17, T59."""
    caplog.set_level(logging.DEBUG)
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    worker.submit("Make it", kind="family", way="link")
    address = re.search(r"http[^\s<]+/feedback/([^\s<\"]+)", worker.html)
    token = address.group(1)
    assert len(token.split(".")[-1]) >= 43  # 256 bits
    browser().visit(f"/feedback/{token}").submit(SEND, listened="yes", agreed="y")
    signature = token.split(".")[-1]
    assert signature not in caplog.text
    assert signature not in everything_kept()
    assert token not in worker.visit(f"/inductions/{year.id}/feedback").html


def everything_kept():
    kept = []
    for table in db.metadata.sorted_tables:
        kept += [str(tuple(row)) for row in db.session.execute(select(table))]
    return "\n".join(kept)


def test_neither_the_address_nor_the_moment_of_a_family_is_kept(browser, path):
    before = db.session.query(AuditEntry).count()
    family = browser()
    family.client.environ_base["REMOTE_ADDR"] = "198.51.100.77"
    family.visit(path).submit(SEND, listened="yes", agreed="y")
    kept = everything_kept()
    assert "198.51.100.77" not in kept
    assert db.session.query(AuditEntry).count() == before
    keys = set(db.session.scalars(select(ThrottleBucket.key)))
    assert all(key.startswith("feedback") for key in keys), keys
    notice = db.session.scalars(select(Notice).where(Notice.link == "/feedback-to-read")).one()
    assert notice.told_at < NOW
    assert (notice.told_at.hour, notice.told_at.minute) == (0, 0)


def test_too_many_tries_are_slowed_and_lose_no_word(browser, path):
    visitor = browser().visit(path)
    for _ in range(20):
        visitor.submit(SEND, went_well="Kind and clear")
        assert visitor.status == 422
    visitor.submit(SEND, went_well="Kind and clear", agreed="y")
    assert visitor.status == 429
    assert "Kind and clear" in visitor.html
    with clock.set_to(moment=NOW + timedelta(minutes=5)):
        visitor.submit(SEND, agreed="y")
    assert visitor.heading == "Thank you"


def test_an_empty_answer_and_one_without_a_tick_are_asked_again(browser, path):
    family = browser().visit(path).submit(SEND, agreed="y")
    assert family.status == 422
    assert "Choose a face, or write something in the box" in family.text
    family.submit(SEND, listened="no", agreed=None)
    assert family.status == 422
    assert "Tick the box if they may read your answers" in family.text


def test_six_codes_stand_on_one_sheet_and_each_takes_one_answer(browser, cast, year):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    worker.submit("Make it", kind="family", way="sheet")
    codes = [image.attrib["src"] for image in worker.all("img")]
    assert len(codes) == len(set(codes)) == 6
    assert all(code.startswith("data:image/svg+xml") for code in codes)
    assert db.session.query(FeedbackRequest).count() == 6


def test_a_link_is_shown_once_more_to_whoever_asked_and_not_twice(browser, cast, year):
    a_request(year, by=cast.nqsw)
    page = f"/inductions/{year.id}/feedback"
    assert "Remind them" not in browser(as_=cast.assessor).visit(page).text
    worker = browser(as_=cast.nqsw).visit(page).submit("Remind them")
    assert "/feedback/" in worker.by_id("main-content").findtext(
        ".//*[@class='card one-time-link']"
    )
    assert "Remind them" not in worker.visit(page).text


def test_nobody_asks_before_the_year_has_begun(cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, started_on=date(2027, 1, 4))
    with pytest.raises(NotPossibleError, match="The induction year starts on 4 January 2027"):
        a_request(year, by=cast.nqsw)


def test_a_link_ends_with_the_year(browser, cast, year, path):
    year.ended_on = TODAY - timedelta(days=1)
    assert browser().visit(path).heading == OVER


def test_a_browser_that_keeps_no_cookies_gives_its_answer_too(app, path):
    """The address is the secret: nothing else is asked for."""
    client = app.test_client(use_cookies=False)
    assert client.get(path).status_code == 200
    fields = {"listened": "yes", "agreed": "y", "went_well": "Kind 🙂 — d’accord"}
    assert "Thank you" in client.post(path, data=fields).get_data(as_text=True)
    assert db.session.scalars(select(Feedback)).one().went_well == "Kind 🙂 — d’accord"


def test_the_address_of_a_link_is_sent_to_nobody(browser, cast, year, path, commit):
    """T17: not as the referrer of what the page loads, nor of where its links lead."""
    other = feedback_links.path_to(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL))
    commit()
    for address in (path, other, "/feedback/none"):
        page = browser().visit(address)
        assert '<meta name="referrer" content="no-referrer">' in page.html, address
    assert 'href="http' not in browser().visit(path).html.replace('href="http://www.w3.org', "")


def test_a_token_for_something_else_opens_nothing(browser, cast, year, path):
    """T17: a request's id with the signature of another purpose, or of another request."""
    request = db.session.scalars(select(FeedbackRequest)).one()
    other = a_request(year, by=cast.nqsw)
    forged = signing.sign(request.id.hex, purpose="one-time link")
    mixed = f"{request.id.hex}.{signing.sign(other.id.hex, purpose=PURPOSE).rsplit('.', 1)[1]}"
    for token in (forged, mixed):
        assert browser().visit(f"/feedback/{token}").heading == OVER, token


def test_very_many_words_are_refused_with_a_sentence_and_kept(browser, path):
    words = "So kind. " * 5_600
    family = browser().visit(path).submit(SEND, listened="yes", agreed="y", went_well=words)
    assert family.status == 422
    assert "Write at most 4,000 letters" in family.text
    assert words.strip() in family.html
    family.submit(SEND, went_well="So kind. 🙂")
    assert family.heading == "Thank you"


def test_what_a_family_says_of_another_organisation_reaches_no_reader_here(
    browser, cast, year, path
):
    browser().visit(path).submit(SEND, listened="yes", agreed="y")
    answer = db.session.scalars(select(Feedback)).one()
    for address in (f"/feedback/{answer.id}/reading", f"/inductions/{year.id}/feedback"):
        assert browser(as_=cast.lockside_worker).visit(address).status == 404
