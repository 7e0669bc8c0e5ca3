"""What is asked about routes and their placements."""

from portal.routes.queries.placements import (
    colleagues_of,
    educators,
    placement_of,
    placements_of,
    stages_of,
    taught_by,
    what_is_missing,
)
from portal.routes.queries.routes import (
    BY_NAME,
    MOST_FOUND,
    MOST_OF_A_PERSON,
    own_route,
    routes_here,
    routes_of,
    share_of,
    standing_of,
    standings,
    who_could_begin,
)

__all__ = [
    "BY_NAME",
    "MOST_FOUND",
    "MOST_OF_A_PERSON",
    "colleagues_of",
    "educators",
    "own_route",
    "placement_of",
    "placements_of",
    "routes_here",
    "routes_of",
    "share_of",
    "stages_of",
    "standing_of",
    "standings",
    "taught_by",
    "what_is_missing",
    "who_could_begin",
]
