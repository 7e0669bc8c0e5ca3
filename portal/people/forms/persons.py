"""What HR fills in about a person."""

from collections.abc import Collection
from typing import Any

from wtforms import SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, ValidationError

from portal.clock import today
from portal.people import ownership, reaching
from portal.people.forms.cells import CellField, needed
from portal.people.models import Person
from portal.people.sought import DAYS
from portal.people.staff_list import cells
from portal.web.fields import DayField
from portal.web.forms import EditingForm

AT_MOST_80 = Length(max=80, message="Use at most 80 letters")
KEPT_BY_THE_LIST = "The staff list keeps this: put it right there too, or the next list changes it."
SIGNS_IN = (
    "The directory's address. Whoever has an account goes on signing in with the address of their"
    " account; the page about how they sign in says when the two differ."
)


class PersonForm(EditingForm):
    """What HR may put right about a person."""

    title = CellField("Title", reading=cells.text, unknown="", validators=[AT_MOST_80])
    given_names = CellField(
        "Given names", reading=cells.name, validators=[needed("Write the given names"), AT_MOST_80]
    )
    family_name = CellField(
        "Family name", reading=cells.name, validators=[needed("Write the family name"), AT_MOST_80]
    )
    known_as = CellField(
        "Known as",
        description="The first name that colleagues use, if it is another.",
        reading=cells.name,
        unknown="",
        validators=[AT_MOST_80],
    )
    staff_number = CellField(
        "Staff number",
        description="As payroll writes it, so that the next staff list knows them.",
        reading=cells.staff_number,
        render_kw={"class": "govuk-input--width-10"},
    )
    email = CellField(
        "Work e-mail",
        description=SIGNS_IN,
        reading=cells.email,
        validators=[Length(max=254, message="This is too long")],
        render_kw={"type": "email"},
    )
    phone = CellField(
        "Work telephone", reading=reaching.phone, unknown="", render_kw={"type": "tel"}
    )
    base = CellField("Base", reading=cells.text, unknown="", validators=[AT_MOST_80])
    working_days = SelectMultipleField(
        "Working days", choices=[SelectChoice(day, name) for day, name in DAYS.items()]
    )
    registration_number = CellField(
        "Social Work England number",
        description="SW and its digits, like SW123456.",
        reading=cells.registration_number,
        unknown="",
    )
    qualified_on = DayField(
        "Qualified on",
        description="The day of the qualifying award, if it is known.",
        validators=[Optional()],
    )
    service_started_on = DayField(
        "Continuous service from",
        description="The day from which payroll counts their service.",
        validators=[Optional()],
    )

    def ask_about(self, person: Person, portal_owns: Collection[str]) -> None:
        """Say who keeps each field; a staff number that payroll gave stays as it is."""
        for name in ownership.OWNABLE:
            if name not in portal_owns:
                said = self[name].description
                self[name].description = f"{said} {KEPT_BY_THE_LIST}".strip()
        if person.staff_number:
            del self.staff_number

    def validate_qualified_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError("The day of qualifying cannot lie ahead")

    def answers(self) -> dict[str, Any]:
        """The answers as the portal keeps them."""
        answers = super().answers()
        chosen = answers["working_days"] or ()
        answers["working_days"] = " ".join(day for day in DAYS if day in chosen)
        return answers
