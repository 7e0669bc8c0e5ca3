"""How somebody shows what only they can say."""

from wtforms import TextAreaField
from wtforms.validators import Length

from portal.pathways.models.requirements import LONGEST
from portal.standards.forms.careful import LooksForIdentifiers
from portal.web.forms import EditingForm


class StatementForm(LooksForIdentifiers, EditingForm):
    """A few words of one's own; empty takes them back."""

    words = TextAreaField(
        "How do you show it?",
        description="A sentence or two. Never write who a child or a family is.",
        validators=[Length(max=LONGEST, message=f"Write at most {LONGEST} letters")],
        render_kw={"rows": 4},
    )
