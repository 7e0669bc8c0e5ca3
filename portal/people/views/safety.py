"""Worried about someone's safety: the numbers to call, and where they are kept."""

from flask import Response, g, url_for

from portal.people.forms.safety import SafetyNumbersForm
from portal.people.operations.safety import keep_safety_numbers
from portal.people.policies import safety as policies
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show


@people.get("/safety")
@guard(policies.safety)
def safety() -> Response:
    """The numbers to call. There is nothing to type here, and who opens it is not recorded."""
    return show("people/safety.html", numbers=g.person.organisation.safety_numbers)


@people.route("/organisation/safety-numbers", methods=["GET", "POST"])
@guard(policies.safety_numbers)
def safety_numbers() -> Response:
    """Where the local numbers are kept."""
    form = SafetyNumbersForm(data={"numbers": g.person.organisation.safety_numbers})
    if form.is_submitted() and form.validate():
        kept = keep_safety_numbers(g.person.organisation, g.person, form.said())
        return done(
            url_for(".safety"), "The numbers are saved." if kept else "Nothing was changed."
        )
    return show("people/safety_numbers.html", form=form)
