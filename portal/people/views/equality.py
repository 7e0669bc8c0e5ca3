"""What I say about myself, so that fairness can be checked."""

from flask import Response, g, url_for

from portal.people import operations, policies, queries
from portal.people.forms import EqualityForm
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import conflict, done, show

PAGE = "people/my_equality_answers.html"


@people.route("/my-equality-answers", methods=["GET", "POST"])
@guard(policies.my_equality_answers)
def my_equality_answers() -> Response:
    kept, form = queries.equality_answers_of(g.person), EqualityForm()
    if not form.is_submitted():
        form.show(kept)
    elif form.validate():
        if kept and form.is_stale(kept):
            return conflict(PAGE, over=kept, form=form, kept=kept)
        changed = operations.keep_equality_answers(g.person, form.said())
        return done(url_for(".my_equality_answers"), _said(changed, bool(form.said())))
    return show(PAGE, form=form, kept=kept)


def _said(changed: bool, answered: bool) -> str:
    if not changed:
        return "Nothing was changed."
    return "Saved. Nobody but you can open it." if answered else "Your answers are deleted."
