"""What people fill in about evidence: what it is, and which standards it shows."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from portal.clock import today
from portal.standards.forms.careful import LooksForIdentifiers
from portal.standards.frameworks import Framework, Standard
from portal.standards.models.evidence import KINDS, LONGEST_NOTE, LONGEST_TITLE, Evidence
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST_AGO = timedelta(days=50 * 366)
"""Longer than anybody has worked; a day before that is a slip of the finger."""


def _not_to_come(form: Any, field: DayField) -> None:
    day: date | None = field.data
    if day is not None and day > today():
        raise ValidationError("This day is still to come. Add it once it has taken place")
    if day is not None and day < today() - LONGEST_AGO:
        raise ValidationError("Look at the year: this is more than fifty years ago")


class _Answered(PortalForm):
    """What a piece of evidence is, when it was, and a line about it."""

    kind = RadioField(
        "What is it?",
        choices=[SelectChoice(key, words) for key, words in KINDS.items()],
        validators=[InputRequired("Choose what it is")],
    )
    title = StringField(
        "Title",
        description="So that you know it again. No names, and nothing by which a family is known",
        validators=[
            DataRequired("Enter a title"),
            Length(max=LONGEST_TITLE, message=f"Use at most {LONGEST_TITLE} letters"),
        ],
    )
    dated_on = DayField(
        "Which day was it?",
        description="For example, 26/11/2026",
        validators=[a_day("Enter the day"), _not_to_come],
    )
    note = StringField(
        "In one line, what does it show? (optional)",
        validators=[Length(max=LONGEST_NOTE, message=f"Use at most {LONGEST_NOTE} letters")],
    )

    def piece(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        asked = ("kind", "title", "dated_on", "note")
        answers = {name: self[name].data for name in asked if name in self}
        return answers | {
            "title": answers["title"].strip(),
            "note": (answers["note"] or "").strip(),
        }


class EvidenceForm(LooksForIdentifiers, _Answered, CreatingForm):
    """A piece of evidence that is added to the list."""

    careful_fields = ("title", "note")


class ChangeEvidenceForm(LooksForIdentifiers, _Answered, EditingForm):
    """What is said about a piece of evidence, put right.

    What came onto the list by itself keeps its kind and its day: they are what happened.
    """

    careful_fields = ("title", "note")

    def __init__(self, *args: Any, obj: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, obj=obj, **kwargs)
        self.about = obj
        if obj.is_by_itself:
            del self.kind, self.dated_on

    def piece(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        fixed = {"kind": self.about.kind, "dated_on": self.about.dated_on}
        return fixed | super().piece()


class StandardsForm(EditingForm):
    """The standards of one framework that a piece shows: none, one or several."""

    standards = SelectMultipleField("Which standards does it show?")

    def __init__(
        self, *args: Any, framework: Framework, suggested: Collection[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standards.choices = choices_of(framework.standards, suggested)


class SuggestionForm(PortalForm):
    """The standards that an assessor suggests for a piece."""

    standards = SelectMultipleField(
        "Which standards does it show too?",
        validators=[InputRequired("Choose at least one standard, or go back")],
    )

    def __init__(self, *args: Any, offered: Iterable[Standard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standards.choices = choices_of(offered)


def choices_of(
    standards: Iterable[Standard], suggested: Collection[str] = ()
) -> list[SelectChoice]:
    """Each standard as a choice; those that somebody suggests say so."""
    return [
        SelectChoice(each.key, f"{each.title} (suggested)" if each.key in suggested else each.title)
        for each in standards
    ]
