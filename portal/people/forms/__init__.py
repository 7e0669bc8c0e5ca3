"""What people fill in about people."""

from portal.people.forms.equality import EqualityForm
from portal.people.forms.field_owners import FieldOwnersForm, field_owners_form
from portal.people.forms.importing import ApplyingForm, ColumnsForm, StaffListForm, columns_form
from portal.people.forms.organisation import AreasForm, OrganisationNameForm
from portal.people.forms.persons import PersonForm
from portal.people.forms.profile import ProfileForm
from portal.people.forms.registrations import RegisterForm
from portal.people.forms.roles import HoldersForm, RoleEndForm, RoleForm
from portal.people.forms.standing_in import ActingUpForm, CoverForm, LastDayForm

__all__ = [
    "ActingUpForm",
    "ApplyingForm",
    "AreasForm",
    "ColumnsForm",
    "CoverForm",
    "EqualityForm",
    "FieldOwnersForm",
    "HoldersForm",
    "LastDayForm",
    "OrganisationNameForm",
    "PersonForm",
    "ProfileForm",
    "RegisterForm",
    "RoleEndForm",
    "RoleForm",
    "StaffListForm",
    "columns_form",
    "field_owners_form",
]
