"""The pages of the demo: whom to sign in as, and the mail that would have been sent."""

from uuid import UUID

from flask import Blueprint, Response, abort, current_app, g, request
from flask.blueprints import BlueprintSetupState

from portal.demo import data, operations, policies, queries
from portal.demo.queries import Part
from portal.identity.views.sign_in import address, browser_name
from portal.notices import mail
from portal.notices.models import Notice
from portal.web.guard import guard, public
from portal.web.lists import page_of
from portal.web.pages import elsewhere, show

demo = Blueprint("demo", __name__)

INVENTED = "in demo mode everybody in the database is invented; elsewhere there is no such page"


@demo.get("/demo")
@public(INVENTED)
def cast() -> Response:
    """Whom a visitor may sign in as."""
    _only_in_the_demo()
    return show("demo/cast.html")


@demo.post("/demo/sign-in/<uuid:account_id>")
@public(INVENTED)
def sign_in_as(account_id: UUID) -> Response:
    """Sign in with one click as one of the invented people."""
    _only_in_the_demo()
    account = queries.demo_account(account_id) or abort(404)
    operations.sign_in_as(account, browser_name(), address())
    return elsewhere("/")


@demo.get("/outbox")
@guard(policies.see_outbox, hidden=True)
def outbox() -> Response:
    """The mail that would have been sent, newest first."""
    _only_in_the_demo()
    page = page_of(
        queries.outbox(g.person.organisation_id),
        keys=[Notice.told_at, Notice.id],
        after=request.args.get("after"),
        size=25,
        descending=True,
    )
    return show("demo/outbox.html", page=page, messages=[mail.message(row) for row in page.rows])


def demo_cast() -> list[Part]:
    """For templates: whom to sign in as; nobody outside demo mode."""
    return queries.parts() if current_app.config["DEMO"] else []


@demo.record
def _known_to_templates(state: BlueprintSetupState) -> None:
    state.app.jinja_env.globals.update(demo_cast=demo_cast, demo_password=data.password)


def _only_in_the_demo() -> None:
    if not current_app.config["DEMO"]:
        abort(404)
