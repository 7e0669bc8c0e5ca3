"""Who may share an answer: the two of the question, and only both together."""

from portal.people.models import Person
from portal.support.models import Question, SharedAnswer
from portal.support.policies.slots import CONSULTANT


def see_answers(person: Person) -> bool:
    """Everybody who works here, what both of its two agreed to share."""
    return person.is_active


def propose_answer(person: Person, question: Question) -> bool:
    """The consultant who answered the question."""
    has_it = person.id == question.consultant_id and person.has_role(CONSULTANT)
    return has_it and question.answered_at is not None


def see_shared_answer(person: Person, shared: SharedAnswer) -> bool:
    """Its two; the page of answers shows everybody what both agreed to."""
    return shared.is_of(person)


def change_answer(person: Person, shared: SharedAnswer) -> bool:
    """Either of the two, until both agreed or one withdrew it."""
    return shared.is_of(person) and shared.is_open


def agree_to_answer(person: Person, shared: SharedAnswer) -> bool:
    """Either of the two, each for themself, until both agreed or one withdrew it."""
    return change_answer(person, shared)


def withdraw_answer(person: Person, shared: SharedAnswer) -> bool:
    """Either of the two, at any time, also once everybody reads it."""
    return shared.is_of(person) and shared.withdrawn_at is None
