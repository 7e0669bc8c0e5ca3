"""What people fill in about roles."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional, ValidationError

from portal.clock import today
from portal.people.models import RoleHeld
from portal.people.titles import ROLE_TITLES
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

MOST_TICKED = 200
"""How many people may be given a role at once."""


class SomeDays(PortalForm):
    """From when a role is held, and perhaps until when."""

    started_on = DayField("From", validators=[a_day("Write the first day of the role")])
    ended_on = DayField(
        "Until (optional)",
        description="The last day. The role ends by itself after it.",
        validators=[Optional()],
    )

    def span(self) -> dict[str, Any]:
        """The days that were answered, as the operations take them."""
        return {"started_on": self.started_on.data, "ended_on": self.ended_on.data}

    def validate_ended_on(self, field: Any) -> None:
        if field.data and self.started_on.data and field.data < self.started_on.data:
            raise ValidationError("The last day must not be before the first")
        if field.data and field.data < today():
            raise ValidationError("The last day must not be in the past")


class RoleForm(SomeDays, CreatingForm):
    """A role to give, and for how long."""

    role = SelectField("Role", validators=[InputRequired("Choose a role")])

    def offer(self, roles: Sequence[str]) -> None:
        """Let only these roles be chosen."""
        offered = [SelectChoice(role, ROLE_TITLES[role]) for role in roles]
        self.role.choices = [SelectChoice("", "Choose a role"), *offered]


class HoldersForm(SomeDays, CreatingForm):
    """The people who are to be given one role, found by name or by their team."""

    q = StringField(
        "Find people by name",
        description="The beginning of any of their names.",
        render_kw={"autocomplete": "off"},
    )
    team = SelectField("Team", validate_choice=False)
    people = SelectMultipleField("People", validate_choice=False)

    def offer(self, teams: Iterable[tuple[UUID, str]], people: Iterable[tuple[UUID, str]]) -> None:
        """Let these teams be searched, and these people be ticked."""
        every = [SelectChoice(str(team_id), name) for team_id, name in teams]
        self.team.choices = [SelectChoice("", "Every team"), *every]
        self.people.choices = [SelectChoice(str(one), words) for one, words in people]

    def tick_everybody(self) -> None:
        """Tick all who are shown."""
        self.people.data = [choice.value for choice in self.people.choices or ()]

    def validate_people(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Tick at least one person")
        if len(field.data) > MOST_TICKED:
            raise ValidationError(f"Tick at most {MOST_TICKED} people at a time")


class RoleEndForm(EditingForm):
    """The last day of a role that somebody holds."""

    ended_on = DayField(
        "Last day",
        description="The role ends by itself after it. Leave it empty for no last day.",
        validators=[Optional()],
    )
    held: RoleHeld

    def validate_ended_on(self, field: Any) -> None:
        if field.data and field.data < self.held.started_on:
            raise ValidationError("The last day must not be before the first")
        if field.data and field.data < today():
            raise ValidationError("The last day must not be in the past. To end it now, go back")
