"""Feedback that goes by itself: the mail to a professional, one reminder, cover for its reader."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import feedback_links, giving, posting
from portal.induction.models import FeedbackLetter, FeedbackRequest
from portal.induction.operations import chasing
from portal.induction.operations import feedback as operations
from portal.induction.queries import feedback as queries
from portal.notices.models import Notice
from portal.people.models import DaysAway
from tests.conftest import TODAY
from tests.factories.feedback import a_request, an_answer
from tests.factories.induction import an_induction
from tests.notices.post_office import PostOffice, opened

FRIDAY = date(2026, 11, 27)
LAST = giving.last_day(TODAY)  # Thursday 24 December 2026
FIVE_BEFORE = date(2026, 12, 17)
TEACHER = "teacher@school.example"


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


@pytest.fixture
def office(app, monkeypatch):
    """A mail server that the portal is told to use."""
    office = PostOffice()
    server = opened(office)
    monkeypatch.setitem(app.config, "MAIL_URL", office.url)
    yield office
    server.shutdown()
    server.server_close()


@pytest.fixture
def mailed(cast, year, office):
    """A link that the portal sends to a teacher."""
    asked = {"kind": giving.PROFESSIONAL, "way": giving.LINK, "mail_to": TEACHER}
    (request,) = operations.ask_for_feedback(cast.nqsw, year, **asked)
    db.session.commit()
    return request


def told(person):
    found = select(Notice.text).where(Notice.person_id == person.id)
    return list(db.session.scalars(found))


def away(person, *, first=TODAY, last=FRIDAY):
    row = DaysAway(
        organisation_id=person.organisation_id, person_id=person.id,
        started_on=first, ended_on=last,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()


def chased(cast, day):
    with clock.set_to(day=day):
        return chasing.chase(cast.nqsw.organisation_id)


def test_the_portal_sends_the_link_by_mail_and_shows_it_to_nobody(
    browser, cast, year, office, commit
):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    worker.submit("Make it", kind="professional", way="mail", mail_to=f" {TEACHER.upper()} ")
    assert "The link is on its way by mail" in worker.text
    assert "one-time-link" not in worker.html
    commit()
    assert posting.deliver() == 1
    assert posting.deliver() == 0
    (letter,) = office.arrived
    assert letter["To"] == TEACHER
    path = feedback_links.path_to(db.session.scalars(select(FeedbackRequest)).one())
    assert path in letter.get_content()
    assert browser().visit(path).status == 200


def test_without_mail_the_link_is_shown_once_and_no_address_is_asked_for(browser, cast, year):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    assert "By mail" not in worker.text
    worker.submit("Make it", kind="professional", way="link")
    assert "it is shown only here" in worker.text
    assert db.session.query(FeedbackLetter).count() == 0


@pytest.mark.parametrize(
    ("kind", "mail_to", "said"),
    [
        ("family", TEACHER, "No address of a family is kept here"),
        ("professional", "", "Enter the address to which the link is to go"),
        ("professional", "not an address", "is not an e-mail address"),
        ("professional", "a@b.example\r\nBcc: c@d.example", "is not an e-mail address"),
    ],
)
def test_what_cannot_be_mailed_is_refused_with_a_sentence(
    browser, cast, year, office, kind, mail_to, said
):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    worker.submit("Make it", kind=kind, way="mail", mail_to=mail_to)
    assert worker.status == 422
    assert said in worker.text
    assert db.session.query(FeedbackRequest).count() == 0


def test_the_address_goes_with_the_answer_and_no_reminder_follows(cast, mailed, office):
    posting.deliver()
    an_answer(mailed)
    db.session.commit()
    assert db.session.query(FeedbackLetter).count() == 0
    assert chased(cast, FIVE_BEFORE) == 0
    with clock.set_to(day=FIVE_BEFORE):
        assert posting.deliver() == 0


def test_one_reminder_goes_by_itself_five_working_days_before(cast, mailed, office):
    posting.deliver()
    assert giving.remind_on(LAST) == FIVE_BEFORE
    assert chased(cast, FIVE_BEFORE - timedelta(days=1)) == 0
    assert chased(cast, FIVE_BEFORE) == 1
    assert chased(cast, FIVE_BEFORE) == 0
    db.session.commit()
    with clock.set_to(moment=clock.now() + timedelta(days=21)):
        assert posting.deliver() == 1
        assert posting.deliver() == 0
    assert "This is the only reminder." in office.arrived[-1].get_content()
    assert db.session.query(FeedbackLetter).count() == 0
    assert mailed.reminded_on == FIVE_BEFORE


def test_where_no_mail_went_who_asked_is_told_once_for_all_their_links(cast, year):
    for _ in range(2):
        a_request(year, by=cast.nqsw)
    an_answer(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL))
    assert chased(cast, FIVE_BEFORE) == 1
    assert chased(cast, FIVE_BEFORE + timedelta(days=1)) == 0
    (sentence,) = [each for each in told(cast.nqsw) if "no answer yet" in each]
    assert sentence.startswith("Two links or codes for feedback about Amira Khan have no answer")
    assert "until Thursday 24 December 2026" in sentence


def test_an_address_that_takes_no_mail_is_forgotten_and_who_asked_is_told(cast, mailed, office):
    office.refuses = True
    for number in range(posting.MOST_TRIES):
        with clock.set_to(moment=clock.now() + timedelta(hours=5 * number)):
            posting.deliver()
    db.session.rollback()
    assert db.session.query(FeedbackLetter).count() == 0
    assert any("could not be sent. Hand the link on." in each for each in told(cast.nqsw))


def test_the_address_stands_nowhere_once_the_link_is_over(cast, mailed, office):
    posting.deliver()
    chased(cast, LAST + timedelta(days=1))
    db.session.flush()
    kept = [str(row) for t in db.metadata.sorted_tables for row in db.session.execute(select(t))]
    assert TEACHER not in "\n".join(kept)
    actions = set(db.session.scalars(select(AuditEntry.action)))
    assert "induction.feedback_address_deleted" in actions


def test_while_the_assessor_is_away_the_coordinator_reads_first_and_the_family_is_told_so(
    browser, cast, year, commit
):
    assert queries.readers_of(year) == [cast.assessor]
    away(cast.assessor)
    assert queries.readers_of(year) == [cast.coordinator]
    path = feedback_links.path_to(a_request(year, by=cast.nqsw))
    commit()
    assert "Siân Hughes reads your answer first." in browser().visit(path).text
    an_answer(db.session.scalars(select(FeedbackRequest)).one())
    assert any("Read it by Friday 27 November 2026" in each for each in told(cast.coordinator))
    assert not any("Read it by" in each for each in told(cast.assessor))


def test_who_is_back_by_the_day_reads_first(cast, year):
    away(cast.assessor, last=TODAY)
    assert queries.readers_of(year) == [cast.assessor]


def test_where_everybody_is_away_the_assessor_stays_the_reader():
    assert giving.first_readers("Dan", ["Siân"], {"Dan", "Siân"}) == ["Dan"]
    assert giving.first_readers("Dan", ["Siân", "Tom"], {"Dan", "Siân"}) == ["Tom"]
    assert giving.first_readers(None, ["Siân"], {"Siân"}) == ["Siân"]
    assert giving.first_readers(None, [], set()) == []


def test_what_nobody_read_by_its_day_is_told_to_the_coordinators_once(browser, cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    reader = browser(as_=cast.assessor).visit("/feedback-to-read")
    assert "to be read by Friday 27 November 2026" in reader.text
    page = reader.follow("From a family")
    assert "pass it on to Amira Khan by Friday 27 November 2026" in page.text
    assert chased(cast, FRIDAY) == 0
    monday = FRIDAY + timedelta(days=3)
    assert chased(cast, monday) == 1
    assert chased(cast, monday) == 0
    assert any("and still waits. Please read it now." in each for each in told(cast.coordinator))
    assert answer.late_told_on == monday


def test_the_pages_about_feedback_cost_no_more_than_a_page_may(
    browser, cast, year, statements, commit
):
    first = a_request(year, by=cast.nqsw)
    an_answer(a_request(year, by=cast.nqsw))
    commit()
    inside = f"/inductions/{year.id}/feedback"
    for who, address in (
        (cast.nqsw, inside),
        (cast.assessor, inside),
        (cast.assessor, f"{inside}/paper"),
        (cast.coordinator, "/feedback-to-read"),
        (None, feedback_links.path_to(first)),
    ):
        mine = browser(as_=who) if who else browser()
        mine.visit(address)
        statements.clear()
        assert mine.visit(address).status == 200
        assert len(statements) <= 12, (address, len(statements))


def test_a_letter_that_an_answer_has_taken_with_it_stops_no_other(mailed, office):
    """An answer can come between the claim of its letter and the writing of the mail."""
    assert posting._written(uuid4()) is None
    assert posting.deliver() == 1
