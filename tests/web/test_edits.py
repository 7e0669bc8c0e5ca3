"""Two people edit the same thing: the second is told, and loses no words."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.database import db
from portal.people.models import Person
from tests.web.conftest import twin

AT_ONCE = 20


def words(number: int) -> str:
    """What one of the twenty typed."""
    return f"Desk {number} <script>alert({number})</script> & more"


def edit_at_once(browser, person_id):
    """Twenty windows send an edit of the same version at the same time."""
    token = browser.token()
    windows = [twin(browser) for _ in range(AT_ONCE)]

    def send(number):
        data = {"csrf_token": token, "version": "1", "base": words(number)}
        return windows[number].post(f"/planted/people/{person_id}/base", data=data)

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(send, range(AT_ONCE)))


@pytest.mark.parametrize("whose", ["nqsw", "hr"])
def test_twenty_edits_at_once_are_one_kept_and_nineteen_told(visitor, cast, whose):
    """T60, R5: one 303, nineteen 409 that keep the loser's text, also in one's own record."""
    person_id = getattr(cast, whose).id
    answers = edit_at_once(visitor(as_=cast.hr), person_id)
    statuses = [answer.status_code for answer in answers]
    assert sorted(statuses) == [303] + [409] * 19
    db.session.rollback()
    person = db.session.get(Person, person_id)
    assert person.base == words(statuses.index(303))
    for number, answer in enumerate(answers):
        if answer.status_code == 409:
            assert (
                f"Desk {number} &lt;script&gt;alert({number})&lt;/script&gt; &amp; more"
                in answer.text
            )
            assert "<script>alert" not in answer.text


def test_the_loser_sees_what_it_says_now_and_keeps_their_words(visitor, cast):
    person_id = cast.nqsw.id
    slow = visitor(as_=cast.hr).visit(f"/planted/people/{person_id}/base")
    visitor(as_=cast.nqsw).visit(f"/planted/people/{person_id}/base").submit("Save", base="Quay")
    slow.submit("Save", base="My own words")
    assert slow.status == 409
    assert "Quay" in slow.text
    assert "My own words" in slow.html


def test_the_loser_who_opens_the_page_again_can_save(visitor, cast):
    person_id = cast.nqsw.id
    slow = visitor(as_=cast.hr).visit(f"/planted/people/{person_id}/base")
    visitor(as_=cast.nqsw).visit(f"/planted/people/{person_id}/base").submit("Save", base="Quay")
    slow.submit("Save", base="Mine")
    slow.visit(f"/planted/people/{person_id}/base").submit("Save", base="Mine")
    assert slow.status == 200
    db.session.refresh(cast.nqsw)
    assert cast.nqsw.base == "Mine"


@pytest.mark.parametrize("version", ["", "0", "2", "-1", "9" * 30, "one", "1.5", "1e400", "٣"])
def test_a_version_that_is_not_the_current_one_saves_nothing(visitor, cast, version):
    browser = visitor(as_=cast.hr)
    browser.post(f"/planted/people/{cast.nqsw.id}/base", base="Elsewhere", version=version)
    assert browser.status in {409, 422}
    db.session.refresh(cast.nqsw)
    assert cast.nqsw.base == "Civic Centre"


def test_a_form_cannot_write_what_it_does_not_ask(visitor, cast):
    """T7: other names in the request change nothing."""
    before = {column.name: getattr(cast.nqsw, column.key) for column in Person.__table__.columns}
    browser = visitor(as_=cast.hr)
    browser.post(
        f"/planted/people/{cast.nqsw.id}/base", version="1", base="Quay", id=str(cast.hr.id),
        organisation_id=str(cast.harbour_hr.organisation_id), email="x@y.example",
        left_on="2020-01-01", staff_number="1", is_admin="y", role="admin",
    )  # fmt: skip
    db.session.refresh(cast.nqsw)
    after = {column.name: getattr(cast.nqsw, column.key) for column in Person.__table__.columns}
    assert after == {**before, "base": "Quay", "version": 2}
