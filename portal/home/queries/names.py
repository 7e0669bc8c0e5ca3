"""The columns of a name, where a page needs no more of a person."""

from typing import Any

from sqlalchemy import Row, func

from portal.people.models import Person


def columns_of_name() -> tuple[Any, Any]:
    """The two columns from which `name_of` makes a person's name."""
    known = func.coalesce(func.nullif(Person.known_as, ""), Person.given_names)
    return known.label("first_name"), Person.family_name


def name_of(row: Row[Any]) -> str:
    """The name that colleagues use, from a row with the columns of a name."""
    return f"{row.first_name} {row.family_name}"
