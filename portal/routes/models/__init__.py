"""Routes into social work: what took place on them, pauses, and placements."""

from portal.routes.models.placements import Placement, PlacementWeek
from portal.routes.models.routes import Route, RoutePause, RouteStep

__all__ = ["Placement", "PlacementWeek", "Route", "RoutePause", "RouteStep"]
