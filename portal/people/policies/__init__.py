"""Who may look somebody up, see their employment, bring a staff list in, and give roles."""

from portal.people.policies.directory import (
    KEEPERS,
    Employed,
    edit_person,
    see_directory,
    see_employment,
    see_person,
)
from portal.people.policies.importing import continue_import, import_staff_list
from portal.people.policies.organisation import switch_areas
from portal.people.policies.roles import change_roles, end_role, roles_to_give

__all__ = [
    "KEEPERS",
    "Employed",
    "change_roles",
    "continue_import",
    "edit_person",
    "end_role",
    "import_staff_list",
    "roles_to_give",
    "see_directory",
    "see_employment",
    "see_person",
    "switch_areas",
]
