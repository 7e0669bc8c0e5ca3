"""The pages of the lattice: mine, a place on it, and who stands where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import Response, abort, g, request

from portal.audit.views import take_away
from portal.clock import today
from portal.learning.queries.events import next_with_places
from portal.pathways import policies, queries, sentences
from portal.pathways.catalogue import Catalogue, Place
from portal.pathways.catalogue.entries import TRAINING
from portal.pathways.catalogue.salaries import paid
from portal.pathways.lattice import draw
from portal.pathways.places import place_of, titles_at
from portal.pathways.progression import leave
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.showing import Shown, showing, to_complete
from portal.pathways.standing import (
    ACROSS,
    ELSEWHERE,
    HERE,
    NEXT,
    Standing,
    Tally,
    ahead_of,
    standing_of,
)
from portal.pathways.views.blueprint import pathways
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.lists import capped_count, page_of, pages_of
from portal.web.pages import show

BY_NAME = [Person.sort_key, Person.id]


@pathways.get("/pathway")
@guard(policies.see_own_pathway)
def my_pathway() -> Response:
    """The lattice with my own place on it, and what the next places ask."""
    catalogue = catalogue_for(g.person.organisation, today())
    mine = _mine(catalogue, g.person)
    facts = queries.facts_of(g.person, catalogue, today())
    missing = {each.key: to_complete(each, facts, today()) for each in catalogue.places}
    return show(
        "pathways/my_pathway.html",
        catalogue=catalogue,
        lattice=draw(catalogue),
        lies=ahead_of(catalogue, mine.place.key if mine.place else None),
        mine=mine,
        told=queries.told_of_others(g.person, catalogue, mine.place, today()),
        missing=missing,
        shown={key: showing(catalogue.by_key[key], facts, today()) for key in mine.leads_up},
        lead=sentences.where_i_stand(catalogue, mine.place, mine.job_titles, missing),
        words=sentences.LIES,
        things=sentences.things,
        how_far=sentences.how_far,
        goal=queries.goal_of(g.person),
    )


@pathways.get("/pathway/<string:place_key>")
@guard(policies.see_place)
def place(place_key: str) -> Response:
    """What a role asks, what I show of it already, and where it leads."""
    catalogue = catalogue_for(g.person.organisation, today())
    chosen = place_called(catalogue, place_key)
    mine = _mine(catalogue, g.person)
    lies = ahead_of(catalogue, mine.place.key)[chosen.key] if mine.place else ELSEWHERE
    facts = queries.facts_of(g.person, catalogue, today(), [chosen])
    shown = showing(chosen, facts, today())
    return show(
        "pathways/place.html",
        place=chosen,
        is_ahead=lies not in (HERE, ELSEWHERE),
        leads_here=lies in (NEXT, ACROSS),
        shown=shown,
        course_days=_course_days(shown),
        leave_words=leave.in_words(queries.leave_rule(g.person.organisation_id)),
        how_far=sentences.how_far(shown),
        how_it_lies=sentences.how_it_lies(lies),
        time_in_role=sentences.time_in_role(chosen.typical_months),
        paid=paid(catalogue.salaries, chosen.grades, today()),
        up=[catalogue.by_key[key] for key in chosen.up],
        across=[catalogue.by_key[key] for key in chosen.across],
        before=[each for each in catalogue.places if chosen.key in each.up],
        goal=queries.goal_of(g.person),
    )


@pathways.get("/pathway/compare")
@guard(policies.see_own_pathway)
def compare() -> Response:
    """Two roles beside each other: what each asks, and what I show of it already."""
    catalogue = catalogue_for(g.person.organisation, today())
    mine = _mine(catalogue, g.person)
    asked = (request.args.get("one", ""), request.args.get("other", ""))
    two = [catalogue.by_key[key] for key in dict.fromkeys(asked) if key in catalogue.by_key]
    facts = queries.facts_of(g.person, catalogue, today(), two)
    shown = {each.key: showing(each, facts, today()) for each in two}
    return show(
        "pathways/compare.html",
        places=sorted(catalogue.places, key=lambda each: each.title),
        chosen=asked if any(asked) else (*mine.leads_up[:2], "", ""),
        two=[(each, shown[each.key]) for each in two],
        course_days=_course_days([row for rows in shown.values() for row in rows]),
        lead=sentences.two_beside_each_other(two),
        how_far=sentences.how_far,
    )


@pathways.get("/pathways")
@guard(policies.see_standing)
def standing() -> Response:
    """How many people stand at each place, how many posts are vacant, and who is outside."""
    catalogue = catalogue_for(g.person.organisation, today())
    found = _standing(catalogue)
    return show(
        "pathways/standing.html",
        catalogue=catalogue,
        lattice=draw(catalogue),
        standing=found,
        lead=sentences.who_stands_where(found),
    )


@pathways.get("/pathways/<string:place_key>/people")
@guard(policies.see_standing)
def people_at(place_key: str) -> Response:
    """The people who stand at a place, 50 at a time, and the teams with vacant posts there."""
    own, day = g.person.organisation_id, today()
    chosen, titles = _place_with_titles(place_key)
    people = queries.people_at(own, day, titles)
    page = page_of(people, keys=BY_NAME, after=request.args.get("after"))
    counted, more = capped_count(people)
    return show(
        "pathways/people_at.html",
        place=chosen,
        page=page,
        held=queries.posts_at(own, day, titles, page.rows),
        counted=counted,
        more=more,
        shows_since=policies.see_time_in_post(g.person),
        vacancies=queries.vacancies_at(own, day, titles),
    )


@pathways.get("/pathways/export")
@guard(policies.see_standing)
def export_standing() -> Response:
    """The same numbers as a file: each role, and each group outside the lattice with the reason."""
    catalogue = catalogue_for(g.person.organisation, today())
    found = _standing(catalogue)
    placed = [(each.title, found.at.get(each.key, Tally()), "") for each in catalogue.places]
    outside = [(each.title, each.tally, each.reason) for each in found.outside]
    rows = ((title, tally.people, tally.vacant, why) for title, tally, why in placed + outside)
    headings = ("Role", "People", "Vacant posts", "Why it is outside the lattice")
    return take_away("pathways.standing", "Who stands where", headings, rows)


@pathways.get("/pathways/<string:place_key>/people/export")
@guard(policies.see_standing, fresh=True)
def export_people_at(place_key: str) -> Response:
    """The people who stand at a place as a file, with what the page shows to whoever reads it."""
    chosen, titles = _place_with_titles(place_key)
    since = policies.see_time_in_post(g.person)
    headings = ("Person", "Job title", "Team", *(("In this job since",) if since else ()))
    rows = (
        (person.name, post.job_title, post.team, *((post.since,) if since else ()))
        for person, post in _everybody_at(titles)
    )
    return take_away("pathways.people", chosen.title, headings, rows, place=chosen.key)


@dataclass(frozen=True)
class Mine:
    """My own place: the one of the largest post that has a place, and my posts' titles."""

    place: Place | None
    post: queries.HeldPost | None
    job_titles: tuple[str, ...]

    @property
    def leads_up(self) -> tuple[str, ...]:
        """The keys of my next steps."""
        return self.place.up if self.place else ()


def _mine(catalogue: Catalogue, person: Person) -> Mine:
    posts = queries.posts_of(person, today())
    placed = [(place_of(catalogue, post.job_title), post) for post in posts]
    found, post = next((pair for pair in placed if pair[0]), (None, None))
    return Mine(place=found, post=post, job_titles=tuple(each.job_title for each in posts))


def _course_days(shown: list[Shown]) -> dict[str, date]:
    """The next day with places of each course, where one is still asked for."""
    if not any(each.requirement.kind == TRAINING and not each.is_shown for each in shown):
        return {}
    return next_with_places(g.person.organisation_id, today())


def _standing(catalogue: Catalogue) -> Standing:
    own, day = g.person.organisation_id, today()
    titles = titles_at(catalogue, queries.job_titles(own, day))
    return standing_of(catalogue, queries.tallies(own, day, titles))


def _place_with_titles(key: str) -> tuple[Place, tuple[str, ...]]:
    """The place, and the job titles in use that stand there."""
    catalogue = catalogue_for(g.person.organisation, today())
    chosen = place_called(catalogue, key)
    titles = queries.job_titles(g.person.organisation_id, today())
    return chosen, titles_at(catalogue, titles).get(chosen.key, ())


def _everybody_at(titles: tuple[str, ...]) -> Iterator[tuple[Person, queries.HeldPost]]:
    own, day = g.person.organisation_id, today()
    for page in pages_of(queries.people_at(own, day, titles), keys=BY_NAME):
        held = queries.posts_at(own, day, titles, page.rows)
        for person in page.rows:
            yield from ((person, post) for post in held[person.id])


def place_called(catalogue: Catalogue, key: str) -> Place:
    """The place that an address names; 404 where the catalogue has none."""
    return catalogue.by_key.get(key) or abort(404)
