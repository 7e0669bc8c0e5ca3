"""Consultants by page: found by what they can help with, slots opened, booked once, cancelled."""

from collections.abc import Callable
from datetime import date, time

import pytest

from portal.audit.models import AuditEntry
from portal.database import db
from portal.notices.models import Notice
from portal.people.models import DaysAway, PersonStrength
from portal.support.models import Consultation, ConsultationSlot
from tests.browser import Browser
from tests.cast import Cast
from tests.factories.people import a_person, a_role
from tests.factories.support import a_consultation, a_slot

Open = Callable[..., Browser]


def away(person, first: date, last: date | None = None) -> None:
    db.session.add(DaysAway(organisation_id=person.organisation_id, person_id=person.id,
                            started_on=first, ended_on=last))  # fmt: skip
    db.session.flush()


def strength(person, key: str) -> None:
    db.session.add(PersonStrength(organisation_id=person.organisation_id, person_id=person.id,
                                  strength=key))  # fmt: skip


def test_consultants_are_found_by_what_they_can_help_with(cast: Cast, browser: Open) -> None:
    other = a_person(cast.hr, given="Bea", family="Bright")
    a_role(other, "consultant")
    strength(cast.consultant, "court-skills")
    strength(other, "neglect")
    strength(cast.worker, "court-skills")
    away(other, date(2026, 11, 24), date(2026, 12, 11))
    a_slot(cast.consultant)
    page = browser(as_=cast.nqsw).visit("/consultants")
    assert "Tom Varga" in page.text
    assert "Away until 11 December 2026" in page.text
    assert "Thursday 3 December 2026, 14:00" in page.text
    assert "Leila Taylor" not in page.text
    page.visit("/consultants?specialism=court-skills")
    assert "Tom Varga" in page.text
    assert "Bea Bright" not in page.text
    page.visit("/consultants?specialism=clear-writing")
    assert "No consultant can help with clear writing." in page.text
    assert browser(as_=cast.harbour_hr).visit(f"/consultants/{other.id}").status == 404
    assert "Tom Varga" not in browser(as_=cast.harbour_hr).visit("/consultants").text


def test_a_consultant_opens_slots_for_weeks_and_hears_what_was_left_out(
    cast: Cast, browser: Open
) -> None:
    away(cast.consultant, date(2026, 12, 10), date(2026, 12, 10))
    page = browser(as_=cast.consultant).visit("/consultation-slots")
    assert "You have no slot open." in page.text
    page.submit("Open", meets_on="3/12/2026", from_time="14:00", weeks="4", place="Room 4")
    assert "3 slots are open, the first on Thursday 3 December 2026." in page.text
    assert "Left out: You are away on Thursday 10 December 2026." in page.text
    page.submit("Open", meets_on="3/12/2026", from_time="14:15")
    assert page.status == 422
    assert "You have a slot then already: Thursday 3 December 2026, 14:00 to 14:30" in page.text
    page.visit("/consultation-slots").submit("Open", meets_on="10/12/2026", from_time="9.30")
    assert page.status == 422
    assert "You are away on Thursday 10 December 2026. Choose another time" in page.text
    assert 'value="9.30"' in page.html
    assert db.session.query(ConsultationSlot).count() == 3
    entries = db.session.query(AuditEntry).filter_by(action="support.slot_opened")
    assert entries.count() == 3


def test_a_slot_is_booked_for_a_kind_of_help_and_stands_on_both_homes(
    cast: Cast, browser: Open
) -> None:
    slot = a_slot(cast.consultant)
    page = browser(as_=cast.nqsw).visit(f"/consultants/{cast.consultant.id}")
    page.follow("Thursday 3 December 2026, 14:00 to 14:30").submit("Book it")
    assert page.status == 422
    assert "Choose what kind of help it is" in page.text
    page.submit("Book it", kind="court-work")
    assert page.heading == "Consultation with Tom Varga"
    assert "Court work" in page.text
    mine, his = browser(as_=cast.nqsw).visit("/"), browser(as_=cast.consultant).visit("/")
    assert "Consultation with Tom Varga" in mine.text
    assert "Consultation with Amira Khan" in his.text
    told = db.session.query(Notice).filter_by(person_id=cast.consultant.id).one()
    assert told.text == (
        "Amira Khan booked you: Thursday 3 December 2026, 14:00 to 14:30, by phone."
    )
    assert "Court" not in told.text
    assert browser(as_=cast.consultant).visit(told.link).heading == "Consultation with Amira Khan"
    assert "Amira Khan" in browser(as_=cast.consultant).visit("/consultation-slots").text
    hers = db.session.query(Notice).filter_by(person_id=cast.nqsw.id).one()
    assert hers.text == "You booked Tom Varga: Thursday 3 December 2026, 14:00 to 14:30, by phone."
    assert "You have booked" in browser(as_=cast.nqsw).visit("/consultants").text
    assert db.session.query(Consultation).filter_by(slot_id=slot.id).one().kind == "court-work"


def test_a_manager_reads_of_their_booking_in_the_news_of_their_home(
    cast: Cast, browser: Open
) -> None:
    a_consultation(a_slot(cast.consultant), cast.manager)
    assert "You booked Tom Varga" in browser(as_=cast.manager).visit("/").text


def test_the_second_of_two_tabs_gets_a_sentence_and_what_is_free_next(
    cast: Cast, browser: Open
) -> None:
    slot = a_slot(cast.consultant)
    a_slot(cast.consultant, from_time=time(15))
    here = f"/consultation-slots/{slot.id}/booking"
    one, two = browser(as_=cast.nqsw).visit(here), browser(as_=cast.worker).visit(here)
    one.submit("Book it", kind="court-work")
    two.submit("Book it", kind="assessment")
    assert two.status == 409
    assert two.heading == "This time is no longer free"
    assert "15:00 to 15:30" in two.text
    assert db.session.query(Consultation).count() == 1
    assert browser(as_=cast.worker).visit(here).heading == "This time is no longer free"
    two.follow("Thursday 3 December 2026, 15:00 to 15:30").submit("Book it", kind="assessment")
    assert db.session.query(Consultation).count() == 2


def test_the_database_itself_refuses_a_second_booking(cast: Cast) -> None:
    slot = a_slot(cast.consultant)
    a_consultation(slot, cast.nqsw)
    db.session.add(Consultation(organisation_id=slot.organisation_id, slot_id=slot.id,
                                booker_id=cast.worker.id, kind="assessment"))  # fmt: skip
    with pytest.raises(Exception, match=r"(?i)unique"):
        db.session.flush()
    db.session.rollback()


def test_a_booking_sent_twice_is_one(cast: Cast, browser: Open) -> None:
    slot = a_slot(cast.consultant)
    page = browser(as_=cast.nqsw).visit(f"/consultation-slots/{slot.id}/booking")
    fields = {e.attrib["name"]: e.attrib["value"] for e in page.all("input")
              if e.attrib.get("name") == "form_key"}  # fmt: skip
    for _ in range(2):
        page.post(f"/consultation-slots/{slot.id}/booking", kind="court-work", **fields)
        assert page.heading == "Consultation with Tom Varga"
    assert db.session.query(Consultation).count() == 1


def test_who_booked_cancels_with_a_sentence_and_the_slot_is_free_again(
    cast: Cast, browser: Open
) -> None:
    slot = a_slot(cast.consultant)
    booked = a_consultation(slot, cast.nqsw)
    page = browser(as_=cast.nqsw).visit(f"/consultations/{booked.id}").follow("Cancel it")
    page.submit("Cancel it", because="")
    assert page.status == 422
    page.submit("Cancel it", because="I am in training on that day.")
    assert "It is cancelled." in page.text
    told = db.session.query(Notice).filter_by(person_id=cast.consultant.id).all()
    assert not any("training" in each.text for each in told)
    his = browser(as_=cast.consultant).visit(f"/consultations/{booked.id}")
    assert "I am in training on that day." in his.text
    again = browser(as_=cast.worker).visit(f"/consultation-slots/{slot.id}/booking")
    again.submit("Book it", kind="assessment")
    assert again.heading == "Consultation with Tom Varga"
    db.session.refresh(booked)
    assert b"training" not in (booked.sealed or b"")


def test_a_consultant_who_cancels_takes_the_slot_back_too(cast: Cast, browser: Open) -> None:
    slot = a_slot(cast.consultant)
    booked = a_consultation(slot, cast.nqsw)
    page = browser(as_=cast.consultant).visit(f"/consultations/{booked.id}/cancellation")
    page.submit("Cancel it", because="Ring Leila on 07700 900123 instead")
    assert page.status == 422
    assert "looks like" in page.text
    page.submit("Cancel it", because="I am in court that day.")
    again = browser(as_=cast.nqsw).visit(f"/consultation-slots/{slot.id}/booking")
    assert again.heading == "This time is no longer free"
    again.post(again.url, kind="court-work")
    assert again.status == 409
    assert "In court" not in browser(as_=cast.nqsw).visit(f"/consultants/{cast.consultant.id}").text


def test_a_slot_with_somebody_in_it_is_not_taken_back_but_cancelled(
    cast: Cast, browser: Open
) -> None:
    free, taken = a_slot(cast.consultant), a_slot(cast.consultant, from_time=time(15))
    a_consultation(taken, cast.nqsw)
    page = browser(as_=cast.consultant).visit("/consultation-slots")
    page.post(f"/consultation-slots/{taken.id}/withdrawal")
    assert "Cancel it with a sentence for them" in page.text
    page.post(f"/consultation-slots/{free.id}/withdrawal")
    assert "Taken back: Thursday 3 December 2026, 14:00 to 14:30." in page.text
    db.session.refresh(free)
    assert free.withdrawn_on == date(2026, 11, 26)


def test_a_consultant_who_marks_days_away_cannot_be_booked_on_them(
    cast: Cast, browser: Open
) -> None:
    slot = a_slot(cast.consultant)
    away(cast.consultant, date(2026, 12, 1), date(2026, 12, 4))
    here = f"/consultants/{cast.consultant.id}"
    assert "No time can be booked at present." in browser(as_=cast.nqsw).visit(here).text
    page = browser(as_=cast.nqsw)
    page.post(f"/consultation-slots/{slot.id}/booking", kind="court-work")
    assert page.status == 409
    assert "You are away" in browser(as_=cast.consultant).visit("/consultation-slots").text


def test_what_was_held_is_said_in_one_tap(cast: Cast, browser: Open) -> None:
    booked = a_consultation(a_slot(cast.consultant), cast.nqsw)
    here = f"/consultations/{booked.id}/holding"
    page = browser(as_=cast.consultant)
    page.post(here)
    assert page.status == 404
    booked.slot.meets_on, booked.slot.from_time = date(2026, 11, 26), time(8)
    db.session.commit()
    home = browser(as_=cast.consultant).visit("/")
    assert "Say that you met Amira Khan" in home.text
    page.visit("/consultation-slots").submit("Held")
    assert "Held: 30 minutes with Amira Khan." in page.text
    db.session.refresh(booked)
    assert booked.state == "held"
    assert "Was it held?" not in page.visit("/consultation-slots").text
    nobody = browser(as_=cast.nqsw)
    nobody.post(here)
    assert nobody.status == 404


def test_nobody_but_the_two_sees_who_booked_whom(cast: Cast, browser: Open) -> None:
    booked = a_consultation(a_slot(cast.consultant), cast.nqsw)
    for person in (cast.manager, cast.hr, cast.admin, cast.principal, cast.worker, cast.harbour_hr):
        assert browser(as_=person).visit(f"/consultations/{booked.id}").status == 404, person.name
    assert browser(as_=cast.worker).visit("/consultation-slots").status == 403


def test_the_directory_says_what_a_team_s_model_lets_a_consultant_decide(
    cast: Cast, browser: Open
) -> None:
    from portal.people.models import Post
    from portal.teams.models import TeamOnModel

    post = db.session.query(Post).filter_by(person_id=cast.consultant.id).one()
    db.session.add(TeamOnModel(organisation_id=post.organisation_id, unit_id=post.unit_id,
                               model_key="unit", model_number=0, started_on=date(2026, 1, 1)))  # fmt: skip
    page = browser(as_=cast.nqsw).visit("/consultants")
    assert "Close a piece of work" in page.text
    assert "Begin court proceedings" not in page.text
    assert "Asks first: The unit meeting" in page.follow("Tom Varga").text


def test_the_directory_asks_no_more_for_many_consultants_than_for_one(
    cast: Cast, browser: Open, statements: list[str]
) -> None:
    page = browser(as_=cast.nqsw).visit("/consultants")
    statements.clear()
    page.visit("/consultants")
    few = len(statements)
    for number in range(30):
        other = a_person(cast.hr, given=f"Con{number}", family="Sultant")
        a_role(other, "consultant")
        a_slot(other)
    db.session.commit()
    statements.clear()
    page.visit("/consultants")
    assert len(statements) <= few + 1
    assert len(statements) <= 12
