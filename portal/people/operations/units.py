"""Adding, renaming, moving and closing the units of an organisation."""

from datetime import date
from uuid import UUID

from portal import audit
from portal.database import db
from portal.people.models import Person, Unit
from portal.people.operations.refusals import AnswerRefusedError
from portal.people.queries import units as queries
from portal.people.structure import may_be_part_of


def add_unit(by: Person, *, name: str, kind: str, parent: Unit | None) -> Unit:
    """Add a unit, alone or as part of another. Raises `AnswerRefusedError`."""
    _refuse(by.organisation_id, name, kind, parent)
    unit = Unit(
        organisation_id=by.organisation_id,
        name=name,
        kind=kind,
        parent_id=parent.id if parent else None,
    )
    db.session.add(unit)
    db.session.flush()
    audit.record(by, "people.unit_added", unit, kind=kind)
    return unit


def change_unit(unit: Unit, by: Person, *, name: str, parent: Unit | None) -> bool:
    """Rename a unit or make it part of another; False when nothing is different.

    Its posts, and what is part of it, go with it. Raises `AnswerRefusedError`.
    """
    parent_id = parent.id if parent else None
    answers = {"name": name, "parent_id": parent_id}
    changed = [field for field, value in answers.items() if getattr(unit, field) != value]
    if not changed:
        return False
    moved = parent if "parent_id" in changed else None
    _refuse(unit.organisation_id, name, unit.kind, moved, among=parent_id, but=unit)
    unit.name, unit.parent_id = name, parent_id
    db.session.flush()
    audit.record(by, "people.unit_changed", unit, fields=changed)
    return True


def close_unit(unit: Unit, by: Person, *, closed_on: date) -> None:
    """Close a unit after a last day. Raises `AnswerRefusedError` while anything in it goes on."""
    posts, _ = queries.open_after(unit, closed_on)
    if posts:
        said = f"{posts:,} posts go on" if posts > 1 else "1 post goes on"
        raise AnswerRefusedError("closed_on", f"{said} after that day. Move or end them first")
    parts = [each for each in queries.inside(unit, closed_on) if each.closed_on != closed_on]
    if [each for each in parts if each.closed_on is None or each.closed_on > closed_on]:
        said = f"{parts[0].name} is part of it and goes on"
        raise AnswerRefusedError("closed_on", f"{said}. Move or close it first")
    unit.closed_on = closed_on
    db.session.flush()
    audit.record(by, "people.unit_closed", unit, end=closed_on.isoformat())


def reopen_unit(unit: Unit, by: Person) -> None:
    """Let posts stand in a closed unit again."""
    unit.closed_on = None
    db.session.flush()
    audit.record(by, "people.unit_reopened", unit)


def _refuse(
    organisation_id: UUID,
    name: str,
    kind: str,
    parent: Unit | None,
    *,
    among: UUID | None = None,
    but: Unit | None = None,
) -> None:
    if parent is not None and not may_be_part_of(kind, parent.kind):
        said = f"A {kind} cannot be part of a {parent.kind}"
        raise AnswerRefusedError("part_of", f"{said}. Choose a larger unit, or none")
    if parent is not None and parent.closed_on is not None:
        raise AnswerRefusedError(
            "part_of", f"{parent.name} is closed or closes. Choose another unit"
        )
    if parent is not None and but is not None and _is_above(but, parent):
        raise AnswerRefusedError("part_of", f"{parent.name} is itself part of it. Choose another")
    same = queries.namesake(organisation_id, kind, name, parent.id if parent else among)
    if same is not None and same is not but:
        closed = " It is closed: open it again instead." if same.closed_on else ""
        raise AnswerRefusedError("name", f"There is such a {kind} in that place already.{closed}")


def _is_above(unit: Unit, other: Unit) -> bool:
    """Whether the other is this unit, or part of it however far down."""
    return other is unit or unit.id in {row_id for row_id, _ in queries.path_of(other)}
