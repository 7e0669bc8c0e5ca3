"""Who may see and do what on career pathways."""

from portal.pathways.policies.applications import (
    answer_item,
    apply_to_progress,
    has_conflict,
    is_chair,
    reads_for_panel,
    see_application,
    see_applications,
    send_application,
    sits_on,
    withdraw_application,
    write_application,
)
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
    "answer_item",
    "apply_to_progress",
    "change_panel",
    "export_payroll",
    "has_conflict",
    "is_chair",
    "make_panel",
    "reads_for_panel",
    "see_application",
    "see_applications",
    "see_applications_to",
    "see_own_pathway",
    "see_panel",
    "see_panels",
    "see_place",
    "see_standing",
    "see_time_in_post",
    "send_application",
    "set_progression_rules",
    "sits_on",
    "withdraw_application",
    "write_application",
]
