"""The blueprint that the pages of identity hang on."""

from flask import Blueprint

from portal.identity.views import pace

identity = Blueprint("identity", __name__)
identity.after_request(pace.wait)
