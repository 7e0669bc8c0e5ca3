"""A panel decides; a letter says so; an appeal is made and answered. Nothing is changed after."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.pathways import panel_notices, queries
from portal.pathways.models import Appeal, Application, LetterText, Outcome
from portal.pathways.models.deciding import UPHELD
from portal.pathways.operations.panels import NotPossibleError
from portal.pathways.progression import dates, letters
from portal.people.models import Organisation, Person
from portal.people.queries import managers_of
from portal.web import days

MOST_TOLD = 50


def decide(
    by: Person, application: Application, *, decision: str, agreed: Mapping[str, int],
    reason: str, feedback: str, conditions: str = "", again_on: date | None = None,
    superseding_reason: str = "",
) -> Outcome:  # fmt: skip
    """Write down what the panel agreed, with its letter; a later one supersedes it with a reason.

    Raises NotPossibleError below the quorum, for somebody who has left, or without that reason.
    """
    number = len(application.outcomes) + 1
    _refuse(application, number, superseding_reason)
    panel = application.panel
    assert panel is not None  # it was sent to one
    assert application.sent_on is not None
    rule, paid = "", None
    if decision in letters.PROGRESSING:
        rule = queries.paid_from(by.organisation_id)
        paid = dates.paid_from(rule, meets_on=panel.meets_on, sent_on=application.sent_on)
    nation = db.session.get_one(Organisation, by.organisation_id).nation
    outcome = Outcome(
        organisation_id=application.organisation_id, application_id=application.id,
        application=application, number=number, decision=decision, agreed=dict(agreed),
        reason=reason, feedback=feedback,
        conditions=conditions if decision == letters.CONDITIONS else "",
        again_on=again_on if decision in (letters.CONDITIONS, letters.DEFERRED) else None,
        pay_rule=rule, paid_from_on=paid, decided_by_id=by.id, decided_on=today(),
        superseding_reason=superseding_reason if number > 1 else "",
        appeal_by=dates.appeal_by(today(), nation),
    )  # fmt: skip
    _write_letter(outcome)
    db.session.add(outcome)
    application.decided_on = application.settled_on = today()
    db.session.flush()
    db.session.expire(application, ["outcomes"])
    facts = {"number": number, "paid_from_on": paid.isoformat() if paid else None}
    audit.record(by, "pathways.outcome_decided", application, decision=decision, **facts)
    _tell_of(application)
    return outcome


def appeal_against(by: Person, outcome: Outcome, words: str) -> Appeal:
    """Appeal against an outcome; human resources answer within ten working days.

    Raises NotPossibleError after the last day.
    """
    if today() > outcome.appeal_by:
        last = days.in_words(outcome.appeal_by)
        gone = f"The last day for an appeal was {last}. You can apply again"
        raise NotPossibleError("words", gone)
    nation = db.session.get_one(Organisation, by.organisation_id).nation
    appeal = Appeal(
        organisation_id=outcome.organisation_id, outcome_id=outcome.id, outcome=outcome,
        words=words, made_on=today(), answer_by=dates.appeal_by(today(), nation),
    )  # fmt: skip
    db.session.add(appeal)
    db.session.flush()
    facts = {"number": outcome.number, "answer_by": appeal.answer_by.isoformat()}
    audit.record(by, "pathways.appeal_made", outcome.application, **facts)
    link = f"/applications/{outcome.application_id}"
    for reader in queries.who_holds(by.organisation_id, "hr", today()):
        notices.tell(reader, panel_notices.appealed(appeal), link=link, about=outcome.application)
    return appeal


def answer_appeal(by: Person, appeal: Appeal, *, answer: str, words: str) -> None:
    """Answer an appeal: the outcome stands, or the panel looks at it again."""
    appeal.answer, appeal.answer_words = answer, words
    appeal.answered_on, appeal.answered_by_id = today(), by.id
    db.session.flush()
    application = appeal.outcome.application
    audit.record(by, "pathways.appeal_answered", application, answer=answer)
    link = f"/applications/{application.id}"
    notices.tell(application.person, panel_notices.appeal_answered(), link=link, about=application)
    if answer == UPHELD and application.panel is not None:
        said = panel_notices.appeal_upheld(application)
        notices.tell(application.panel.chair, said, link=f"{link}/outcome", about=application)


def approve_letter(by: Person, decision: str, words: str) -> LetterText:
    """Approve a text for the letter of one kind of outcome; letters before stay as they were."""
    before = queries.letter_texts(by.organisation_id).get(decision)
    approved = LetterText(
        organisation_id=by.organisation_id, decision=decision, words=words, approved_by_id=by.id,
        number=before.number + 1 if before else 1,
    )  # fmt: skip
    db.session.add(approved)
    db.session.flush()
    facts = {"decision": decision, "number": approved.number}
    audit.record(by, "pathways.letter_approved", approved, **facts)
    return approved


def _refuse(application: Application, number: int, superseding_reason: str) -> None:
    table = queries.table_of(application)
    if not table.has_quorum:
        said = f"Only {len(table.counted)} of the {table.quorum} of the quorum have scored"
        raise NotPossibleError("decision", said)
    left = application.person.left_on
    if left is not None and left < today():
        raise NotPossibleError("decision", f"The applicant left on {days.in_words(left)}")
    if number > 1 and not superseding_reason:
        raise NotPossibleError("superseding_reason", "Say why the outcome before no longer stands")


def _write_letter(outcome: Outcome) -> None:
    """The letter as it goes out: the approved text of today, filled in."""
    application = outcome.application
    panel = application.panel
    assert panel is not None  # it was sent to one
    own = queries.letter_texts(outcome.organisation_id).get(outcome.decision)
    values = {
        "name": application.person.name,
        "place": application.place_title,
        "panel_day": days.in_words(panel.meets_on),
        "paid_from": days.in_words(outcome.paid_from_on) if outcome.paid_from_on else "",
        "conditions": outcome.conditions,
        "again_on": days.in_words(outcome.again_on) if outcome.again_on else "",
        "appeal_by": days.in_words(outcome.appeal_by),
        "reason": outcome.reason,
        "feedback": outcome.feedback,
    }
    outcome.letter_number = own.number if own else 0
    outcome.letter = letters.fill(own.words if own else letters.SHIPPED[outcome.decision], values)


def _tell_of(application: Application) -> None:
    link = f"/applications/{application.id}"
    said = panel_notices.decided(application)
    notices.tell(application.person, said, link=link, about=application)
    managers = managers_of([application.person_id], today())[application.person_id]
    for reader in _people(managers - {application.person_id}):
        said = panel_notices.decided_for_manager(application)
        notices.tell(reader, said, link=link, about=application)


def _people(ids: Any) -> list[Person]:
    people = select(Person).where(Person.id.in_(ids), Person.working_here(today()))
    return list(db.session.scalars(people.order_by(Person.sort_key, Person.id).limit(MOST_TOLD)))
