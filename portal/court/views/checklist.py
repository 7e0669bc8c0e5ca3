"""The checklist of a statement: the writer's side, and the consultant's."""

from flask import Response, g, url_for

from portal.court import operations, policies, queries
from portal.court.checklist import GROUPS, in_words
from portal.court.forms import LookForm, TicksForm
from portal.court.models import CourtSupport
from portal.court.views.blueprint import court
from portal.web.guard import guard
from portal.web.pages import done, show


@court.route("/court/<uuid:support_id>/checklist", methods=["GET", "POST"])
@guard(policies.go_through_checklist, hidden=True, support=CourtSupport)
def go_through_checklist(support: CourtSupport) -> Response:
    """Go through the points of a draft: the writer ticks, the consultant says what they saw."""
    points = queries.points_of(support)
    is_writer = support.practitioner_id == g.person.id
    ticked = [key for key, point in points.items() if point.is_done]
    form = TicksForm(data={"done": ticked}) if is_writer else LookForm.of(points)
    if form.is_submitted() and form.validate():
        if isinstance(form, TicksForm):
            operations.tick_points(g.person, support, form.done.data or [])
        else:
            operations.look_through(g.person, support, form.views(), form.words())
        return done(url_for(".court_support", support_id=support.id), "Kept.")
    return show(
        "court/writer_checklist.html" if is_writer else "court/consultant_checklist.html",
        form=form,
        support=support,
        groups=GROUPS,
        points=points,
        words=in_words(ticked, [point.view for point in points.values()]),
    )
