"""A notice that asks for something is read once it is done, whoever did it and however."""

from datetime import date
from pathlib import Path

import pytest

import portal
from portal.database import Base, db
from portal.induction import operations as years
from portal.mentoring import operations as pairs
from portal.notices.models import Notice
from portal.notices.settling import SETTLED_BY
from portal.pathways import operations as progression
from tests.factories.induction import an_induction
from tests.factories.mentoring import a_pairing
from tests.factories.panels import a_panel, an_application
from tests.factories.teams import a_relief

PAUSE = {"kind": "pause", "reason": "bereavement",
         "started_on": date(2026, 12, 7), "ended_on": date(2027, 1, 3)}  # fmt: skip


def unread(person):
    """What this person has still to read, oldest first."""
    mine = db.session.query(Notice).filter_by(person_id=person.id, read_at=None)
    return [each.text for each in mine.order_by(Notice.told_at, Notice.text)]


@pytest.fixture
def change(cast):
    """A pause that the coordinator proposed; the worker and the manager are asked to agree."""
    year = an_induction(cast.nqsw, by=cast.coordinator)
    db.session.query(Notice).delete()
    db.session.commit()
    made = years.propose_change(cast.coordinator, year, **PAUSE)
    db.session.commit()
    return made


def test_what_settles_is_a_deed_that_some_operation_does():
    operations = Path(portal.__file__).parent.glob("*/operations/*.py")
    code = "".join(path.read_text("utf-8") for path in operations)
    assert SETTLED_BY.keys() <= Base.metadata.tables.keys()
    assert 'f"induction.move_{answer}"' in code
    for action in frozenset().union(*SETTLED_BY.values()) - SETTLED_BY["programme_move"]:
        assert f'"{action}"' in code


def test_whoever_agrees_has_read_that_they_were_asked_and_the_others_have_not(cast, change):
    assert len(unread(cast.nqsw)) == len(unread(cast.manager)) == 1
    years.agree_to_change(cast.nqsw, change)
    db.session.commit()
    assert unread(cast.nqsw) == []
    assert "Look at the new dates before you agree." in unread(cast.manager)[0]


def test_nobody_is_asked_any_more_once_it_is_taken_back_and_all_are_told(cast, change):
    years.withdraw_change(cast.coordinator, change)
    db.session.commit()
    (said,) = unread(cast.manager)
    assert "took" in said
    assert "agree" not in said


def test_a_deed_that_was_not_kept_settles_nothing(cast, change):
    years.withdraw_change(cast.coordinator, change)
    db.session.rollback()
    assert "Look at the new dates" in unread(cast.nqsw)[0]
    db.session.commit()
    assert len(unread(cast.nqsw)) == 1


def test_what_is_about_another_matter_stays_to_be_read(cast, change):
    relief = pairs.plan_relief(cast.coach, measure="hours", amount=4, started_on=date(2026, 12, 1))
    db.session.commit()
    years.withdraw_change(cast.coordinator, change)
    db.session.commit()
    assert any("asks for" in each for each in unread(cast.manager))
    pairs.agree_to_relief(cast.manager, relief)
    db.session.commit()
    assert not any("asks for" in each for each in unread(cast.manager))
    assert len(unread(cast.coach)) == 1


def test_relief_that_ends_before_anybody_agreed_asks_nobody(cast):
    relief = a_relief(cast.coach)
    db.session.query(Notice).delete()
    pairs.end_relief(cast.coach, relief)
    db.session.commit()
    assert unread(cast.manager) == []


def test_a_no_of_one_ends_the_question_to_the_other(cast):
    (proposal,) = pairs.propose_each(
        cast.coordinator, [(cast.coach, cast.nqsw)], kind="mentoring", started_on=date(2026, 11, 30)
    )
    db.session.commit()
    assert "Say yes or no" in unread(cast.nqsw)[0]
    pairs.answer_proposal(cast.coach, proposal, says="no")
    db.session.commit()
    assert not any("Say yes or no" in each for each in unread(cast.nqsw) + unread(cast.coach))
    assert len(unread(cast.nqsw)) == 1


def test_an_answer_with_another_version_settles_the_one_before(cast):
    terms = {"weeks_between": 2, "notice_hours": 24, "review_on": date(2027, 3, 1)}
    pairing = a_pairing(coach=cast.coach, supported=cast.nqsw)
    pairs.write_agreement(cast.coach, pairing, goals="Settle in well.", **terms)
    db.session.commit()
    assert any("Read it, then sign it" in each for each in unread(cast.nqsw))
    pairs.write_agreement(cast.nqsw, pairing, goals="Court work.", **terms)
    db.session.commit()
    assert not any("Read it, then sign it" in each for each in unread(cast.nqsw))
    assert any("Read it, then sign it" in each for each in unread(cast.coach))


def test_a_press_on_the_page_settles_it_in_the_same_request(browser, cast):
    page = browser(as_=cast.coach).visit("/relief/new")
    page.submit("Ask for it", amount="4", started_on="1/12/2026")
    manager = browser(as_=cast.manager).visit("/relief").visit("/notices")
    assert "You have 1 notice to read." in manager.text
    manager.visit(db.session.query(Notice).one().link).submit("Agree to it")
    assert "You have read everything." in manager.visit("/notices").text


def test_a_manager_who_has_spoken_is_not_asked_again_nor_whoever_could_have_answered(cast):
    sent = an_application(cast.worker, a_panel(cast))
    db.session.commit()
    assert "Say by" in unread(cast.manager)[0]
    progression.say_as_manager(cast.manager, sent, view="supports", words="Ready")
    db.session.commit()
    assert unread(cast.manager) == []
    progression.withdraw_application(cast.worker, sent)
    db.session.commit()
    (said,) = unread(cast.panel)
    assert "taken their application back" in said
