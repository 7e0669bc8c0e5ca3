"""Which framework of standards a year follows: what the person moved to, or the programme's."""

from portal.induction.models import Induction
from portal.standards import frameworks, queries
from portal.standards.frameworks import Framework
from portal.standards.models import StandardsMove


def framework_of(induction: Induction) -> Framework:
    """The framework of somebody's year: pinned with the programme until they are moved."""
    return framework_after(queries.last_move(induction.person_id), induction)


def framework_after(move: StandardsMove | None, induction: Induction) -> Framework:
    """The same, where the person's last move is known already."""
    given = frameworks.called(induction.programme.standards)
    return queries.framework_after(move, induction.person_id, given)
