"""The pages of the lattice: mine, a place on it, and who stands where."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, g, request

from portal.clock import today
from portal.pathways import policies, queries, sentences
from portal.pathways.catalogue import Catalogue, Place, catalogue_in_force
from portal.pathways.lattice import draw
from portal.pathways.places import place_of, titles_at
from portal.pathways.standing import ELSEWHERE, ahead_of, standing_of
from portal.people.models import Person
from portal.web.guard import guard
from portal.web.lists import capped_count, page_of
from portal.web.pages import show

pathways = Blueprint("pathways", __name__)


@pathways.get("/pathway")
@guard(policies.see_own_pathway)
def my_pathway() -> Response:
    """The lattice with my own place on it, and what the next places ask."""
    catalogue = catalogue_in_force(today())
    mine = _mine(catalogue, g.person)
    return show(
        "pathways/my_pathway.html",
        catalogue=catalogue,
        lattice=draw(catalogue),
        lies=ahead_of(catalogue, mine.place.key if mine.place else None),
        mine=mine,
        lead=sentences.where_i_stand(catalogue, mine.place, mine.job_titles),
        words=sentences.LIES,
    )


@pathways.get("/pathway/<string:place_key>")
@guard(policies.see_place)
def place(place_key: str) -> Response:
    """What a role asks, the evidence it expects, and where it leads."""
    catalogue = catalogue_in_force(today())
    chosen = _place(catalogue, place_key)
    mine = _mine(catalogue, g.person)
    lies = ahead_of(catalogue, mine.place.key)[chosen.key] if mine.place else ELSEWHERE
    return show(
        "pathways/place.html",
        place=chosen,
        how_it_lies=sentences.how_it_lies(lies),
        time_in_role=sentences.time_in_role(chosen.typical_months),
        up=[catalogue.by_key[key] for key in chosen.up],
        across=[catalogue.by_key[key] for key in chosen.across],
        before=[each for each in catalogue.places if chosen.key in each.up],
    )


@pathways.get("/pathways")
@guard(policies.see_standing)
def standing() -> Response:
    """How many people stand at each place, how many posts are vacant, and who is outside."""
    catalogue = catalogue_in_force(today())
    titles = queries.job_titles(g.person.organisation_id, today())
    counted = queries.tallies(g.person.organisation_id, today(), titles_at(catalogue, titles))
    found = standing_of(catalogue, counted)
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
    chosen = _place(catalogue := catalogue_in_force(today()), place_key)
    own, day = g.person.organisation_id, today()
    titles = titles_at(catalogue, queries.job_titles(own, day)).get(chosen.key, ())
    people = queries.people_at(own, day, titles)
    after = request.args.get("after")
    page = page_of(people, keys=[Person.sort_key, Person.id], after=after)
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


@dataclass(frozen=True)
class Mine:
    """My own place: the one of the largest post that has a place, and my posts' titles."""

    place: Place | None
    post: queries.HeldPost | None
    job_titles: tuple[str, ...]


def _mine(catalogue: Catalogue, person: Person) -> Mine:
    posts = queries.posts_of(person, today())
    placed = [(place_of(catalogue, post.job_title), post) for post in posts]
    found, post = next((pair for pair in placed if pair[0]), (None, None))
    return Mine(place=found, post=post, job_titles=tuple(each.job_title for each in posts))


def _place(catalogue: Catalogue, key: str) -> Place:
    return catalogue.by_key.get(key) or abort(404)
