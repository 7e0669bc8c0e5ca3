"""Keeping models of teams, and putting a team on one."""

from datetime import date, timedelta

from portal import audit
from portal.database import db
from portal.people.folding import fold, key_of
from portal.people.models import Person, Unit
from portal.people.operations.refusals import AnswerRefusedError
from portal.teams import queries
from portal.teams.modelling import Model, ModelError, model_of
from portal.teams.modelling.reading import table_of
from portal.teams.models import TeamModel, TeamOnModel
from portal.web import days

ONE_DAY = timedelta(days=1)


def add_model(by: Person, *, title: str, says: str, like: Model) -> TeamModel:
    """Keep a model of one's own, which begins as a copy of another.

    Raises `ModelError` where one of that title is there.
    """
    key = key_of(title)
    there = queries.latest_editions(by.organisation_id)
    taken = {fold(each.model.title) for each in there.values()}
    if not key or key in there or fold(title) in taken:
        raise ModelError(["A model of that name is there. Give this one a name of its own"])
    table = table_of(like) | {"key": key, "title": title, "says": says}
    return _keep(by, key, 1, model_of(table), "teams.model_added")


def change_model(by: Person, latest: Model, number: int, changed: Model) -> TeamModel | None:
    """Keep a change of a model; nothing where nothing is different.

    An edition that no team was ever on is written over. Otherwise, and for a model as it is
    shipped, the change makes the next edition, and teams go on with theirs until they are moved.
    """
    if changed == latest:
        return None
    own = queries.own_edition(by.organisation_id, latest.key, number) if number else None
    if own is None or queries.was_used(own):
        return _keep(by, latest.key, number + 1, changed, "teams.model_changed")
    own.content = table_of(changed)
    db.session.flush()
    audit.record(by, "teams.model_changed", own, key=own.key, number=own.number)
    return own


def put_on_model(by: Person, unit: Unit, model_key: str, number: int, day: date) -> TeamOnModel:
    """Let a team keep to an edition of a model from a day on; what it kept to before ends then.

    Raises `AnswerRefusedError` for a day before one from which it already keeps to another.
    """
    if after := queries.on_model_later(unit.id, day):
        said = f"It keeps to another model from {days.short(after.started_on)} on"
        raise AnswerRefusedError("started_on", f"{said}. Write that day or a later one")
    before = queries.on_model(unit.id, day)
    if before is not None and (before.model_key, before.model_number) == (model_key, number):
        return before
    if before is not None and before.started_on == day:
        before.model_key, before.model_number = model_key, number
        put = before
    else:
        if before is not None:
            before.ended_on = day - ONE_DAY
        put = TeamOnModel(
            organisation_id=unit.organisation_id, unit_id=unit.id, model_key=model_key,
            model_number=number, started_on=day,
        )  # fmt: skip
        db.session.add(put)
    db.session.flush()
    facts = {"key": model_key, "number": number, "from_on": day.isoformat()}
    audit.record(by, "teams.put_on_model", unit, **facts)
    return put


def take_off_model(by: Person, unit: Unit, day: date) -> bool:
    """Let a team keep to no model from a day on; False where it kept to none."""
    before = queries.on_model(unit.id, day)
    if before is None:
        return False
    if before.started_on >= day:
        db.session.delete(before)
    else:
        before.ended_on = day - ONE_DAY
    db.session.flush()
    audit.record(by, "teams.taken_off_model", unit, key=before.model_key, from_on=day.isoformat())
    return True


def _keep(by: Person, key: str, number: int, model: Model, deed: str) -> TeamModel:
    kept = TeamModel(
        organisation_id=by.organisation_id, key=key, number=number, content=table_of(model)
    )
    db.session.add(kept)
    db.session.flush()
    audit.record(by, deed, kept, key=key, number=number)
    return kept
