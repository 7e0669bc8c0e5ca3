"""The blueprint that the pages of a first time in court hang on."""

from flask import Blueprint

court = Blueprint("court", __name__)
