"""Which system keeps each field of a person."""

from collections.abc import Collection
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from portal.people.ownership import ALWAYS_THE_PORTALS, OWNABLE, TITLES
from portal.web.forms import PortalForm

PORTAL, STAFF_LIST = "portal", "staff list"


class FieldOwnersForm(PortalForm):
    """One choice for each field: whoever saves last decides."""

    def portal_owns(self) -> list[str]:
        """The fields that the portal is to keep."""
        return [name for name in CHOSEN if self[name].data == PORTAL]


CHOSEN = tuple(name for name in OWNABLE if name not in ALWAYS_THE_PORTALS)
CHOICES = [
    SelectChoice(STAFF_LIST, "The staff list"),
    SelectChoice(PORTAL, "This portal"),
]


def field_owners_form(portal_owns: Collection[str]) -> FieldOwnersForm:
    """The form with what holds today chosen."""
    data = {name: PORTAL if name in portal_owns else STAFF_LIST for name in CHOSEN}
    return _Form(data=data)


def _fields() -> dict[str, Any]:
    """A choice for each field that may have another owner."""
    return {
        name: RadioField(
            TITLES[name][0],
            description=TITLES[name][1],
            choices=CHOICES,
            validators=[InputRequired(f"Choose who keeps it: {TITLES[name][0]}")],
        )
        for name in CHOSEN
    }


_Form: type[FieldOwnersForm] = type("FieldOwnersOfAPerson", (FieldOwnersForm,), _fields())
