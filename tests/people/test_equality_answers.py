"""What people say about themselves for equality: theirs alone, and never needed."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portal.audit.models import AuditEntry
from portal.database import db
from portal.people.equality import read
from portal.people.models import EqualityAnswers
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]

PAGE = "/my-equality-answers"
SAVED = "Saved. Nobody but you can open it."


def said(cast: Cast) -> dict[str, str]:
    return db.session.query(EqualityAnswers).filter_by(person_id=cast.worker.id).one().answers


def test_somebody_answers_what_they_like_changes_it_and_takes_it_back(cast: Cast, browser: Open):
    page = browser(as_=cast.worker).visit("/my-profile").follow("equality")
    assert "You have said nothing here, and nothing has to be said." in page.text
    assert SAVED in page.submit("Save", sex="female", disability="rather-not-say").text
    assert said(cast) == {"disability": "rather-not-say", "sex": "female"}
    assert "You last said something here on Thursday 26 November 2026." in page.text
    page.submit("Save", sex="male", disability="")
    assert said(cast) == {"sex": "male"}
    assert "Nothing was changed." in page.submit("Save").text
    assert "Your answers are deleted." in page.submit("Save", sex="").text
    assert db.session.query(EqualityAnswers).count() == 0


def test_nobody_else_opens_them_and_the_trail_and_the_database_do_not_say_them(cast: Cast, browser):
    browser(as_=cast.worker).visit(PAGE).submit("Save", belief="muslim")
    for other in (cast.hr, cast.admin, cast.manager):
        assert "You have said nothing here" in browser(as_=other).visit(PAGE).text
    kept = bytes(db.session.execute(text("SELECT sealed FROM equality_answers")).scalar_one())
    assert b"muslim" not in kept
    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.particulars) == ("people.equality_answers_kept", {})


def test_the_second_of_two_windows_is_told(cast: Cast, browser: Open):
    first, second = (browser(as_=cast.worker).visit(PAGE) for _ in range(2))
    first.submit("Save", sex="female")
    second.submit("Save", sex="male")
    assert (second.status, "changed in another window" in second.text) == (409, True)
    assert said(cast) == {"sex": "female"}
    second.submit("Save")
    assert said(cast) == {"sex": "male"}


def test_an_answer_that_is_not_offered_is_refused_and_the_rest_is_kept(cast: Cast, browser: Open):
    page = browser(as_=cast.worker).visit(PAGE)
    page.post(PAGE, sex="female", age="seven")
    assert page.status == 422
    assert db.session.query(EqualityAnswers).count() == 0


def test_a_list_with_a_key_twice_or_one_answer_is_refused():
    row = '[[characteristic]]\nkey = "sex"\nlabel = "Sex"\nanswers = {{ {} }}\n'
    two = row.format('a = "A", b = "B"')
    assert list(read(two)) == ["sex"]
    for wrong in (two + two, row.format('a = "A"')):
        with pytest.raises(ValueError, match="sex needs a key of its own"):
            read(wrong)
