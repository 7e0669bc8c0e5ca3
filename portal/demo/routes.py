"""A route in the demo: the assistant of the cast is an apprentice in the seventh month."""

from datetime import timedelta
from decimal import Decimal

from portal.demo import past
from portal.demo.careers import monday
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.people.models import Person
from portal.routes import catalogue, operations, queries
from portal.routes.catalogue import FIRST
from portal.routes.models import Route

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
    _be_placed(scene, planner.person, route)


def _be_placed(scene: Scene, by: Person, route: Route) -> None:
    """A first placement that began seven weeks ago; the last two weeks wait to be confirmed."""
    first = monday(scene.today) - timedelta(weeks=7)
    educator = next(iter(queries.educators(route.organisation_id)), None)
    colleagues = queries.colleagues_of(route.person)
    with past.on(weekday(first - timedelta(weeks=3))):
        placement = operations.place(
            by, route, FIRST, workplace="Hospital social work team", started_on=first,
            ended_on=first + timedelta(weeks=24), educator=educator,
            backfill=colleagues[0] if colleagues else None, backfill_days=3,
        )  # fmt: skip
    for number in range(6):
        week = first + timedelta(weeks=number)
        with past.on(weekday(week + timedelta(days=4))):
            operations.say_week(route.person, placement, week, 4 if number % 3 else 3)
            if educator is not None and number == 3:
                operations.confirm_weeks(educator, placement)
