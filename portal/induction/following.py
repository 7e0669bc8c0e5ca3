"""Which framework of standards a year follows: what the person moved to, or the programme's."""

from portal.induction.models import Induction
from portal.standards import frameworks, queries
from portal.standards.frameworks import Framework


def framework_of(induction: Induction) -> Framework:
    """The framework of somebody's year: pinned with the programme until they are moved."""
    given = frameworks.called(induction.programme.standards)
    return queries.framework_of(induction.person_id, given)
