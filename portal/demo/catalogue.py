"""A career catalogue of the demo's own: two local job titles, and what three grades are paid."""

from datetime import date, timedelta

from portal.demo import past
from portal.demo.pairings import COORDINATOR
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.pathways import operations
from portal.pathways.catalogue.editing import reviewed, with_place, with_rows

SINCE = timedelta(weeks=40)
LOOKED = timedelta(days=5)
LOCAL = {
    "social-worker": ["Family Social Worker"],
    "senior-social-worker": ["Senior Family Social Worker"],
}
# Invented: grade, its first point, and pounds a year point by point.
PAID = (("G9", 31, (38_300, 39_150, 40_050)), ("G10", 34, (41_200, 42_100, 43_050)),
        ("G11", 37, (44_300, 45_400, 46_550)))  # fmt: skip


def keep_catalogue(scene: Scene) -> None:
    """Publish a version that counts since last spring, and let HR work on the next one."""
    if not scene.doing(COORDINATOR):
        return
    keeper = next(scene.with_role("hr"), None)
    if keeper is None:
        return
    with past.on(scene.today - SINCE):
        draft = operations.begin_draft(keeper.person)
        content = draft.content
        for place in list(content["places"]):
            more = LOCAL.get(place["key"], [])
            content = with_place(
                content, place["key"], place | {"aliases": [*place["aliases"], *more]}
            )
        april = date((scene.today - SINCE).year, 1, 1)
        rows = [
            {"grade": grade, "number": first + step, "salary": salary, "first": april.isoformat()}
            for grade, first, salaries in PAID
            for step, salary in enumerate(salaries)
        ]
        operations.change_draft(keeper.person, draft, with_rows(content, "salaries", rows))
        operations.publish_draft(keeper.person, draft, scene.today - SINCE)
    with past.on(weekday(scene.today - LOOKED)):
        following = operations.begin_draft(keeper.person)
        looked_at = reviewed(following.content, "team-manager", weekday(scene.today - LOOKED))
        operations.change_draft(keeper.person, following, looked_at, place="team-manager")
