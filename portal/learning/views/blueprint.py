"""The blueprint that the pages of learning hang on."""

from flask import Blueprint

learning = Blueprint("learning", __name__)
