"""Tandem, an intranet portal for social work teams.

`create_app` is the one place that knows every area; the imports stand inside the functions, so
that a rule can be imported without the whole house.
"""

import os
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from flask import Flask
from flask.templating import Environment
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import config, database

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application, configured from the environment or, for tests, from these settings."""
    instance = ROOT / "instance"
    app = Flask("portal", root_path=str(ROOT), static_folder=None, instance_path=str(instance))
    app.config.from_mapping(settings or config.load(os.environ, instance))
    database.init_app(app)
    Migrate(app, database.db, directory=str(ROOT / "migrations"))
    _templates(app)
    _kit(app)
    _areas(app)
    _commands(app)
    from portal.web import addresses, guard

    guard.refuse_unguarded(app)
    addresses.init_app(app)
    return app


class Templates(Environment):
    """Jinja that hands the same words to every template in a plain dictionary.

    Its own way goes through them in two layers at each import, which is a tenth of a page. What is
    made known to all templates must be so before the first of them is read.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def _templates(app: Flask) -> None:
    app.jinja_environment = Templates
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(ROOT / "templates"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _kit(app: Flask) -> None:
    """What stands round every request, in the order in which it looks at one."""
    from portal.web import assets, errors, filters, guard, headers, health, limits

    if hops := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    limits.init_app(app)
    Htmx(app)
    # Whoever has the address of an answer may give it, in a browser that keeps no cookies too.
    CSRFProtect(app).exempt("portal.induction.views.answers.send_feedback")
    headers.init_app(app)
    errors.init_app(app)
    filters.init_app(app)
    assets.init_app(app, ROOT / "static")
    health.init_app(app)
    app.jinja_env.globals["may"] = guard.may


def _areas(app: Flask) -> None:
    """The areas, from the ground up."""
    from portal.court.views import court
    from portal.demo.views import demo
    from portal.home import navigation
    from portal.home.views import home
    from portal.identity import sessions, strangers
    from portal.identity.views import identity
    from portal.induction.views import induction
    from portal.learning.views import learning
    from portal.matching.views import matching
    from portal.mentoring.views import mentoring
    from portal.notices.views import notices
    from portal.pathways.views import pathways
    from portal.people.views import people
    from portal.practices.views import practices
    from portal.routes.views import routes
    from portal.standards.views import standards
    from portal.support.views import answers, support
    from portal.teams.views import blueprint as teams

    sessions.init_app(app)
    strangers.init_app(app)
    rooms = (notices, people, identity, standards, teams, mentoring, learning, support, answers)
    for area in (*rooms, court, practices, induction, pathways, routes, matching, home, demo):
        app.register_blueprint(area)
    navigation.init_app(app)


def _commands(app: Flask) -> None:
    """What an operator can ask for: `flask --app wsgi <group> <command>`."""
    from portal.audit.commands import audit
    from portal.court.commands import court
    from portal.demo.commands import demo
    from portal.identity.commands import identity, organisations
    from portal.induction.commands import induction
    from portal.learning.commands import learning
    from portal.mentoring.commands import mentoring
    from portal.notices.commands import notices
    from portal.people.commands import people
    from portal.standards.commands import standards
    from portal.support.commands import support

    groups = (audit, notices, people, identity, organisations, standards, mentoring, induction)
    for group in (*groups, learning, support, court, demo):
        app.cli.add_command(group)
