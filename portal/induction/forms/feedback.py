"""What people fill in about feedback: asking for it, giving it, reading it first."""

from typing import Any

from flask import current_app
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.induction import giving
from portal.people.forms.cells import CellField
from portal.people.staff_list import cells
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import CreatingForm, EditingForm, PortalForm

LONGEST = 4_000
TOO_LONG = "Write at most 4,000 letters"
NO_NAMES = "Please write no names, dates of birth or addresses."
WAYS = {"link": "A link to send or hand on", "code": "One code to scan (QR)",
        "sheet": "A sheet of six codes to print",
        "mail": "By mail: the portal sends the link to another professional"}  # fmt: skip
NO_MAIL_TO_FAMILIES = (
    "No address of a family is kept here. Choose a link or a code, and hand it on yourself"
)


class AskForm(CreatingForm):
    """Whom the feedback is to come from, and in what way they are asked."""

    kind = RadioField(
        "Who is to give it?",
        choices=[
            SelectChoice(giving.FAMILY, "A child, young person or family"),
            SelectChoice(giving.PROFESSIONAL, "Another professional"),
        ],
        default=giving.FAMILY,
        validators=[InputRequired("Choose who is to give it")],
    )
    way = RadioField(
        "How do you want to ask?",
        choices=[SelectChoice(key, words) for key, words in WAYS.items()],
        default="link",
        validators=[InputRequired("Choose how you want to ask")],
    )

    mail_to = CellField(
        "Their e-mail address",
        reading=cells.email,
        description="Only where the portal sends the link. It is deleted with the answer, with the "
        "one reminder, or when the link is over.",
        render_kw={"type": "email", "autocomplete": "off"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sends_mail = bool(current_app.config["MAIL_URL"])
        if not self.sends_mail:
            self.way.choices = [each for each in self.way.choices or () if each.value != "mail"]
            del self.mail_to

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer; by mail only professionals are asked, and at an address."""
        is_whole: bool = super().validate(extra_validators)
        if not is_whole or self.way.data != "mail":
            return is_whole
        if self.kind.data == giving.FAMILY:
            self.way.errors = [NO_MAIL_TO_FAMILIES]
        elif not self.mail_to.data:
            self.mail_to.errors = ["Enter the address to which the link is to go"]
        return not (self.way.errors or self.mail_to.errors)

    def asked(self) -> dict[str, Any]:
        """What was answered, as the operation takes it."""
        by_mail = self.way.data == "mail"
        return {
            "kind": self.kind.data,
            "way": giving.LINK if by_mail or self.way.data == "link" else giving.CODE,
            "number": giving.SHEET if self.way.data == "sheet" else 1,
            "mail_to": self.mail_to.data or "" if by_mail else "",
        }


def _face(question: str) -> RadioField:
    choices = [SelectChoice(key, words) for key, words in giving.FACES.items()]
    return RadioField(question, choices=choices, validators=[Optional()])


class FamilyAnswers(PortalForm):
    """Three faces and one box. Nothing asks who somebody is."""

    name_known = ""

    listened = _face(giving.FAMILY_QUESTIONS["listened"])
    explained = _face(giving.FAMILY_QUESTIONS["explained"])
    reliable = _face(giving.FAMILY_QUESTIONS["reliable"])
    went_well = TextAreaField(
        "Is there anything you want to say?",
        description=f"You can leave this empty. {NO_NAMES}",
        validators=[Optional(), Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": "5", "autocomplete": "off"},
    )

    def words(self) -> dict[str, str]:
        """What was answered, as the operation takes it."""
        given = {name: getattr(self, name).data or "" for name in giving.FAMILY_QUESTIONS}
        return {**given, "went_well": (self.went_well.data or "").strip()}

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, and that there is one at all."""
        is_whole: bool = super().validate(extra_validators)
        if is_whole and not any(self.words().values()):
            self.listened.errors = ["Choose a face, or write something in the box"]
            return False
        return is_whole


class FamilyForm(FamilyAnswers):
    """The page that a family opens."""

    agreed = BooleanField(
        "Yes, they may read my answers",
        validators=[InputRequired("Tick the box if they may read your answers")],
    )


class PaperForm(LooksForIdentifiers, FamilyAnswers, CreatingForm):
    """A family's answer on paper, typed in."""

    agreed = BooleanField(
        "The box on the paper is ticked: they agree that it is read",
        validators=[InputRequired("Only type in a paper on which the box is ticked")],
    )


class ProfessionalForm(LooksForIdentifiers, PortalForm):
    """The page that another professional opens."""

    role_in_words = StringField(
        giving.TEXTS["role_in_words"],
        description="For example, health visitor. No names, please.",
        validators=[
            DataRequired("Say what your role is"),
            Length(max=100, message="Write at most 100 letters"),
        ],
        render_kw={"autocomplete": "off"},
    )
    connection = StringField(
        f"{giving.TEXTS['connection']} (optional)",
        description="For example, several core group meetings",
        validators=[Optional(), Length(max=300, message="Write at most 300 letters")],
        render_kw={"autocomplete": "off"},
    )
    went_well = TextAreaField(
        giving.TEXTS["went_well"],
        description="Nobody may be recognised from it.",
        validators=[
            DataRequired("Write at least a sentence"),
            Length(max=LONGEST, message=TOO_LONG),
        ],
        render_kw={"rows": "6", "autocomplete": "off"},
    )
    to_work_on = TextAreaField(
        f"{giving.TEXTS['to_work_on']} (optional)",
        validators=[Optional(), Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": "6", "autocomplete": "off"},
    )

    def words(self) -> dict[str, str]:
        """What was answered, as the operation takes it."""
        return {name: (getattr(self, name).data or "").strip() for name in giving.TEXTS}


class ReadingForm(LooksForIdentifiers, EditingForm):
    """The words of an answer before they go on: what identifies is taken out here."""

    role_in_words = StringField(
        giving.TEXTS["role_in_words"], validators=[Optional(), Length(max=100)]
    )
    connection = StringField(giving.TEXTS["connection"], validators=[Optional(), Length(max=300)])
    went_well = TextAreaField(
        giving.TEXTS["went_well"],
        validators=[Optional(), Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": "6"},
    )
    to_work_on = TextAreaField(
        giving.TEXTS["to_work_on"],
        validators=[Optional(), Length(max=LONGEST, message=TOO_LONG)],
        render_kw={"rows": "6"},
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == giving.FAMILY:
            del self.role_in_words, self.connection, self.to_work_on
            self.went_well.label.text = giving.FAMILY_TEXT

    def words(self) -> dict[str, str]:
        """What is to go on, as the operation takes it."""
        return {
            name: (self[name].data or "").strip() for name in giving.TEXTS if name in self._fields
        }


class SeenForm(EditingForm):
    """A button of whoever reads first: it does not go on, or its words are deleted."""


class ReminderForm(EditingForm):
    """The button that shows a link once more."""
