"""Whom somebody would choose in a round: who is asked, and how it speaks to them."""

from dataclasses import asdict, replace
from datetime import date

from portal.database import db
from portal.matching import operations
from portal.matching.rules import reasons
from portal.matching.values import Weights
from portal.notices.models import Notice
from tests.factories.matching import a_need
from tests.factories.mentoring import a_pairing
from tests.matching import cohorts


def test_whoever_has_a_mentor_is_neither_told_nor_asked_to_choose(cast, browser):
    a_need(cast.worker)
    a_pairing(coach=cast.consultant, supported=cast.worker, kind="mentoring")
    made, _ = operations.open_round(
        cast.coordinator, name="Spring 2027", kind="mentoring", closes_on=date(2026, 12, 10),
        days_to_answer=14, weights=asdict(Weights()),
    )  # fmt: skip
    assert db.session.query(Notice).filter_by(person_id=cast.worker.id).count() == 0
    page = browser(as_=cast.worker).visit(f"/rounds/{made.id}/my-choices")
    assert "There is nothing for you to choose: you have a mentor already" in page.text


def test_reasons_speak_to_whoever_reads_them_of_themself():
    offer = cohorts.an_offer(days=frozenset(["Mon", "Tue"]))
    for name, words in ((reasons.YOU, "you work."), ("Amira Khan", "Amira Khan works.")):
        need = replace(cohorts.a_need(days=frozenset(["Mon"])), name=name)
        said = reasons.reasons(need, offer, Weights(), {})
        assert f"Works on every day that {words}" in said
