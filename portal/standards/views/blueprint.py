"""The blueprint that the pages of writing and evidence hang on."""

from flask import Blueprint

standards = Blueprint("standards", __name__)
