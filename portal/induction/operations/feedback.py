"""Asking for feedback, and what comes in: counted, read first by somebody named, then passed on."""

from collections.abc import Mapping
from datetime import datetime, time
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from portal import audit, clock, notices
from portal.clock import now, today
from portal.database import db, lock
from portal.induction import feedback_links, feedback_notices, giving
from portal.induction.models import (
    Feedback,
    FeedbackLetter,
    FeedbackRequest,
    Induction,
    InductionItem,
)
from portal.induction.operations import evidence
from portal.induction.operations.reckoning import iso, reckon, refuse
from portal.induction.queries import feedback as queries
from portal.people.models import Organisation, Person
from portal.web import days

Deed = tuple[str, Any, dict[str, Any]]


def ask_for_feedback(
    by: Person, induction: Induction, *, kind: str, way: str, number: int = 1, mail_to: str = ""
) -> list[FeedbackRequest]:
    """Make so many links or codes; each takes one answer, for 28 days.

    With `mail_to` the portal sends the link itself, to another professional, and forgets the
    address afterwards. Raises NotPossibleError before the year has begun.
    """
    if today() < induction.started_on:
        refuse(f"The induction year starts on {days.short(induction.started_on)}. Ask from then on")
    made = [_request(by, induction, kind, way) for _ in range(number)]
    db.session.add_all(made)
    db.session.flush()
    if mail_to:
        (request,) = made
        letter = FeedbackLetter(
            organisation_id=request.organisation_id, request_id=request.id, mail_to=mail_to
        )
        db.session.add(letter)
    facts = {"kind": kind, "way": way, "number": len(made), "by_mail": bool(mail_to)}
    audit.record(by, "induction.feedback_asked_for", induction, **facts)
    return made


def remind(by: Person, request: FeedbackRequest) -> None:
    """Let a link be shown once more, to remind whoever was asked. Raises NotPossibleError."""
    if not request.is_open(today()):
        refuse("This link takes no answer any more. Ask with a new one")
    if request.reminded_on is not None:
        refuse(f"You reminded on {days.short(request.reminded_on)} already. Once is enough")
    request.reminded_on = today()
    audit.record(by, "induction.feedback_reminded", request)


def receive(request: FeedbackRequest, answers: Mapping[str, str], *, is_plain: bool) -> bool:
    """Keep an answer that came by a link; False when the link had been used meanwhile.

    Of a family's answer the trail holds only the daily count. Nothing keeps the moment, and no
    address of whoever sent it. A professional's goes on at once where `is_plain`: nothing was
    found in it that could identify somebody.
    """
    lock(request.organisation_id)
    if not feedback_links.use(request, today()):
        return False
    feedback = _feedback(request, answers)
    db.session.add(feedback)
    db.session.flush()
    if request.kind == giving.PROFESSIONAL:
        _forget_address(request)
    if request.kind == giving.PROFESSIONAL and is_plain:
        item = queries.next_item(request.induction, request.kind)
        _pass_on(None, feedback, item, ("induction.feedback_received", request, {}))
        return True
    if request.kind == giving.PROFESSIONAL:
        audit.record(None, "induction.feedback_received", request)
    _tell_readers(feedback)
    return True


def type_in(by: Person, induction: Induction, answers: Mapping[str, str]) -> Feedback:
    """Keep a family's answer that somebody typed in from paper; it is read like any other."""
    request = _request(by, induction, giving.FAMILY, giving.PAPER)
    request.used_on = today()
    db.session.add(request)
    db.session.flush()
    feedback = _feedback(request, answers)
    feedback.typed_in_by_id = by.id
    db.session.add(feedback)
    audit.record(by, "induction.feedback_typed_in", request)
    return feedback


def pass_on(by: Person, feedback: Feedback, words: Mapping[str, str]) -> None:
    """Pass an answer on in these words. What they replace is gone: no copy of it is kept."""
    item = queries.next_item(feedback.induction, feedback.kind)
    _begin_reading(by, feedback)
    changed = [name for name, text in words.items() if getattr(feedback, name) != text]
    for name in changed:
        setattr(feedback, name, words[name])
    deed = ("induction.feedback_passed_on", feedback, {"changed": changed})
    _pass_on(by, feedback, item, deed)


def keep_feedback_back(by: Person, feedback: Feedback, *, for_safety: bool) -> None:
    """Let an answer not go on. Its words are deleted; where somebody may be unsafe, not yet.

    They then stay with its readers until those say that they have called.
    """
    _begin_reading(by, feedback)
    feedback.state = giving.SAFETY if for_safety else giving.KEPT_BACK
    if not for_safety:
        _blank(feedback)
    audit.record(by, "induction.feedback_kept_back", feedback)


def take_back_feedback(by: Person, feedback: Feedback) -> None:
    """Delete the words of an answer that whoever gave it took back; it is evidence no longer.

    That somebody gave feedback on that day stays. Raises NotPossibleError where nothing is left.
    """
    if feedback.state != giving.PASSED_ON:
        refuse("This answer is not there to be taken back: it was not passed on, or is deleted")
    feedback.state = giving.KEPT_BACK
    _blank(feedback)
    audit.record(by, "induction.feedback_taken_back", feedback)
    evidence.withdraw(by, feedback)
    worker = feedback.induction.person
    link = f"/inductions/{feedback.induction_id}/feedback"
    notices.tell(worker, feedback_notices.taken_back(feedback), link=link, about=feedback)


def forget_feedback(by: Person, feedback: Feedback) -> None:
    """Delete the words of an answer that was kept back, once somebody has been called."""
    if feedback.state != giving.SAFETY:
        return
    feedback.state = giving.KEPT_BACK
    _blank(feedback)
    audit.record(by, "induction.feedback_deleted", feedback)


def count_answers(organisation_id: UUID | None = None) -> int:
    """Write the count of each day that is over into the trail, without actor or time of day.

    The daily command does it for everybody, and whoever reads an answer for their organisation.
    """
    waiting = queries.not_counted(organisation_id)
    by_day = groupby(waiting, key=lambda each: (each.organisation_id, each.received_on))
    for (organisation_id, day), group in by_day:
        answers = list(group)
        here = audit.Pointer(organisation_id, organisation_id, Organisation.__tablename__)
        families = sum(each.kind == giving.FAMILY for each in answers)
        facts = {"day": iso(day), "families": families, "all": len(answers)}
        audit.record(None, "induction.feedback_counted", here, **facts)
        for each in answers:
            each.is_counted = True
    return len(waiting)


def _forget_address(request: FeedbackRequest) -> None:
    """Forget where the link was sent: with the answer nothing needs it, and no reminder goes."""
    sent_to = delete(FeedbackLetter).where(FeedbackLetter.request_id == request.id)
    db.session.execute(sent_to.execution_options(synchronize_session=False))


def _request(by: Person, induction: Induction, kind: str, way: str) -> FeedbackRequest:
    return FeedbackRequest(
        organisation_id=induction.organisation_id, induction_id=induction.id, induction=induction,
        kind=kind, way=way, asked_by_id=by.id, asked_by=by, asked_on=today(),
        last_on=giving.last_day(today()),
    )  # fmt: skip


def _feedback(request: FeedbackRequest, answers: Mapping[str, str]) -> Feedback:
    return Feedback(
        organisation_id=request.organisation_id, request_id=request.id, kind=request.kind,
        induction_id=request.induction_id, induction=request.induction, received_on=today(),
        read_by=giving.read_by(today()), **answers,
    )  # fmt: skip


def _begin_reading(by: Person, feedback: Feedback) -> None:
    if feedback.state != giving.TO_READ:
        refuse("This answer has been seen to already")
    count_answers(feedback.organisation_id)
    feedback.read_by_id, feedback.read_on = by.id, today()


def _pass_on(by: Person | None, feedback: Feedback, item: InductionItem | None, deed: Deed) -> None:
    """Let the worker read it; it counts as the programme's next of its kind, and is evidence."""
    feedback.state = giving.PASSED_ON
    deeds = [deed]
    if item is not None:
        feedback.item_id = item.id
        item.held_on, item.recorded_at = feedback.received_on, now()
        item.recorded_by_id = by.id if by else None
        reckon(feedback.induction)
        facts = {"held_on": iso(item.held_on), "was": None}
        deeds.append(("induction.item_recorded", item, facts))
    audit.record_deeds(by, deeds)
    evidence.keep_feedback(by, feedback)
    link = f"/inductions/{feedback.induction_id}/feedback"
    worker = feedback.induction.person
    notices.tell(worker, feedback_notices.passed_on(feedback), link=link, about=feedback)


def _blank(feedback: Feedback) -> None:
    for name, nothing in giving.blanked(feedback.kind).items():
        setattr(feedback, name, nothing)


def _tell_readers(feedback: Feedback) -> None:
    """Tell who reads first. The notice of a family's answer says the day and never the time."""
    start_of_day = datetime.combine(now().astimezone(clock.LONDON), time(0), clock.LONDON)
    sentence = feedback_notices.to_read(feedback)
    for reader in queries.readers_of(feedback.induction):
        notice = notices.tell(reader, sentence, link="/feedback-to-read", about=feedback)
        if feedback.kind == giving.FAMILY:
            notice.told_at = notice.next_try_at = start_of_day
