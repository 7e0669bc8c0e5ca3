"""The links between the pages of one year."""

from dataclasses import dataclass

from flask import g, request, url_for

from portal.induction.models import Induction
from portal.induction.sections import SECTIONS
from portal.induction.views.blueprint import induction
from portal.web.guard import may


@dataclass(frozen=True)
class Link:
    """One page of the year, and whether it is the page that is shown."""

    text: str
    href: str
    is_current: bool


@induction.app_template_global()
def sections_of(induction: Induction) -> list[Link]:
    """The pages of a year that the reader may open. Their own overview is My year."""
    links = []
    for text, endpoint in SECTIONS:
        is_own = endpoint == "induction.induction" and induction.person_id == g.person.id
        shown, given = ("induction.my_year", {}) if is_own else (endpoint, {"induction": induction})
        if may(shown, *given.values()):
            args = {} if is_own else {"induction_id": induction.id}
            links.append(Link(text, url_for(shown, **args), request.endpoint == shown))
    return links
