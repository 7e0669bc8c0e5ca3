"""The blueprint that the pages of the induction year hang on."""

from flask import Blueprint

induction = Blueprint("induction", __name__)
