"""Deeds about people: correcting details, giving roles, bringing lists in, switching areas."""

from portal.people.operations.acting_up import act_up, change_acting_up, end_acting_up
from portal.people.operations.areas import switch_areas
from portal.people.operations.cover import arrange_cover, change_cover, end_cover
from portal.people.operations.equality import keep_equality_answers
from portal.people.operations.field_owners import change_field_owners
from portal.people.operations.persons import edit_person
from portal.people.operations.profile import edit_profile
from portal.people.operations.registrations import check_registrations
from portal.people.operations.roles import (
    CameWithError,
    LastAdministratorError,
    RoleOverlapError,
    change_role_end,
    end_role,
    grant_each,
    grant_role,
    let_each_hold,
    let_hold_from,
)
from portal.people.operations.staff_list import apply_staff_list
from portal.people.operations.standing_in import NotPossibleError
from portal.people.operations.uploads import (
    discard_upload,
    forget_left_uploads,
    keep_upload,
    mark_applied,
    plan_upload,
    record_file,
)

__all__ = [
    "CameWithError",
    "LastAdministratorError",
    "NotPossibleError",
    "RoleOverlapError",
    "act_up",
    "apply_staff_list",
    "arrange_cover",
    "change_acting_up",
    "change_cover",
    "change_field_owners",
    "change_role_end",
    "check_registrations",
    "discard_upload",
    "edit_person",
    "edit_profile",
    "end_acting_up",
    "end_cover",
    "end_role",
    "forget_left_uploads",
    "grant_each",
    "grant_role",
    "keep_equality_answers",
    "keep_upload",
    "let_each_hold",
    "let_hold_from",
    "mark_applied",
    "plan_upload",
    "record_file",
    "switch_areas",
]
