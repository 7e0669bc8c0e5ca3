"""The blueprint that the pages about people hang on."""

from flask import Blueprint

people = Blueprint("people", __name__)
