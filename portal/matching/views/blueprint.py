"""The blueprint that the pages of matching hang on."""

from flask import Blueprint

matching = Blueprint("matching", __name__)
