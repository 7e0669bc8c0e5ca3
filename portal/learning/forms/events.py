"""What is filled in about a day of a course: when, where, for how many, and who was there."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)
from wtforms.widgets import TextInput

from portal.clock import today
from portal.learning.models import ATTENDED, BOOKED, MOST_PLACES, WAITING, Booking, CourseEvent
from portal.learning.queries.named import MOST_LINES, people_of_lines
from portal.people.forms.choosing import ChoosingForm
from portal.people.models import Person
from portal.web.fields import DayField, NumberField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST_PLACE = 200
LONGEST_LIST = 10_000
LONGEST_NAME = 60
FURTHEST = timedelta(days=730)


class _AboutAnEvent(PortalForm):
    """The fields of an event."""

    held_on = DayField(
        "Which day?", description="For example, 12/1/2027", validators=[a_day("Enter the day")]
    )
    from_time = TimeField(
        "From when? (optional)",
        description="For example, 9:30",
        format=["%H:%M", "%H.%M"],
        widget=TextInput(),
        validators=[Optional()],
        render_kw={"class": "govuk-input--width-5", "autocomplete": "off"},
    )
    place = StringField(
        "Where?",
        description="A room, or that it is by video",
        validators=[
            DataRequired("Write where it is"),
            Length(max=LONGEST_PLACE, message=f"Keep it to {LONGEST_PLACE} letters"),
        ],
    )
    places = NumberField(
        "How many places?",
        default=12,
        validators=[
            InputRequired("Write how many places there are"),
            NumberRange(1, MOST_PLACES, f"Write a number from 1 to {MOST_PLACES}"),
        ],
    )

    def validate_held_on(self, field: DayField) -> None:
        """Refuse a day that has passed, or is more than two years away."""
        if field.data and field.data < today():
            raise ValidationError("This day has passed. Write one that is to come")
        if field.data and field.data > today() + FURTHEST:
            raise ValidationError("This day is more than two years away. Check the year")

    def event(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "held_on": self.held_on.data,
            "from_time": self.from_time.data,
            "place": self.place.data,
            "places": self.places.data,
        }


class PlanEventForm(_AboutAnEvent, ChoosingForm, CreatingForm):
    """A day of a course, and who runs it."""

    manager = RadioField("Who runs it?", validate_choice=False)
    manager_q = StringField("Find who runs it", description="By work e-mail, or name.")
    # Who runs an event stands in no unit of the form.
    unit = None
    unit_q = None


class ChangeEventForm(_AboutAnEvent, EditingForm):
    """A day of a course, changed."""


class CancelForm(EditingForm):
    """The confirmation that an event is called off."""


class AttendanceForm(EditingForm):
    """Who was there, among those who have a place."""

    people = SelectMultipleField(
        "Of those who had a place, or waited for one", validate_choice=False
    )
    others = TextAreaField(
        "Who came without a place? (optional)",
        description="One on each line: work e-mail, staff number or whole name. "
        "You can paste a list; who is on it already is not counted twice.",
        filters=[plain_lines],
        validators=[Length(max=LONGEST_LIST, message=f"Keep it to {LONGEST_LIST:,} letters")],
    )
    came_too: Sequence[Person] = ()

    def __init__(
        self, *args: Any, event: CourseEvent, there: Sequence[Booking], **kwargs: Any
    ) -> None:
        self.event = event
        self.there = [each for each in there if each.has_place or each.state == WAITING]
        came = [str(each.person_id) for each in self.there if each.state in {ATTENDED, BOOKED}]
        super().__init__(*args, data={"people": came, "version": event.version}, **kwargs)
        self.people.choices = [
            SelectChoice(str(each.person_id), _and_waited(each)) for each in self.there
        ]

    def validate_others(self, field: TextAreaField) -> None:
        """Find everybody on the list, or say of which line nobody, or more than one, is meant."""
        lines = list(dict.fromkeys(filter(None, map(str.strip, (field.data or "").splitlines()))))
        if len(lines) > MOST_LINES:
            raise ValidationError(f"Write at most {MOST_LINES} lines, and save the rest after")
        if not lines:
            return
        day = min(self.event.held_on, today())
        found = people_of_lines(self.event.organisation_id, lines, day)
        wrong = [_wrong(line, found[line], self.event) for line in lines]
        if any(wrong):
            raise ValidationError(". ".join(filter(None, wrong)))
        self.came_too = list({one.id: one for people in found.values() for one in people}.values())


def _and_waited(booking: Booking) -> str:
    waited = ", waited for a place" if booking.state == WAITING else ""
    return f"{booking.person.name}{waited}"


def _wrong(line: str, people: Sequence[Person], event: CourseEvent) -> str:
    """Why a line cannot be taken; empty when it means one person who came to learn."""
    named = f"“{line[:LONGEST_NAME]}”"
    if not people:
        return f"Nobody here is found by {named}: write their work e-mail, or take the line out"
    if len(people) > 1:
        return f"More than one person is called {named}: write the work e-mail"
    return f"{named} runs the day: take the line out" if people[0].id == event.run_by_id else ""
