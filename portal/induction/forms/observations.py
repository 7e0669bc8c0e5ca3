"""What people fill in about direct observations: the plan, another day, consent, a section."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from portal.clock import today
from portal.induction import observing
from portal.induction.forms.items import day_of
from portal.induction.models import Observation, ObservationSection
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST_FOCUS = 500
LONGEST_SECTION = 8_000
LONGEST_NAME = 60
NOBODY = "Nobody who may observe is found by “{}”. Try the family name alone"
SEVERAL = "Choose whom you mean by “{}”: they stand first in the list"
Look = Callable[[str], Sequence[Person]]
NO_NAMES = "Without names: nobody may be recognised from it."


def choices(words: dict[str, str]) -> list[SelectChoice]:
    """The choices of a table of words."""
    return [SelectChoice(key, text) for key, text in words.items()]


class AboutAPlan(LooksForIdentifiers, PortalForm):
    """Who observes, in what kind of work, and what for."""

    observer = SelectField("Who observes?", validators=[InputRequired("Choose who observes")])
    observer_name = StringField(
        "Or find somebody else by name (optional)",
        description="Anybody who has a role in which people observe.",
        render_kw={"autocomplete": "off"},
    )
    setting = RadioField(
        "What kind of work is it?",
        choices=choices(observing.SETTINGS),
        validators=[InputRequired("Choose the kind of work")],
    )
    focus = TextAreaField(
        "What is it to look at? (optional)",
        description=NO_NAMES,
        validators=[Optional(), Length(max=LONGEST_FOCUS, message="Write at most 500 letters")],
        render_kw={"rows": "2"},
    )

    def offer(self, observers: Sequence[Person], assessor_id: UUID | None, look: Look) -> None:
        """Let these be chosen from, the assessor by that word; `look` finds others by name."""
        self.assessor_id, self.look = assessor_id, look
        self._show(observers)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look first for whom a name was typed; then check each answer."""
        typed = (self.observer_name.data or "").strip()
        found = self.look(typed) if typed else []
        if found:
            self._show([*found, *self.known.values()])
            self.observer.data = str(found[0].id) if len(found) == 1 else ""
            self.observer_name.data = ""
        is_whole: bool = super().validate(extra_validators)
        if typed and not found:
            self.observer_name.errors = [NOBODY.format(typed[:LONGEST_NAME])]
        elif len(found) > 1:
            self.observer.errors = [SEVERAL.format(typed[:LONGEST_NAME])]
        return is_whole and (not typed or len(found) == 1)

    def _show(self, observers: Sequence[Person]) -> None:
        self.known = {str(person.id): person for person in observers}
        self.observer.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(
                key, f"{each.name}, assessor" if each.id == self.assessor_id else each.name
            )
            for key, each in self.known.items()
        ]

    def plan(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "observer": self.known[self.observer.data],
            "setting": self.setting.data,
            "focus": self.focus.data or "",
        }


class PlanObservationForm(AboutAPlan, CreatingForm):
    """An observation that is planned, or took place already and is written up."""

    planned_on = DayField(
        "Which day?",
        description="For example, 26/11/2026. Choose a day that has passed to write one up.",
        validators=[a_day("Enter the day")],
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.planned_on)


class ChangeObservationForm(AboutAPlan, EditingForm):
    """Another observer, setting or focus."""


class MoveForm(EditingForm):
    """Another day, and a neutral reason."""

    planned_on = DayField(
        "Which day instead?",
        description="For example, 3/12/2026",
        validators=[a_day("Enter the other day")],
    )
    reason = RadioField(
        "Why is it another day?",
        choices=choices(observing.REASONS),
        validators=[InputRequired("Choose the reason that is nearest")],
    )

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.planned_on)


class ConsentForm(EditingForm):
    """What the family answered, on which day, in what way; nothing that says who they are."""

    answer = RadioField(
        "What did the family say?", validators=[InputRequired("Choose what they said")]
    )
    on = DayField("Which day was that?", validators=[a_day("Enter the day")])
    how = RadioField(
        "How did they say it?",
        choices=choices(observing.WAYS),
        default="spoken",
        validators=[Optional()],
    )

    def __init__(self, *args: Any, observation: Observation, **kwargs: Any) -> None:
        given = {"version": observation.version, "on": today(), **kwargs}
        super().__init__(*args, data=given)
        said_yes = observation.consent == observing.YES
        offered = {
            key: words
            for key, words in observing.CONSENTS.items()
            if key != observing.WITHDRAWN or said_yes
        }
        if observation.is_finished:
            offered = {observing.WITHDRAWN: observing.CONSENTS[observing.WITHDRAWN]}
        self.answer.choices = choices(offered)

    @property
    def day(self) -> date:
        """The day that was answered, once the form is valid."""
        return day_of(self.on)


class SectionForm(LooksForIdentifiers, EditingForm):
    """One section of an observation, written by whoever it belongs to."""

    words = TextAreaField(
        validators=[
            Optional(),
            Length(max=LONGEST_SECTION, message="Write at most 8,000 letters, about three pages"),
        ],
        render_kw={"rows": "10", "autocomplete": "off"},
    )

    def __init__(self, *args: Any, section: ObservationSection, **kwargs: Any) -> None:
        super().__init__(*args, data={"version": section.version, "words": section.words})
        self.words.label.text = section.about.title
        self.words.description = f"{section.about.hint} {NO_NAMES}"


class PartForm(EditingForm):
    """The button that finishes one's own part, or opens it again."""
