"""My learning: what I have booked, what I run, what of mine is due, and the regulator's year."""

from flask import Response, g

from portal.clock import today
from portal.learning import cpd, expiring, policies
from portal.learning.queries import events
from portal.learning.queries import qualifications as queries
from portal.learning.queries.cpd import drafts_of
from portal.learning.queries.library import open_actions_of
from portal.learning.views.blueprint import learning
from portal.web.guard import guard
from portal.web.pages import show


@learning.get("/learning")
@guard(policies.see_my_learning)
def my_learning() -> Response:
    """What I have booked, what of mine expires soon, and the ways to all else."""
    day = today()
    ends_on = cpd.end_of_year(day)
    held = queries.current(queries.held_by(g.person))
    return show(
        "learning/my_learning.html",
        booked=events.my_events(g.person, day),
        runs=events.run_by(g.person, day),
        due=[each for each in held if expiring.within(each.expires_on, day)],
        ends_on=ends_on,
        cpd=cpd.standing(drafts_of(g.person, ends_on), day)
        if g.person.registration_number
        else None,
        actions=open_actions_of(g.person),
        in_words=expiring.in_words,
        tone=expiring.tone,
    )
