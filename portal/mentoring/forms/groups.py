"""What somebody who led a group fills in: which form it had, when, how long, and who was there."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from portal.clock import today
from portal.mentoring import gatherings, lengths, when
from portal.mentoring.forms.sessions import offered
from portal.mentoring.forms.supervision import WithoutAPairing
from portal.mentoring.models import Session
from portal.people.models import Person
from portal.web.forms import CreatingForm, EditingForm

Present = Sequence[tuple[Person, bool]]
"""People, each with whether they are away today."""


class AboutAGroup(WithoutAPairing):
    """The fields of a group session: when, how long, and who was there."""

    people = SelectMultipleField(
        "Who was there?", validators=[InputRequired("Tick at least one person who was there")]
    )

    def offer(self, present: Present) -> None:
        """Give the form the people it may choose from; who is away today is named as that."""
        self.found = {str(person.id): person for person, _ in present}
        self.people.choices = [
            SelectChoice(str(person.id), f"{person.name} (away today)" if is_away else person.name)
            for person, is_away in present
        ]

    def tick(self, people: Sequence[UUID]) -> None:
        """Tick these people while nothing has been sent yet."""
        if not self.is_submitted():
            self.people.data = [str(each) for each in people]

    def those_there(self) -> list[Person]:
        """Everybody who was ticked."""
        return [self.found[key] for key in self.people.data or []]


class _NewGroup(AboutAGroup, CreatingForm):
    """A group session that is logged."""

    form = RadioField(
        "What was it?",
        validators=[offered("Choose what it was")],
        validate_choice=False,
    )
    careful_fields: tuple[str, ...] = ("title",)
    title = StringField(
        "What it is called (optional)",
        description="For example, Court skills. It stands in the record of everybody who was there",
        validators=[Length(max=80, message="Keep it to 80 letters")],
    )

    def __init__(self, *args: Any, forms: Sequence[str], asked: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form.choices = [SelectChoice(key, gatherings.in_words(key)) for key in forms]
        if self.form.data is None:
            self.form.data = asked if asked in forms else forms[0]
        usual = gatherings.FORMS[self.chosen].usual_minutes
        if self.minutes.data is None and usual:
            self.minutes.data = str(usual)

    @property
    def chosen(self) -> str:
        """Which form was chosen; the first one where it is none of ours."""
        return self.form.data if self.form.data in gatherings.FORMS else gatherings.GROUP_SESSION

    def group(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {**self.session(), "form": self.chosen, "title": (self.title.data or "").strip()}


class TeamSessionForm(_NewGroup):
    """A session of a whole team, or a conversation in its corridor."""


class GroupForm(_NewGroup):
    """A group session of people who need not be of one team."""

    q = StringField("Find somebody else by name")


class GroupCorrectionForm(AboutAGroup, EditingForm):
    """A group session put right by whoever led it."""

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
