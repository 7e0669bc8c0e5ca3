"""Direct observations: planned, moved, consented to, written in parts, finished by both."""

from datetime import date

import pytest
from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import observing
from portal.induction.entry import NotPossibleError
from portal.induction.models import Observation, ObservationMove
from portal.induction.operations import observation_parts as parts
from portal.induction.operations import observations as operations
from portal.induction.policies import observations as policies
from portal.induction.queries import observations as queries
from portal.notices.models import Notice
from tests.conftest import TODAY
from tests.factories.induction import START, an_induction, item_of
from tests.factories.mentoring import a_pairing
from tests.factories.observations import an_observation, finished_by_both, section_of

THURSDAY = date(2026, 12, 3)


@pytest.fixture
def year(cast):
    return an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)


def told(person):
    return set(db.session.scalars(select(Notice.text).where(Notice.person_id == person.id)))


def test_the_number_and_the_place_in_the_programme_come_by_themselves(cast, year):
    first = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    second = an_observation(year, by=cast.nqsw, observer=cast.consultant, planned_on=THURSDAY)
    assert [first.number, second.number] == [1, 2]
    assert second.item_id == item_of(year, "observation-2").id
    assert item_of(year, "observation-2").booked_on == THURSDAY


def test_a_fourth_is_one_more_than_the_programme_asks_for(cast, year):
    made = [an_observation(year, by=cast.nqsw, observer=cast.assessor) for _ in range(4)]
    assert [each.number for each in made] == [1, 2, 3, 4]
    assert made[3].item_id is None


def test_one_that_was_recorded_by_hand_keeps_its_number(cast, year):
    from portal.induction.operations import record_item_held

    record_item_held(cast.assessor, item_of(year, "observation-1"), date(2026, 8, 19))
    made = an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=THURSDAY)
    assert (made.number, made.item_id) == (2, item_of(year, "observation-2").id)


def test_the_person_and_the_observer_are_told(cast, year):
    an_observation(year, by=cast.coordinator, observer=cast.consultant, planned_on=THURSDAY)
    assert "Siân Hughes asks you to observe Amira Khan on Thursday 3 December 2026." in told(
        cast.consultant
    )
    assert (
        "Siân Hughes planned your direct observation by Tom Varga for Thursday 3 December 2026."
        in told(cast.nqsw)
    )


def test_before_the_start_of_the_year_is_refused_with_a_sentence(cast, year):
    with pytest.raises(NotPossibleError, match="The induction year starts on 29 June 2026"):
        an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=date(2026, 6, 26))


def test_moving_keeps_what_it_was_and_asks_the_family_anew(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=THURSDAY)
    operations.record_consent(cast.nqsw, observation, answer="yes", on=TODAY, how="spoken")
    later = date(2026, 12, 10)
    operations.move_observation(cast.nqsw, observation, to=later, reason="family")
    move = db.session.scalars(select(ObservationMove)).one()
    assert (move.was_on, move.moved_to, move.word) == (THURSDAY, later, "Moved")
    assert observation.consent == ""
    assert item_of(year, "observation-2").booked_on is None
    assert item_of(year, "observation-1").booked_on == later
    assert "Amira Khan moved Amira Khan’s direct observation to Thursday 10 December 2026." in told(
        cast.assessor
    )


def test_what_did_not_take_place_on_its_day_is_missed_and_booked_again(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    operations.move_observation(cast.assessor, observation, to=THURSDAY, reason="observer")
    assert db.session.scalars(select(ObservationMove)).one().word == "Missed"
    assert observation.planned_on == THURSDAY


def test_it_counts_as_held_once_both_have_finished(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.consultant)
    operations.record_consent(cast.nqsw, observation, answer="yes", on=TODAY)
    parts.write_section(cast.nqsw, section_of(observation, "context"), "A first visit.")
    parts.write_section(cast.consultant, section_of(observation, "seen"), "Calm and clear.")
    parts.finish_part(cast.consultant, observation)
    assert item_of(year, "observation-1").held_on is None
    parts.finish_part(cast.nqsw, observation)
    assert observation.is_finished
    assert item_of(year, "observation-1").held_on == date(2026, 8, 19)


@pytest.mark.parametrize(
    ("consent", "said"),
    [("", "Record first what the family answered"), ("no", "The family did not agree")],
)
def test_without_a_yes_nobody_finishes(cast, year, consent, said):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    if consent:
        operations.record_consent(cast.nqsw, observation, answer=consent, on=TODAY)
    parts.write_section(cast.nqsw, section_of(observation, "context"), "A first visit.")
    with pytest.raises(NotPossibleError, match=said):
        parts.finish_part(cast.nqsw, observation)


def test_nobody_finishes_before_the_day_or_with_nothing_written(cast, year):
    coming = an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=THURSDAY)
    with pytest.raises(NotPossibleError, match="It is planned for Thursday 3 December 2026"):
        parts.finish_part(cast.nqsw, coming)
    held = an_observation(
        year, by=cast.nqsw, observer=cast.assessor, setting="professionals", planned_on=TODAY
    )
    assert held.consent == observing.NOT_NEEDED
    with pytest.raises(NotPossibleError, match="Write at least a sentence"):
        parts.finish_part(cast.nqsw, held)


def test_consent_taken_back_deletes_every_word_and_keeps_the_day(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    observation.focus = "How the meeting is opened"
    finished_by_both(observation)
    operations.record_consent(cast.nqsw, observation, answer="withdrawn", on=TODAY)
    db.session.flush()
    db.session.expire_all()
    assert {each.words for each in queries.sections_of(observation)} == {""}
    assert observation.focus == ""
    assert item_of(year, "observation-1").held_on == date(2026, 8, 19)
    with pytest.raises(NotPossibleError, match="taken their consent back"):
        parts.write_section(cast.nqsw, section_of(observation, "reflection"), "More.")


def test_nobody_takes_back_a_yes_that_was_never_said(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    with pytest.raises(NotPossibleError, match="They had not said yes"):
        operations.record_consent(cast.nqsw, observation, answer="withdrawn", on=TODAY)


def test_taking_consent_back_twice_changes_nothing_and_says_what_to_do(cast, year, browser):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    operations.record_consent(cast.nqsw, observation, answer="yes", on=TODAY)
    operations.record_consent(cast.nqsw, observation, answer="withdrawn", on=TODAY)
    with pytest.raises(NotPossibleError, match="Move the observation to ask another family"):
        operations.record_consent(cast.assessor, observation, answer="withdrawn", on=TODAY)
    entries = select(AuditEntry).where(AuditEntry.action == "induction.consent_recorded")
    assert len(list(db.session.scalars(entries))) == 2


def test_very_many_words_are_refused_and_kept_and_emoji_are_words(cast, year, browser):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    writer = browser(as_=cast.nqsw)
    writer.visit(f"/observations/sections/{section_of(observation, 'context').id}")
    words = "A calm visit. " * 3_600
    writer.submit("Save", words=words)
    assert writer.status == 422
    assert "Write at most 8,000 letters" in writer.text
    assert words.strip() in writer.html
    writer.submit("Save", words="A calm visit 🙂")
    assert "A calm visit 🙂" in writer.text


def test_each_writes_only_their_own_sections(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.consultant)
    for key, section in ((each.key, each) for each in queries.sections_of(observation)):
        mine = key in ("context", "reflection")
        assert policies.write_section(cast.nqsw, section) is mine, key
        assert policies.write_section(cast.consultant, section) is not mine, key
        assert not policies.write_section(cast.assessor, section)
        assert not policies.write_section(cast.coordinator, section)


def test_the_other_reads_a_part_once_it_is_finished_and_others_once_both_are(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.consultant)
    operations.record_consent(cast.nqsw, observation, answer="yes", on=TODAY)
    seen, reflection = section_of(observation, "seen"), section_of(observation, "reflection")
    context = section_of(observation, "context")
    assert policies.read_section(cast.consultant, context)
    assert not policies.read_section(cast.nqsw, seen)
    assert not policies.read_section(cast.consultant, reflection)
    parts.write_section(cast.consultant, seen, "Calm and clear.")
    parts.finish_part(cast.consultant, observation)
    assert policies.read_section(cast.nqsw, seen)
    assert policies.read_section(cast.assessor, seen)
    assert not policies.read_section(cast.manager, seen)
    parts.write_section(cast.nqsw, reflection, "I listened more.")
    parts.finish_part(cast.nqsw, observation)
    assert policies.read_section(cast.manager, seen)
    assert policies.read_section(cast.coordinator, reflection)
    assert not policies.read_section(cast.worker, seen)


def test_a_part_is_opened_again_until_the_other_has_finished(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    operations.record_consent(cast.nqsw, observation, answer="yes", on=TODAY)
    parts.write_section(cast.nqsw, section_of(observation, "context"), "A first visit.")
    parts.finish_part(cast.nqsw, observation)
    with pytest.raises(NotPossibleError, match="You have finished your part"):
        parts.write_section(cast.nqsw, section_of(observation, "context"), "Another.")
    parts.reopen_part(cast.nqsw, observation)
    parts.write_section(cast.nqsw, section_of(observation, "context"), "Another.")
    finished_by_both(observation)
    with pytest.raises(NotPossibleError, match="it stays as it is"):
        parts.reopen_part(cast.nqsw, observation)


def test_who_has_written_stays_the_observer(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.consultant)
    change = {"setting": "review", "focus": ""}
    operations.change_observation(cast.nqsw, observation, observer=cast.coach, **change)
    assert observation.observer_id == cast.coach.id
    parts.write_section(cast.coach, section_of(observation, "seen"), "Calm.")
    with pytest.raises(NotPossibleError, match="Priya Nair has written in it already"):
        operations.change_observation(cast.nqsw, observation, observer=cast.assessor, **change)


def test_the_trail_holds_no_words_of_it(cast, year):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    finished_by_both(observation, words="secret otter words")
    kept = "".join(str(each) for each in db.session.scalars(select(AuditEntry.particulars)))
    assert "otter" not in kept


def test_a_coach_who_observes_is_told_apart_from_coaching(cast, year, browser):
    a_pairing(coach=cast.coach, supported=cast.nqsw, kind="coaching")
    observation = an_observation(year, by=cast.nqsw, observer=cast.coach)
    address = f"/observations/{observation.id}"
    page = browser(as_=cast.coach).visit(address)
    assert "This record is part of the assessment." in page.text
    assert "You are also their coach or mentor" in page.text


def test_the_planner_shows_who_still_needs_which_by_when(cast, year, browser):
    an_observation(year, by=cast.nqsw, observer=cast.consultant, planned_on=THURSDAY)
    for person in (cast.coordinator, cast.assessor, cast.manager, cast.consultant):
        page = browser(as_=person).visit("/inductions/observations")
        assert "First direct observation" in page.text, person.name
        assert "3 December" in page.text
    assert "Third direct observation" in browser(as_=cast.coordinator).visit(page.url).text
    assert "Third direct observation" not in browser(as_=cast.consultant).visit(page.url).text
    assert "Amira" not in browser(as_=cast.panel).visit("/inductions/observations").text


def test_the_planner_finds_by_the_name_of_the_worker_and_of_the_observer(cast, year, browser):
    an_observation(year, by=cast.nqsw, observer=cast.consultant, planned_on=THURSDAY)
    planner = browser(as_=cast.coordinator)
    assert "First direct" in planner.visit("/inductions/observations?q=varga").text
    assert "Third direct" not in planner.text
    assert "Third direct" in planner.visit("/inductions/observations?q=khan").text
    assert "First direct" not in planner.visit("/inductions/observations?q=okoro").text


def test_two_windows_keep_the_words_of_both(cast, year, browser):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    address = f"/observations/sections/{section_of(observation, 'context').id}"
    one, other = browser(as_=cast.nqsw).visit(address), browser(as_=cast.nqsw).visit(address)
    one.submit("Save", words="The words of the first window")
    other.submit("Save", words="The words of the second window")
    assert other.status == 409
    assert "The words of the first window" in other.text
    assert "The words of the second window" in other.html
    other.submit("Save", words="Both together")
    assert other.status == 200
    assert "Both together" in other.text


def test_an_observation_is_planned_written_and_finished_on_pages(cast, year, browser):
    worker, observer = browser(as_=cast.nqsw), browser(as_=cast.assessor)
    worker.visit(f"/inductions/{year.id}/observations").follow("Plan an observation")
    worker.submit("Plan it", planned_on="26/6/2026", setting="home visit")
    assert worker.status == 422
    assert "The induction year starts on 29 June 2026" in worker.text
    worker.submit("Plan it", planned_on="26/11/2026")
    assert worker.heading == "Direct observation 1"
    worker.follow("Record what they said").submit("Save", answer="yes", on="26/11/2026")
    worker.follow("Write").submit("Save", words="A first visit")
    observer.visit(worker.url).follow("Write").submit("Save", words="Calm and clear")
    observer.submit("My part is finished")
    worker.visit(worker.url).submit("My part is finished")
    assert "finished by both" in worker.text
    assert "Calm and clear" in worker.text
    assert db.session.scalars(select(Observation)).one().is_finished


def test_an_observer_is_found_by_name_among_those_who_may(cast, year, browser):
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/observations/new")
    plan = {"planned_on": "26/11/2026", "setting": "home visit"}
    worker.submit("Plan it", **plan, observer_name="Nobody Such")
    assert worker.status == 422
    assert "Nobody who may observe is found by “Nobody Such”" in worker.text
    assert "Nobody Such" in worker.html
    worker.submit("Plan it", **plan, observer_name=cast.worker.family_name)
    assert "Nobody who may observe is found" in worker.text
    worker.submit("Plan it", **plan, observer_name="var")
    assert worker.heading == "Direct observation 1"
    assert db.session.scalars(select(Observation)).one().observer_id == cast.consultant.id


def test_where_a_name_means_several_they_are_offered_first(cast, year, browser, monkeypatch):
    monkeypatch.setattr(queries, "observers", lambda year, chosen="": [year.assessor])
    monkeypatch.setattr(queries, "observers_named", lambda year, typed: [cast.coach, cast.manager])
    worker = browser(as_=cast.nqsw).visit(f"/inductions/{year.id}/observations/new")
    worker.submit("Plan it", planned_on="26/11/2026", setting="review", observer_name="a")
    assert worker.status == 422
    assert "Choose whom you mean by “a”: they stand first in the list" in worker.text


def test_the_advice_asks_for_one_early_one_late_and_two_observers(cast, year):
    made = [
        an_observation(year, by=cast.nqsw, observer=cast.assessor, planned_on=day)
        for day in (date(2026, 11, 24), date(2026, 11, 25), TODAY)
    ]
    ends = year.planned_end_on
    assert observing.advice(made, wanted=3, started_on=START, ends=ends) == [
        "None is in the first third of the year.",
        "None is in the last third of the year.",
        "All three have the same observer. Ask somebody else for one of them.",
    ]
    assert observing.advice([], wanted=3, started_on=START, ends=ends) == []


def test_words_that_may_identify_somebody_are_asked_about_before_they_are_saved(
    cast, year, browser
):
    observation = an_observation(year, by=cast.nqsw, observer=cast.assessor)
    writer = browser(as_=cast.nqsw)
    writer.visit(f"/observations/sections/{section_of(observation, 'context').id}")
    writer.submit("Save", words="We meet at 12 Mill Lane, her number is 07700 900123.")
    assert writer.status == 422
    assert "looks like" in writer.text
    writer.submit("Save", is_checked="y")
    assert writer.heading == "Direct observation 1"
