"""The sentences we send about a move of a year to another programme."""

from portal.induction.models import ProgrammeMove
from portal.people.models import Person


def proposed(by: Person, move: ProgrammeMove) -> str:
    """To the person whose year it is: they decide."""
    return f"{by.name} proposes that your year goes on with {move.programme.name}. You decide."


def answered(move: ProgrammeMove, *, agrees: bool) -> str:
    """To whoever proposed it; where the year moves, to the assessor too."""
    name, programme = move.induction.person.name, move.programme.name
    if agrees:
        return f"{name} agreed: the year is now on {programme}."
    return f"{name} keeps the programme and does not move to {programme}."


def withdrawn(by: Person) -> str:
    """To the person whose year it is, when nobody waits for their answer any more."""
    return f"{by.name} took back the proposal to move your year. It stays as it is."
