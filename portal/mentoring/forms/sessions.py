"""What people fill in about a session: the quick log, a correction."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wtforms import (
    RadioField,
    SelectField,
    SelectMultipleField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, StopValidation

from portal.clock import today
from portal.mentoring import lengths, when
from portal.mentoring.models import COACHING, IN_PERSON, MEDIA, Pairing, Session
from portal.mentoring.topics import TOPICS
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web import days
from portal.web.fields import DayField, a_day_where
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

ALL_SHOWN = 6
"""Up to so many people are shown at once; with more, the three last seen come first."""
SHOWN_FIRST = 3
LONGEST_NOTE = 50_000


def offered(message: str) -> Any:
    """The validator of a choice: refuses what is missing or was not offered, in one sentence."""

    def is_offered(form: Any, field: Any) -> None:
        if not field.raw_data or field.data not in {choice.value for choice in field.choices}:
            raise StopValidation(message)

    return is_offered


class AboutASession(LooksForIdentifiers, PortalForm):
    """The fields of a session of one pair: when, how long, how the two met, and their note."""

    careful_fields: tuple[str, ...] = ("note",)
    first: Session | None = None
    """The session that the day has already, when a note was typed for a second one."""

    _of: Pairing

    day = RadioField(
        "When was it?",
        choices=[SelectChoice(value, label) for value, label in when.CHOICES.items()],
        default=when.TODAY,
        validators=[offered("Choose when it was")],
        validate_choice=False,
    )
    other_day = DayField(
        "Which day?",
        description="For example, 23/11/2026",
        validators=[a_day_where("day", when.ANOTHER_DAY, "Enter which day it was")],
    )
    minutes = RadioField(
        "How long?",
        choices=[SelectChoice(str(n), f"{n} min") for n in lengths.TAPS],
        validators=[offered("Choose how long it was")],
        validate_choice=False,
    )
    medium = RadioField(
        "How did you meet?",
        choices=[SelectChoice(medium, medium.capitalize()) for medium in MEDIA],
        default=IN_PERSON,
    )
    note = TextAreaField(
        "Note for the two of you",
        filters=[plain_lines],
        validators=[Length(max=LONGEST_NOTE, message=f"Keep the note to {LONGEST_NOTE:,} letters")],
    )
    topic = SelectField(
        "What was it about? (optional)",
        choices=[SelectChoice("", "")] + [SelectChoice(key, said) for key, said in TOPICS.items()],
        default="",
    )
    adds_to_first = SubmitField("Add the note to that session")

    @property
    def of(self) -> Pairing:
        """The pair whose session it is."""
        return self._of

    @property
    def span(self) -> when.Span:
        """The days on which it can have been."""
        return self.of.span

    @property
    def held_on(self) -> date | None:
        """The day that was meant."""
        return when.day_of(self.day.data, self.other_day.data, today())

    def session(self) -> dict[str, Any]:
        """What was answered, as the operations take it."""
        return {
            "held_on": self.held_on,
            "minutes": int(self.minutes.data),
            "medium": self.medium.data,
            "note": self.note.data,
            "topics": self.about,
        }

    @property
    def about(self) -> list[str]:
        """What it was about: one thing at most in the quick log, so that it stays quick."""
        return [self.topic.data] if self.topic.data else []

    def offer_first(self, first: Session, *, is_correctable: bool) -> None:
        """Say that the day has a session already; the note typed may be added to that one."""
        logged = f"You have already logged a session on {days.in_words(first.held_on)}"
        self.first = first if is_correctable else None
        what = "Add your note to it, or" if is_correctable else "It was too long ago to change:"
        self.refuse_day(f"{logged}. {what} choose another day")

    def refuse_day(self, sentence: str) -> None:
        """Say beside the day what stands against it."""
        field = self.other_day if self.day.data == when.ANOTHER_DAY else self.day
        field.errors = [*field.errors, sentence]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then the day against the pairing."""
        return bool(super().validate(extra_validators)) and self._day_is_possible()

    def _day_is_possible(self) -> bool:
        held_on = self.held_on
        said = held_on and when.objection(held_on, today(), self.span)
        if said:
            self.refuse_day(said)
        return not said


class SessionForm(AboutASession, CreatingForm):
    """A session of one pair, logged where the pair is known."""

    def __init__(self, *args: Any, pairing: Pairing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._of = pairing
        for field in self:
            field.id = f"{field.id}-{pairing.id.hex[:8]}"


class QuickLogForm(AboutASession, CreatingForm):
    """A session with any of the people somebody is paired with now."""

    pairing = RadioField(
        "Who was it with?",
        validators=[offered("Choose who the session was with, of those you are paired with now")],
        validate_choice=False,
    )

    def __init__(
        self,
        *args: Any,
        person: Person,
        pairings: Sequence[Pairing],
        chosen: Pairing | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pairings = {str(each.id): each for each in pairings}
        self.pairing.choices = [
            SelectChoice(key, _called(each, person)) for key, each in self.pairings.items()
        ]
        if self.pairing.data is None and chosen is not None:
            self.pairing.data = str(chosen.id)
        self._bring_into_sight(self.pairing.data)

    def _bring_into_sight(self, chosen: str | None) -> None:
        """Whoever is chosen stands first where they would wait behind one more tap."""
        keys = list(self.pairings)
        if chosen in keys[self.shown_first :]:
            self.pairing.choices.sort(key=lambda choice: choice.value != chosen)

    @property
    def of(self) -> Pairing:
        """The pairing that was chosen."""
        return self.pairings[self.pairing.data]

    @property
    def shown_first(self) -> int:
        """How many people stand open on the form; the others wait behind one more tap."""
        return ALL_SHOWN if len(self.pairings) <= ALL_SHOWN else SHOWN_FIRST


class CorrectionForm(AboutASession, EditingForm):
    """A session put right by either of the two, with its note and what it was about."""

    topic = None
    topics = SelectMultipleField(
        "What was it about? (optional)",
        choices=[SelectChoice(key, said) for key, said in TOPICS.items()],
    )

    def __init__(
        self, *args: Any, session: Session, noted: str, topics: Sequence[str], **kwargs: Any
    ) -> None:
        tap = when.choice_for(session.held_on, today())
        super().__init__(
            *args,
            data={
                "day": tap,
                "other_day": session.held_on if tap == when.ANOTHER_DAY else None,
                "minutes": str(session.minutes),
                "medium": session.medium,
                "note": noted,
                "topics": topics,
                "version": session.version,
            },
            **kwargs,
        )
        self._of = session.pairing
        self.minutes.choices = [
            SelectChoice(str(n), f"{n} min") for n in lengths.taps(session.minutes)
        ]

    @property
    def about(self) -> list[str]:
        """Everything it was about."""
        return self.topics.data or []


def _called(pairing: Pairing, person: Person) -> str:
    """The other of the two, and what they are to this person when they give the support."""
    other = pairing.other_than(person)
    if other.id != pairing.coach_id:
        return other.name
    return f"{other.name}, {'coach' if pairing.kind == COACHING else 'mentor'}"
