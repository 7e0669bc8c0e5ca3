"""What people fill in about roles."""

from collections.abc import Sequence
from typing import Any

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional, ValidationError

from portal.clock import today
from portal.people.titles import ROLE_TITLES
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm


class RoleForm(CreatingForm):
    """A role to give, and for how long."""

    role = SelectField("Role", validators=[InputRequired("Choose a role")])
    started_on = DayField("From", validators=[a_day("Write the first day of the role")])
    ended_on = DayField(
        "Until (optional)",
        description="The last day. The role ends by itself after it.",
        validators=[Optional()],
    )

    def offer(self, roles: Sequence[str]) -> None:
        """Let only these roles be chosen."""
        offered = [SelectChoice(role, ROLE_TITLES[role]) for role in roles]
        self.role.choices = [SelectChoice("", "Choose a role"), *offered]

    def validate_ended_on(self, field: Any) -> None:
        if field.data and self.started_on.data and field.data < self.started_on.data:
            raise ValidationError("The last day must not be before the first")
        if field.data and field.data < today():
            raise ValidationError("The last day must not be in the past")
