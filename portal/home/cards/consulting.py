"""The card of consultant support: consultations that were booked, questions and answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.home.cards.card import Card
from portal.home.needs import Need
from portal.people.models import Person
from portal.support import queries
from portal.support.models import Consultation, Question, SharedAnswer
from portal.support.queries import Concerns
from portal.web.numbers import counted


@dataclass(frozen=True)
class Consulting:
    """What stands on the card; `waiting` are questions that any consultant may take."""

    is_consultant: bool
    booked: int
    waiting: int
    asked: list[Question]
    to_agree: list[SharedAnswer]


def card(person: Person, today: date) -> Card | None:
    """The card of whoever is a consultant, has booked one or asked one.

    Who manages people or contracts has a full home: they read of their bookings in the news.
    """
    is_consultant = person.has_role("consultant")
    if person.has_role("manager", "commissioner") and not is_consultant:
        return None
    # In the first year something nearly always is: asking first would be a statement too many.
    concerned = Concerns(True, True, 0) if person.has_role("nqsw") else queries.concerns(person)
    if not (is_consultant or concerned.consultations or concerned.questions):
        return None
    coming = queries.consultations_of(person) if concerned.consultations else []
    found = queries.open_for(person) if concerned.questions else []
    if not (is_consultant or coming or found):
        return None
    questions = [each for each, _ in found if each.is_open]
    asked = [each for each in questions if each.asker_id == person.id]
    shares = person.organisation.has_area("answers")
    proposed = [text for _, text in found if text and text.is_of(person) and shares]
    facts = Consulting(
        is_consultant=is_consultant,
        booked=sum(each.slot.consultant_id == person.id for each in coming),
        waiting=concerned.waiting,
        asked=asked,
        to_agree=[each for each in proposed if not each.has_agreed(person)],
    )
    with_me = [each for each in questions if each.consultant_id == person.id]
    needs = (*_of_consultations(person, coming), *_of_questions(with_me))
    return Card(template="home/_consulting.html", facts=facts, needs=needs)


def _of_consultations(person: Person, coming: list[Consultation]) -> Iterator[Need]:
    """To meet on the day, and afterwards for the consultant to say that it was held."""
    for each in coming:
        other, when, begun = each.other_than(person).name, each.slot.when, each.slot.has_begun
        if begun and each.slot.consultant_id == person.id:
            why = f"One press; {counted(when.minutes, 'minute counts', 'minutes count')} as yours"
            yield Need(f"Say that you met {other}", why, when.day, "/consultation-slots")
        elif not begun:
            why = f"{when.start:%H:%M}, {each.slot.where}. {each.about}"
            page = f"/consultations/{each.id}"
            yield Need(f"Consultation with {other}", why, when.day, page)


def _of_questions(with_me: list[Question]) -> Iterator[Need]:
    """To answer what somebody asked me."""
    for each in with_me:
        if each.awaits_answer:
            why = f"{each.about}. {each.target}"
            what = f"Answer the question of {each.asker.name}"
            yield Need(what, why, each.due_on, f"/questions/{each.id}")
