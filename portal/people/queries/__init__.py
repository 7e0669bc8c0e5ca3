"""What the pages about people list: always ordered, always bounded."""

from portal.people.queries.directory import directory, found, named, teams
from portal.people.queries.held import held
from portal.people.queries.person import PersonPage, is_anothers, person_page, roles_of

__all__ = [
    "PersonPage",
    "directory",
    "found",
    "held",
    "is_anothers",
    "named",
    "person_page",
    "roles_of",
    "teams",
]
