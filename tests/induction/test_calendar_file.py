"""The days of a year as a file for one's own calendar, as RFC 5545 has it."""

from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import operations
from portal.induction.calendar_file import Event, text, written
from portal.web.content_lines import folded
from tests.factories.induction import an_induction, item_of

ID = UUID(int=7)
MOMENT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def unfolded(content: str) -> list[str]:
    return content.replace("\r\n ", "").split("\r\n")


def a_file(title: str = "6 month review", *, is_agreed: bool = False) -> str:
    event = Event(ID, date(2026, 12, 31), title, is_agreed)
    return written("My year", [event], address="http://127.0.0.1/x", moment=MOMENT)


def test_a_day_is_whole_free_private_and_keeps_its_id() -> None:
    lines = unfolded(a_file())
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert f"UID:{ID}@tandem" in lines
    assert "DTSTAMP:20261126T093000Z" in lines
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "SUMMARY:Due: 6 month review" in lines
    assert {"TRANSP:TRANSPARENT", "CLASS:PRIVATE"} <= set(lines)
    assert "SUMMARY:6 month review" in unfolded(a_file(is_agreed=True))


def test_what_parts_or_ends_a_value_is_written_as_text() -> None:
    assert text("a, b; c\\d\ne") == "a\\, b\\; c\\\\d\\ne"
    assert "END:VEVENT" not in unfolded(a_file("x\r\nEND:VEVENT"))[8:13]


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut(title: str) -> None:
    content = a_file(title)
    for line in content.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line
        assert "\r" not in line
    assert f"SUMMARY:Due: {text(title)}" in unfolded(content)


def test_75_octets_stay_one_line_and_one_more_begins_another() -> None:
    assert folded("x" * 75) == "x" * 75
    assert folded("x" * 76) == "x" * 75 + "\r\n x"
    assert folded("é" * 38) == "é" * 37 + "\r\n é"


def test_my_calendar_is_taken_as_a_file_without_names_or_what_is_done(browser, cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    held, booked = item_of(year, "agreement"), item_of(year, "review-6")
    operations.record_item_held(cast.assessor, held, date(2026, 7, 8))
    operations.book_item(cast.assessor, booked, date(2026, 12, 17))
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/calendar")
    answer = page.client.get(f"/inductions/{year.id}/calendar/file")
    assert "Take these dates into your own calendar" in page.text
    assert answer.content_type == "text/calendar; charset=utf-8"
    lines = unfolded(answer.get_data(as_text=True))
    assert f"UID:{booked.id}@tandem" in lines
    assert "DTSTART;VALUE=DATE:20261217" in lines
    assert f"UID:{held.id}@tandem" not in lines
    assert not [line for line in lines if cast.nqsw.family_name in line]
    taken = db.session.query(AuditEntry).filter_by(action="induction.calendar_exported").one()
    assert taken.actor_id == cast.nqsw.id


def test_hr_finds_the_calendar_from_the_person_and_takes_no_file(browser, cast) -> None:
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    db.session.commit()
    page = browser(as_=cast.hr).visit(f"/people/{cast.nqsw.id}")
    page.follow("Pauses, last day and probation")
    assert page.heading == f"Calendar of {cast.nqsw.name}"
    assert "What is due when" not in page.text
    assert "own calendar" not in page.text
    assert page.client.get(f"/inductions/{year.id}/calendar/file").status_code == 403
