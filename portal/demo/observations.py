"""The demo's direct observations and feedback: who observed, what was seen, what came back."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from portal.database import db
from portal.demo import past
from portal.demo.data import read
from portal.demo.scene import Chance, Scene
from portal.demo.sessions import weekday
from portal.induction import giving, observing
from portal.induction.models import Feedback, FeedbackRequest, Induction, InductionItem
from portal.induction.operations import feedback as feedback_deeds
from portal.induction.operations import observation_parts, observations
from portal.induction.queries.observations import sections_of
from portal.people.models import Person

KINDS = {observing.KIND, *giving.ITEM_KINDS.values()}
ASKED_BEFORE = timedelta(days=12)


@cache
def _words() -> dict[str, Any]:
    return read("observations")


def took_place(scene: Scene, by: Person, item: InductionItem, day: date) -> None:
    """An observation that was held, or feedback that came, on a day, with what was written."""
    chance = Chance(f"{item.induction.person.name} {item.code}")
    if item.kind == observing.KIND:
        _observed(chance, _observer(scene, item.induction, item.code), by, item.induction, day)
        return
    family = item.kind == giving.ITEM_KINDS[giving.FAMILY]
    kind = giving.FAMILY if family else giving.PROFESSIONAL
    answer = _answered(chance, item.induction, kind, item.induction.person, day)
    if answer.state == giving.TO_READ:
        feedback_deeds.pass_on(by, answer, {"went_well": answer.went_well})


def plan_for(scene: Scene, induction: Induction, day: date) -> None:
    """An observation that is planned, by somebody other than the last observer, with a yes."""
    worker = induction.person
    made = observations.plan_observation(
        worker,
        induction,
        planned_on=day,
        observer=_observer(scene, induction, "observation-2"),
        setting="family meeting",
        focus="How the meeting is opened, and how it ends.",
    )
    yesterday = weekday(scene.today - timedelta(days=1))
    observations.record_consent(worker, made, answer=observing.YES, on=yesterday, how="spoken")
    context = next(each for each in sections_of(made) if each.key == "context")
    observation_parts.write_section(worker, context, _words()["context"][1])


def feedback_under_way(scene: Scene, induction: Induction, by: Person) -> None:
    """One answer that its reader has not read yet, and one link that waits for its answer."""
    yesterday = weekday(scene.today - timedelta(days=1))
    with past.on(max(yesterday, induction.started_on)):
        _answered(Chance(induction.person.name), induction, giving.FAMILY, by, yesterday)
        worker = induction.person
        feedback_deeds.ask_for_feedback(
            worker, induction, kind=giving.PROFESSIONAL, way=giving.LINK
        )


def _observed(
    chance: Chance, observer: Person, by: Person, induction: Induction, day: date
) -> None:
    words, worker = _words(), induction.person
    made = observations.plan_observation(
        by, induction, planned_on=day, observer=observer, setting=chance.choice(words["settings"])
    )
    if not made.consent:
        observations.record_consent(worker, made, answer=observing.YES, on=day, how="spoken")
    for section in sections_of(made):
        writer = worker if section.about.owner == observing.WORKER else observer
        observation_parts.write_section(writer, section, chance.choice(words[section.key]))
    observation_parts.finish_part(observer, made)
    observation_parts.finish_part(worker, made)


def _answered(chance: Chance, induction: Induction, kind: str, by: Person, day: date) -> Feedback:
    way = giving.LINK if kind == giving.PROFESSIONAL else giving.CODE
    asked = feedback_deeds.ask_for_feedback(by, induction, kind=kind, way=way)[0]
    asked.asked_on = max(weekday(day - ASKED_BEFORE), induction.started_on)
    is_plain = kind == giving.PROFESSIONAL
    feedback_deeds.receive(asked, _answers(chance, kind), is_plain=is_plain)
    return _answer_to(asked)


def _answer_to(asked: FeedbackRequest) -> Feedback:
    db.session.flush()
    return db.session.query(Feedback).filter_by(request_id=asked.id).one()


def _answers(chance: Chance, kind: str) -> dict[str, str]:
    words = _words()
    if kind == giving.FAMILY:
        faces = [chance.choice(("yes", "yes", "yes", "sometimes")) for _ in giving.FAMILY_QUESTIONS]
        said = chance.choice(words["family_words"])
        return {**dict(zip(giving.FAMILY_QUESTIONS, faces, strict=True)), "went_well": said}
    return {
        "role_in_words": chance.choice(words["roles"]),
        "connection": chance.choice(words["connections"]),
        "went_well": chance.choice(words["professional_well"]),
        "to_work_on": chance.choice(words["professional_next"]),
    }


def _observer(scene: Scene, induction: Induction, code: str) -> Person:
    """The assessor for the first and the last, a consultant for those between."""
    others = [one.person for one in scene.doing("Consultant Social Worker")]
    assessor = induction.assessor or induction.person
    if code.endswith("-2") and others:
        return others[0]
    return assessor
