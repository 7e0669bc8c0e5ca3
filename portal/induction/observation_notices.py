"""The sentences we send about direct observations. None says what was seen or written."""

from collections.abc import Callable

from portal.clock import today
from portal.induction.models import Observation
from portal.people.models import Person
from portal.web import days

ToEither = Callable[[Person, Observation, Person], str]


def planned(by: Person, observation: Observation, reader: Person) -> str:
    """To the person and to the observer, when an observation is planned."""
    day = days.in_words(observation.planned_on)
    if reader.id == observation.observer_id:
        worker = observation.induction.person
        whom = "them" if by.id == worker.id else worker.name
        if observation.planned_on < today():
            return f"{by.name} asks you to write up your observation of {whom} on {day}."
        return f"{by.name} asks you to observe {whom} on {day}."
    return f"{by.name} planned your direct observation by {observation.observer.name} for {day}."


def moved(by: Person, observation: Observation, reader: Person) -> str:
    """To the person and to the observer, when an observation has another day."""
    day = days.in_words(observation.planned_on)
    if reader.id == observation.observer_id:
        whose = f"{observation.induction.person.name}’s direct observation"
    else:
        whose = "your direct observation"
    return f"{by.name} moved {whose} to {day}."


def consent_withdrawn(by: Person, observation: Observation, reader: Person) -> str:
    """To both, when the family has taken their consent back."""
    what = f"the observation of {days.in_words(observation.planned_on)}"
    return f"A family took their consent back. What was written about {what} is deleted."


def part_finished(by: Person, observation: Observation) -> str:
    """To the other of the two, when one has finished their part."""
    what = f"the observation of {days.in_words(observation.planned_on)}"
    if observation.is_finished:
        return f"{by.name} finished {what} too. It is recorded as held."
    return f"{by.name} finished their part of {what}. Yours is still open."
