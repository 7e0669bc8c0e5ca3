"""What looks like an identifier, said while somebody types."""

from flask import Response, request

from portal.standards import policies
from portal.standards.forms.careful import in_words
from portal.standards.identifiers import found
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import show

LONGEST_NAME = 60


@standards.post("/identifiers")
@guard(policies.look_for_identifiers, reads_first=True)
def look_for_identifiers() -> Response:
    """A short list of what looks like an identifier in the text that was sent; writes nothing."""
    box = request.args.get("box", "text")[:LONGEST_NAME]
    said = in_words(found(request.form.get(box, "")))
    return show(
        "standards/look_for_identifiers.html", fragment="standards/_looked.html", said=said, box=box
    )
