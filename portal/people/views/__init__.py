"""Pages about people: the directory, corrections, roles, staff lists, and the areas."""

from flask import Blueprint

people = Blueprint("people", __name__)

from portal.people.views import areas, directory, importing, persons, roles  # noqa: E402,F401
