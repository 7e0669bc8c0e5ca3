"""Direct observations: planned, moved, consented to, written in parts, finished by both."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from portal.audit.models import AuditEntry
from portal.database import db
from portal.induction import observing
from portal.induction.entry import NotPossibleError
from portal.induction.models import ObservationMove
from portal.induction.moving import Moves, Stop, hours_of
from portal.induction.operations import observation_parts as parts
from portal.induction.operations import observations as operations
from portal.induction.policies import observations as policies
from portal.induction.queries import observations as queries
from portal.notices.models import Notice
from tests.conftest import TODAY
from tests.factories.induction import ASYE, an_induction, item_of
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


@pytest.mark.parametrize(
    ("moves", "last"),
    [
        (Moves(), date(2026, 9, 30)),
        (Moves(stops=(Stop(date(2026, 8, 1), date(2026, 8, 30)),)), date(2026, 10, 30)),
        (Moves(hours=hours_of(Decimal(1), [(date(2026, 7, 1), Decimal("0.5"), THURSDAY)])), None),
    ],
)
def test_the_stage_of_an_observation_follows_pauses_and_other_hours(moves, last):
    first = ASYE.stages[0]

    def stage_on(day):
        began = date(2026, 7, 1)
        return observing.stage_on(ASYE, day, started_on=began, fte=Decimal(1), moves=moves)

    last = last or date(2026, 12, 31)
    assert stage_on(last) == first
    assert stage_on(last + timedelta(days=1)) != first
