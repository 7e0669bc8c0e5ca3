"""The bring-to list: thoughts that were caught, and where they go."""

from flask import Response, g, request, url_for

from portal.audit.views import take_away
from portal.identity.next_path import HOME, same_site
from portal.standards import operations, policies, queries
from portal.standards.forms.thoughts import SortingForm, ThoughtForm
from portal.standards.models import Thought
from portal.standards.models.thoughts import GOES_TO
from portal.standards.views.blueprint import standards
from portal.web.guard import guard
from portal.web.pages import done, show

CAUGHT = "standards/_thought.html"
# Where a thought is seen again, by where it goes.
WAITS = {
    "": "It waits here.",
    "supervision": "It waits for you where you agree, log and look up supervision.",
    "coaching": "It waits for you on the page of your coaching or mentoring.",
    "reflection": "It waits for you where you begin to write.",
}


@standards.app_template_global("thought_form")
def thought_form() -> ThoughtForm:
    """An empty box for a thought, for any page that includes standards/_thought.html."""
    return ThoughtForm(None)


@standards.app_template_global("thoughts_for")
def thoughts_for(goes_to: str) -> list[Thought]:
    """What the reader wants to bring to one place, for any page that includes _bring.html."""
    is_on = g.person.organisation.has_area("standards")
    return queries.waiting_for(g.person, goes_to) if is_on else []


@standards.get("/thoughts")
@guard(policies.see_my_thoughts)
def thoughts() -> Response:
    """My thoughts: what waits first, the latest first."""
    return _page(ThoughtForm(None))


@standards.post("/thoughts")
@guard(policies.catch_thought)
def catch_thought() -> Response:
    """Catch a thought: one box, one button."""
    form = ThoughtForm()
    if form.validate():
        thought = operations.catch_thought(g.person, **form.answers())
        said = "Caught. Only you can read it."
        return done(url_for(".thoughts"), said, fragment=CAUGHT, caught=thought)
    return _page(form)


@standards.get("/thoughts/export")
@guard(policies.see_my_thoughts)
def export_thoughts() -> Response:
    """My thoughts as a file."""
    rows = (
        (t.text, t.goes_to_words, t.caught_at, "" if t.is_open else "Taken up")
        for page in queries.every_thought(g.person)
        for t in page.rows
    )
    headings = ("Thought", "Where it goes", "Caught", "State")
    return take_away("standards.thoughts", "My thoughts", headings, rows, of=g.person)


@standards.post("/thoughts/<uuid:thought_id>/place")
@guard(policies.sort_thought, hidden=True, thought=Thought)
def sort_thought(thought: Thought) -> Response:
    """Say where a thought goes."""
    form = SortingForm()
    if form.validate():
        operations.sort_thought(g.person, thought, form.goes_to.data)
    return done(url_for(".thoughts"), WAITS[thought.goes_to])


@standards.post("/thoughts/<uuid:thought_id>/taking-up")
@guard(policies.take_up_thought, hidden=True, thought=Thought)
def take_up_thought(thought: Thought) -> Response:
    """Tick a thought that was taken up, or put it back on the list."""
    is_taken_up = thought.is_open
    operations.take_up_thought(g.person, thought, is_taken_up=is_taken_up)
    said = "Taken up. It stays under your thoughts." if is_taken_up else "Back on your list."
    came_from = same_site(request.form.get("back"))
    return done(url_for(".thoughts") if came_from == HOME else came_from, said)


@standards.post("/thoughts/<uuid:thought_id>/writing")
@guard(policies.write_from_thought, hidden=True, thought=Thought)
def write_from_thought(thought: Thought) -> Response:
    """Turn a thought into a reflection that begins with its words."""
    piece = operations.write_from_thought(g.person, thought)
    return done(url_for(".write_piece", piece_id=piece.id), "Your thought is now a reflection.")


def _page(form: ThoughtForm) -> Response:
    to = request.args.get("to")
    page = queries.thoughts_page(g.person, request.args.get("after"), to if to in GOES_TO else None)
    return show(
        "standards/thoughts.html",
        fragment=CAUGHT if form.errors else None,
        form=form,
        sent_thought=form,
        page=page,
        to=to,
        places=GOES_TO,
    )
