"""The blueprint that the pages of teams hang on."""

from flask import Blueprint

teams = Blueprint("teams", __name__)
