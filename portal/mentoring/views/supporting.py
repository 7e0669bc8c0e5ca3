"""The people I support, with the quick log in the row of each."""

from flask import Response, g, url_for

from portal.clock import today
from portal.mentoring import operations, policies, queries
from portal.mentoring.forms import SessionForm
from portal.mentoring.models import Pairing
from portal.mentoring.views.answers import answer_first, saved
from portal.mentoring.views.blueprint import mentoring
from portal.web.guard import guard
from portal.web.pages import done, show, wants_fragment

SUPPORTED = "mentoring/_supported.html"


@mentoring.get("/people-i-support")
@guard(policies.see_people_i_support)
def people_i_support() -> Response:
    """The people I support, by what is due next."""
    rows = queries.people_i_support(g.person, today())
    return show("mentoring/people_i_support.html", rows=rows, opened=None)


@mentoring.route("/people-i-support/<uuid:pairing_id>", methods=["GET", "POST"])
@guard(policies.log_in_place, pairing=Pairing)
def log_in_place(pairing: Pairing) -> Response:
    """The quick log in the row of one of the people I support."""
    form = SessionForm(pairing=pairing)
    answer = _log(form) if form.validate_on_submit() else None
    return answer or show(
        "mentoring/people_i_support.html",
        fragment=SUPPORTED,
        form=form,
        row=queries.supported_in(pairing, today()),
        rows=queries.people_i_support(g.person, today()),
        opened=pairing,
    )


def _log(form: SessionForm) -> Response | None:
    pairing = form.of
    try:
        session = operations.record_session(g.person, pairing, **form.session())
    except operations.AlreadyLoggedError as refusal:
        return answer_first(form, refusal.first)
    location = url_for(".people_i_support")
    if not wants_fragment():
        return done(location, saved(session))
    rows = queries.people_i_support(g.person, today())
    row = next((each for each in rows if each.pairing.id == pairing.id), None)
    return done(
        location,
        saved(session),
        fragment=SUPPORTED,
        row=row or queries.supported_in(pairing, today()),
        rows=rows,
        form=None,
    )
