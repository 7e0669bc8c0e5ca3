"""The sentences we send about what is written when a pairing has ended: never a word of it."""

from portal.people.models import Person


def looked_back(by: Person) -> str:
    """To the other of the two, when one has written what became of their goals."""
    return f"{by.name} looked back at the goals that you two had. Only you two can read it."


def hand_over_written(by: Person) -> str:
    """To the person supported, when whoever leaves has written a note for the next one."""
    return f"{by.name} wrote a hand-over note. You read it first, and choose who else does."


def hand_over_released(by: Person) -> str:
    """To the next coach or mentor, when the person supported lets them read the note."""
    return f"{by.name} lets you read a hand-over note."
