"""What a coordinator fills in to enrol people."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Optional, ValidationError

from portal.clock import today
from portal.induction import entry
from portal.induction.operations import Entrant
from portal.induction.programmes import Programme
from portal.induction.queries import Candidate
from portal.people.models import Person
from portal.web import days
from portal.web.fields import DayField, a_day_where
from portal.web.forms import CreatingForm

POST_START, OTHER_DAY = "post", "other"


class EnrolForm(CreatingForm):
    """The people who start, on which programme, from which day, and with which assessor."""

    people = SelectMultipleField(
        "Who is starting?", validators=[InputRequired("Choose at least one person")]
    )
    q = StringField("Find somebody else by name")
    programme = RadioField("Which programme?", validators=[InputRequired("Choose a programme")])
    start = RadioField(
        "When does the year start?",
        choices=[
            SelectChoice(POST_START, "With each person’s post"),
            SelectChoice(OTHER_DAY, "On another day"),
        ],
        default=POST_START,
        validators=[InputRequired("Choose when the year starts")],
    )
    started_on = DayField(
        "Which day?",
        description="For example, 4/1/2027",
        validators=[a_day_where("start", OTHER_DAY, "Enter the first day")],
    )
    assessor = SelectField("Who is the assessor?", default="")
    taken_on_on = DayField(
        "In mid-year: taken on by the portal on (optional)",
        description="Nothing that was due before this day is asked for or counted as missed.",
        validators=[Optional()],
    )

    def __init__(
        self,
        *args: Any,
        candidates: Sequence[Candidate],
        assessors: Sequence[Person],
        offered: Sequence[Programme],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found = {str(each.person.id): each for each in candidates}
        self.offer(offered)
        self.assessing = {str(person.id): person for person in assessors}
        self.people.choices = [SelectChoice(key, in_words(it)) for key, it in self.found.items()]
        self.assessor.choices = [SelectChoice("", "Decide later")] + [
            SelectChoice(key, person.name) for key, person in self.assessing.items()
        ]

    def offer(self, offered: Sequence[Programme]) -> None:
        """Let people choose from these programmes."""
        self.known = {f"{each.key} {each.version}": each for each in offered}
        self.programme.choices = [SelectChoice(key, called(it)) for key, it in self.known.items()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, then that everybody chosen has a first day."""
        if not super().validate(extra_validators):
            return False
        undated = [
            self.found[key].person.name for key in self.people.data if not self._first_day(key)
        ]
        if undated:
            names = ", ".join(undated)
            self.start.errors = [f"The portal knows no first day of {names}. Give another day"]
        return not undated

    def validate_taken_on_on(self, field: Any) -> None:
        """Nobody is taken on in mid-year on a day to come."""
        if field.data and field.data > today():
            raise ValidationError("Choose today or an earlier day")

    def refuse(self, said: Sequence[str]) -> None:
        """Say what stands against it: beside the day if one was given, otherwise by the names."""
        field = self.started_on if self.start.data == OTHER_DAY else self.people
        field.errors = [*field.errors, said[0] if len(said) == 1 else self._all_at_once(said)]

    def to_check(self, only_chosen: bool = False) -> list[tuple[Person, list[str]]]:
        """Whom to look at before they start, each with the reasons; nobody is stopped by them."""
        programme = self.known.get(self.programme.data)
        if programme is None:
            return []
        keys = (self.people.data or []) if only_chosen else self.found
        each = [(self.found[key].person, self._first_day(key) or today()) for key in keys]
        said = [(person, entry.to_check(person, programme, day)) for person, day in each]
        return [(person, reasons) for person, reasons in said if reasons]

    def tick_everybody(self) -> None:
        """Tick all who are shown and against whose start nothing stands."""
        programme = self.known.get(self.programme.data)
        self.people.data = [key for key in self.found if programme and self._can_start(key)]

    def _all_at_once(self, said: Sequence[str]) -> str:
        """Everything that stands against an enrolment, so that it is mended in one go."""
        names = [self.found[k].person.name for k in self.people.data if not self._can_start(k)]
        days_wrong = f"No year can start on that day for: {', '.join(names)}." if names else ""
        others = [each for each in said if not each.startswith(tuple(names))]
        mend = "Untick them, or choose another first day."
        return " ".join(["Nobody was enrolled yet.", *filter(None, [days_wrong]), *others, mend])

    def _can_start(self, key: str) -> bool:
        started_on = self._first_day(key)
        return bool(started_on) and not entry.objection(
            "",
            programme=self.known[self.programme.data],
            started_on=started_on or today(),
            fte=self._fte(key),
            today=today(),
            others=(),
        )

    def entrants(self) -> list[Entrant]:
        """Everybody who was chosen, with their first day and hours."""
        return [
            Entrant(self.found[key].person, self._first_day(key) or today(), self._fte(key))
            for key in self.people.data
        ]

    def enrolment(self) -> dict[str, Any]:
        """What was answered for all of them, as the operation takes it."""
        return {
            "programme": self.known[self.programme.data],
            "assessor": self.assessing.get(self.assessor.data),
            "taken_on_on": self.taken_on_on.data,
        }

    def _first_day(self, key: str) -> date | None:
        if self.start.data == OTHER_DAY:
            return self.started_on.data
        return self.found[key].since

    def _fte(self, key: str) -> Decimal:
        post = self.found[key].post
        return post.fte if post and post.fte else Decimal(1)


def called(programme: Programme) -> str:
    """How a programme is offered: with its version."""
    return f"{programme.name} (version {programme.version})"


def in_words(candidate: Candidate) -> str:
    """How a choice reads: Leila Hassan, Social Worker, Team East, from 4 January 2027."""
    post = candidate.post
    if post is None or candidate.since is None:
        return f"{candidate.person.name}, no post known"
    share = f", {post.fte.normalize():f} of full time" if post.fte and post.fte < 1 else ""
    where = f"{post.job_title}, {post.unit.name}"
    return f"{candidate.person.name}, {where}, from {days.short(candidate.since)}{share}"
