"""How I like to read: font, spacing and background."""

from flask import Response, abort, url_for

from portal.identity import operations, policies, sessions
from portal.identity.forms import ReadingForm
from portal.identity.models import Account
from portal.identity.views.blueprint import identity
from portal.web.guard import guard
from portal.web.pages import done, show

PAGE = "identity/reading_settings.html"


@identity.get("/account/reading")
@guard(policies.reading_settings)
def reading_settings() -> Response:
    """Where I choose how the portal looks to me, with a paragraph to try it on."""
    mine = _mine()
    form = ReadingForm(
        formdata=None,
        font=mine.reading_font,
        spacing=mine.reading_spacing,
        background=mine.reading_background,
    )
    return show(PAGE, form=form)


@identity.post("/account/reading")
@guard(policies.reading_settings)
def change_reading() -> Response:
    """Keep my choice; the next page already looks like it."""
    form = ReadingForm()
    if not form.validate():
        return show(PAGE, form=form)
    changed = operations.change_reading(_mine(), **form.answers())
    message = "Every page looks like this for you now." if changed else "Nothing was changed."
    return done(url_for(".reading_settings"), message)


def _mine() -> Account:
    here = sessions.current() or abort(401)
    return here.account
