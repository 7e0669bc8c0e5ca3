"""Writing an observation: each of the two their own sections, until both have finished."""

from portal import audit, notices
from portal.clock import today
from portal.induction import observation_notices as sentences
from portal.induction import observing
from portal.induction.models import Observation, ObservationSection
from portal.induction.operations.evidence import keep_observation
from portal.induction.operations.items import record_item_held
from portal.induction.operations.reckoning import iso, refuse
from portal.induction.queries import observations as queries
from portal.people.models import Person


def write_section(by: Person, section: ObservationSection, words: str) -> None:
    """Save what its owner wrote. The same words a second time change nothing.

    Raises NotPossibleError where nothing may be written any more.
    """
    refuse(objection_to_writing(section))
    if section.words == words:
        return
    section.words, section.saved_on = words, today()
    audit.record(by, "induction.observation_section_saved", section, key=section.key)


def objection_to_writing(section: ObservationSection) -> str:
    """Why nothing may be written in a section at present."""
    observation = section.observation
    if observation.is_withdrawn:
        return "The family has taken their consent back, so nothing is written about it any more"
    if observation.is_finished:
        return "Both have finished this observation, so it stays as it is"
    if observation.finished_on(section.about.owner) is not None:
        return "You have finished your part. Open it again before you change it"
    return ""


def finish_part(by: Person, observation: Observation) -> None:
    """Say that one's own part is finished. Once both have, it is held, and is evidence.

    Raises NotPossibleError before its day, without consent, and while the part is empty.
    """
    role = observation.role_of(by)
    if observation.finished_on(role) is not None:
        return
    written = [s for s in queries.sections_of(observation) if s.about.owner == role and s.words]
    objection = observing.objection_to_finishing(
        observation.planned_on, observation.consent, today(), is_empty=not written
    )
    refuse(objection)
    if role == observing.WORKER:
        observation.worker_finished_on = today()
    else:
        observation.observer_finished_on = today()
    audit.record(by, "induction.observation_part_finished", observation, part=role)
    if observation.is_finished and observation.item is not None:
        record_item_held(by, observation.item, observation.planned_on)
    if observation.is_finished:
        keep_observation(by, observation)
    _tell_the_other(by, observation)


def reopen_part(by: Person, observation: Observation) -> None:
    """Open one's own part again, as long as the other has not finished theirs."""
    role = observation.role_of(by)
    if observation.is_finished:
        refuse("Both have finished this observation, so it stays as it is")
    if observation.finished_on(role) is None:
        return
    was = observation.finished_on(role)
    if role == observing.WORKER:
        observation.worker_finished_on = None
    else:
        observation.observer_finished_on = None
    audit.record(by, "induction.observation_part_reopened", observation, part=role, was=iso(was))


def _tell_the_other(by: Person, observation: Observation) -> None:
    worker = observation.induction.person
    other = observation.observer if by.id == worker.id else worker
    link = f"/observations/{observation.id}"
    notices.tell(other, sentences.part_finished(by, observation), link=link, about=observation)
