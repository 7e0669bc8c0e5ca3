"""What is filled in about what people learn from."""

import re
from typing import Any

from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp, ValidationError

from portal.clock import today
from portal.learning.models import PracticeNote, PublishedReview, Resource
from portal.people.folding import fold
from portal.people.forms.choosing import ChoosingForm
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.fields import DayField, a_day
from portal.web.forms import CreatingForm, EditingForm, PortalForm, plain_lines

LONGEST_TITLE, LONGEST_LINE, LONGEST_WORDS = 120, 300, 5_000
MOST_TAGS, LONGEST_TAG = 8, 30
ADDRESS = r"^https?://[^\s<>\"]+$"


def _line(label: str, ask: str, longest: int = LONGEST_TITLE, hint: str = "") -> StringField:
    most = Length(max=longest, message=f"Keep it to {longest} letters")
    return StringField(label, description=hint, validators=[DataRequired(ask), most])


def _words(label: str, ask: str, hint: str = "") -> TextAreaField:
    most = Length(max=LONGEST_WORDS, message=f"Keep it to {LONGEST_WORDS:,} letters")
    given: Any = DataRequired(ask) if ask else Optional()
    return TextAreaField(label, description=hint, filters=[plain_lines], validators=[given, most])


def _address() -> StringField:
    return StringField(
        "Web address (optional)",
        description="For example, https://www.example.org/paper",
        validators=[
            Optional(),
            Regexp(ADDRESS, message="Write the whole address, beginning with https://"),
            Length(max=500, message="This address is too long"),
        ],
    )


class _AboutAResource(LooksForIdentifiers, PortalForm):
    """The fields of a resource."""

    title = _line("What is it called?", "Write what it is called")
    about = _words("What is in it, and for whom?", "Say in a sentence what is in it")
    address = _address()
    tags = StringField(
        "Tags (optional)",
        description="Parted by commas. For example, court, writing",
        validators=[Length(max=LONGEST_LINE, message=f"Keep it to {LONGEST_LINE} letters")],
    )

    def validate_tags(self, field: StringField) -> None:
        """Refuse more tags, or longer ones, than a page can show."""
        tags = self.tag_list()
        if len(tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tags):
            raise ValidationError(f"Give at most {MOST_TAGS} tags of up to {LONGEST_TAG} letters")

    def tag_list(self) -> list[str]:
        """The tags, small, each once."""
        parts = (" ".join(re.findall(r"[^\W_]+", part.lower())) for part in self._parts())
        return list({fold(part): part for part in parts if part}.values())

    def resource(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {
            "title": self.title.data,
            "about": self.about.data,
            "address": self.address.data or "",
            "tags": self.tag_list(),
        }

    def _parts(self) -> list[str]:
        return (self.tags.data or "").split(",")


class ResourceForm(_AboutAResource, CreatingForm):
    """A resource that is added."""


class ResourceChangeForm(_AboutAResource, EditingForm):
    """A resource that is changed."""

    def __init__(self, *args: Any, resource: Resource, **kwargs: Any) -> None:
        super().__init__(*args, obj=resource, **kwargs)


class _AboutPractice(LooksForIdentifiers, PortalForm):
    """The fields of a note of good practice."""

    careful_fields: tuple[str, ...] = ("title", "words")
    title = _line("What works?", "Say what works", hint="For example, A quiet hour for court work")
    words = _words(
        "How do you do it?", "Say how you do it", "So that another team can try it. No family"
    )

    def note(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        return {"title": self.title.data, "words": self.words.data}


class PracticeForm(_AboutPractice, CreatingForm):
    """A note that is shared."""


class PracticeChangeForm(_AboutPractice, EditingForm):
    """A note that is changed."""

    def __init__(self, *args: Any, note: PracticeNote, **kwargs: Any) -> None:
        super().__init__(*args, obj=note, **kwargs)


class _AboutAReview(LooksForIdentifiers, PortalForm):
    """The fields of what a published review teaches."""

    title = _line("What is it called?", "Write what it is called")
    published_by = _line("Who published it?", "Write who published it", hint="Published texts only")
    published_on = DayField(
        "When?", description="For example, 4/5/2026", validators=[a_day("Enter the day")]
    )
    address = _address()
    summary = _words("In short", "Write what it found", "From the published text alone")
    means_here = _words("What it means here", "Write what it means here")
    briefing = _words("Team briefing (optional)", "", "What to talk about in fifteen minutes")

    def validate_published_on(self, field: DayField) -> None:
        """Refuse a review that has yet to be published."""
        if field.data and field.data > today():
            raise ValidationError("Only a published review belongs here. This day is to come")

    def review(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        given = self.answers()
        return given | {"address": given["address"] or "", "briefing": given["briefing"] or ""}


class ReviewForm(_AboutAReview, CreatingForm):
    """What a review teaches, written down."""


class ReviewChangeForm(_AboutAReview, EditingForm):
    """What a review teaches, changed."""

    def __init__(self, *args: Any, review: PublishedReview, **kwargs: Any) -> None:
        super().__init__(*args, obj=review, **kwargs)


class ReviewActionForm(LooksForIdentifiers, ChoosingForm, CreatingForm):
    """What is done here because of a review, whose it is, and by when."""

    words = _words("What is done?", "Say what is done")
    manager = RadioField("Whose is it?", validate_choice=False)
    manager_q = StringField("Find whose it is", description="By work e-mail, or name.")
    due_on = DayField(
        "By when?", description="For example, 31/3/2027", validators=[a_day("Enter the day")]
    )
    unit = None
    unit_q = None

    def validate_due_on(self, field: DayField) -> None:
        """Refuse a day that has passed."""
        if field.data and field.data < today():
            raise ValidationError("This day has passed. Write one that is to come")
