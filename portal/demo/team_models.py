"""Which team of the demo keeps to which model."""

from datetime import timedelta

from portal.demo import past
from portal.demo.scene import Scene
from portal.teams import operations

SINCE = timedelta(weeks=60)


def keep_to_models(scene: Scene) -> None:
    """Put each team on the model that its file names, a good year ago."""
    keepers = [*scene.with_role("principal"), *scene.with_role("hr"), *scene.staff]
    since = scene.today - SINCE
    with past.on(since):
        for place in scene.establishment.places:
            if place.model:
                unit = scene.units[place.name]
                operations.put_on_model(keepers[0].person, unit, place.model, 0, since)
