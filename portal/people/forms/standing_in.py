"""What HR fills in about acting up, secondments and cover."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice

from portal.people.forms.cells import CellField, needed
from portal.people.forms.choosing import ChoosingForm
from portal.people.forms.finding import OTHER, PERSON, choices_of, find, other
from portal.people.models import BASES
from portal.people.queries.choosing import Option, people_meant
from portal.people.queries.roles import people_ticked
from portal.people.staff_list import cells
from portal.people.titles import ROLE_TITLES
from portal.web.arguments import ids
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm


class WithRoles(PortalForm):
    """The days of standing in, and the roles that go with it."""

    started_on = DayField("From", validators=[a_day("Write the first day")])
    ended_on = DayField(
        "Until",
        description="The last day. Everything returns by itself the day after.",
        validators=[a_day("Write the last day: it can be changed later")],
    )
    roles = SelectMultipleField(
        "Roles that go with it, for the same days",
        render_kw={"class": "govuk-checkboxes--small"},
    )

    def span(self) -> dict[str, Any]:
        """The days that were answered, as the operations take them."""
        return {"started_on": self.started_on.data, "ended_on": self.ended_on.data}

    def offer_roles(self, roles: Iterable[str]) -> None:
        """Let only these roles go with it."""
        self.roles.choices = [SelectChoice(role, ROLE_TITLES[role]) for role in roles]

    def refuse(self, sentence: str) -> None:
        """Say beside the last day what stands against it."""
        self.ended_on.errors = [sentence]

    def refuse_role(self, role: str, name: str) -> None:
        """Say that the person holds a ticked role already."""
        self.roles.errors = [
            f"{name} holds the role {ROLE_TITLES[role]} on some of these days already: untick it"
        ]


class ActingUpForm(WithRoles, ChoosingForm, CreatingForm):
    """A post somebody acts up in or is seconded to."""

    basis = RadioField(
        "What is it?",
        choices=[SelectChoice(BASES[1], "Acting up"), SelectChoice(BASES[2], "A secondment")],
        default=BASES[1],
    )
    job_title = CellField(
        "Job title", reading=cells.text, validators=[needed("Write the job title")]
    )


class CoverForm(WithRoles, CreatingForm):
    """Who covers a post, and for which days."""

    person = RadioField("Who is it?", validate_choice=False)
    person_q = StringField(
        "Who covers? Find the person",
        description="By staff number, work e-mail, or name.",
        render_kw={"autocomplete": "off"},
    )

    def offer_people(self, organisation_id: UUID, day: date) -> None:
        """Offer whoever was chosen before, and somebody else by name."""
        self.of, self.on = organisation_id, day
        known = people_ticked(organisation_id, self._chosen()) if self._chosen() else []
        self.known = known  # held on to, so that whoever was chosen is not asked for twice
        options = [Option(each.id, each.name) for each in known]
        self.person.choices = [*choices_of(options), other(PERSON, is_first=not options)]
        if not self.is_submitted():
            self.person.data = next(iter(self.person.choices or ())).value

    def choose(self) -> bool:
        """Find whom was typed where somebody else is meant; False while the choice is open."""
        known = {str(each.id) for each in self.known}
        if self.person.data not in {*known, OTHER}:
            self.person.errors = ["Choose who covers"]
            return False
        if self.person.data != OTHER:
            return True
        look = partial(people_meant, self.of, day=self.on)
        return find(self.person, self.person_q, look, PERSON)

    @property
    def person_id(self) -> UUID:
        """Who was chosen, once the form is valid."""
        return self._chosen()[0]

    def _chosen(self) -> list[UUID]:
        return ids([self.person.data or ""])


class LastDayForm(EditingForm):
    """The last day of acting up or of cover."""

    ended_on = DayField(
        "Last day",
        description="The roles that go with it end on the same day.",
        validators=[a_day("Write the last day")],
    )
