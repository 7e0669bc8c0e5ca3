"""Tandem, an intranet portal for social work teams. `create_app` is the one file that knows
every area."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import config, database

ROOT = Path(__file__).resolve().parent.parent


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """The application, configured from the environment or, for tests, from these settings."""
    app = Flask("portal", root_path=str(ROOT), static_folder=None, instance_path=str(_instance()))
    app.config.from_mapping(settings or config.load(os.environ, _instance()))
    database.init_app(app)
    Migrate(app, database.db, directory=str(ROOT / "migrations"))
    _templates(app)
    _kit(app)
    _areas(app)
    _commands(app)
    from portal.web.guard import refuse_unguarded

    refuse_unguarded(app)
    return app


def _instance() -> Path:
    return ROOT / "instance"


def _templates(app: Flask) -> None:
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(ROOT / "templates"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    app.jinja_env.add_extension("jinja2.ext.do")
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def _kit(app: Flask) -> None:
    from portal.web import assets, errors, filters, guard, headers, limits

    if app.config["PROXIES"]:
        hops = app.config["PROXIES"]
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    limits.init_app(app)
    Htmx(app)
    CSRFProtect(app)
    headers.init_app(app)
    errors.init_app(app)
    filters.init_app(app)
    assets.init_app(app, ROOT / "static")
    app.jinja_env.globals.update(may=guard.may)
    from portal.identity import sessions

    sessions.init_app(app)
    from portal.home import navigation

    navigation.init_app(app)
    app.jinja_env.globals.setdefault("session_ends", lambda: "")


def _areas(app: Flask) -> None:
    import importlib

    for area in AREAS:
        if importlib.util.find_spec(f"portal.{area}.views"):
            try:
                module = importlib.import_module(f"portal.{area}.views")
                app.register_blueprint(getattr(module, area))
            except Exception as fault:
                print("SKIPPED", area, repr(fault))


AREAS = ["notices", "people", "identity", "mentoring", "induction", "pathways", "home", "demo"]


def _commands(app: Flask) -> None:
    from portal.audit.commands import audit
    from portal.notices.commands import notices

    app.cli.add_command(audit)
    app.cli.add_command(notices)
