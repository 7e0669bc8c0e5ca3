"""Pages and fragments: what htmx hears, and what everybody else hears."""

from uuid import uuid4

from portal.database import db
from portal.people.models import Unit

HTMX = {"HX-Request": "true"}


def test_a_page_is_whole_and_a_fragment_is_only_itself(visitor, cast):
    client = visitor(as_=cast.coach).client
    page = client.get("/planted/room")
    part = client.get("/planted/room", headers=HTMX)
    assert page.text.lower().lstrip().startswith("<!doctype html>")
    assert part.text.strip().startswith('<div id="room">')
    assert part.text.strip().endswith("</div>")
    assert "<html" not in part.text


def test_a_page_out_of_the_history_is_whole(visitor, cast):
    client = visitor(as_=cast.coach).client
    headers = {**HTMX, "HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/planted/room", headers=headers).text


def test_a_page_without_a_fragment_is_whole_for_htmx_too(visitor, cast):
    answer = visitor(as_=cast.hr).client.get("/planted/hr-room", headers=HTMX)
    assert "<html" in answer.text


def test_every_answer_says_that_it_depends_on_htmx(visitor, cast):
    """T41: a cache between us never gives one for the other."""
    client = visitor(as_=cast.coach).client
    for headers in ({}, HTMX):
        assert "HX-Request" in client.get("/planted/room", headers=headers).headers["Vary"]


def test_a_form_with_a_fault_answers_422_with_its_error(visitor, cast):
    browser = visitor(as_=cast.hr).visit("/planted/units").submit("Make team", name="")
    assert browser.status == 422
    assert "Enter a name" in browser.text
    assert "<title>Error: " in browser.html


def test_a_form_with_a_fault_answers_htmx_with_the_fragment_and_422(visitor, cast):
    browser = visitor(as_=cast.hr)
    data = {"csrf_token": browser.token(), "name": ""}
    answer = browser.client.post("/planted/units", data=data, headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text
    assert "Enter a name" in answer.text


def test_a_write_redirects_and_says_once_what_it_did(visitor, cast):
    browser = visitor(as_=cast.hr).visit("/planted/units")
    data = {"csrf_token": browser.token(), "name": "Night team"}
    answer = browser.client.post("/planted/units", data=data)
    assert answer.status_code == 303
    assert "Team made." in browser.visit(answer.location).text
    assert "Team made." not in browser.visit(answer.location).text


def test_a_write_by_htmx_answers_with_the_changed_fragment_and_its_message(visitor, cast):
    browser = visitor(as_=cast.hr)
    data = {"csrf_token": browser.token(), "name": "Night team", "form_key": uuid4().hex}
    answer = browser.client.post("/planted/units", data=data, headers=HTMX)
    assert (answer.status_code, answer.location) == (200, None)
    assert "Team made." in answer.text
    assert "Night team" in answer.text
    assert "Team made." not in browser.visit("/planted/room").text


def test_a_conflict_answers_409_to_both(visitor, cast):
    browser = visitor(as_=cast.hr)
    path = f"/planted/people/{cast.nqsw.id}/base"
    data = {"csrf_token": browser.token(), "version": "0", "base": "Mine"}
    for headers in ({}, HTMX):
        answer = browser.client.post(path, data=data, headers=headers)
        assert answer.status_code == 409
        assert "Mine" in answer.text


def test_a_form_answers_without_its_own_bookkeeping(planted):
    from tests.web.planted import BaseForm, UnitForm

    sent = {"name": "Night team", "form_key": "k", "csrf_token": "t", "kind": "team"}
    with planted.test_request_context("/", method="POST", data=sent):
        assert UnitForm().answers() == {"name": "Night team"}
    with planted.test_request_context("/", method="POST", data={"version": "3", "base": "Quay"}):
        form = BaseForm()
        assert form.answers() == {"base": "Quay"}
        assert form.is_stale(Versioned(version=4))
        assert not form.is_stale(Versioned(version=3))


class Versioned:
    """Something with a version."""

    def __init__(self, version: int) -> None:
        self.version = version


def test_what_a_person_typed_is_escaped_on_every_way_back(visitor, cast):
    """T36: on the page, in the fragment, in the form with a fault, in the saved message."""
    hostile = "<img src=x onerror=alert(1)>\"'{{7*7}}"
    browser = visitor(as_=cast.hr).visit("/planted/units").submit("Make team", name=hostile)
    assert "<img src=x" not in browser.html
    assert "{{7*7}}" in browser.text
    data = {"csrf_token": browser.token(), "name": hostile * 9, "form_key": uuid4().hex}
    for headers in ({}, HTMX):
        answer = browser.client.post("/planted/units", data=data, headers=headers)
        assert answer.status_code == 422
        assert "<img src=x" not in answer.text


def test_another_organisations_team_is_not_reached_by_its_address(visitor, cast):
    mine = visitor(as_=cast.hr).visit("/planted/units").submit("Make team", name="Night team")
    assert mine.status == 200
    assert visitor(as_=cast.harbour_hr).visit(mine.url).status == 404
    assert db.session.query(Unit).filter_by(name="Night team").count() == 1
