"""What a course would close in my own pathway, for the page of the course: to the reader alone."""

from flask import g
from flask.blueprints import BlueprintSetupState

from portal.clock import today
from portal.learning.queries.qualifications import has_been_on
from portal.pathways import queries, showing
from portal.pathways.places import place_of
from portal.pathways.queries.catalogue import catalogue_for
from portal.pathways.views.blueprint import pathways


def gaps_closed_by(course_key: str) -> list[str]:
    """The titles of my next places that ask for this course, where I do not hold it yet.

    Nothing is asked of the database for a course that no place asks for.
    """
    day = today()
    catalogue = catalogue_for(g.person.organisation, day)
    asking = showing.asking_for(catalogue, course_key)
    if not asking or has_been_on(g.person, course_key, day):
        return []
    placed = (place_of(catalogue, post.job_title) for post in queries.posts_of(g.person, day))
    ahead = {key for here in placed if here for key in here.leads_to}
    return [place.title for place in asking if place.key in ahead]


@pathways.record
def _known_to_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals.update(gaps_closed_by=gaps_closed_by)
