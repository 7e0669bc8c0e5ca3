"""Whether the portal can serve: for whatever watches it."""

from flask import Flask, Response
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from portal.database import db
from portal.web.guard import public


def init_app(app: Flask) -> None:
    """Answer /health with `ok` while the database answers, and 503 while it does not."""

    @app.get("/health", endpoint="health")
    @public("whatever watches the portal has no account; it learns nothing but ok")
    def health() -> Response:
        try:
            db.session.execute(text("SELECT 1"))
        except OperationalError:
            return Response("the database does not answer\n", 503, mimetype="text/plain")
        return Response("ok\n", mimetype="text/plain")
