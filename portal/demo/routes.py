"""A route in the demo: the assistant of the cast is an apprentice in the seventh month."""

from datetime import timedelta
from decimal import Decimal

from portal.demo import past
from portal.demo.careers import monday
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.routes import catalogue, operations, queries

ROUTE = ("degree-apprenticeship", "2026")
SINCE = timedelta(weeks=28)  # in the seventh month, on any day
WEDNESDAY = 2


def be_on_a_route(scene: Scene) -> None:
    """Let the assistant study on Wednesdays, with everything so far recorded on its day."""
    assistant = next(scene.with_role("assistant"), None)
    planner = next(scene.with_role("hr"), None)
    if assistant is None or planner is None:
        return
    first = monday(scene.today) - SINCE
    with past.on(weekday(first - timedelta(weeks=2))):
        route = operations.enrol_on_route(
            planner.person, assistant.person, template=catalogue.pinned(*ROUTE),
            started_on=first, fte=Decimal(1), study_weekday=WEDNESDAY,
        )  # fmt: skip
    for step in queries.standing_of(route, scene.today).was_due:
        with past.on(step.due_on):
            operations.record_step(assistant.person, route, step.code, step.due_on)
