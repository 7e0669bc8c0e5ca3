"""The invented organisations and their units."""

from datetime import date

from portal.database import db
from portal.demo.data import Establishment
from portal.demo.scene import Chance, Scene
from portal.people.areas import TITLES
from portal.people.models import Organisation, Unit


def founded(establishment: Establishment, chance: Chance, today: date) -> Scene:
    """An organisation with every area switched on, and its units from the top down."""
    organisation = Organisation(name=establishment.name, is_demo=True, areas=list(TITLES))
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
