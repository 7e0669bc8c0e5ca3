"""What a coordinator fills in to change a rule of a draft: one small form for each rule."""

import re
from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, NumberRange, Optional, ValidationError

from portal.induction import explaining
from portal.induction.programmes.places import due, every
from portal.induction.programmes.template import Programme, Span
from portal.induction.programmes.writing import Table, said_due, said_every
from portal.standards import frameworks
from portal.web.fields import NumberField
from portal.web.forms import EditingForm

LONG = Length(max=500, message="Write at most 500 characters")
SHORT = Length(max=160, message="Write at most 160 characters")
PERCENT = [Optional(), NumberRange(1, 100, "Give 1 to 100 percent")]
OFTEN = ("1 week", "2 weeks", "3 weeks", "1 month", "2 months", "3 months", "6 months")
MOST_RHYTHMS = 4
MOST_LINES, LONGEST_LINE = 12, 500


class RuleForm(EditingForm):
    """A rule of a programme: what is shown of it, and the table with what was answered."""

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """What the fields hold at first."""
        return {}

    def changed(self, table: Table) -> Table:
        """The table with this rule."""
        return table


class SupervisionForm(RuleForm):
    """How often supervision is, in up to four phases."""

    every_1 = SelectField("Supervision at first", choices=[], default="")
    until_1 = StringField("Up to", description="For example, week 6")
    every_2 = SelectField("Then", choices=[], default="")
    until_2 = StringField("Up to", description="For example, month 6")
    every_3 = SelectField("After that", choices=[], default="")
    until_3 = StringField("Up to", description="For example, month 12")
    every_4 = SelectField("And last", choices=[], default="")
    until_4 = StringField("Up to", description="For example, month 24")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_RHYTHMS + 1):
            _offer(self[f"every_{number}"])

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """Each phase in two fields."""
        found: dict[str, Any] = {}
        for number, each in enumerate(programme.supervision[:MOST_RHYTHMS], start=1):
            found[f"every_{number}"] = said_every(each.every)
            found[f"until_{number}"] = said_due(each.until)
        return found

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then that every phase has an end and none is left out between."""
        valid, has_gap = bool(super().validate(extra_validators)), False
        for number in range(1, MOST_RHYTHMS + 1):
            often, until = self[f"every_{number}"], self[f"until_{number}"]
            if often.data and has_gap:
                often.errors, valid = ["Fill in the phase before this one first"], False
            if often.data and not due((until.data or "").strip().lower()):
                until.errors = ["Write a week or a month, such as week 6 or month 6"]
                valid = False
            has_gap = has_gap or not often.data
        return valid

    def changed(self, table: Table) -> Table:
        """The table with these phases."""
        phases = [
            {"every": self[f"every_{n}"].data, "until": self[f"until_{n}"].data.strip().lower(),
             "local": True}
            for n in range(1, MOST_RHYTHMS + 1)
            if self[f"every_{n}"].data
        ]  # fmt: skip
        return table | {"supervision": phases}


class WorkloadForm(RuleForm):
    """The share of a full load, and how it grows month by month."""

    share = NumberField(
        "Workload, in percent of a full load over the whole time (optional)", validators=PERCENT
    )
    ramp = TextAreaField(
        "Percent of a full load month by month (optional)",
        description="One number a month, with commas: 70, 75, 80. Together they come to the share.",
        render_kw={"rows": 2},
        validators=[LONG],
    )

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """The share in percent, the ramp as it is typed."""
        load = programme.workload
        return {
            "share": round(load.share * 100) if load else None,
            "ramp": ", ".join(map(str, load.ramp)) if load else "",
        }

    def validate_ramp(self, field: TextAreaField) -> None:
        """Refuse what is not a row of whole numbers, or has no share to come to."""
        if field.data and not re.fullmatch(r"\s*\d{1,3}(\s*,\s*\d{1,3})*\s*", field.data):
            raise ValidationError("Write whole numbers with commas between them")
        if field.data and not self.share.data:
            raise ValidationError("Give the percent over the whole time above, too")

    def changed(self, table: Table) -> Table:
        """The table with this load, or with none."""
        new = {key: each for key, each in table.items() if key != "workload"}
        if self.share.data:
            new["workload"] = {"share": self.share.data / 100, "local": True}
            if self.ramp.data:
                new["workload"]["ramp"] = [int(each) for each in self.ramp.data.split(",")]
        return new


class TimeForm(RuleForm):
    """The time for development, and the days with others."""

    development = NumberField(
        "Development time, in percent of the week (optional)", validators=PERCENT
    )
    group_days = NumberField(
        "Group days in all (optional)",
        validators=[Optional(), NumberRange(1, 100, "Give 1 to 100 days")],
    )
    group_every = SelectField("How often is a group day? (optional)", choices=[], default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.group_every)

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """The share in percent, the days and their rhythm."""
        group = programme.group_days
        return {
            "development": round(programme.development_time * 100) or None,
            "group_days": group.number if group else None,
            "group_every": said_every(group.every) if group and group.every else "",
        }

    def changed(self, table: Table) -> Table:
        """The table with this time and these days, or without them."""
        gone = ("development_time", "group_days")
        new = {key: each for key, each in table.items() if key not in gone}
        if self.development.data:
            new["development_time"] = self.development.data / 100
        if self.group_days.data or self.group_every.data:
            days: Table = {"local": True}
            if self.group_days.data:
                days["number"] = self.group_days.data
            if self.group_every.data:
                days["every"] = self.group_every.data
            new["group_days"] = days
        return new


class EligibilityForm(RuleForm):
    """Who may start, and who pays."""

    within_years = NumberField(
        "Within how many years of qualifying? (optional)",
        description="When somebody is enrolled who qualified longer ago, the page says so. "
        "It stops nobody.",
        validators=[Optional(), NumberRange(1, 50, "Give 1 to 50 years")],
    )
    registration = BooleanField("Registration with the regulator is checked", default=True)
    funding = TextAreaField("Who pays, in a sentence or two (optional)", validators=[LONG])

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """The window, the check and the sentence."""
        rule = programme.eligibility
        return {
            "within_years": rule.within_years,
            "registration": rule.is_registration_needed,
            "funding": rule.funding,
        }

    def changed(self, table: Table) -> Table:
        """The table with this rule."""
        rule: Table = {
            "registration": bool(self.registration.data),
            "funding": (self.funding.data or "").strip(),
        }
        if self.within_years.data:
            rule["within_years"] = self.within_years.data
        return table | {"eligibility": rule}


class StandardsForm(RuleForm):
    """The standards of a programme, where it comes from, and what is not settled."""

    standards_key = SelectField("Which standards?", choices=[], default="")
    standards = StringField(
        "How they are called on pages", validators=[DataRequired("Say which standards"), SHORT]
    )
    nation = SelectField(
        "Whose bank holidays, and which nation?",
        choices=[SelectChoice(key, words) for key, words in explaining.NATIONS.items()],
    )
    source = StringField(
        "Where it comes from", validators=[DataRequired("Say where it comes from"), SHORT]
    )
    not_published = TextAreaField(
        "What to know first (optional)",
        description="One sentence a line: what is not settled, or only agreed here.",
        validators=[Length(max=4000, message="Write at most 4,000 characters")],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standards_key.choices = [SelectChoice("", "None that the portal holds")] + [
            SelectChoice(each.key, each.name) for each in frameworks.every()
        ]

    @classmethod
    def shown(cls, programme: Programme) -> dict[str, Any]:
        """The words, and each sentence on a line of its own."""
        words = ("standards_key", "standards", "nation", "source")
        return {word: getattr(programme, word) for word in words} | {
            "not_published": "\n".join(programme.not_published)
        }

    def validate_not_published(self, field: TextAreaField) -> None:
        """Refuse more sentences, or longer ones, than a page can show."""
        lines = _lines(field.data)
        if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
            raise ValidationError("Write at most 12 lines of at most 500 characters")

    def changed(self, table: Table) -> Table:
        """The table with these words."""
        given = self.answers()
        words = {word: (given[word] or "").strip()
                 for word in ("standards_key", "standards", "nation", "source")}  # fmt: skip
        return table | words | {"not_published": _lines(self.not_published.data)}


# Each rule that has a page, by its word in an address: its title and its form.
RULES: dict[str, tuple[str, type[RuleForm]]] = {
    "supervision": ("Supervision", SupervisionForm),
    "workload": ("Workload", WorkloadForm),
    "time": ("Development time and group days", TimeForm),
    "eligibility": ("Who may start", EligibilityForm),
    "standards": ("Standards and source", StandardsForm),
}


def _offer(field: SelectField) -> None:
    """Let the usual rhythms be chosen, and the one that is there whatever it is."""
    there = field.data or ""
    known = OFTEN if there in ("", *OFTEN) or not _is_rhythm(there) else (*OFTEN, there)
    field.choices = [SelectChoice("", "Not laid down")] + [
        SelectChoice(often, f"Every {often.removeprefix('1 ')}") for often in known
    ]


def _is_rhythm(given: str) -> bool:
    span: Span | None = every(given)
    return span is not None and span.number > 0


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
