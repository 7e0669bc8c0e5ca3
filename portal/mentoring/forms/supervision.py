"""What two people fill in about their supervision."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from portal.clock import today
from portal.mentoring import lengths, when
from portal.mentoring.forms.sessions import AboutASession, offered
from portal.mentoring.models import Session
from portal.mentoring.reasons import REASONS
from portal.people.models import Person
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm

AN_EXAMPLE = "For example, 3/12/2026"


class WithoutAPairing(AboutASession):
    """The fields of a session between people who need no pairing for it. It has no note."""

    careful_fields: tuple[str, ...] = ()
    note = None
    topic = None
    adds_to_first = None

    @property
    def span(self) -> when.Span:
        """Any day."""
        return when.ALWAYS

    def session(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "held_on": self.held_on,
            "minutes": int(self.minutes.data),
            "medium": self.medium.data,
        }


class SupervisionForm(WithoutAPairing, CreatingForm):
    """Supervision that was held: with whom, when, how long. Two taps where there is one person."""

    other = RadioField(
        "Who was it with?",
        validators=[offered("Choose who it was with")],
        validate_choice=False,
    )

    def __init__(self, *args: Any, people: Iterable[tuple[Person, bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.id): (each, leads) for each, leads in people}
        self.other.choices = [
            SelectChoice(key, each.name) for key, (each, _) in self.people.items()
        ]
        if self.other.data is None and self.people:
            self.other.data = next(iter(self.people))

    def two(self, person: Person) -> dict[str, Any]:
        """Who led it and whom it was with, as the operation takes it."""
        other, person_leads = self.people[self.other.data]
        if person_leads:
            return {"leader": person, "person": other}
        return {"leader": other, "person": person}


class SupervisionCorrectionForm(WithoutAPairing, EditingForm):
    """Supervision put right by either of the two."""

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        tap = when.choice_for(session.held_on, today())
        told = {
            "day": tap,
            "other_day": session.held_on if tap == when.ANOTHER_DAY else None,
            "minutes": str(session.minutes),
            "medium": session.medium,
            "version": session.version,
        }
        super().__init__(*args, data=told, **kwargs)
        self.minutes.choices = [
            SelectChoice(str(n), f"{n} min") for n in lengths.taps(session.minutes)
        ]


class MovingForm(EditingForm):
    """The other day for supervision that was planned or missed."""

    to_on = DayField(
        "Which day instead?", description=AN_EXAMPLE, validators=[a_day("Enter the new day")]
    )

    @property
    def moves_to(self) -> date:
        """The day that was answered, once the form is valid."""
        if self.to_on.data is None:
            raise ValueError("The form was not validated.")
        return self.to_on.data

    def validate_to_on(self, field: DayField) -> None:
        """Refuse a day that has passed or is too far away."""
        said = field.data and when.objection_to_planning(field.data, today())
        if said:
            raise ValidationError(said)


class MissingForm(EditingForm):
    """The neutral reason for which something did not take place."""

    reason = RadioField(
        "Why did it not take place?",
        choices=[SelectChoice(key, words) for key, words in REASONS.items()],
        validators=[offered("Choose a reason")],
        validate_choice=False,
    )
