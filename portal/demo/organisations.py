"""The invented organisations and their units."""

from datetime import date

from portal.database import db
from portal.demo.data import Establishment
from portal.demo.scene import Chance, Scene
from portal.people.areas import TITLES
from portal.people.models import Organisation, Unit

# Numbers of the range that is kept free for stories: nobody answers them.
TO_CALL = [
    {"label": "Duty team", "number": "01632 960101", "when": "Monday to Friday, 9 to 5"},
    {"label": "Emergency duty team", "number": "01632 960102", "when": "Evenings and weekends"},
]


def founded(establishment: Establishment, chance: Chance, today: date) -> Scene:
    """An organisation with every area switched on, and its units from the top down."""
    organisation = Organisation(
        name=establishment.name, is_demo=True, areas=list(TITLES), safety_numbers=TO_CALL
    )
    scene = Scene(today, chance, establishment, organisation)
    organisation.id = scene.new_id()
    db.session.add(organisation)
    db.session.flush()
    for place in establishment.places:
        scene.units[place.name] = _unit(scene, place.name, place.kind, place.parent)
    db.session.flush()
    return scene


def _unit(scene: Scene, name: str, kind: str, parent: str | None) -> Unit:
    unit = Unit(
        id=scene.new_id(),
        organisation_id=scene.organisation.id,
        name=name,
        kind=kind,
        parent_id=scene.units[parent].id if parent else None,
    )
    db.session.add(unit)
    return unit
