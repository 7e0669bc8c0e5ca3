"""The blueprint that the pages of contracts with practices hang on."""

from flask import Blueprint

practices = Blueprint("practices", __name__)
