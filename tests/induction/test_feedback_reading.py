"""Feedback once it is there: read first by somebody named, passed on, or kept back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import feedback_links, giving
from portal.induction.entry import NotPossibleError
from portal.induction.models import Feedback
from portal.induction.operations import feedback as operations
from portal.induction.policies import feedback as policies
from portal.induction.queries import feedback as queries
from portal.notices.models import Notice
from portal.standards import queries as evidence
from tests.conftest import TODAY
from tests.factories.feedback import WORDS, a_request, an_answer
from tests.factories.induction import an_induction, item_of
from tests.factories.standards import PQS


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def told(person):
    return set(db.session.scalars(select(Notice.text).where(Notice.person_id == person.id)))


def actions():
    return set(db.session.scalars(select(AuditEntry.action)))


def everything_kept():
    kept = []
    for table in db.metadata.sorted_tables:
        kept += [str(tuple(row)) for row in db.session.execute(select(table))]
    return "\n".join(kept)


def test_the_worker_sees_only_that_it_came_until_it_is_passed_on(browser, cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    page = f"/inductions/{year.id}/feedback"
    worker = browser(as_=cast.nqsw).visit(page)
    assert "She was kind" not in worker.html
    assert "Dan Okoro reads it by Friday 27 November 2026" in worker.text
    assert worker.visit(f"/feedback/{answer.id}/reading").status == 403
    reader = browser(as_=cast.assessor).visit("/feedback-to-read").follow("From a family")
    reader.submit("Pass it on", went_well="She was kind to us.")
    assert reader.status == 200
    worker.visit(page)
    assert "She was kind to us." in worker.text
    assert item_of(year, "family-feedback-1").held_on == TODAY
    assert "Feedback from a family is there for you to read." in told(cast.nqsw)


def test_what_the_reader_takes_out_is_kept_nowhere(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    operations.pass_on(cast.assessor, answer, {"went_well": "She was gentle."})
    db.session.flush()
    kept = everything_kept()
    assert "She was kind." not in kept
    assert "She was gentle." in kept


def test_two_readers_do_not_pass_on_twice(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    operations.pass_on(cast.assessor, answer, {"went_well": ""})
    with pytest.raises(NotPossibleError, match="seen to already"):
        operations.pass_on(cast.coordinator, answer, {"went_well": ""})


def test_where_somebody_may_be_unsafe_it_does_not_go_on(browser, cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    address = f"/feedback/{answer.id}/reading"
    reader = browser(as_=cast.assessor).visit(address)
    reader.submit("Somebody may not be safe")
    assert "This portal does not report anything. Call now." in reader.text
    assert "She was kind." in reader.text
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback")
    assert "Does not go on" in worker.text
    assert "She was kind" not in worker.html
    reader.submit("I have called")
    db.session.rollback()
    assert "She was kind." not in everything_kept()


def test_an_answer_that_cannot_go_on_is_deleted(browser, cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    browser(as_=cast.coordinator).visit(f"/feedback/{answer.id}/reading").submit("Delete its words")
    db.session.rollback()
    assert "She was kind." not in everything_kept()
    assert db.session.get_one(Feedback, answer.id).state == "kept back"


def test_a_professional_without_an_account_is_read_at_once_where_nothing_identifies(
    browser, cast, year, commit
):
    path = feedback_links.path_to(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL))
    commit()
    visitor = browser().visit(path)
    assert "Who reads it: Amira Khan, the assessor and the coordinator" in visitor.text
    visitor.submit("Send it", role_in_words="Health visitor", went_well="Amira is clear.")
    assert visitor.heading == "Thank you"
    assert "Amira is clear." in browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback").text
    assert item_of(year, "professional-feedback-1").held_on == TODAY
    assert "induction.feedback_received" in actions()


def test_a_professional_is_warned_and_what_may_identify_is_read_first(browser, cast, year, commit):
    path = feedback_links.path_to(a_request(year, by=cast.nqsw, kind=giving.PROFESSIONAL))
    commit()
    visitor = browser().visit(path)
    words = "Clear. Ring me on 07700 900123."
    visitor.submit("Send it", role_in_words="Teacher", went_well=words)
    assert visitor.status == 422
    assert "07700 900123 looks like" in visitor.text
    visitor.submit("Send it", is_checked="y")
    assert visitor.heading == "Thank you"
    assert db.session.scalars(select(Feedback.state)).one() == "to read"
    reader = browser(as_=cast.assessor).visit("/feedback-to-read").follow("From another")
    assert "These may say who somebody is: 07700 900123." in reader.text
    reader.submit("Pass it on")
    assert reader.status == 422
    reader.submit("Pass it on", went_well="Clear.")
    assert reader.status == 200
    db.session.rollback()
    assert "07700" not in everything_kept()


def test_paper_is_typed_in_by_whoever_reads_first_and_never_by_the_worker(browser, cast, year):
    address = f"/inductions/{year.id}/feedback/typing-in"
    assert browser(as_=cast.nqsw).visit(address).status == 403
    assert (
        "☐ Sometimes" in browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/feedback/paper").text
    )
    typing = browser(as_=cast.assessor).visit(address)
    typing.submit("Save", listened="yes", went_well="Kind", agreed="y")
    assert typing.heading == "From a family"
    typing.submit("Pass it on")
    assert item_of(year, "family-feedback-1").held_on == TODAY


def test_where_there_is_no_assessor_the_coordinator_reads_first(cast):
    year = an_induction(cast.nqsw, by=cast.coordinator)
    answer = an_answer(a_request(year, by=cast.nqsw))
    assert queries.readers_of(year) == [cast.coordinator]
    assert any("Read it by Friday 27 November 2026" in text for text in told(cast.coordinator))
    assert policies.read_feedback(cast.coordinator, answer)
    assert not policies.read_feedback(cast.assessor, answer)


def test_what_a_family_takes_back_is_deleted_and_counts_as_evidence_no_longer(browser, cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    operations.pass_on(cast.assessor, answer, {"went_well": "She was kind."})
    page = f"/inductions/{year.id}/feedback"
    assert "They take it back" not in browser(as_=cast.nqsw).visit(page).text
    reader = browser(as_=cast.assessor).visit(page)
    for _ in range(2):
        reader.post(f"/feedback/{answer.id}/taking-back")
    db.session.rollback()
    assert "She was kind." not in everything_kept()
    assert item_of(year, "family-feedback-1").held_on == TODAY
    assert evidence.overview(cast.nqsw.id, PQS).pieces == 0
    assert sum("took their feedback back" in text for text in told(cast.nqsw)) == 1
    assert browser(as_=cast.nqsw).post(f"/feedback/{answer.id}/taking-back").status == 403


def test_the_list_to_read_and_its_policy_agree(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    for person in (cast.nqsw, cast.assessor, cast.coordinator, cast.manager, cast.coach):
        listed = answer in queries.to_read(person)
        assert listed is policies.read_feedback(person, answer), person.name


def test_a_day_of_answers_is_counted_without_actor_or_moment(cast, year):
    answers = [an_answer(a_request(year, by=cast.nqsw)) for _ in range(2)]
    assert operations.count_answers() == 0
    with clock.set_to(day=TODAY + timedelta(days=1)):
        assert operations.count_answers() == 2
        assert operations.count_answers() == 0
    entry = db.session.scalars(
        select(AuditEntry).where(AuditEntry.action == "induction.feedback_counted")
    ).one()
    assert entry.actor_id is None
    assert entry.particulars == {"day": "2026-11-26", "families": 2, "all": 2}
    assert all(each.is_counted for each in answers)


def test_the_words_of_a_family_are_never_in_the_trail(cast, year):
    answer = an_answer(a_request(year, by=cast.nqsw))
    operations.pass_on(cast.assessor, answer, {"went_well": WORDS["went_well"]})
    kept = "".join(str(each) for each in db.session.scalars(select(AuditEntry.particulars)))
    assert "kind." not in kept


def test_the_daily_command_counts_what_nobody_has_read_yet(app, cast, year, commit):
    from portal.induction.commands import count_feedback

    an_answer(a_request(year, by=cast.nqsw))
    commit()
    with clock.set_to(day=TODAY + timedelta(days=1)):
        said = app.test_cli_runner().invoke(count_feedback, []).output
    assert said == "1 answers counted.\n"
    db.session.rollback()
    assert "induction.feedback_counted" in actions()


def test_home_says_that_an_answer_waits_to_be_read_by_when(browser, cast, year, commit):
    assert "Read feedback" not in browser(as_=cast.assessor).visit("/").text
    an_answer(a_request(year, by=cast.nqsw))
    for reader in (cast.assessor, cast.coordinator):
        home = browser(as_=reader).visit("/")
        assert "Read feedback before it goes on" in home.text
        assert home.follow("1 answer waits").heading == "To read before it goes on"
    assert "Read feedback" not in browser(as_=cast.nqsw).visit("/").text
