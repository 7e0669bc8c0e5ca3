"""Who may plan, see and write direct observations."""

from portal.induction import observing
from portal.induction.models import Induction, Observation, ObservationSection
from portal.induction.policies.years import see_induction
from portal.people.models import Person


def observations(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def observation_planner(person: Person) -> bool:
    """Coordinators, and whoever may observe; the list holds whom they accompany or observe."""
    return person.has_role("coordinator", *observing.OBSERVING_ROLES)


def plan_observation(person: Person, induction: Induction) -> bool:
    """While the year lasts: the person, their assessor, and the coordinator."""
    if person.organisation_id != induction.organisation_id or not induction.is_open:
        return False
    if induction.person_id == person.id or induction.is_assessed_by(person):
        return True
    return person.has_role("coordinator")


def see_observation(person: Person, observation: Observation) -> bool:
    """Whoever sees the year, and the observer while the year lasts."""
    if see_induction(person, observation.induction):
        return True
    return observation.observer_id == person.id and observation.induction.is_open


def change_observation(person: Person, observation: Observation) -> bool:
    """While the year lasts: the person, the observer, the assessor, and the coordinator."""
    if plan_observation(person, observation.induction):
        return True
    return observation.observer_id == person.id and observation.induction.is_open


def move_observation(person: Person, observation: Observation) -> bool:
    """While the year lasts: the person, the observer, the assessor, and the coordinator."""
    return change_observation(person, observation)


def record_consent(person: Person, observation: Observation) -> bool:
    """While the year lasts: the person, the observer, the assessor, and the coordinator."""
    return change_observation(person, observation)


def finish_part(person: Person, observation: Observation) -> bool:
    """While the year lasts: the person and the observer, each their own part."""
    return bool(observation.role_of(person)) and observation.induction.is_open


def reopen_part(person: Person, observation: Observation) -> bool:
    """While the year lasts: the person and the observer, each their own part."""
    return finish_part(person, observation)


def write_section(person: Person, section: ObservationSection) -> bool:
    """While the year lasts: whoever the section belongs to, the person or the observer."""
    observation = section.observation
    return finish_part(person, observation) and observation.role_of(person) == section.about.owner


def read_section(person: Person, section: ObservationSection) -> bool:
    """Its owner; the other of the two and the assessor once it is finished, others once both are.

    The context is for the observer as soon as it is saved.
    """
    observation = section.observation
    if not see_observation(person, observation):
        return False
    role = observation.role_of(person)
    if role == section.about.owner or observation.is_finished:
        return True
    is_near = bool(role) or observation.induction.is_assessed_by(person)
    finished = observation.finished_on(section.about.owner) is not None
    return is_near and (finished or section.key == "context")
