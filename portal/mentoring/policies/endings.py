"""Who may look back at the goals of a pair that has ended, and read the note for the next one.

The person supported reads that note first and decides alone who else does; nobody is asked why.
"""

from portal.mentoring.models import HandOverNote, Pairing
from portal.people.models import Person


def see_look_back(person: Person, pairing: Pairing) -> bool:
    """Only the two of the pair, once it has been ended."""
    return pairing.joins(person) and pairing.has_ended


def write_look_back(person: Person, pairing: Pairing) -> bool:
    """Either of the two, once it has been ended, until the day on which their words are deleted."""
    return see_look_back(person, pairing) and pairing.keeps_words


def write_hand_over_note(person: Person, pairing: Pairing) -> bool:
    """The coach or mentor of a pairing that has been ended, until its words are deleted."""
    return person.id == pairing.coach_id and pairing.has_ended and pairing.keeps_words


def see_hand_over_note(person: Person, note: HandOverNote) -> bool:
    """Who wrote it, the person supported, and the next coach or mentor once that person says so."""
    if not note.pairing.keeps_words:
        return False
    return note.pairing.joins(person) or _is_let_read(person, note)


def choose_reader(person: Person, note: HandOverNote) -> bool:
    """Only the person supported: they let the next coach or mentor read it, or nobody."""
    return person.id == note.pairing.supported_id and note.pairing.keeps_words


def _is_let_read(person: Person, note: HandOverNote) -> bool:
    """Whether the person supported lets them read it, while they support them."""
    later = note.released_to
    return later is not None and later.coach_id == person.id and not later.is_over
