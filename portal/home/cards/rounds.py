"""What the coordinator is reminded of about matching rounds that are open."""

from collections.abc import Iterator
from datetime import date

from portal.home.needs import Need
from portal.matching import queries
from portal.matching.models import COLLECTING
from portal.people.models import Person
from portal.web import days


def needs(person: Person, today: date) -> Iterator[Need]:
    """Each open round: to let pairs be found by its last day, or to look through and publish."""
    if not person.has_role("coordinator"):
        return
    for each in queries.open_rounds(person):
        page, closes = f"/rounds/{each.id}", days.in_words(each.closes_on)
        if each.state == COLLECTING:
            is_over = "was" if each.closes_on < today else "is"
            why = f"The last day to say what one offers and looks for {is_over} {closes}"
            yield Need(f"Let the pairs of {each.name} be found", why, each.closes_on, page)
        else:
            why = "Both of each pair are asked once they are published"
            what = f"Look through the pairs of {each.name} and publish them"
            yield Need(what, why, today, page)
