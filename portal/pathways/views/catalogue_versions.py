"""One version of the career catalogue, to read: published ones are never changed."""

from flask import Response, g

from portal.clock import today
from portal.pathways import queries
from portal.pathways.catalogue.comparing import changes
from portal.pathways.models import CatalogueVersion
from portal.pathways.policies import catalogue as policies
from portal.pathways.views.blueprint import pathways
from portal.web.guard import guard
from portal.web.pages import show


@pathways.get("/pathways/catalogue/versions/<uuid:version_id>")
@guard(policies.see_version, version=CatalogueVersion)
def catalogue_version(version: CatalogueVersion) -> Response:
    """What a version says of each role, and what it changed."""
    read = queries.drafted(version)
    return show(
        "pathways/catalogue_version.html",
        version=version,
        catalogue=read,
        changes=changes(queries.catalogue_before(g.person.organisation, version), read),
        in_force=queries.version_in_force(g.person.organisation, today()) == version.id,
    )
