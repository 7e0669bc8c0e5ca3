"""The blueprint that the pages of coaching and mentoring hang on."""

from flask import Blueprint

mentoring = Blueprint("mentoring", __name__)
