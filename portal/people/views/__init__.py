"""Pages about people: the directory, corrections, roles, staff lists, and the areas."""

from portal.people.views import (
    acting_up,
    areas,
    cover,
    directory,
    field_owners,
    holders,
    importing,
    importing_files,
    importing_rows,
    persons,
    quality,
    roles,
)
from portal.people.views.blueprint import people

__all__ = [
    "acting_up",
    "areas",
    "cover",
    "directory",
    "field_owners",
    "holders",
    "importing",
    "importing_files",
    "importing_rows",
    "people",
    "persons",
    "quality",
    "roles",
]
