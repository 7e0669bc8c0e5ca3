"""What people fill in about a review: their own comment, and why it is opened again."""

from typing import Any

from wtforms import SubmitField, TextAreaField
from wtforms.validators import DataRequired, Length

from portal.induction import reviewing
from portal.induction.models import Review, ReviewComment
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm, plain_lines

TOO_LONG = "Write at most 5,000 letters. Take some out"


class CommentForm(LooksForIdentifiers, EditingForm):
    """One's own comment: saved as a draft, or shared with the other two."""

    words = TextAreaField(
        validators=[Length(max=reviewing.LONGEST, message=TOO_LONG)],
        description="A draft is yours alone. What you share is read by all who see this review.",
        render_kw={"rows": "8"},
    )
    share = SubmitField("Share with the others")

    def __init__(self, *args: Any, comment: ReviewComment, **kwargs: Any) -> None:
        given = {"words": comment.draft, "version": comment.version}
        super().__init__(*args, data=given, **kwargs)
        self.words.label.text = reviewing.ASKED[comment.party]

    @property
    def written(self) -> str:
        """What was written, without the space around it."""
        return plain_lines(self.words.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """A draft may be empty and is not looked through; what is shared may not be empty."""
        if not self.share.data:
            return bool(EditingForm.validate(self, extra_validators))
        if not self.written:
            self.words.errors = ["Write something before you share it"]
            return False
        return super().validate(extra_validators)


class ReopeningForm(LooksForIdentifiers, EditingForm):
    """Why a signed review is opened again."""

    reason = TextAreaField(
        "Why is it opened again?",
        description="All who see the review read this.",
        validators=[
            DataRequired("Say why it is opened again"),
            Length(max=reviewing.LONGEST, message=TOO_LONG),
        ],
        render_kw={"rows": "4"},
    )

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, data={"version": review.version}, **kwargs)
