"""Whether drafts may wait on people's own computers."""

from flask import Response, g, url_for

from portal.people import policies
from portal.people.forms.local_drafts import LocalDraftsForm
from portal.people.operations.local_drafts import change_local_drafts as change
from portal.people.views.blueprint import people
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "people/local_drafts.html"
SAID = {
    True: "Words that are not saved yet may wait on people’s own computers.",
    False: "Nothing that people write is kept on their own computers from now on.",
}


@people.get("/organisation/local-drafts")
@guard(policies.local_drafts)
def local_drafts() -> Response:
    """Where an administrator sees and changes whether drafts wait on people's own computers."""
    keeps = g.person.organisation.keeps_local_drafts
    return show(PAGE, form=LocalDraftsForm(keeps="yes" if keeps else "no"))


@people.post("/organisation/local-drafts")
@guard(policies.local_drafts)
def change_local_drafts() -> Response:
    """Let drafts wait on people's own computers, or not."""
    form = LocalDraftsForm()
    if not form.validate():
        return show(PAGE, form=form)
    keeps = form.keeps.data == "yes"
    changed = change(g.person.organisation, g.person, keeps=keeps)
    return done(url_for("people.local_drafts"), SAID[keeps] if changed else "Nothing was changed.")
