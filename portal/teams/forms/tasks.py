"""What is filled in to give a kind of task to somebody."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, ValidationError

from portal.people.models import Person
from portal.teams import tasks
from portal.teams.modelling.entries import Task
from portal.teams.queries import Colleagues
from portal.web.forms import CreatingForm, EditingForm, PortalForm

NOBODY = ""


class _AboutATask(PortalForm):
    """Who does it, who directs them, and the hours it frees."""

    done_by = SelectField("Who does it?", validators=[DataRequired("Choose who does it")])
    directed_by = SelectField(
        "Under whose direction?",
        description="A social worker who answers for it",
        validators=[DataRequired("Choose a social worker")],
    )
    hours = StringField(
        "Hours a week that this frees for social workers",
        description="Your own estimate, for example 4 or 2.5",
        validators=[DataRequired("Write how many hours a week")],
    )

    def offer_people(self, people: Colleagues) -> None:
        """Let people of the team be chosen."""
        self._known = {str(key): each for key, each in people.by_id.items()}
        for name, those in (("done_by", people.doers), ("directed_by", people.directors)):
            self[name].choices = [SelectChoice(NOBODY, "Choose"), *_choices(those)]

    def validate_hours(self, field: StringField) -> None:
        """Hours are a number."""
        try:
            self._hours = Decimal((field.data or "").strip().replace(",", "."))
        except InvalidOperation:
            raise ValidationError("Write the hours in figures, like 2.5") from None
        if not self._hours.is_finite() or not 0 < self._hours <= tasks.A_WEEK:
            raise ValidationError(f"Write more than 0 hours and at most {tasks.A_WEEK}")

    def said(self) -> dict[str, Any]:
        """The answers as the deed takes them."""
        return {
            "done_by": self._known[self.done_by.data],
            "directed_by": self._known[self.directed_by.data],
            "hours": self._hours,
        }


class GiveTaskForm(_AboutATask, CreatingForm):
    """A kind of task that is given to somebody."""

    kind = RadioField("Which task?", validators=[DataRequired("Choose which task")])

    def offer_kinds(self, kinds: Sequence[Task]) -> None:
        """Let a kind of task of the model be chosen."""
        self.kind.choices = [SelectChoice(each.key, each.title) for each in kinds]


class ChangeTaskForm(_AboutATask, EditingForm):
    """Who does a task, changed."""


def _choices(people: Sequence[Person]) -> list[SelectChoice]:
    return [SelectChoice(str(each.id), each.name) for each in people]
