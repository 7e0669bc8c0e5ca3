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
from portal.people.policies.organisation import (
    change_field_owners,
    local_drafts,
    nation,
    organisation_name,
    switch_areas,
)
from portal.people.policies.profile import contact_card, my_equality_answers, my_profile
from portal.people.policies.registrations import check_registrations, see_registrations
from portal.people.policies.roles import (
    change_role_end,
    change_roles,
    end_role,
    may_give,
    roles_to_give,
    see_holders,
)
from portal.people.policies.standing_in import (
    act_up,
    arrange_cover,
    change_acting_up,
    change_cover,
)

__all__ = [
    "KEEPERS",
    "Employed",
    "act_up",
    "arrange_cover",
    "change_acting_up",
    "change_cover",
    "change_field_owners",
    "change_role_end",
    "change_roles",
    "check_registrations",
    "contact_card",
    "continue_import",
    "edit_person",
    "end_role",
    "import_staff_list",
    "local_drafts",
    "may_give",
    "my_equality_answers",
    "my_profile",
    "nation",
    "organisation_name",
    "roles_to_give",
    "see_directory",
    "see_employment",
    "see_holders",
    "see_person",
    "see_registrations",
    "switch_areas",
]
