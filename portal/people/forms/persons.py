"""What HR fills in about a person."""

from typing import Any

from wtforms import EmailField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, ValidationError

from portal.clock import today
from portal.people.staff_list import cells
from portal.web import days
from portal.web.fields import DayField
from portal.web.forms import EditingForm

WEEK = dict(zip(cells.WEEK, days.WEEKDAYS, strict=True))


class PersonForm(EditingForm):
    """What HR may put right about a person."""

    known_as = StringField(
        "Known as",
        description="The first name that colleagues use, if it is another.",
        validators=[Length(max=80, message="Use at most 80 letters")],
    )
    email = EmailField("Work e-mail", validators=[Length(max=254, message="This is too long")])
    base = StringField("Base", validators=[Length(max=80, message="Use at most 80 letters")])
    working_days = SelectMultipleField(
        "Working days", choices=[SelectChoice(day, name) for day, name in WEEK.items()]
    )
    registration_number = StringField(
        "Social Work England number", description="SW and its digits, like SW123456."
    )
    qualified_on = DayField(
        "Qualified on",
        description="The day of the qualifying award, if it is known.",
        validators=[Optional()],
    )

    def validate_known_as(self, field: Any) -> None:
        field.data = _clear(cells.name, field.data) or ""

    def validate_email(self, field: Any) -> None:
        field.data = _clear(cells.email, field.data)

    def validate_base(self, field: Any) -> None:
        field.data = _clear(cells.text, field.data) or ""

    def validate_registration_number(self, field: Any) -> None:
        field.data = _clear(cells.registration_number, field.data) or ""

    def validate_qualified_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError("The day of qualifying cannot lie ahead")

    def answers(self) -> dict[str, Any]:
        """The answers as the portal keeps them."""
        answers = super().answers()
        answers["working_days"] = " ".join(
            day for day in WEEK if day in (answers["working_days"] or ())
        )
        return answers


def _clear(read: Any, written: str | None) -> Any:
    try:
        return read(written or "")
    except cells.UnclearError as unclear:
        sentence = str(unclear)
        raise ValidationError(sentence[0].upper() + sentence[1:]) from None
