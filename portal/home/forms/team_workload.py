"""What each person of a team carries, as whoever manages in it writes it down."""

from wtforms import Field, FieldList, Form, FormField, HiddenField
from wtforms.validators import NumberRange, Optional

from portal.home.queries.team_workload import MOST
from portal.teams import workload
from portal.web.fields import NumberField
from portal.web.forms import CreatingForm


class PointsRow(Form):
    """The points of one person; empty where nobody has counted."""

    person = HiddenField()
    points = NumberField(
        "Points",
        validators=[
            Optional(),
            NumberRange(0, workload.MOST, f"Points are a number from 0 to {workload.MOST}"),
        ],
    )


class TeamCountsForm(CreatingForm):
    """A row for each person whom somebody may count."""

    rows = FieldList(FormField(PointsRow), max_entries=MOST)

    @property
    def wrong(self) -> list[Field]:
        """The boxes that something is wrong with."""
        return [row.form.points for row in self.rows if row.form.points.errors]
