"""The blueprint that the pages of home hang on."""

from flask import Blueprint

home = Blueprint("home", __name__)
