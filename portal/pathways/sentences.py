"""How the pathway pages say where somebody stands, and how long a role is usually held."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from portal.pathways.catalogue.entries import Catalogue, Place
from portal.pathways.equity import Shown as Equity
from portal.pathways.forecast import Demand
from portal.pathways.models import Panel
from portal.pathways.progression.dates import Sitting
from portal.pathways.showing import Shown
from portal.pathways.standing import ACROSS, HERE, LATER, NEXT, Standing
from portal.web import days
from portal.web.numbers import counted

LIES = {
    HERE: "You are here",
    NEXT: "A next step",
    ACROSS: "A move across",
}
YEAR = 12


def where_i_stand(
    catalogue: Catalogue,
    here: Place | None,
    job_titles: Sequence[str],
    missing: Mapping[str, int],
) -> str:
    """The first sentences of my pathway: my place, what I could become next, and what it lacks."""
    if here is None:
        return _not_on_the_lattice(job_titles)
    first = f"You are {here.name_in_a_sentence}."
    up = [catalogue.by_key[key].name_in_a_sentence for key in here.up]
    across = [catalogue.by_key[key].name_in_a_sentence for key in here.across]
    if up:
        return f"{first} Next you could become {either(up)}{_nearest(catalogue, here, missing)}."
    if across:
        return f"{first} No step up leads on from here; you could become {either(across)}."
    return f"{first} The lattice ends here."


def _nearest(catalogue: Catalogue, here: Place, missing: Mapping[str, int]) -> str:
    """How much the next step lacks, or the nearest of several."""
    key = min(here.up, key=lambda each: missing[each])
    lacks = things(missing[key]) if missing[key] else "you show all that it asks"
    if len(here.up) == 1:
        return f": {lacks}"
    title = catalogue.by_key[key].title
    return f". Nearest is {title[0].lower()}{title[1:]}: {lacks}"


def _not_on_the_lattice(job_titles: Sequence[str]) -> str:
    if job_titles:
        mine = f"Your job title, {job_titles[0]}, is not on the lattice."
    else:
        mine = "You hold no post here today, so the lattice shows no place of yours."
    return f"{mine} You can look at every role on it."


def how_far(shown: Sequence[Shown]) -> str:
    """How much of what a role asks is shown already: "4 of 9 already shown"."""
    has = sum(each.is_shown for each in shown)
    if not shown:
        return "Nothing has to be shown."
    return "All of it is shown." if has == len(shown) else f"{has} of {len(shown)} already shown."


def things(number: int) -> str:
    """How many things are still to complete, as a card says it."""
    return counted(number, "thing to complete", "things to complete") if number else "All shown"


def two_beside_each_other(two: Sequence[Place]) -> str:
    """The first sentence of the page that compares."""
    if len(two) < 2:
        return "Choose two roles, and see what each asks and how much of it you show already."
    one, other = two
    return f"{one.title} beside {other.title[0].lower()}{other.title[1:]}."


def how_it_lies(lies: str) -> str:
    """How a place lies from mine, as the first words of its page; nothing for one elsewhere."""
    return {
        HERE: "You are here.",
        NEXT: "This is a next step from where you are.",
        ACROSS: "This is a move across from where you are.",
        LATER: "This comes later on your way.",
    }.get(lies, "")


def time_in_role(months: tuple[int, int] | None) -> str:
    """About how long people hold a role before they move up, in years where that is plainer."""
    if months is None:
        return "No usual time."
    fewest, most = months
    if fewest == most:
        return f"About {fewest} months."
    if fewest % YEAR == most % YEAR == 0:
        return f"About {fewest // YEAR} to {most // YEAR} years."
    return f"About {fewest} to {most} months."


def who_stands_where(standing: Standing) -> str:
    """The first sentence of the page of numbers."""
    on, off = standing.on_the_lattice, standing.off_the_lattice
    people = f"{on.people:,} {'person stands' if on.people == 1 else 'people stand'} on the lattice"
    posts = f"{on.vacant:,} {'post on it is' if on.vacant == 1 else 'posts on it are'} vacant"
    apart = f"{off.people:,} {'person has a role' if off.people == 1 else 'people have roles'}"
    return f"{people} and {posts}. {apart} outside it."


def treated_alike(found: Equity | None, first: date, last: date) -> str:
    """The first sentence of the page about fairness."""
    between = f"from {days.in_words(first)} to {days.in_words(last)}"
    if found is None:
        return f"Fewer than ten people had a decision {between}, so nothing is shown."
    all_ = found.everybody
    return (
        f"Of about {all_.people} people with a decision {between}, {all_.share_words} progressed. "
        f"Half of them waited {counted(all_.weeks, 'week', 'weeks')} or less."
    )


class PanelLine(Protocol):
    """A coming panel as the page about places and demand lists it."""

    @property
    def panel(self) -> Panel:
        """The panel."""

    @property
    def sitting(self) -> Sitting:
        """Its places."""

    @property
    def demand(self) -> Demand:
        """How many could apply."""


def places_against_demand(lines: Sequence[PanelLine], *, is_own: bool = False) -> str:
    """The first sentence of the page: the first panel with fewer places than people."""
    whose = " of your people" if is_own else ""
    if not lines:
        return "No panel is put down for the next eighteen months."
    short = [one for one in lines if one.demand.people > one.sitting.places]
    one = short[0] if short and not is_own else lines[0]
    many = f"{at_most(one.demand)} {'person' if one.demand.people == 1 else 'people'}"
    places = counted(one.sitting.places, "place", "places")
    day = days.short(one.panel.meets_on)
    said = f"The panel of {day} has {places}, and {many}{whose} could apply, as far as dates go."
    if short or is_own:
        return said
    return f"{said} No panel has fewer places than people who could apply."


def at_most(demand: Demand) -> str:
    """A number that stops where counting does: "1,000+"."""
    return f"{demand.people:,}{'+' if demand.more else ''}"


def reached_by(on: date, today: date) -> str:
    """From which day on somebody has the dates that a place asks for."""
    return "already" if on <= today else f"from {days.short(on)}"


def one_after_another(titles: Sequence[str]) -> str:
    """Titles in a row, of which the first alone begins with a capital."""
    first, *others = titles
    return ", ".join([first, *(f"{each[0].lower()}{each[1:]}" for each in others)])


def either(names: Sequence[str]) -> str:
    """Some names with commas, and "or" before the last."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"
