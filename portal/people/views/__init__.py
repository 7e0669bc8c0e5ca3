"""Pages about people: the directory, corrections, roles, and bringing a staff list in."""

from flask import Blueprint

people = Blueprint("people", __name__)

from portal.people.views import directory, importing, persons, roles  # noqa: E402,F401
