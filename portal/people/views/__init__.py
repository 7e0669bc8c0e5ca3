"""Pages about people: the directory, corrections, roles, staff lists, and the areas."""

from portal.people.views import areas, directory, importing, persons, roles
from portal.people.views.blueprint import people

__all__ = ["areas", "directory", "importing", "people", "persons", "roles"]
