"""Who may ask a consultant, read a question, take it, answer it, and end it.

What the two write is theirs: no manager, human resources or administrator is ever let in.
"""

from portal.people.models import Person
from portal.support.models import Question
from portal.support.policies.slots import CONSULTANT


def see_my_questions(person: Person) -> bool:
    """Everybody who works here, what they asked themselves."""
    return person.is_active


def ask_question(person: Person) -> bool:
    """Everybody who works here."""
    return person.is_active


def see_queue(person: Person) -> bool:
    """Consultants: the questions that wait for any of them, and their own."""
    return person.has_role(CONSULTANT)


def see_question(person: Person, question: Question) -> bool:
    """Who asked, the consultant who has it, and while it waits for any of them the consultants."""
    if person.id == question.asker_id:
        return True
    return _has_it(person, question) or (
        question.waits_for_any and _is_consultant_here(person, question)
    )


def take_question(person: Person, question: Question) -> bool:
    """Consultants, the questions of others; what another took meanwhile leads to the queue."""
    return _is_consultant_here(person, question) and person.id != question.asker_id


def answer_question(person: Person, question: Question) -> bool:
    """The consultant who has it, while it is open."""
    return question.is_open and _has_it(person, question)


def hand_over_question(person: Person, question: Question) -> bool:
    """The consultant who has it, while it is open."""
    return answer_question(person, question)


def follow_up(person: Person, question: Question) -> bool:
    """Who asked, while it is open."""
    return question.is_open and person.id == question.asker_id


def thank(person: Person, question: Question) -> bool:
    """Who asked, once there is an answer."""
    return person.id == question.asker_id and question.answered_at is not None


def close_question(person: Person, question: Question) -> bool:
    """Who asked; the consultant who has it once it is answered."""
    if not question.is_open:
        return False
    answered = question.is_answered and _has_it(person, question)
    return person.id == question.asker_id or answered


def _is_consultant_here(person: Person, question: Question) -> bool:
    return person.organisation_id == question.organisation_id and person.has_role(CONSULTANT)


def _has_it(person: Person, question: Question) -> bool:
    return person.id == question.consultant_id and _is_consultant_here(person, question)
