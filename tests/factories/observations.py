"""Direct observations for tests, planned and written as people do."""

from datetime import date

from portal.database import db
from portal.induction.models import Induction, Observation, ObservationSection
from portal.induction.operations import observation_parts, observations
from portal.induction.queries.observations import sections_of
from portal.people.models import Person

HELD_ON = date(2026, 8, 19)


def an_observation(
    induction: Induction,
    *,
    by: Person,
    observer: Person,
    planned_on: date = HELD_ON,
    setting: str = "home visit",
) -> Observation:
    """An observation that is planned, flushed."""
    made = observations.plan_observation(
        by, induction, planned_on=planned_on, observer=observer, setting=setting
    )
    db.session.flush()
    return made


def section_of(observation: Observation, key: str) -> ObservationSection:
    """The section of that key."""
    return next(each for each in sections_of(observation) if each.key == key)


def finished_by_both(observation: Observation, *, words: str = "It went as was hoped.") -> None:
    """Consent given, both parts written and finished."""
    worker, observer = observation.induction.person, observation.observer
    if not observation.consent:
        observations.record_consent(
            observer, observation, answer="yes", on=observation.planned_on, how="spoken"
        )
    for key, by in (("context", worker), ("seen", observer)):
        observation_parts.write_section(by, section_of(observation, key), words)
    observation_parts.finish_part(observer, observation)
    observation_parts.finish_part(worker, observation)
    db.session.flush()
