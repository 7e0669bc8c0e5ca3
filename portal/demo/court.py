"""A first time in court in the demo: one in the middle, one offered, one found ready to lead."""

from datetime import timedelta

from portal.court import operations
from portal.court.checklist import AGAIN, POINTS, SEEN
from portal.court.models import CourtSupport
from portal.court.tracking import BY_KEY
from portal.demo import past
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.people.models import Person

TO_DO_AGAIN = {"plain": "Two sentences on the first page are very long. Cut them in half."}
NOTED = "It helped to know where everybody sits. Next time: ask for a break before answering."


def go_to_court(scene: Scene) -> None:
    """Let the consultant of the cast, where there is one, go with three people."""
    heads = [one.person for one in scene.with_role("consultant")]
    if not heads:
        return
    consultant = heads[0]
    new = next(scene.with_role("nqsw")).person
    others = [one.person for one in scene.doing("Social Worker") if one.person is not consultant]
    _in_the_middle(scene, new, consultant)
    _found_ready(scene, others[0], consultant)
    with past.on(weekday(scene.today - timedelta(days=2))):
        operations.offer_court(consultant, others[1])


def _in_the_middle(scene: Scene, new: Person, consultant: Person) -> None:
    """The draft is with the consultant, and a deadline is near."""
    with past.on(weekday(scene.today - timedelta(weeks=5))):
        support = operations.start_court(new, consultant)
    deadline = weekday(scene.today + timedelta(days=9))
    hearing = weekday(scene.today + timedelta(days=23))
    _step(scene, new, support, "shadowed", 3)
    with past.on(weekday(scene.today - timedelta(weeks=1))):
        operations.set_days(new, support, deadline, hearing)
        operations.tick_points(new, support, list(POINTS)[:10])
    _step(scene, new, support, "drafted", 1)
    with past.on(weekday(scene.today - timedelta(days=1))):
        views = dict.fromkeys(list(POINTS)[:6], SEEN) | dict.fromkeys(TO_DO_AGAIN, AGAIN)
        operations.look_through(consultant, support, views, TO_DO_AGAIN)


def _found_ready(scene: Scene, person: Person, consultant: Person) -> None:
    with past.on(weekday(scene.today - timedelta(weeks=16))):
        support = operations.start_court(person, consultant)
    for step, weeks in (("shadowed", 14), ("drafted", 12), ("heard", 6)):
        _step(scene, person, support, step, weeks)
    _step(scene, consultant, support, "checked", 11)
    with past.on(weekday(scene.today - timedelta(weeks=5))):
        operations.write_debrief(person, support, NOTED)
        operations.decide_ready(consultant, support)


def _step(scene: Scene, by: Person, support: CourtSupport, key: str, weeks: int) -> None:
    day = weekday(scene.today - timedelta(weeks=weeks))
    with past.on(day):
        operations.record_step(by, support, BY_KEY[key], day)
