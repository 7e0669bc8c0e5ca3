"""What a coordinator fills in to change a draft: what it is, its stages, items, promises, tasks."""

import re
from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from portal.induction import beginning, explaining
from portal.induction.programmes.places import due
from portal.induction.programmes.template import Kind, Programme
from portal.induction.programmes.writing import Table
from portal.web.forms import EditingForm

SHORT = Length(max=120, message="Write at most 120 characters")
LONG = Length(max=500, message="Write at most 500 characters")
A_TITLE = [InputRequired("Give it a title"), SHORT]
WEEK, MONTH, AFTER = "week", "month", "after"
UNITS = {
    WEEK: "By the end of this week",
    MONTH: "By the end of this month",
    AFTER: "So many working days after the end",
}
BEFORE, LATER = "before", "after"
OFTEN = ("", "1 week", "2 weeks", "3 weeks", "1 month", "2 months")
MOST_RHYTHMS = 3


class AboutForm(EditingForm):
    """What a programme is called, and how long it is."""

    name = StringField("Name", validators=[InputRequired("Give it a name"), SHORT])
    short_name = StringField(
        "Short name",
        description="It stands where there is little room",
        validators=[InputRequired("Give it a short name"), Length(max=60, message="At most 60")],
    )
    about = TextAreaField("What it is, in a sentence or two (optional)", validators=[LONG])
    months = IntegerField(
        "How many months?",
        validators=[
            InputRequired("Give a number of months"),
            NumberRange(1, 60, "Give 1 to 60 months"),
        ],
    )


class StageForm(EditingForm):
    """A stage: its title and the month at whose end it ends."""

    title = StringField("Title", validators=A_TITLE)
    to_month = IntegerField(
        "It ends at the end of month",
        description="The next stage begins there. The last one ends with the programme.",
        validators=[InputRequired("Give a month"), NumberRange(1, 60, "Give a month, 1 to 60")],
    )


class NewStageForm(EditingForm):
    """One more stage, which takes the rest of the one in which it begins."""

    title = StringField("Title", validators=A_TITLE)
    from_month = IntegerField(
        "It begins at the end of month",
        validators=[InputRequired("Give a month"), NumberRange(1, 59, "Give a month, 1 to 59")],
    )


class ItemForm(EditingForm):
    """One item: what, of which kind, whose, and by when."""

    title = StringField("What is it?", validators=A_TITLE)
    kind = SelectField("Which kind of thing?")
    owner = SelectField(
        "Whose is it?",
        choices=[
            SelectChoice(key, words[:1].upper() + words[1:])
            for key, words in explaining.OWNERS.items()
        ],
    )
    unit = RadioField(
        "By when?",
        choices=[SelectChoice(key, words) for key, words in UNITS.items()],
        default=WEEK,
    )
    number = IntegerField(
        "Which week, which month or how many days?",
        validators=[InputRequired("Give a number"), NumberRange(1, 270, "Give 1 to 270")],
    )
    optional = BooleanField("Only where it is needed")
    pro_rata = BooleanField("Later for part-time people", default=True)

    def __init__(self, *args: Any, kinds: Sequence[Kind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind.choices = [
            SelectChoice(kind.key, kind.one[:1].upper() + kind.one[1:]) for kind in kinds
        ]

    def item(self, code: str) -> Table:
        """The item as the programme's table holds it."""
        number = self.number.data or 0
        word = "day" if number == 1 else "days"
        after = f"{number} working {word} after the end"
        return {
            "code": code,
            "kind": self.kind.data,
            "title": (self.title.data or "").strip(),
            "owner": self.owner.data,
            "due": after if self.unit.data == AFTER else f"{self.unit.data} {number}",
            "optional": bool(self.optional.data),
            "pro_rata": bool(self.pro_rata.data),
            "local": True,
        }


class PromisesForm(EditingForm):
    """Supervision in up to three rhythms, the load, the time for development, group days."""

    every_1 = SelectField("Supervision at first", choices=[], default="")
    until_1 = StringField("Up to", description="For example, week 6")
    every_2 = SelectField("Supervision then", choices=[], default="")
    until_2 = StringField("Up to", description="For example, month 6")
    every_3 = SelectField("Supervision after that", choices=[], default="")
    until_3 = StringField("Up to", description="For example, month 12")
    workload = IntegerField(
        "Workload, in percent of a full load over the whole time (optional)",
        validators=[Optional(), NumberRange(1, 100, "Give 1 to 100 percent")],
    )
    ramp = StringField(
        "Percent of a full load month by month (optional)",
        description="One number a month, with commas: 70, 75, 80",
        validators=[LONG],
    )
    development = IntegerField(
        "Development time, in percent of the week (optional)",
        validators=[Optional(), NumberRange(1, 100, "Give 1 to 100 percent")],
    )
    group_days = IntegerField(
        "Group days in all (optional)",
        validators=[Optional(), NumberRange(1, 100, "Give 1 to 100 days")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_RHYTHMS + 1):
            self[f"every_{number}"].choices = [
                SelectChoice(often, f"Every {often}" if often else "Not laid down")
                for often in OFTEN
            ]

    def validate_ramp(self, field: StringField) -> None:
        """Refuse what is not a row of whole numbers."""
        if field.data and not re.fullmatch(r"\s*\d{1,3}(\s*,\s*\d{1,3})*\s*", field.data):
            raise ValidationError("Write whole numbers with commas between them")

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then that every rhythm has an end."""
        valid = bool(super().validate(extra_validators))
        for number in range(1, MOST_RHYTHMS + 1):
            until = self[f"until_{number}"]
            if self[f"every_{number}"].data and not due((until.data or "").strip()):
                until.errors = ["Write a week or a month, such as week 6 or month 6"]
                valid = False
        return valid

    def promises(self, table: Table) -> Table:
        """The table with these promises."""
        new = dict(table)
        new["supervision"] = [
            {"every": self[f"every_{n}"].data, "until": self[f"until_{n}"].data.strip(),
             "local": True}
            for n in range(1, MOST_RHYTHMS + 1)
            if self[f"every_{n}"].data
        ]  # fmt: skip
        for key in ("workload", "development_time", "group_days"):
            new.pop(key, None)
        if self.workload.data:
            new["workload"] = {"share": self.workload.data / 100, "local": True}
            if self.ramp.data:
                new["workload"]["ramp"] = [int(each) for each in self.ramp.data.split(",")]
        if self.development.data:
            new["development_time"] = self.development.data / 100
        if self.group_days.data:
            new["group_days"] = {"number": self.group_days.data, "local": True}
        return new


class TaskForm(EditingForm):
    """One task of the first weeks: what, who, and how many working days from day one."""

    title = StringField("What is to be done?", validators=A_TITLE)
    owner = SelectField(
        "Who does it?",
        choices=[
            SelectChoice(key, words[:1].upper() + words[1:])
            for key, words in beginning.OWNERS.items()
        ],
    )
    side = RadioField(
        "Before or after day one?",
        choices=[
            SelectChoice(BEFORE, "Before day one"),
            SelectChoice(LATER, "On day one or after"),
        ],
        default=LATER,
    )
    number = IntegerField(
        "How many working days from day one?",
        description="0 is day one itself",
        validators=[InputRequired("Give a number"), NumberRange(0, 60, "Give 0 to 60 days")],
    )

    @property
    def days(self) -> int:
        """Working days from day one; before it they are negative."""
        number = self.number.data or 0
        return -number if self.side.data == BEFORE else number


def promises_of(programme: Programme) -> dict[str, Any]:
    """What a promises form shows of a programme."""
    load, group = programme.workload, programme.group_days
    shown: dict[str, Any] = {
        "workload": int(load.share * 100) if load else None,
        "ramp": ", ".join(map(str, load.ramp)) if load else "",
        "development": int(programme.development_time * 100) or None,
        "group_days": group.number if group else None,
    }
    for number, each in enumerate(programme.supervision[:MOST_RHYTHMS], start=1):
        plural = "" if each.every.number == 1 else "s"
        shown[f"every_{number}"] = f"{each.every.number} {each.every.unit}{plural}"
        shown[f"until_{number}"] = f"{each.until.unit} {each.until.number}"
    return shown
