"""A goal in the demo: somebody who wants to progress, their plan, and a check-in of two views."""

from datetime import timedelta

from portal.demo import past
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.pathways import operations, queries
from portal.pathways.checking_in import NOT_YET, ON_THE_WAY, SHOWN, Asked

TO = "senior-social-worker"
WHY = "I like the work that nobody has a quick answer to, and I want to help others with it."
STEPS = (
    ("Go with a senior colleague to a hearing", -4, True),
    ("Lead the team meeting once", 3, False),
    ("Ask whom I could mentor from January on", 6, False),
)
AGREED = "Two more pieces of complex work by the spring, and a talk about mentoring in January."


def have_a_goal(scene: Scene) -> None:
    """Let the worker of the cast have a goal, shared with the manager, and one check-in on it."""
    worker = next(scene.with_role("worker"), None)
    manager = scene.manager_of(worker) if worker else None
    if worker is None or manager is None:
        return
    place = queries.catalogue_for(scene.organisation, scene.today).by_key[TO]
    begun = weekday(scene.today - timedelta(weeks=7))
    with past.on(begun):
        goal = operations.set_goal(worker.person, place)
        by_on = weekday(scene.today + timedelta(weeks=52))
        operations.change_goal(worker.person, goal, why=WHY, by_on=by_on)
        for words, weeks, is_done in STEPS:
            due_on = weekday(scene.today + timedelta(weeks=weeks))
            step = operations.plan_step(worker.person, goal, words, due_on=due_on)
            if is_done:
                operations.mark_step(worker.person, step, is_done=True)
    with past.on(weekday(scene.today - timedelta(weeks=3))):
        operations.share_goal(worker.person, goal, manager)
        asked = [Asked(each.key, each.words) for each in place.requirements]
        check_in = operations.begin_check_in(worker.person, goal, asked)
        mine = {each.key: ON_THE_WAY for each in asked} | {asked[0].key: SHOWN}
        operations.say_in_check_in(worker.person, check_in, mine)
        theirs = mine | {asked[-1].key: SHOWN, asked[1].key: NOT_YET}
        operations.say_in_check_in(manager, check_in, theirs)
        operations.agree_in_check_in(manager, check_in, AGREED)
