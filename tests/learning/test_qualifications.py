"""What people hold and when it expires: written down, listed when due, told before and after."""

from collections.abc import Callable
from datetime import date, timedelta

from portal.database import db
from portal.learning import operations
from portal.learning.models import Qualification
from portal.learning.queries import due
from portal.notices.models import Notice
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.learning import a_qualification

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)


def test_the_manager_writes_it_down_with_the_usual_time_and_the_person_is_told(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.manager).visit(f"/people/{cast.coach.id}/qualifications")
    page.follow("Write something down")
    page.submit("Write it down", what="other", awarded_on="1/9/2026")
    assert page.status == 422
    assert "Write what it is called" in page.text
    page.submit("Write it down", what="practice-educator-2", awarded_on="1/9/2026")
    held = db.session.query(Qualification).one()
    assert (held.kind, held.expires_on) == ("practice educator", date(2028, 9, 1))
    mine = browser(as_=cast.coach).visit("/qualifications")
    assert "Next to end is Practice educator, stage 2, on Friday 1 September 2028." in mine.text
    notice = db.session.query(Notice).filter_by(person_id=cast.coach.id).one()
    assert notice.text.startswith("Rosa Adeyemi wrote down that you hold")
    assert browser(as_=cast.worker).visit(f"/people/{cast.coach.id}/qualifications").status == 403
    page.follow("Change").submit("Save", expires_on="1/1/2020")
    assert "The last day cannot be before the first" in page.text
    page.submit("Let it no longer count")
    assert "No" in mine.visit("/qualifications").text
    assert "Practice educator" not in mine.text


def test_what_somebody_writes_down_themself_says_so_and_they_cannot_change_what_others_wrote(
    cast: Cast, browser: Open
) -> None:
    page = browser(as_=cast.nqsw).visit("/qualifications").follow("Write something down")
    page.submit("Write it down", what="other", title="First aid", awarded_on="1/9/2026")
    assert "Written down by you" in page.text
    assert (
        "Written down by themself"
        in browser(as_=cast.manager).visit(f"/people/{cast.nqsw.id}/qualifications").text
    )
    held = a_qualification(cast.nqsw, cast.hr)
    assert page.visit(f"/qualifications/{held.id}/change").status == 403
    assert browser(as_=cast.hr).visit(f"/qualifications/{held.id}/change").status == 200


def test_what_is_due_is_everybodys_for_hr_and_of_their_own_people_for_a_manager(
    cast: Cast, browser: Open
) -> None:
    a_qualification(cast.coach, cast.hr)
    a_qualification(cast.panel, cast.hr, expires_on=TODAY - timedelta(days=3))
    a_qualification(cast.worker, cast.hr, expires_on=date(2027, 1, 10))
    a_qualification(cast.worker, cast.hr, awarded_on=TODAY, expires_on=date(2027, 11, 26))
    cast.nqsw.registered_until = date(2026, 11, 30)
    hr = browser(as_=cast.hr).visit("/qualifications/due")
    assert "1 thing has passed and 2 things end within 90 days." in hr.text
    assert "Ivan Petrov" in hr.text
    hr.follow("Within 30 days")
    assert "Priya Nair" in hr.text
    assert "Registration with the regulator" in hr.text
    manager = browser(as_=cast.manager).visit("/qualifications/due")
    assert "2 things end within 90 days." in manager.text
    assert "Ivan Petrov" not in manager.text
    chase = hr.send("get", "/qualifications/due/export").get_data(as_text=True)
    assert [line.split(",")[0] for line in chase.splitlines()[1:]] == [
        "Ivan Petrov", "Amira Khan", "Priya Nair",
    ]  # fmt: skip
    nobody = browser(as_=cast.worker).visit("/qualifications/due")
    assert "Nothing has passed" in nobody.text
    assert not list(due.every_due(cast.harbour_hr, "30", TODAY))


def test_each_hears_of_it_once_before_and_once_after_and_the_manager_too(cast: Cast) -> None:
    a_qualification(cast.coach, cast.hr)
    a_qualification(cast.worker, cast.hr, expires_on=date(2027, 2, 1))
    cast.nqsw.registered_until = TODAY - timedelta(days=1)
    here = cast.hr.organisation_id
    assert operations.tell_of_expiry(here) == 3
    assert operations.tell_of_expiry(here) == 0
    told = [(each.person_id, each.text) for each in db.session.query(Notice)]
    assert (cast.nqsw.id,
            "Your registration with the regulator ended on Wednesday 25 November 2026.") in told  # fmt: skip
    managers = sorted(text for person, text in told if person == cast.manager.id)
    assert managers == [
        "Amira Khan: Registration with the regulator ended on Wednesday 25 November 2026.",
        "Priya Nair: Best interests assessor (BIA) is valid until Sunday 20 December 2026.",
    ]
    assert len(told) == 5
    db.session.commit()
