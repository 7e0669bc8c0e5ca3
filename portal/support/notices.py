"""The sentences we send about consultations and questions: who, when, and never what about."""

from portal.people.models import Person
from portal.support.kinds import KINDS
from portal.support.models import Consultation, Question, SharedAnswer


def booked(consultation: Consultation) -> str:
    """To the consultant, when somebody booked a slot."""
    slot = consultation.slot
    return f"{consultation.booker.name} booked you: {slot.when.words}, {slot.where}."


def you_booked(consultation: Consultation) -> str:
    """To who booked, so that the time and place stand in their mail."""
    slot = consultation.slot
    return f"You booked {slot.consultant.name}: {slot.when.words}, {slot.where}."


def cancelled(by: Person, consultation: Consultation) -> str:
    """To the other of the two, when one of them cancelled."""
    return f"{by.name} cancelled your consultation of {consultation.slot.when.words}."


def waits(question: Question) -> str:
    """To the consultants, when a question waits for any of them."""
    return f"A question about {_kind(question)} waits for a consultant. {question.target}."


def asked(question: Question) -> str:
    """To the consultant who was asked by name, or to whom it was handed over."""
    return f"{question.asker.name} asks you about {_kind(question)}. {question.target}."


def answered(by: Person, question: Question) -> str:
    """To who asked, when there is an answer."""
    return f"Your answer is here: {by.name} answered your question about {_kind(question)}."


def followed_up(question: Question) -> str:
    """To the consultant, when the asker wrote again."""
    return f"{question.asker.name} wrote again about {_kind(question)}. {question.target}."


def offered(question: Question, of: str) -> str:
    """To who asked, when the other consultants may take it."""
    return f"{of} cannot answer your question about {_kind(question)} now. The others can take it."


def handed_over(question: Question, of: str, to: Person) -> str:
    """To who asked, when another consultant has it now."""
    return f"{of} handed your question about {_kind(question)} over to {to.name}."


def thanked(question: Question) -> str:
    """To the consultant."""
    return f"{question.asker.name} thanks you for your answer about {_kind(question)}."


def _kind(question: Question) -> str:
    kind = KINDS.get(question.kind)
    return kind.in_a_sentence if kind else question.about


def proposed(by: Person, shared: SharedAnswer) -> str:
    """To who asked, when the consultant would share the answer."""
    said = f"{by.name} would share an answer to you with everybody."
    return f"{said} Read the text and say if you agree."


def text_changed(by: Person, shared: SharedAnswer) -> str:
    """To the other of the two, when one changed the text."""
    return f"{by.name} changed the text of a shared answer. Read it and say if you agree."


def published(shared: SharedAnswer) -> str:
    """To the other of the two, when both agreed."""
    return "You both agreed: the answer is on the page of answers now."


def withdrawn(by: Person, shared: SharedAnswer) -> str:
    """To the other of the two, when one withdrew it."""
    return f"{by.name} withdrew a shared answer. Its words are deleted."
