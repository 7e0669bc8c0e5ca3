"""Who holds a role, and giving it to several people at once."""

from flask import Response, abort, g, request, url_for

from portal.clock import today
from portal.people import operations, policies, queries
from portal.people.forms import HoldersForm
from portal.people.forms.roles import MOST_TICKED
from portal.people.titles import ROLE_TITLES
from portal.people.views.blueprint import people
from portal.web.arguments import ids
from portal.web.guard import guard
from portal.web.numbers import counted
from portal.web.pages import done, show

PAGE = "people/holders.html"


@people.get("/roles/<string:role>/people")
@guard(policies.see_holders)
def holders(role: str) -> Response:
    if role not in ROLE_TITLES:
        abort(404)
    return _page(role, _form() if role in policies.may_give(g.person) else None)


@people.post("/roles/<string:role>/people")
@guard(policies.see_holders, fresh=True)
def grant_each(role: str) -> Response:
    """Give the role to everybody ticked, or look for more people to tick."""
    if role not in ROLE_TITLES:
        abort(404)
    if role not in policies.may_give(g.person):
        abort(403)
    form = _form()
    if "everybody" in request.form:
        form.tick_everybody()
    elif form.is_submitted() and "find" not in request.form and form.validate():
        return _granted(role, form)
    return _page(role, form)


def _form() -> HoldersForm:
    """The form with those who were ticked, then those who are found by name or team."""
    own, sent = g.person.organisation_id, request.values
    ticked = ids(sent.getlist("people"), most=MOST_TICKED + 1)
    team_id = next(iter(ids([sent.get("team", "")])), None)
    found = queries.people_to_hold(own, sent.get("q", "")[:100], team_id, but=g.person.id)
    known = {one for one, _ in found}
    earlier = [one for one in ticked if one not in known]
    kept = queries.people_ticked(own, earlier, but=g.person.id) if earlier else []
    form = HoldersForm(sent or None, started_on=today())
    if form.started_on.data is None and not form.is_submitted():
        form.started_on.process(None, today())
    form.offer(queries.teams_open(own), [*queries.described(kept), *found])
    return form


def _granted(role: str, form: HoldersForm) -> Response:
    own = g.person.organisation_id
    chosen = queries.people_ticked(own, ids(form.people.data, most=MOST_TICKED), but=g.person.id)
    given = operations.grant_each(chosen, g.person, role=role, **form.span())
    title, passed_over = ROLE_TITLES[role], len(chosen) - len(given)
    said = f"{counted(len(given), 'person', 'people')} now {_have(len(given))} the role: {title}."
    if passed_over:
        said += (
            f" {counted(passed_over, 'person', 'people')} already held it and kept it as it was."
        )
    return done(url_for("people.holders", role=role), said)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _page(role: str, form: HoldersForm | None) -> Response:
    page = queries.holders(g.person.organisation_id, role, after=request.args.get("after"))
    return show(PAGE, form=form, page=page, role=role, titles=ROLE_TITLES, most=MOST_TICKED)
