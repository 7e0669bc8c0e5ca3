"""Who could apply to which panel, as far as dates go, beside the places there are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from flask import Response, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.pathways import policies, queries, sentences
from portal.pathways.catalogue import Catalogue
from portal.pathways.eligibility import Reached
from portal.pathways.forecast import Candidate, Chance, Demand, Forecast, next_places
from portal.pathways.models import Panel
from portal.pathways.progression import leave
from portal.pathways.progression.dates import Sitting
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.queries.eligibility import Candidates
from portal.pathways.views.blueprint import pathways
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.lists import CHUNK, Page, each_page
from portal.web.pages import show

AHEAD = timedelta(days=548)  # eighteen months
NOBODY_YET = "none"


@dataclass(frozen=True)
class Who:
    """Somebody in the list: where they stand, and the places they could become."""

    person: Person
    here: tuple[str, ...]
    chances: tuple[Chance, ...]

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """The places that are reached at one time together, and when."""
        for when, alike in groupby(self.chances, key=lambda each: _when(each.reached)):
            yield sentences.one_after_another([each.place.title for each in alike]), when


@dataclass(frozen=True)
class Line:
    """One coming panel: places, how many were sent, and how many could apply."""

    panel: Panel
    sitting: Sitting
    demand: Demand

    @property
    def is_short(self) -> bool:
        """Whether more people could apply than there are places."""
        return self.demand.people > self.sitting.places


class Asked:
    """What the page is asked for: which panel and which place, and who is looked at for it."""

    def __init__(self) -> None:
        own, day = g.person.organisation_id, today()
        self.catalogue: Catalogue = catalogue_for(g.person.organisation, day)
        coming = queries.coming_panels(own, day)
        self.panels = queries.coming_until(coming, day + AHEAD)
        known = {each.key for each in next_places(self.catalogue)}
        place = request.args.get("place", "")
        self.place = place if place in known else ""
        closing = [panel.send_by for panel, _ in self.panels]
        self.forecast = Forecast(self.catalogue, day, closing, self.place)
        managed_by = None if policies.sees_all_numbers(g.person) else g.person
        self.candidates = Candidates(own, self.catalogue, self.forecast, managed_by)
        self.panel = request.args.get("panel", "")
        days = [panel.meets_on.isoformat() for panel, _ in self.panels]
        if self.panel not in (*days, NOBODY_YET):
            self.panel = next(iter(days), NOBODY_YET)
        self.number = None if self.panel == NOBODY_YET else days.index(self.panel)

    @property
    def chosen(self) -> Panel | None:
        """The panel that is asked about."""
        return None if self.number is None else self.panels[self.number][0]

    @property
    def keep(self) -> Callable[[Candidate], bool]:
        """Who is listed: whoever could apply to the panel, or to none that is put down."""

        def could(candidate: Candidate) -> bool:
            first = self.forecast.first(candidate)
            if self.number is None:
                return first is None and bool(self.forecast.chances(candidate))
            return first is not None and first <= self.number

        return could

    def page(self, after: str | None, size: int) -> Page:
        """A page of them, each with their name."""
        page = self.candidates.page(self.keep, after, size)
        people = queries.people_by_id([each.who for each in page.rows])
        rows = [self._who(people[each.who], each) for each in page.rows]
        return Page(rows, page.next, page.first)

    def _who(self, person: Person, candidate: Candidate) -> Who:
        here = tuple(self.catalogue.by_key[key].title for key in candidate.here)
        chances = self.forecast.chances(candidate)
        if self.number is not None:
            by = self.forecast.closing[self.number]
            chances = [each for each in chances if each.reached.is_by(by)]
        return Who(person, here, tuple(chances))

    def lines(self) -> list[Line]:
        """The coming panels with who could apply to each."""
        demand = self.forecast.demand(self.candidates) if self.panels else []
        pairs = zip(self.panels, demand, strict=True)
        return [Line(panel, sitting, each) for (panel, sitting), each in pairs]


@pathways.get("/pathways/eligibility")
@guard(policies.see_eligibility)
def eligibility() -> Response:
    """How many could apply to each coming panel, and who, as far as dates go."""
    asked, sees_all = Asked(), policies.sees_all_numbers(g.person)
    knows_who = policies.sees_who_could_apply(g.person)
    lines = asked.lines()
    page = asked.page(request.args.get("after"), 50) if knows_who else None
    ids = [each.person.id for each in page.rows] if page else []
    return show(
        "pathways/eligibility.html",
        asked=asked,
        sees_all=sees_all,
        lines=lines,
        lead=sentences.places_against_demand(lines, is_own=not sees_all),
        page=page,
        applied=queries.who_applied(asked.chosen, ids) if sees_all and asked.chosen else set(),
        wanted=next_places(asked.catalogue),
        at_most=sentences.at_most,
        leave_words=leave.in_words(asked.candidates.rule),
    )


@pathways.get("/pathways/eligibility/export")
@guard(policies.see_eligibility, fresh=True)
def export_eligibility() -> Response:
    """The same as a file: who could apply, or the numbers for whoever sees numbers alone."""
    asked = Asked()
    if not policies.sees_who_could_apply(g.person):
        headings: tuple[str, ...] = ("Panel meets", "Applications until", "Places", "Could apply")
        lines = asked.lines()
        rows = ((one.panel.meets_on, one.panel.send_by, one.sitting.places,
                 sentences.at_most(one.demand)) for one in lines)  # fmt: skip
        return take_away("pathways.demand", "Places and who could apply", headings, rows)
    headings = ("Person", "Stands at", "Could become", "Dates reached")
    return take_away("pathways.eligibility", "Who could apply", headings, _everybody(asked))


def _everybody(asked: Asked) -> Iterator[tuple[str, str, str, str | date]]:
    for page in each_page(lambda after: asked.page(after, CHUNK)):
        for who in page.rows:
            for chance in who.chances:
                said = chance.reached.on or chance.reached.why
                yield who.person.name, ", ".join(who.here), chance.place.title, said


def _when(found: Reached) -> str:
    """From which day on, or why on none, as the list says it."""
    return sentences.reached_by(found.on, today()) if found.on else found.why
