"""What HR fills in to mend the data about several people at once."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from wtforms import HiddenField, RadioField, SelectMultipleField, StringField

from portal.people.forms.finding import OTHER, PERSON, choices_of, find, other
from portal.people.models import Person
from portal.people.queries import choosing
from portal.web.arguments import ids
from portal.web.forms import EditingForm, PortalForm


class GiveManagerForm(PortalForm):
    """Whose manager it is about, each with the version that was looked at, and who it is."""

    posts = SelectMultipleField("People", choices=[], validate_choice=False)
    manager = RadioField("Who is their manager?", validate_choice=False)
    manager_q = StringField(
        "Find the manager", description="By staff number, work e-mail, or name."
    )

    def offer(self, organisation_id: UUID, day: date) -> None:
        """Offer whoever was found before, and another."""
        self.of, self.on = organisation_id, day
        asked = ids([self.manager.data or ""])
        known = choosing.people_known(organisation_id, asked, day, present=None)
        self.manager.choices = choices_of(known)
        if known:
            self.manager.choices.append(other(PERSON, is_first=False))

    def validate(self, extra_validators: object = None) -> bool:
        """Check that people were ticked and that it is clear who is meant."""
        super().validate()
        if not self.versions:
            self.posts.errors = ["Tick the people whose manager it is"]
        return self._choose() and not self.posts.errors

    @property
    def versions(self) -> dict[UUID, int]:
        """The posts that were ticked, each with its version."""
        read: dict[UUID, int] = {}
        for written in self.posts.data or ():
            post, _, version = written.partition(":")
            for post_id in ids([post]):
                if version.isascii() and version.isdigit() and len(version) < 9:
                    read[post_id] = int(version)
        return read

    @property
    def manager_id(self) -> UUID:
        """The manager who was chosen, once the form is valid."""
        return UUID(self.manager.data)

    def refuse_circle(self, manager: str, people: Sequence[str]) -> None:
        """Say that the manager would be above themselves, through these people."""
        below = " and ".join(people)
        self.posts.errors = [
            f"{manager} reports to {below}, directly or through others. Untick them, or choose"
            " somebody else: nobody can be above themselves"
        ]

    def _choose(self) -> bool:
        """Whether it is clear who is meant: somebody offered, or whoever the typed words find."""
        if self.manager.data in {choice.value for choice in self.manager.choices} - {OTHER}:
            return True
        look = partial(choosing.people_meant, self.of, day=self.on)
        return find(self.manager, self.manager_q, look, PERSON)


class AddressForm(EditingForm):
    """Whose an address is: theirs who were looked at, or not; and which address it was."""

    address = HiddenField()
    not_theirs = HiddenField()

    @property
    def is_theirs(self) -> bool:
        """Whether the answer is that it is theirs."""
        return not self.not_theirs.data

    def is_so_already(self, person: Person) -> bool:
        """Whether it has come to be as answered, as after a second press."""
        is_waiting = person.claimed_email == self.address.data
        return not is_waiting and (person.email == self.address.data) is self.is_theirs
