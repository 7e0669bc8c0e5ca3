"""Notices of a year speak to whom they go to: to the person of their own year, to others of a name."""

from datetime import date

import pytest

from portal.induction import change_notices, signing_notices
from portal.induction.models import HandOver, InductionChange, SupportPlan
from tests.factories.induction import an_induction

LAST = date(2026, 12, 31)


@pytest.fixture
def sentences(cast):
    year = an_induction(cast.nqsw, by=cast.coordinator, assessor=cast.assessor)
    pause = InductionChange(induction=year, kind="pause", started_on=LAST)
    ending = InductionChange(induction=year, kind="withdrawal", started_on=LAST)
    handed = HandOver(induction=year, after=cast.coach, from_on=LAST)
    plan = SupportPlan(induction=year, induction_id=year.id, ends_on=LAST)
    by = cast.coordinator
    return {
        "proposed": lambda to: change_notices.proposed(by, pause, to),
        "in force": lambda to: change_notices.in_force(pause, to),
        "ending in force": lambda to: change_notices.in_force(ending, to),
        "written down": lambda to: change_notices.written_down(by, pause, "meeting", to),
        "withdrawn": lambda to: change_notices.withdrawn(by, pause, to),
        "return named": lambda to: change_notices.return_named(by, pause, LAST, to),
        "first day": lambda to: change_notices.first_day_corrected(by, year, to),
        "ended": lambda to: change_notices.ended(year, to),
        "reopened": lambda to: change_notices.reopened(year, to),
        "agreement": lambda to: signing_notices.agreement_begun(by, year, 1, to),
        "hand-over": lambda to: signing_notices.hand_over_planned(handed, to),
        "not handed over": lambda to: signing_notices.hand_over_taken_back(handed, to),
        "plan": lambda to: signing_notices.plan_started(plan, to),
        "plan extended": lambda to: signing_notices.plan_extended(plan, to),
        "plan corrected": lambda to: signing_notices.plan_corrected(by, plan, to),
        "plan ended": lambda to: signing_notices.plan_ended(plan, to),
    }


def test_whoever_reads_of_their_own_year_is_called_you_and_others_read_the_name(cast, sentences):
    for what, said in sentences.items():
        mine, theirs = said(cast.nqsw), said(cast.manager)
        assert cast.nqsw.name not in mine, what
        assert {"you", "your", "Your"} & set(mine.replace(".", "").split()), what
        assert cast.nqsw.name in theirs, what


def test_a_sentence_about_ones_own_year_reads_on(sentences, cast):
    assert sentences["withdrawn"](cast.nqsw).endswith("back. Your calendar is as it was before.")
    assert sentences["withdrawn"](cast.manager).endswith(
        "Amira Khan’s calendar is as it was before."
    )
