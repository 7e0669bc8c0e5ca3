"""Teams on a model, for tests."""

from datetime import date

from portal.database import db
from portal.people.models import Unit
from portal.teams.models import TeamOnModel


def on_model(unit: Unit, key: str = "balanced", number: int = 0) -> TeamOnModel:
    """A team that keeps to a model since the beginning of the year."""
    put = TeamOnModel(
        organisation_id=unit.organisation_id, unit_id=unit.id, model_key=key,
        model_number=number, started_on=date(2026, 1, 1),
    )  # fmt: skip
    db.session.add(put)
    db.session.flush()
    return put
