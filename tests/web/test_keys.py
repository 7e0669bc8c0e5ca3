"""A creating form is accepted once, however often and however fast it is sent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest

from portal.database import db
from portal.people.models import Unit
from portal.web import keys
from portal.web.models import FormKey
from tests.conftest import NOW
from tests.web.conftest import twin

TIMES = 10


def made() -> int:
    """How many teams the form has made, as another connection sees it."""
    db.session.rollback()
    return db.session.query(Unit).filter_by(name="Night team").count()


def key_on(browser):
    """The key of the form on this page."""
    boxes = browser.all("input")
    return next(b.attrib["value"] for b in boxes if b.attrib.get("name") == "form_key")


def all_at_once(browser, **fields):
    """Ten windows of one browser send the same form at the same time."""
    data = {"csrf_token": browser.token(), "name": "Night team", **fields}
    windows = [twin(browser) for _ in range(TIMES)]
    with ThreadPoolExecutor(TIMES) as threads:
        return list(threads.map(lambda w: w.post("/planted/units", data=data), windows))


def test_ten_at_once_with_one_key_make_one_row(visitor, cast):
    """T61, R6: one row, ten times the same Location."""
    answers = all_at_once(visitor(as_=cast.hr), form_key=uuid4().hex)
    assert [answer.status_code for answer in answers] == [303] * TIMES
    assert len({answer.location for answer in answers}) == 1
    assert made() == 1


def test_without_the_key_kept_there_would_be_ten(visitor, cast, monkeypatch):
    """T61, the negative control: with the machinery out, the same questions see it."""
    monkeypatch.setattr(keys, "keep", lambda location: None)
    answers = all_at_once(visitor(as_=cast.hr), form_key=uuid4().hex)
    assert len({answer.location for answer in answers}) == TIMES
    assert made() == TIMES


def test_the_database_itself_refuses_a_second_use_of_a_key(
    visitor, cast, monkeypatch, in_production
):
    """T62: with the look-up out, the constraint still lets one through."""
    monkeypatch.setattr(keys, "location_of", lambda person: None)
    answers = all_at_once(visitor(as_=cast.hr), form_key=uuid4().hex)
    assert sorted(answer.status_code for answer in answers) == [303] + [500] * (TIMES - 1)
    assert made() == 1


def test_forms_with_keys_of_their_own_each_make_a_row(visitor, cast):
    browser = visitor(as_=cast.hr)
    for _ in range(3):
        browser.post("/planted/units", name="Night team", form_key=uuid4().hex)
    assert made() == 3


def test_each_opening_of_the_form_has_another_key(visitor, cast):
    browser = visitor(as_=cast.hr)
    assert len({key_on(browser.visit("/planted/units")) for _ in range(3)}) == 3


def test_a_form_with_a_fault_keeps_its_key_and_can_be_sent_again(visitor, cast):
    browser = visitor(as_=cast.hr).visit("/planted/units")
    key = key_on(browser)
    browser.submit("Make team", name="")
    assert browser.status == 422
    assert key_on(browser) == key
    browser.submit("Make team", name="Night team")
    assert made() == 1


def test_a_resend_gets_the_first_answer_even_with_other_words(visitor, cast):
    browser = visitor(as_=cast.hr)
    fields = {"csrf_token": browser.token(), "form_key": uuid4().hex}
    first = browser.client.post("/planted/units", data={**fields, "name": "Night team"})
    again = browser.client.post("/planted/units", data={**fields, "name": "Day team"})
    assert again.location == first.location
    assert db.session.query(Unit).filter_by(name="Day team").count() == 0


def test_a_resend_with_htmx_is_sent_to_the_first_answer(visitor, cast):
    browser = visitor(as_=cast.hr)
    data = {"csrf_token": browser.token(), "form_key": uuid4().hex, "name": "Night team"}
    first = browser.client.post("/planted/units", data=data, headers={"HX-Request": "true"})
    again = browser.client.post("/planted/units", data=data, headers={"HX-Request": "true"})
    assert "Night team" in first.text
    assert again.headers["HX-Redirect"].startswith("/planted/units/")
    assert made() == 1


def test_one_persons_key_is_nothing_to_another(visitor, cast):
    key = uuid4().hex
    visitor(as_=cast.hr).post("/planted/units", name="Night team", form_key=key)
    visitor(as_=cast.coach).post("/planted/units", name="Night team", form_key=key)
    visitor(as_=cast.harbour_hr).post("/planted/units", name="Night team", form_key=key)
    assert made() == 3


def test_a_strangers_key_is_no_fault(visitor):
    browser = visitor()
    browser.post("/planted/public-outcome", form_key="x" * 5000)
    assert browser.status == 200
    assert db.session.query(FormKey).count() == 0


@pytest.mark.parametrize("key", ["", "k" * 64, "k" * 65, "k" * 100_000, "ключ", "'; --", "%00"])
def test_odd_keys_are_only_keys(visitor, cast, key):
    browser = visitor(as_=cast.hr)
    browser.post("/planted/units", name="Night team", form_key=key)
    assert browser.status == 200
    assert made() == 1


def test_keys_are_forgotten_after_two_weeks(visitor, cast):
    browser = visitor(as_=cast.hr)
    browser.post("/planted/units", name="Night team", form_key="first")
    db.session.query(FormKey).update({"kept_at": NOW - keys.KEPT_FOR - timedelta(seconds=1)})
    browser.post("/planted/units", name="Night team", form_key="second")
    assert keys.forget_old() == 1
    assert [row.key for row in db.session.query(FormKey)] == ["second"]
