"""The evidence of the demo's newly qualified: pieces, ratings at the beginning, a document seen."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from portal.demo import past
from portal.demo.data import read
from portal.demo.sessions import weekday
from portal.induction.models import Induction, InductionItem
from portal.induction.operations import verifications
from portal.people.models import Person
from portal.standards import frameworks, operations
from portal.standards.comparing import ASSESSOR, BEGINNING, OWN
from portal.standards.operations import Answers

FRAMEWORK = "pqs-child-and-family-2018"
RATED_IN_WEEK = 3
SUGGESTED = "law"


@cache
def _words() -> dict[str, Any]:
    return read("evidence")


def keep_evidence(induction: Induction, assessor: Person | None, today: date) -> None:
    """What somebody has kept as evidence until today, and where both saw them at the beginning."""
    framework = frameworks.known(FRAMEWORK)
    person = induction.person
    piece = None
    for row in _words()["piece"]:
        day = _in_week(induction, row["week"])
        if day >= today:
            break
        with past.on(day):
            given = {name: row[name] for name in ("kind", "title", "note")}
            piece = operations.add_evidence(person, person, **given, dated_on=day)
            if row["shows"]:
                operations.choose_standards(person, piece, framework, row["shows"])
    if assessor is None:
        return
    if piece is not None:
        with past.on(today - timedelta(days=1)):
            operations.suggest_standards(assessor, piece, framework, [SUGGESTED])
    if _in_week(induction, RATED_IN_WEEK) < today:
        _rate(induction, assessor)


def see_document(induction: Induction, assessor: Person, item: InductionItem) -> None:
    """One document of the year that was seen in the case system, and confirmed by both."""
    if item.held_on is None:
        return
    with past.on(item.held_on):
        seen = verifications.verify_document(
            assessor, induction, item, seen_on=item.held_on, **_words()["document"]
        )
        verifications.confirm_verification(induction.person, seen)


def _rate(induction: Induction, assessor: Person) -> None:
    framework, person = frameworks.known(FRAMEWORK), induction.person
    said = _words()["beginning"]
    with past.on(_in_week(induction, RATED_IN_WEEK)):
        for by, view in ((person, OWN), (assessor, ASSESSOR)):
            answers = Answers(person, framework, BEGINNING, view, said[view])
            rating = operations.finish_rating(by, answers)
            if view == OWN:
                operations.share_rating(by, rating, {})


def _in_week(induction: Induction, week: int) -> date:
    """A working day of that week of the year."""
    return max(weekday(induction.started_on + timedelta(days=week * 7 - 3)), induction.started_on)
