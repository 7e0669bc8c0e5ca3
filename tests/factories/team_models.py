"""Teams on a model, for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from portal.database import db
from portal.people.models import Person, Unit
from portal.teams.models import TeamOnModel, TeamTask


def on_model(unit: Unit, key: str = "balanced", number: int = 0) -> TeamOnModel:
    """A team that keeps to a model since the beginning of the year."""
    put = TeamOnModel(
        organisation_id=unit.organisation_id, unit_id=unit.id, model_key=key,
        model_number=number, started_on=date(2026, 1, 1),
    )  # fmt: skip
    db.session.add(put)
    db.session.flush()
    return put


def a_team_task(unit: Unit, done_by: Person, directed_by: Person, **facts: Any) -> TeamTask:
    """A kind of task of the pod model, given since the beginning of the month."""
    told = {
        "kind": "paperwork", "title": "Letters, minutes and data entry", "hours": Decimal(4),
        "started_on": date(2026, 11, 2), **facts,
    }  # fmt: skip
    task = TeamTask(
        organisation_id=unit.organisation_id, unit_id=unit.id, done_by_id=done_by.id,
        directed_by_id=directed_by.id, **told,
    )  # fmt: skip
    db.session.add(task)
    db.session.flush()
    return task
