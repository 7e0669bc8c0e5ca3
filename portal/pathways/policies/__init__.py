"""Who may see and do what on career pathways."""

from portal.pathways.policies.lattice import (
    see_own_pathway,
    see_place,
    see_standing,
    see_time_in_post,
)

__all__ = ["see_own_pathway", "see_place", "see_standing", "see_time_in_post"]
