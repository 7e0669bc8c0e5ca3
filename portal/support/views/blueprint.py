"""The blueprint that the pages of consultant support hang on."""

from flask import Blueprint

support = Blueprint("support", __name__)
answers = Blueprint("answers", __name__)  # an area of its own, with its own switch
