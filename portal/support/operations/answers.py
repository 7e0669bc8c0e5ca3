"""Sharing an answer: proposed, changed, agreed to by both, withdrawn by either.

The trail knows which text (by its number) somebody agreed to, and never a word of it.
"""

from uuid import uuid4

from portal import audit, notices
from portal.database import db
from portal.people.models import Person
from portal.support import notices as sentences
from portal.support import queries
from portal.support.models import Question, SharedAnswer


class TextChangedError(Exception):
    """It is another text by now: who agrees has not read it."""


def propose_answer(
    by: Person, question: Question, *, asked: str, answered: str, was_checked: bool
) -> SharedAnswer:
    """Propose a text to who asked; the consultant agrees to it by proposing it.

    One that stands already is the same.
    """
    known = queries.shared_of(question)
    if known is not None:
        return known
    shared = SharedAnswer(
        id=uuid4(), organisation_id=question.organisation_id, question_id=question.id,
        asker_id=question.asker_id, asker=question.asker, consultant_id=by.id, consultant=by,
        kind=question.kind, number=1,
    )  # fmt: skip
    shared.put(asked, answered)
    shared.agree(by)
    db.session.add(shared)
    db.session.flush()
    audit.record(by, "answers.answer_proposed", shared, was_checked=was_checked)
    _tell(shared, shared.asker, sentences.proposed(by, shared))
    return shared


def change_answer(
    by: Person, shared: SharedAnswer, *, asked: str, answered: str, was_checked: bool
) -> bool:
    """Propose another text; who changes it agrees to it, and the other has to anew.

    False where it is the same text.
    """
    if shared.text == (asked, answered):
        return False
    shared.number += 1
    shared.put(asked, answered)
    shared.agree(by)
    db.session.flush()
    audit.record(by, "answers.text_changed", shared, number=shared.number, was_checked=was_checked)
    _tell(shared, shared.other_than(by), sentences.text_changed(by, shared))
    return True


def agree_to_answer(by: Person, shared: SharedAnswer, number: int) -> bool:
    """Agree to the text of this number; True where both did, and everybody reads it now.

    Raises TextChangedError where it is another text by now.
    """
    if number != shared.number:
        raise TextChangedError
    shared.agree(by)
    both = shared.asker_agreed == shared.consultant_agreed == shared.number
    if both:
        shared.publish()
    db.session.flush()
    audit.record(by, "answers.text_agreed", shared, number=number, published=both)
    if both:
        _tell(shared, shared.other_than(by), sentences.published(shared))
    return both


def withdraw_answer(by: Person, shared: SharedAnswer) -> None:
    """Withdraw a text, proposed or shared: its words are deleted, and the other is told."""
    shared.withdraw()
    db.session.flush()
    audit.record(by, "answers.answer_withdrawn", shared)
    _tell(shared, shared.other_than(by), sentences.withdrawn(by, shared))


def _tell(shared: SharedAnswer, reader: Person, sentence: str) -> None:
    notices.tell(reader, sentence, link=f"/shared-answers/{shared.id}", about=shared)
