"""Who may see and do what on career pathways."""

from portal.pathways.policies.lattice import (
    see_own_pathway,
    see_place,
    see_standing,
    see_time_in_post,
)
from portal.pathways.policies.panels import (
    change_panel,
    export_payroll,
    make_panel,
    see_applications_to,
    see_panel,
    see_panels,
    set_progression_rules,
)

__all__ = [
    "change_panel",
    "export_payroll",
    "make_panel",
    "see_applications_to",
    "see_own_pathway",
    "see_panel",
    "see_panels",
    "see_place",
    "see_standing",
    "see_time_in_post",
    "set_progression_rules",
]
