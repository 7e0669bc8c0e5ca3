"""Hours by kind of help: a consultant's own, and totals that name nobody."""

from collections.abc import Callable
from datetime import date, time, timedelta

from portal.database import db
from portal.people.models import Person
from portal.support import operations
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person
from tests.factories.support import a_consultation, a_question, a_slot, answered_by

Open = Callable[..., Browser]


def held(cast: Cast, by: Person, day: date, kind: str = "court-work") -> None:
    """A consultation of half an hour that took place on this day."""
    slot = a_slot(cast.consultant, meets_on=date(2026, 12, 3) + timedelta(days=held.number),
                  from_time=time(14))  # fmt: skip
    held.number += 1
    booked = a_consultation(slot, by, kind)
    slot.meets_on = day
    operations.hold_consultation(cast.consultant, booked)
    slot.withdrawn_on = day  # so that another may stand there


held.number = 0


def test_a_consultant_sees_their_own_hours_by_kind_and_month(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.consultant).visit("/support/hours")
    assert "You gave no help yet that counts." in page.text
    held(cast, cast.nqsw, date(2026, 10, 8))
    held(cast, cast.nqsw, date(2026, 11, 12), "assessment")
    answered_by(cast.consultant, a_question(cast.worker))
    page = browser(as_=cast.consultant).visit("/support/hours")
    assert "You gave 1.2 hours of help, in 2 consultations and 1 answer." in page.text
    assert "October 2026" in page.text
    assert "An assessment or a plan" in page.text
    assert "Amira" not in page.text
    assert "Totals" not in page.text
    file = page.send("get", "/support/hours/export?as=csv").get_data(as_text=True)
    assert "Court work,1,1,45" in file


def test_totals_are_told_from_ten_people_and_name_nobody(cast: Cast, browser: Open) -> None:
    people = [a_person(cast.hr, given=f"Per{n}", family="Son") for n in range(10)]
    for person in people[:9]:
        held(cast, person, date(2026, 11, 12))
    db.session.commit()
    for reader in (cast.hr, cast.principal):
        page = browser(as_=reader).visit("/support/hours")
        assert "Too few people were helped for totals." in page.text
        assert "4.5" not in page.text
    held(cast, people[9], date(2026, 10, 8), "assessment")
    page = browser(as_=cast.principal).visit("/consultants").follow("Hours of consultants")
    assert "Consultants gave 5.0 hours of help, in 10 consultations and 0 answers." in page.text
    assert "All together" in page.text
    assert "An assessment or a plan" not in page.text
    assert "Tom" not in page.text
    assert "Too few" in page.follow("2025").text


def test_nobody_else_sees_hours(cast: Cast, browser: Open) -> None:
    for person in (cast.manager, cast.worker, cast.nqsw, cast.admin, cast.coordinator):
        assert browser(as_=person).visit("/support/hours").status == 403, person.name
