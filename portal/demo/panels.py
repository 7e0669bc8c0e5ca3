"""Panels of progression in the demo: one to come with an application on it, one that was held."""

from datetime import date, timedelta
from typing import Any

from portal.demo import past
from portal.demo.pairings import COORDINATOR
from portal.demo.scene import Employee, Scene
from portal.demo.sessions import weekday
from portal.pathways import operations, queries
from portal.pathways.models import Application, Panel
from portal.pathways.places import place_of
from portal.people.models import Person

# The panels after the next one: in how many weeks, and how many places.
LATER = ((16, 6), (30, 4), (52, 6))
TO = "senior-social-worker"
STATEMENT = (
    "For two years I have held complex work, and I have stood beside two colleagues in their "
    "first weeks. I am ready to answer for more of it, and to help others to."
)
ANSWER = "I have shown this over the last year, and we have spoken of it in supervision."
SAID = "I have seen this work in supervision and beside families. It is ready."
OUTCOME: dict[str, Any] = {
    "decision": "progress",
    "reason": "Every requirement was shown, and clearly in practice with families.",
    "feedback": "Your account of what you changed after feedback stood out.",
}


def hold_panels(scene: Scene) -> None:
    """Put panels down, send an application to two of them, and let the first be decided."""
    chair = next(scene.with_role("panel"), None)
    applicant = next(scene.with_role("worker"), None)
    if chair is None or applicant is None:
        return
    coming = _panel(scene, chair.person, scene.today + timedelta(weeks=4))
    for weeks, places in LATER:
        _panel(scene, chair.person, scene.today + timedelta(weeks=weeks), places)
    held = _panel(scene, chair.person, scene.today - timedelta(weeks=7))
    _send(scene, applicant, coming, scene.today - timedelta(days=3))
    colleague = _colleague(scene, applicant)
    if colleague is not None:
        sent = _send(scene, colleague, held, scene.today - timedelta(weeks=11))
        _decide(scene, colleague, chair.person, sent, held.meets_on)


def _panel(scene: Scene, chair: Person, about: date, places: int = 6) -> Panel:
    by = scene.doing(COORDINATOR)[0].person
    meets_on = weekday(about)
    with past.on(min(meets_on - timedelta(weeks=12), scene.today - timedelta(weeks=4))):
        return operations.make_panel(
            by, meets_on=meets_on, send_by=weekday(meets_on - timedelta(weeks=3)),
            places=places, quorum=1, chair=chair, members=[],
        )  # fmt: skip


def _send(scene: Scene, applicant: Employee, panel: Panel, day: date) -> Application:
    """A whole application, sent on a day."""
    person, catalogue = applicant.person, queries.catalogue_for(scene.organisation, scene.today)
    here = place_of(catalogue, applicant.job)
    assert here is not None  # a social worker stands on the lattice
    with past.on(weekday(day)):
        made = operations.begin_application(
            person, catalogue, here=here, wanted=catalogue.by_key[TO]
        )
        operations.write_statement(person, made, STATEMENT)
        evidence = [piece.id for piece in queries.pickable(person.id)[:2]]
        for each in queries.pack_of(made):
            operations.answer_item(person, each.item, answer=ANSWER, evidence=evidence)
        operations.send_application(person, made, panel)
    return made


def _decide(scene: Scene, applicant: Employee, chair: Person, sent: Application, day: date) -> None:
    manager = scene.manager_of(applicant)
    if manager is not None:
        with past.on(weekday(scene.today - timedelta(weeks=10))):
            operations.say_as_manager(manager, sent, view="supports", words=SAID)
    agreed = {each.item.key: 3 for each in queries.pack_of(sent)}
    with past.on(day):
        operations.score_application(chair, sent, scores=agreed, comments={}, hands_in=True)
        operations.decide(chair, sent, agreed=agreed, **OUTCOME)


def _colleague(scene: Scene, applicant: Employee) -> Employee | None:
    """Another social worker, long enough in the post to have applied then."""
    before = scene.today - timedelta(weeks=30)
    return next(
        (
            one
            for one in scene.doing(applicant.job)
            if one is not applicant and one.member is None and one.career.posted_on < before
        ),
        None,
    )
