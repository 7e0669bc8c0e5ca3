"""What people fill in about people."""

from portal.people.forms.importing import ApplyingForm, ColumnsForm, StaffListForm, columns_form
from portal.people.forms.organisation import AreasForm
from portal.people.forms.persons import PersonForm
from portal.people.forms.roles import RoleForm

__all__ = [
    "ApplyingForm",
    "AreasForm",
    "ColumnsForm",
    "PersonForm",
    "RoleForm",
    "StaffListForm",
    "columns_form",
]
