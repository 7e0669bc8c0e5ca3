"""The directory."""

from flask import Response, g, request

from portal.people import policies, queries
from portal.people.views.blueprint import people
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.lists import capped_count
from portal.web.pages import show

LONGEST_QUERY = 200


@people.get("/people")
@guard(policies.see_directory)
def directory() -> Response:
    query = " ".join(request.args.get("q", "").split())[:LONGEST_QUERY]
    team_id = next(iter(ids([request.args.get("team", "")])), None)
    own = g.person.organisation_id
    matching = queries.directory(own, query=query, team_id=team_id)
    number, more = capped_count(matching)
    teams = queries.teams(own)
    return show(
        "people/directory.html",
        fragment="people/_results.html",
        page=queries.found(matching, after=request.args.get("after")),
        number=number,
        more=more,
        query=query,
        teams=teams,
        team_id=team_id,
        team_name=dict(teams).get(team_id) if team_id else None,
    )
