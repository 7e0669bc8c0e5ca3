"""What is filled in about a draft for the regulator."""

from typing import Any

from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from portal.learning.models import CpdDraft
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm, plain_lines

LONGEST_TITLE, LONGEST_WORDS = 120, 50_000


class CpdForm(LooksForIdentifiers, EditingForm):
    """A draft: its title, its words, and whether it has a peer reflection."""

    title = StringField(
        "Title",
        validators=[
            DataRequired("Write a title"),
            Length(max=LONGEST_TITLE, message=f"Keep it to {LONGEST_TITLE} letters"),
        ],
    )
    words = TextAreaField(
        "What you will record",
        description="What you did, what you learned, and how your practice changes. Nobody who "
        "can be recognised",
        filters=[plain_lines],
        render_kw={"rows": 18},
        validators=[
            DataRequired("Write something"),
            Length(max=LONGEST_WORDS, message=f"Keep it to {LONGEST_WORDS:,} letters"),
        ],
    )
    has_peer_reflection = BooleanField("It has a peer reflection: what came of talking to a peer")

    def __init__(self, *args: Any, draft: CpdDraft, **kwargs: Any) -> None:
        told = {
            "title": draft.title,
            "words": draft.words,
            "has_peer_reflection": draft.has_peer_reflection,
            "version": draft.version,
        }
        super().__init__(*args, data=told, **kwargs)
