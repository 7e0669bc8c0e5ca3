"""Error pages: plain words, a way back, a reference, and never a trace."""

import re

import pytest
from sqlalchemy import event
from sqlalchemy.exc import TimeoutError
from werkzeug.exceptions import TooManyRequests

from portal.database import db
from portal.web.errors import WORDS

DETAILS = ["a detail that nobody outside may read", "Traceback", "planted.py",
           "RuntimeError", "sqlalchemy", "SELECT"]  # fmt: skip


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_fault_of_ours_says_nothing_but_a_reference(
    visitor, cast, in_production, caplog, headers
):
    """T46: and the reference leads to the log, where everything is."""
    answer = visitor(as_=cast.coach).client.get("/planted/broken", headers=headers)
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert not [word for word in DETAILS if word in answer.text]
    reference = re.search(r"<strong>([0-9a-f]{8})</strong>", answer.text).group(1)
    assert reference in caplog.text
    assert "Failed at planted." in caplog.text


@pytest.mark.parametrize("status", sorted(set(WORDS) - {401}))
def test_every_refusal_is_a_whole_page_in_plain_words(visitor, cast, in_production, status):
    browser = visitor(as_=cast.coach)
    browser.post("/planted/outcome", how=f"abort {status}")
    assert browser.status == status
    assert browser.heading == WORDS[status][0]
    assert WORDS[status][1] in browser.text
    assert ("this reference" in browser.text) == (status >= 500)
    if status < 500:
        assert "Priya Nair" in browser.text
        assert "Go to your home page" in browser.text


@pytest.mark.parametrize("status", [400, 403, 404, 409])
def test_a_refused_form_gives_the_typed_words_back(visitor, cast, in_production, status):
    browser = visitor(as_=cast.coach)
    text = "\nA long <b>thought</b>\nof two lines"
    browser.post("/planted/outcome", how=f"abort {status}", text=text, password="a quiet river")
    assert text in {box.text for box in browser.all("textarea")}
    assert "Copy it before you leave this page" in browser.text
    assert "quiet river" not in browser.html


def test_an_expired_form_gives_them_back_and_a_stranger_gets_nothing(visitor, cast):
    sent = {"text": "What I thought about today"}
    mine = visitor(as_=cast.coach).client.post("/planted/outcome", data=sent)
    assert mine.status_code == 400
    assert sent["text"] in mine.text
    strangers = visitor().client.post("/planted/outcome", data=sent)
    assert sent["text"] not in strangers.text


def test_a_strangers_error_page_leads_to_sign_in(visitor):
    browser = visitor().visit("/nowhere")
    assert (browser.status, browser.heading) == (404, "Page not found")
    assert "Go to sign in" in browser.text
    assert "Sign out" not in browser.text


def test_a_pool_that_is_used_up_is_busy_not_broken(visitor, cast, planted):
    """Too many at once: 503 with Retry-After."""
    with planted.app_context():
        engine = db.engine
    browser = visitor(as_=cast.coach)

    def none_left(*_):
        raise TimeoutError("QueuePool limit reached")

    event.listen(engine, "engine_connect", none_left)
    try:
        answer = browser.client.get("/planted/room")
    finally:
        event.remove(engine, "engine_connect", none_left)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert browser.visit("/planted/room").status == 200


def test_a_database_that_is_away_leaves_files_and_errors_standing(visitor, cast, planted):
    """R2, T46: the error page itself asks the database nothing."""
    from sqlalchemy.exc import OperationalError

    with planted.app_context():
        engine = db.engine
    browser = visitor(as_=cast.coach)
    token = browser.token()

    def away(*_):
        raise OperationalError("SELECT 1", {}, Exception("the server closed the connection"))

    event.listen(engine, "engine_connect", away)
    try:
        for path in ("/planted/room", "/planted/open"):
            answer = browser.client.get(path)
            assert answer.status_code == 503
            assert "The portal is busy" in answer.text
        assert browser.client.get("/nowhere").status_code == 404
        sent = browser.client.post("/planted/units", data={"csrf_token": token, "name": "x"})
        assert sent.status_code == 503
        assert browser.client.post("/planted/units").status_code == 400
        assert browser.client.get("/static/app.css").status_code == 200
    finally:
        event.remove(engine, "engine_connect", away)


def test_the_log_of_a_fault_holds_no_words_of_a_person(visitor, cast, in_production, caplog):
    """T59: a row that the database refuses is logged without its values."""
    visitor(as_=cast.hr).post("/planted/outcome", how="refused by the database")
    assert "IntegrityError" in caplog.text
    assert "words that somebody wrote" not in caplog.text


def test_a_wait_that_was_said_is_passed_on(planted):
    with planted.test_request_context("/"):
        answer = planted.handle_user_exception(TooManyRequests(retry_after=7))
    assert answer.headers["Retry-After"] == "7"


def test_debug_is_off(built):
    """T46."""
    assert not built.debug
    assert not built.config["TRAP_HTTP_EXCEPTIONS"]
    assert not built.config["EXPLAIN_TEMPLATE_LOADING"]
