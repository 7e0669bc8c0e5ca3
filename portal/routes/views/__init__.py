"""The pages of routes into social work."""

from portal.routes.views import changing, everybody, mine, placements
from portal.routes.views.blueprint import routes

__all__ = ["changing", "everybody", "mine", "placements", "routes"]
