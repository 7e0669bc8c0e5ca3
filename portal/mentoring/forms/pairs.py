"""What people fill in: the quick log, a correction, a pairing."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, StopValidation, ValidationError

from portal.clock import today
from portal.mentoring import eligibility, lengths, proposing, queries, when
from portal.mentoring.models import COACHING, IN_PERSON, KINDS, MEDIA, Pairing, Session
from portal.people.models import Person
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web import days
from portal.web.fields import DayField, a_day, a_day_where
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
        validators=[offered("Choose when the session was")],
        validate_choice=False,
    )
    other_day = DayField(
        "Which day?",
        description="For example, 23/11/2026",
        validators=[a_day_where("day", when.ANOTHER_DAY, "Enter the day of the session")],
    )
    minutes = RadioField(
        "How long?",
        choices=[SelectChoice(str(n), f"{n} min") for n in lengths.TAPS],
        validators=[offered("Choose how long the session was")],
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
        }

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

    @property
    def of(self) -> Pairing:
        """The pairing that was chosen."""
        return self.pairings[self.pairing.data]

    @property
    def shown_first(self) -> int:
        """How many people stand open on the form; the others wait behind one more tap."""
        return ALL_SHOWN if len(self.pairings) <= ALL_SHOWN else SHOWN_FIRST


class CorrectionForm(AboutASession, EditingForm):
    """A session put right by either of the two, with its note as it stands."""

    def __init__(self, *args: Any, session: Session, noted: str, **kwargs: Any) -> None:
        tap = when.choice_for(session.held_on, today())
        super().__init__(
            *args,
            data={
                "day": tap,
                "other_day": session.held_on if tap == when.ANOTHER_DAY else None,
                "minutes": str(session.minutes),
                "medium": session.medium,
                "note": noted,
                "version": session.version,
            },
            **kwargs,
        )
        self._of = session.pairing
        self.minutes.choices = [
            SelectChoice(str(n), f"{n} min") for n in lengths.taps(session.minutes)
        ]


class PairForm(CreatingForm):
    """One coach or mentor, the people they will support, the kind, and the first day."""

    coach = SelectField(
        "Coach or mentor", validators=[InputRequired("Choose a coach or mentor")], default=""
    )
    people = SelectMultipleField(
        "Who will they support?",
        validators=[InputRequired("Choose at least one person")],
    )
    q = StringField("Find somebody by name")
    kind = RadioField(
        "What for?",
        choices=[SelectChoice(kind, kind.capitalize()) for kind in KINDS],
        default=COACHING,
        validators=[InputRequired("Choose coaching or mentoring")],
    )
    started_on = DayField(
        "First day",
        description="For example, 30/11/2026",
        default=today,
        validators=[a_day("Enter the first day")],
    )

    days_to_answer = RadioField(
        "How long may they take to answer?",
        choices=[SelectChoice(str(n), label) for n, label in proposing.DAYS_TO_ANSWER.items()],
        default=str(proposing.USUAL),
        validators=[InputRequired("Choose how long they may take")],
    )
    has_agreed = BooleanField(
        "Both have said yes already, outside the portal",
        description="They are not asked again: they are told that they are paired.",
    )

    def offer(
        self,
        coaches: Sequence[queries.Coach],
        people: Sequence[Person],
        teams: Mapping[UUID, str],
    ) -> None:
        """Give the form the people it may choose from, each with their team."""
        self.coaches = {str(each.person.id): each.person for each in coaches}
        self.found = {str(person.id): person for person in people}
        self.coach.choices = [SelectChoice("", "Choose somebody")] + [
            SelectChoice(str(each.person.id), each.words) for each in coaches
        ]
        self.people.choices = [
            SelectChoice(key, ", ".join(filter(None, [each.name, teams.get(each.id)])))
            for key, each in self.found.items()
        ]
        if not self.q.data:
            self.people.description = "Newly qualified people without a coach, unless you search"

    def validate_started_on(self, field: DayField) -> None:
        """Keep the first day within reason."""
        said = field.data and eligibility.first_day_objection(field.data, today())
        if said:
            raise ValidationError(said)

    def pair(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "coach": self.coaches[self.coach.data],
            "people": [self.found[key] for key in self.people.data],
            "kind": self.kind.data,
            "started_on": self.started_on.data,
        }

    @property
    def days(self) -> int:
        """How many days the two may take to answer."""
        return int(self.days_to_answer.data)


class EndingForm(EditingForm):
    """The confirmation that a pairing ends; it asks for no reason."""


def _called(pairing: Pairing, person: Person) -> str:
    """The other of the two, and what they are to this person when they give the support."""
    other = pairing.other_than(person)
    if other.id != pairing.coach_id:
        return other.name
    return f"{other.name}, {'coach' if pairing.kind == COACHING else 'mentor'}"
