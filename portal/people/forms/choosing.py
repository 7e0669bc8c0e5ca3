"""Choosing a unit and a manager among very many, without a script.

What is chosen is always an id. The text box beside it only finds: a staff number, an address or
the name of one unit is taken at once; where several are meant, they are offered.
"""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import RadioField, StringField
from wtforms.fields.choices import SelectChoice

from portal.people.forms.finding import OTHER, PERSON, UNIT, Sought, choices_of, find, other
from portal.people.queries import choosing
from portal.people.queries.choosing import Option
from portal.web.arguments import ids
from portal.web.forms import PortalForm

NOBODY = ""
FEW_UNITS = 8
"""So few units are all offered at once; among more, one is found by name."""


class ChoosingForm(PortalForm):
    """The unit a post stands in, and whom its holder reports to."""

    unit = RadioField("Unit", validate_choice=False)
    unit_q = StringField("Find a unit by name")
    manager = RadioField("Manager", validate_choice=False)
    manager_q = StringField(
        "Find the manager", description="By staff number, work e-mail, or name."
    )

    def offer(
        self, organisation_id: UUID, day: date, *, unit: UUID | None, manager: UUID | None
    ) -> None:
        """Give the form its choices: what is so now, what was chosen before, and another."""
        self.offer_units(organisation_id, day, unit=unit)
        self.offer_people(organisation_id, day, manager=manager)

    def offer_units(self, organisation_id: UUID, day: date, *, unit: UUID | None) -> None:
        """Offer the unit that is so now, the one that was chosen before, and another."""
        self.units = choosing.units_open(organisation_id, day, present=unit)
        chosen = set(ids([self.unit.data or ""])) | {unit}
        shown = [u for u in self.units if len(self.units) <= FEW_UNITS or u.id in chosen]
        self.unit.choices = choices_of(shown)
        if len(shown) < len(self.units):
            self.unit.choices.append(other(UNIT, is_first=not shown))
        if not self.is_submitted():
            only = shown[0].id if len(shown) == len(self.units) == 1 else None
            self.unit.data = _key(unit or only) or (OTHER if not shown else None)

    def offer_people(
        self, organisation_id: UUID, day: date, *, manager: UUID | None, nobody: bool = True
    ) -> None:
        """Offer who it is now, who was chosen before, and somebody else."""
        self.of, self.on = organisation_id, day
        if not self.is_submitted():
            self.manager.data = _key(manager) or (NOBODY if nobody else OTHER)
        asked = ids([self.manager.data or ""])
        people = choosing.people_known(organisation_id, asked, day, present=manager)
        self.manager.choices = choices_of(people)
        if nobody:
            self.manager.choices.append(SelectChoice(NOBODY, "Nobody, or not known"))
        self.manager.choices.append(other(PERSON, is_first=not people))

    def choose(self) -> bool:
        """Find what was typed where another was asked for; False when a choice is still open."""
        unit = self._choose(self.unit, self.unit_q, UNIT)
        return self.choose_person() and unit

    def choose_person(self) -> bool:
        """The same for the person alone."""
        return self._choose(self.manager, self.manager_q, PERSON)

    @property
    def unit_id(self) -> UUID:
        """The unit that was chosen, once the form is valid."""
        return UUID(self.unit.data)

    @property
    def manager_id(self) -> UUID | None:
        """The manager who was chosen, if anybody was."""
        return UUID(self.manager.data) if self.manager.data else None

    def _choose(self, field: Any, box: Any, sought: Sought) -> bool:
        if field.data == OTHER:
            return find(field, box, self._looking_for(sought), sought)
        if field.data not in {choice.value for choice in field.choices}:
            field.errors = [f"Choose the {sought.what}"]
            return False
        return True

    def _looking_for(self, sought: Sought) -> Callable[[str], list[Option]]:
        if sought is UNIT:
            return lambda typed: choosing.units_meant(self.units, typed)
        return lambda typed: choosing.people_meant(self.of, typed, self.on)


def _key(row_id: UUID | None) -> str:
    return str(row_id) if row_id else ""
