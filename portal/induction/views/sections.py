"""The links between the pages of one year."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g, request

from portal.induction.models import Induction, InductionItem
from portal.induction.sections import MORE, PAGES_OF_KINDS, SECTIONS
from portal.induction.views.blueprint import induction
from portal.web.addresses import url_for
from portal.web.guard import may


@dataclass(frozen=True)
class Link:
    """One page of the year, and whether it is the page that is shown."""

    text: str
    href: str
    is_current: bool


@induction.app_template_global()
def sections_of(induction: Induction) -> tuple[list[Link], list[Link]]:
    """The pages of a year that the reader may open, and those behind "More".

    Their own overview is My year.
    """
    return _links(induction, SECTIONS), _links(induction, MORE)


@induction.app_template_global()
def page_of_item(item: InductionItem) -> str | None:
    """Where an item is looked after, if it has a page and the reader may open it."""
    endpoint = PAGES_OF_KINDS.get(item.kind)
    if endpoint is None or not may(endpoint, item.induction):
        return None
    return _href(endpoint, item.induction)


def _links(induction: Induction, sections: Sequence[tuple[str, str]]) -> list[Link]:
    links = []
    for text, endpoint in sections:
        if endpoint == "induction.induction" and induction.person_id == g.person.id:
            href, is_current = url_for("induction.my_year"), request.endpoint == "induction.my_year"
        elif may(endpoint, induction):
            href, is_current = _href(endpoint, induction), request.endpoint == endpoint
        else:
            continue
        links.append(Link(text, href, is_current))
    return links


def _href(endpoint: str, induction: Induction) -> str:
    return url_for(endpoint, induction_id=induction.id)
