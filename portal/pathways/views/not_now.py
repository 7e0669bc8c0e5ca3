"""Putting away what I was told of how others moved on."""

from flask import Response, g, url_for

from portal.pathways import operations, policies
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import done


@pathways.post("/pathway/not-now")
@guard(policies.say_not_now)
def say_not_now() -> Response:
    """Put the sentence away for good."""
    operations.say_not_now(g.person)
    return done(url_for(".my_pathway"), "Put away. It does not come back.")
