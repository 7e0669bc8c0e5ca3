"""What the portal holds about an organisation, as the plain values a staff list is held against."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from portal.database import db
from portal.people.models import Leaving, Person, Post, Unit
from portal.people.staff_list.cells import number_key
from portal.people.staff_list.facts import PersonFacts, PostFacts, UnitPath, path_key
from portal.people.staff_list.held import Held, HeldPerson, HeldPost

PERSON_COLUMNS = (
    "staff_number", "title", "given_names", "family_name", "known_as", "email",
    "registration_number", "qualified_on", "service_started_on", "base", "working_days",
)  # fmt: skip
POST_COLUMNS = (
    "job_title", "grade", "scp", "fte", "hours", "contract", "cost_code",
    "started_on", "ended_on",
)  # fmt: skip


def held(organisation_id: UUID) -> Held:
    """Everybody in the organisation with their posts, the vacant posts and the units."""
    units = {row.id: row for row in _rows(Unit, ("name", "kind", "parent_id"), organisation_id)}
    paths = {unit_id: _path(unit_id, units) for unit_id in units}
    columns = (*PERSON_COLUMNS, "left_on", "claimed_email", "qualified_confirmed_on")
    people = _rows(Person, columns, organisation_id)
    keys = {row.id: _key(row) for row in people}
    posts = _posts(organisation_id, paths, keys)
    written = select(Leaving.person_id, Leaving.last_on).where(
        Leaving.organisation_id == organisation_id
    )
    leavings = {row.person_id: row.last_on for row in db.session.execute(written)}
    return Held(
        people={
            keys[row.id]: HeldPerson(
                row.id,
                keys[row.id],
                _person(row),
                tuple(posts[row.id]),
                row.left_on,
                row.claimed_email,
                row.qualified_confirmed_on is not None,
                row.left_on is not None and leavings.get(row.id) == row.left_on,
            )
            for row in people
        },
        vacancies=tuple(posts[None]),
        units={path_key(path): unit_id for unit_id, path in paths.items()},
        paths=tuple(paths.values()),
    )


def _rows(model: Any, columns: tuple[str, ...], organisation_id: UUID) -> list[Any]:
    """These columns of every row of the organisation (a whole table: for comparing, not a page)."""
    wanted: Select[Any] = select(model.id, *(getattr(model, name) for name in columns))
    own = wanted.where(model.organisation_id == organisation_id).order_by(model.id)
    return list(db.session.execute(own))


def _posts(
    organisation_id: UUID, paths: dict[UUID, UnitPath], keys: dict[UUID, str]
) -> dict[UUID | None, list[HeldPost]]:
    found: dict[UUID | None, list[HeldPost]] = defaultdict(list)
    columns = ("person_id", "unit_id", "manager_id", "began_on", "basis", *POST_COLUMNS)
    for row in _rows(Post, columns, organisation_id):
        said = {name: _known(getattr(row, name)) for name in POST_COLUMNS}
        facts = PostFacts(unit=paths[row.unit_id], manager=keys.get(row.manager_id), **said)
        found[row.person_id].append(HeldPost(row.id, facts, row.began_on, row.basis))
    return found


def _person(row: Any) -> PersonFacts:
    return PersonFacts(**{name: _known(getattr(row, name)) for name in PERSON_COLUMNS})


def _key(row: Any) -> str:
    return number_key(row.staff_number) if row.staff_number else f"#{row.id}"


def _known(value: Any) -> Any:
    """The value; an empty text is an unknown one."""
    return None if value == "" else value


def _path(unit_id: UUID, units: dict[UUID, Any]) -> UnitPath:
    """The unit's place from the top down."""
    path: list[tuple[str, str]] = []
    at: UUID | None = unit_id
    while at is not None and len(path) < 10:
        path.insert(0, (units[at].kind, units[at].name))
        at = units[at].parent_id
    return tuple(path)
