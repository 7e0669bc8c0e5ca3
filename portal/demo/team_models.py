"""What the teams of the demo are made of: their model, what they work on, who does which task."""

from datetime import timedelta
from decimal import Decimal

from portal.demo import past
from portal.demo.scene import Scene
from portal.demo.sessions import weekday
from portal.people.models import Unit
from portal.teams import operations, queries
from portal.teams.modelling import Model, shipped

SINCE = timedelta(weeks=60)
SHARED_OUT = timedelta(weeks=11)
NEW = ("Newly Qualified Social Worker",)
POINTS = (84, 106)
HOURS = ("6", "4.5", "3", "5", "2.5")


def keep_to_models(scene: Scene) -> None:
    """Put each team on the model that its file names, a good year ago."""
    keepers = [*scene.with_role("principal"), *scene.with_role("hr"), *scene.staff]
    since = scene.today - SINCE
    with past.on(since):
        for place in scene.establishment.places:
            unit = scene.units[place.name]
            if place.model:
                operations.put_on_model(keepers[0].person, unit, place.model, 0, since)
            if place.works_on:
                operations.choose_strands(keepers[0].person, unit, place.works_on)


def count_workloads(scene: Scene) -> None:
    """Whoever leads a team of one model wrote last week down what its social workers carry."""
    day = weekday(scene.today - timedelta(days=6))
    places = {place.name: place for place in scene.establishment.places}
    with past.on(day):
        for one in scene.staff:
            leader, model = scene.manager_of(one), shipped().get(places[one.place.name].model)
            slot = model.slot_of(one.job) if model else None
            if leader and slot and slot.is_qualified and one.job not in NEW:
                points = scene.chance.randint(*POINTS)
                operations.count_workload(
                    leader, one.person, counted_on=day, points=points, today=day
                )


def share_tasks_out(scene: Scene) -> None:
    """Give the kinds of task of a model to its support roles, but for one that nobody has yet."""
    day = scene.today - SHARED_OUT
    with past.on(day):
        for place in scene.establishment.places:
            model = shipped().get(place.model)
            if model and model.tasks:
                _share_out(scene, scene.units[place.name], model)


def _share_out(scene: Scene, unit: Unit, model: Model) -> None:
    by = scene.leader_of(next(p for p in scene.establishment.places if p.name == unit.name))
    day = scene.today - SHARED_OUT
    people = queries.colleagues(unit, model, day)
    titles = {one.person.id: one.job for one in scene.staff}
    for number, task in enumerate(model.tasks[: 2 if len(model.tasks) > 2 else 1]):
        for doer in people.doers:
            slot = model.slot_of(titles[doer.id])
            if by and people.directors and slot and slot.key == task.slot:
                director = people.directors[number % len(people.directors)]
                operations.give_task(
                    by, unit, model, task.key, day=day, done_by=doer, directed_by=director,
                    hours=Decimal(scene.chance.choice(HOURS)),
                )  # fmt: skip
