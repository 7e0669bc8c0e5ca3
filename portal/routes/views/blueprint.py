"""The blueprint that the pages of routes into social work hang on."""

from flask import Blueprint

routes = Blueprint("routes", __name__)
