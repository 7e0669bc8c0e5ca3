"""Asking a consultant: asked, taken, answered, followed up, handed over, thanked for, closed.

The trail knows that something was written, by whom and when, and never a word of it.
"""

from datetime import date
from uuid import UUID, uuid4

from portal import audit, notices
from portal.clock import now, time_of_day, today
from portal.database import db
from portal.people.models import Organisation, Person
from portal.support import notices as sentences
from portal.support import queries, targets
from portal.support.kinds import DAY_ENDS, URGENCIES
from portal.support.models import ANSWERED, ASKED, FOLLOWED_UP, Question, QuestionWords


class NotTheirsError(Exception):
    """Somebody else has the question by now, or it is closed."""


class AwayError(ValueError):
    """Who is asked by name is away; the message says so."""


def ask_question(
    by: Person, *, kind: str, urgency: str, words: str, consultant: Person | None
) -> Question:
    """Ask a consultant by name, or any of them; whoever may answer is told.

    Raises AwayError where who is asked by name is away.
    """
    if consultant is not None and queries.is_away_today(consultant):
        raise AwayError(f"{consultant.name} is away. Ask any consultant, or another one")
    question = Question(
        id=uuid4(), organisation_id=by.organisation_id, asker_id=by.id, asker=by, kind=kind,
        urgency=urgency, consultant=consultant, due_on=_due_on(by.organisation_id, urgency),
        consultant_id=consultant.id if consultant else None,
    )  # fmt: skip
    db.session.add(question)
    db.session.flush()
    _write(by, question, ASKED, words)
    audit.record(by, "support.question_asked", question, kind=kind, urgency=urgency)
    _tell_who_may_answer(question)
    return question


def take_question(by: Person, question: Question) -> None:
    """Take a question that waits for any consultant, or for this one by name.

    Raises NotTheirsError where another has it, or it is closed.
    """
    if not question.is_open or question.consultant_id not in {None, by.id}:
        raise NotTheirsError
    if question.taken_at is not None:
        return
    question.consultant, question.consultant_id, question.taken_at = by, by.id, now()
    db.session.flush()
    audit.record(by, "support.question_taken", question)


def answer_question(by: Person, question: Question, *, words: str, minutes: int) -> None:
    """Answer it, and tell who asked; the minutes it took count as the consultant's."""
    if question.taken_at is None:
        question.taken_at = now()
    question.answered_at = question.answered_at or now()
    question.awaits_answer = False
    question.minutes += minutes
    _write(by, question, ANSWERED, words)
    audit.record(by, "support.question_answered", question, minutes=minutes)
    _tell(question, question.asker, sentences.answered(by, question))


def follow_up(by: Person, question: Question, words: str) -> None:
    """Write again as who asked; a target begins anew once there was an answer.

    Where the consultant is away, the others may take it.
    """
    if not question.awaits_answer:
        question.due_on = _due_on(question.organisation_id, question.urgency)
    question.awaits_answer = True
    _write(by, question, FOLLOWED_UP, words)
    audit.record(by, "support.question_followed_up", question)
    has_it = question.consultant
    if has_it is not None and queries.is_away_today(has_it):
        offer(by, question)
    elif has_it is not None:
        _tell(question, has_it, sentences.followed_up(question))


def hand_over_question(by: Person, question: Question, to: Person | None) -> None:
    """Hand it over to another consultant, or to whichever of them takes it; the asker is told.

    Raises AwayError where the other is away.
    """
    if to is None:
        offer(by, question)
        return
    if queries.is_away_today(to):
        raise AwayError(f"{to.name} is away. Choose another, or whoever takes it")
    question.consultant, question.consultant_id, question.taken_at = to, to.id, None
    db.session.flush()
    audit.record(by, "support.question_handed_over", question, to_id=str(to.id))
    _tell(question, question.asker, sentences.handed_over(question, by.name, to))
    _tell(question, to, sentences.asked(question))


def offer(by: Person | None, question: Question) -> None:
    """Let the others take it, as who had it cannot answer now. The asker is told."""
    had_it = question.consultant
    question.consultant, question.consultant_id, question.taken_at = None, None, None
    db.session.flush()
    audit.record(by, "support.question_offered", question)
    of = had_it.name if had_it else "The consultant"
    _tell(question, question.asker, sentences.offered(question, of))
    _tell_who_may_answer(question, but=had_it)


def thank(by: Person, question: Question) -> None:
    """Thank the consultant, once."""
    if question.thanked_at is not None:
        return
    question.thanked_at = now()
    db.session.flush()
    audit.record(by, "support.consultant_thanked", question)
    if question.consultant is not None:
        _tell(question, question.consultant, sentences.thanked(question))


def close_question(by: Person | None, question: Question) -> None:
    """Close it: nothing more is written, and its words are deleted twelve months later."""
    question.closed_at, question.awaits_answer = now(), False
    question.words_until = targets.words_until(today())
    db.session.flush()
    audit.record(by, "support.question_closed", question)


def _write(by: Person, question: Question, part: str, words: str) -> None:
    number = queries.last_number(question) + 1
    row = QuestionWords(
        id=uuid4(), organisation_id=question.organisation_id, question_id=question.id,
        number=number, part=part, written_by_id=by.id,
    )  # fmt: skip
    row.write(words)
    question.last_written_on = today()
    db.session.add(row)
    db.session.flush()


def _due_on(organisation_id: UUID, urgency: str) -> date:
    nation = db.session.get_one(Organisation, organisation_id).nation
    number = URGENCIES[urgency].working_days
    return targets.due_on(today(), time_of_day(), number, day_ends=DAY_ENDS, nation=nation)


def _tell_who_may_answer(question: Question, but: Person | None = None) -> None:
    if question.consultant is not None:
        _tell(question, question.consultant, sentences.asked(question))
        return
    for each in queries.who_may_answer(question.organisation_id):
        if each.id != question.asker_id and each is not but:
            _tell(question, each, sentences.waits(question))


def _tell(question: Question, reader: Person, sentence: str) -> None:
    notices.tell(reader, sentence, link=f"/questions/{question.id}", about=question)
