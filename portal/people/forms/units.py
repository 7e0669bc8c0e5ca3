"""What people fill in about units: the day to look at, a new unit, a change, a last day."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from portal.clock import today
from portal.people.forms.cells import CellField, needed
from portal.people.forms.posts import day_of
from portal.people.queries.units import UnitRow
from portal.people.staff_list import cells
from portal.people.structure import KINDS, may_be_part_of
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

ALONE = ""


class OnForm(PortalForm):
    """The day on which the organisation is looked at."""

    on = DayField(
        "Another day", description="Past or coming, for example 1/4/2026.", validators=[Optional()]
    )


class UnitForm(PortalForm):
    """What a unit is called, and what it is part of."""

    name = CellField("Name", reading=cells.name, validators=[needed("Write the name of the unit")])
    part_of = SelectField("Part of")

    def offer(self, units: Sequence[UnitRow], kind: str | None = None) -> None:
        """Let it be part of any unit that is not closed and no pod, or of none."""
        names = {unit.id: unit.name for unit in units}
        kinds: dict[UUID | None, str] = {unit.id: unit.kind for unit in units}
        pods = {u.id for u in units if u.kind == KINDS[-1] == kinds.get(u.parent_id)}
        larger = [u for u in units if u.id not in pods and u.closed_on is None]
        offered = [u for u in larger if may_be_part_of(kind or KINDS[-1], u.kind)]
        self.part_of.choices = [SelectChoice(ALONE, "Nothing larger: it stands alone")] + [
            SelectChoice(str(u.id), ", ".join(filter(None, [u.name, _above(u, names)])))
            for u in offered
        ]

    @property
    def parent_id(self) -> UUID | None:
        """The unit it is part of, once the form is valid."""
        return UUID(self.part_of.data) if self.part_of.data else None


class AddUnitForm(UnitForm, CreatingForm):
    """A new unit."""

    kind = SelectField(
        "Kind", choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS], default=KINDS[-1]
    )


class ChangeUnitForm(UnitForm, EditingForm):
    """Another name, or another place in the organisation."""


class CloseUnitForm(EditingForm):
    """The last day of a unit."""

    closed_on = DayField(
        "Last day",
        description="For example, 31/3/2027",
        default=today,
        validators=[a_day("Write the last day")],
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.closed_on)


def _above(unit: UnitRow, names: dict[UUID, str]) -> Any:
    return names.get(unit.parent_id) if unit.parent_id else None
