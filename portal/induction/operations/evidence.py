"""What happened in a year becomes evidence by itself: observations that were held, feedback.

Each counts once. Which standards it shows the person chooses later, or never.
"""

from uuid import UUID

from portal.induction import giving, observing
from portal.induction.models import Feedback, Observation
from portal.induction.queries import evidence as queries
from portal.people.models import Person
from portal.standards.operations import add_evidence, withdraw_evidence

TITLES = {
    giving.FAMILY: "Feedback from a family",
    giving.PROFESSIONAL: "Feedback from another professional",
}


def keep_observation(by: Person | None, observation: Observation) -> None:
    """Put an observation that both have finished on the worker's list of evidence."""
    add_evidence(
        by,
        observation.induction.person,
        kind="observation",
        title=observation.title,
        dated_on=observation.planned_on,
        note=observing.SETTINGS[observation.setting],
        thing=observation,
    )


def keep_feedback(by: Person | None, feedback: Feedback) -> None:
    """Put feedback that the worker may read on their list of evidence."""
    add_evidence(
        by,
        feedback.induction.person,
        kind="feedback",
        title=TITLES[feedback.kind],
        dated_on=feedback.received_on,
        thing=feedback,
    )


def withdraw(by: Person, thing: Observation | Feedback) -> None:
    """Take what a family took back off the list for good, with what was noted about it."""
    title = TITLES[thing.kind] if isinstance(thing, Feedback) else thing.title
    withdraw_evidence(by, thing.induction.person, thing, title=title)


def catch_up(organisation_id: UUID) -> int:
    """Put on their lists what happened before the portal did so by itself; answer how many."""
    observations = queries.observations_not_kept(organisation_id)
    for observation in observations:
        keep_observation(None, observation)
    answers = queries.feedback_not_kept(organisation_id)
    for feedback in answers:
        keep_feedback(None, feedback)
    return len(observations) + len(answers)
