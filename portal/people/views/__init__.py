"""Pages about people: the directory, corrections, roles, staff lists, and the areas."""

from portal.people.views import (
    acting_up,
    areas,
    cover,
    days_away,
    directory,
    field_owners,
    holders,
    importing,
    importing_files,
    importing_rows,
    organisation,
    joining,
    persons,
    posts,
    quality,
    roles,
    units,
)
from portal.people.views.blueprint import people

__all__ = [
    "acting_up",
    "areas",
    "cover",
    "days_away",
    "directory",
    "field_owners",
    "holders",
    "importing",
    "importing_files",
    "importing_rows",
    "organisation",
    "joining",
    "people",
    "persons",
    "posts",
    "quality",
    "roles",
    "units",
]
