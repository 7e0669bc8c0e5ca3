"""What people do with direct observations: plan, change, move, record consent."""

from datetime import date
from typing import Any

from portal import audit, notices
from portal.clock import today
from portal.database import db
from portal.induction import observation_notices as sentences
from portal.induction import observing
from portal.induction.models import (
    Induction,
    InductionItem,
    Observation,
    ObservationMove,
    ObservationSection,
)
from portal.induction.operations import evidence
from portal.induction.operations.reckoning import iso, reckon, refuse
from portal.induction.queries import observations as queries
from portal.people.models import Person

Deed = tuple[str, Any, dict[str, Any]]


def plan_observation(
    by: Person,
    induction: Induction,
    *,
    planned_on: date,
    observer: Person,
    setting: str,
    focus: str = "",
) -> Observation:
    """Plan the next observation of a year, and tell the person and the observer.

    Its number is the next one, and it takes the place of the programme's next that is not planned
    yet; where none is left it is one more. Raises NotPossibleError for a day outside the year.
    """
    _refuse_day(induction, planned_on)
    item, number = _next_of(induction)
    observation = Observation(
        organisation_id=induction.organisation_id, induction_id=induction.id, induction=induction,
        item_id=item.id if item else None, number=number, observer_id=observer.id,
        observer=observer, planned_by_id=by.id, planned_on=planned_on, setting=setting,
        focus=focus.strip(),
    )  # fmt: skip
    if setting == "professionals":
        observation.consent, observation.consent_on = observing.NOT_NEEDED, today()
    db.session.add(observation)
    db.session.flush()
    db.session.add_all(_section(observation, key) for key in observing.SECTIONS)
    booked = _book(item, planned_on)
    deed = ("induction.observation_planned", observation, _facts(observation))
    audit.record_deeds(by, [*booked, deed])
    _tell(by, observation, sentences.planned)
    return observation


def change_observation(
    by: Person, observation: Observation, *, observer: Person, setting: str, focus: str
) -> None:
    """Change who observes, what and where; the day is moved by a deed of its own.

    Raises NotPossibleError once it is finished, or where the observer has already written.
    """
    refuse(_is_over(observation))
    if observer.id != observation.observer_id and _has_written(observation, observing.OBSERVER):
        refuse(f"{observation.observer.name} has written in it already and stays the observer")
    before = observation.observer_id
    observation.observer_id, observation.observer = observer.id, observer
    observation.setting, observation.focus = setting, focus.strip()
    if observer.id != before:
        observation.observer_finished_on = None
    audit.record(by, "induction.observation_changed", observation, **_facts(observation))
    if observer.id != before:
        _tell(by, observation, sentences.planned)


def move_observation(by: Person, observation: Observation, *, to: date, reason: str) -> None:
    """Move an observation to another day, before its day or after it did not take place.

    With it the family is asked anew. Raises NotPossibleError for a day that it cannot be on.
    """
    refuse(_is_over(observation))
    if to == observation.planned_on:
        return
    _refuse_day(observation.induction, to)
    move = ObservationMove(
        organisation_id=observation.organisation_id, observation_id=observation.id, moved_to=to,
        was_on=observation.planned_on, reason=reason, recorded_by_id=by.id, recorded_on=today(),
    )  # fmt: skip
    db.session.add(move)
    observation.planned_on = to
    observation.observer_finished_on = observation.worker_finished_on = None
    if observation.consent != observing.NOT_NEEDED:
        observation.consent, observation.consent_on, observation.consent_how = "", None, ""
    booked = _book(observation.item, to)
    facts = {"was_on": iso(move.was_on), "moved_to": iso(to), "reason": reason}
    audit.record_deeds(by, [*booked, ("induction.observation_moved", observation, facts)])
    _tell(by, observation, sentences.moved)


def record_consent(
    by: Person, observation: Observation, *, answer: str, on: date, how: str = ""
) -> None:
    """Record what the family answered, when and in what way; never who they are.

    Where they take it back, everything that was written about them is deleted for good, and it is
    evidence no longer; that it took place stays. Raises NotPossibleError for an answer that
    cannot be theirs.
    """
    refuse(_objection_to_consent(observation, answer, on))
    was = observation.consent
    observation.consent, observation.consent_on = answer, on
    observation.consent_how = "" if answer == observing.NOT_NEEDED else how
    audit.record(by, "induction.consent_recorded", observation, consent=answer, was=was, on=iso(on))
    if answer == observing.WITHDRAWN:
        observation.focus = ""
        for section in queries.sections_of(observation):
            section.words, section.saved_on = "", None
        evidence.withdraw(by, observation)
        _tell(by, observation, sentences.consent_withdrawn)


def _objection_to_consent(observation: Observation, answer: str, on: date) -> str:
    if on > today():
        return "This day is still to come. Record the answer once you have it"
    if observation.is_withdrawn:
        return "The family has taken their consent back. Move the observation to ask another family"
    if answer == observing.WITHDRAWN and observation.consent != observing.YES:
        return "They had not said yes. Record “They said no” instead"
    if observation.is_finished and answer != observing.WITHDRAWN:
        return "The observation is finished. Only taking consent back is recorded now"
    return ""


def _next_of(induction: Induction) -> tuple[InductionItem | None, int]:
    """The programme's observation that is planned next, if any, and the number to give."""
    items = queries.items_with_plans(induction)
    for number, (item, planned) in enumerate(items, start=1):
        if item.held_on is None and planned is None:
            return item, number
    return None, max(
        [len(items), *(each.number for each in queries.observations_of(induction))]
    ) + 1


def _section(observation: Observation, key: str) -> ObservationSection:
    return ObservationSection(
        organisation_id=observation.organisation_id,
        observation_id=observation.id,
        observation=observation,
        key=key,
    )


def _book(item: InductionItem | None, day: date) -> list[Deed]:
    """Let the year know the day, where it is still to come; answers the deeds for the trail."""
    if item is None or item.held_on is not None or day < today() or item.booked_on == day:
        return []
    was, item.booked_on = item.booked_on, day
    reckon(item.induction)
    return [("induction.item_booked", item, {"booked_on": iso(day), "was": iso(was)})]


def _refuse_day(induction: Induction, day: date) -> None:
    objection = observing.objection_to_day(
        day,
        started_on=induction.started_on,
        planned_end_on=induction.planned_end_on,
        today=today(),
    )
    refuse(objection)


def _is_over(observation: Observation) -> str:
    if observation.is_finished:
        return "Both have finished this observation. Plan another one"
    return ""


def _has_written(observation: Observation, role: str) -> bool:
    return any(
        section.words and section.about.owner == role
        for section in queries.sections_of(observation)
    )


def _facts(observation: Observation) -> dict[str, str | None]:
    return {
        "induction_id": str(observation.induction_id),
        "observer_id": str(observation.observer_id),
        "planned_on": iso(observation.planned_on),
        "setting": observation.setting,
    }


def _tell(by: Person, observation: Observation, sentence: sentences.ToEither) -> None:
    """Tell the person and the observer, each in their own words, and not whoever did it."""
    link = f"/observations/{observation.id}"
    for reader in (observation.induction.person, observation.observer):
        if reader.id != by.id:
            notices.tell(reader, sentence(by, observation, reader), link=link, about=observation)
