"""Deeds about people: correcting details, giving roles, bringing lists in, switching areas."""

from portal.people.operations.areas import switch_areas
from portal.people.operations.persons import edit_person
from portal.people.operations.roles import (
    LastAdministratorError,
    RoleOverlapError,
    end_role,
    grant_role,
    let_each_hold,
)
from portal.people.operations.staff_list import apply_staff_list
from portal.people.operations.uploads import (
    discard_upload,
    forget_left_uploads,
    keep_upload,
    map_columns,
    mark_applied,
    record_file,
)

__all__ = [
    "LastAdministratorError",
    "RoleOverlapError",
    "apply_staff_list",
    "discard_upload",
    "edit_person",
    "end_role",
    "forget_left_uploads",
    "grant_role",
    "keep_upload",
    "let_each_hold",
    "map_columns",
    "mark_applied",
    "record_file",
    "switch_areas",
]
