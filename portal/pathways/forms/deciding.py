"""What the manager, the chair and the members fill in: statement, answer, conflict, scores."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from portal.pathways.models import ApplicationItem, ScoreSheet
from portal.pathways.models.deciding import CONFLICTS, LONGEST_COMMENT, LONGEST_REASON
from portal.pathways.progression import stages
from portal.pathways.progression.scoring import SCORES
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import CreatingForm, EditingForm, plain_lines


def in_words(label: str, ask: str, description: str = "") -> TextAreaField:
    """A box for a required text of a panel."""
    return TextAreaField(
        label,
        description=description,
        filters=[plain_lines],
        validators=[
            DataRequired(ask),
            Length(max=LONGEST_REASON, message=f"Keep it to {LONGEST_REASON} letters"),
        ],
    )


class ManagerStatementForm(LooksForIdentifiers, CreatingForm):
    """Whether the manager supports it, and why."""

    view = RadioField(
        "Do you support this application?",
        choices=[SelectChoice(key, words) for key, words in stages.VIEWS.items()],
        validators=[InputRequired("Choose what you think")],
    )
    words = in_words("Why?", "Say why", "The applicant reads it, and the panel once it goes on")


class ToChairForm(LooksForIdentifiers, CreatingForm):
    """Why the applicant brings a "not yet" to the chair."""

    words = in_words(
        "What would you like the chair to know?", "Say what the chair should know",
        "The chair reads it with your application and your manager’s statement",
    )  # fmt: skip


class ChairAnswerForm(LooksForIdentifiers, CreatingForm):
    """What the chair answers."""

    answer = RadioField(
        "What happens with it?",
        choices=[SelectChoice(key, words) for key, words in stages.CHAIR_ANSWERS.items()],
        validators=[InputRequired("Choose what happens with it")],
    )
    words = in_words("Why?", "Say why", "The applicant and their manager read it")


class ConflictForm(CreatingForm):
    """Which kind of conflict a member declares; nothing more is asked."""

    kind = RadioField(
        "What is it?",
        choices=[SelectChoice(key, words) for key, words in CONFLICTS.items()],
        validators=[InputRequired("Choose what it is")],
    )


class ScoreForm(LooksForIdentifiers, EditingForm):
    """A score and a comment for each requirement. Version 0: nothing is kept yet."""

    @classmethod
    def of(cls, items: Sequence[ApplicationItem]) -> type["ScoreForm"]:
        """The form for the requirements of one application."""
        choices = [SelectChoice(str(key), words) for key, words in SCORES.items()]
        fields: dict[str, Any] = {"items": tuple(items)}
        for item in items:
            fields[f"score_{item.number}"] = RadioField(
                item.words, choices=choices, validators=[Optional()]
            )
            fields[f"comment_{item.number}"] = TextAreaField(
                f"Comment on “{item.words}” (optional)",
                filters=[plain_lines],
                render_kw={"rows": "2"},
                validators=[
                    Length(max=LONGEST_COMMENT, message=f"Keep it to {LONGEST_COMMENT} letters")
                ],
            )
        return type("ScoreForm", (cls,), fields)

    items: tuple[ApplicationItem, ...] = ()

    @classmethod
    def kept(cls, items: Sequence[ApplicationItem], sheet: ScoreSheet | None) -> dict[str, Any]:
        """What a member has scored so far, as the form shows it."""
        if sheet is None:
            return {"version": 0}
        given: dict[str, Any] = {"version": sheet.version}
        for item in items:
            if item.key in sheet.scores:
                given[f"score_{item.number}"] = str(sheet.scores[item.key])
            given[f"comment_{item.number}"] = sheet.comments.get(item.key, "")
        return given

    def scores(self) -> dict[str, int]:
        """The scores that were given, by the key of the requirement."""
        given = {item.key: self[f"score_{item.number}"].data for item in self.items}
        return {key: int(score) for key, score in given.items() if score in map(str, SCORES)}

    def comments(self) -> dict[str, str]:
        """The comments that were written, by the key of the requirement."""
        given = {item.key: self[f"comment_{item.number}"].data for item in self.items}
        return {key: words for key, words in given.items() if words}

    def is_whole(self) -> bool:
        """Whether every requirement has a score; else it is said beside those without."""
        given = self.scores()
        for item in self.items:
            if item.key not in given:
                self[f"score_{item.number}"].errors = ["Choose a score, or save it for later"]
        return len(given) == len(self.items)


class CloseScoringForm(EditingForm):
    """The confirmation that the panel goes on without the scores that are still out."""
