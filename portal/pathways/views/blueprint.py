"""The blueprint that the pages of career pathways hang on."""

from flask import Blueprint

pathways = Blueprint("pathways", __name__)
