"""Who may pair people, log a session, put one right, and see what.

Access follows the relationship: the two see their sessions; the coordinator sees that sessions
are held, and how long they were. Nobody else has a page: managers, human resources and
administrators included.
"""

from portal.clock import today
from portal.mentoring.models import AgreedAction, Pairing, Session
from portal.people.models import Person


def see_pairing(person: Person, pairing: Pairing) -> bool:
    """The two themselves; the coordinator sees the dates and lengths."""
    return pairing.joins(person) or person.has_role("coordinator")


def record_session(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return pairing.joins(person) and pairing.is_open


def correct_session(person: Person, session: Session) -> bool:
    """Either of the two, for 14 days after it was held or logged."""
    pairing = session.of_pair
    return pairing is not None and pairing.joins(person) and session.is_correctable


def log_session(person: Person) -> bool:
    """Everybody who works here; the form offers only the people they are paired with."""
    return person.is_active


def see_my_sessions(person: Person) -> bool:
    """Everybody who works here: their own sessions, on either side."""
    return person.is_active


def see_people_i_support(person: Person) -> bool:
    """Coaches and mentors: the people they support themselves."""
    return person.has_role("coach", "mentor")


def see_pairings(person: Person) -> bool:
    """The coordinator: who is paired with whom and when they last met, never about what."""
    return person.has_role("coordinator")


def pair(person: Person) -> bool:
    """The coordinator pairs coaches and mentors with people."""
    return person.has_role("coordinator")


def end_pairing(person: Person, pairing: Pairing) -> bool:
    """Either of the two or the coordinator, while it has not been ended."""
    return see_pairing(person, pairing) and not pairing.has_ended


def end_cover(person: Person, pairing: Pairing) -> bool:
    """The coordinator, the one who covers, the one covered for, or the person supported."""
    covered, last_day = pairing.in_place_of, pairing.ended_on
    if covered is None or last_day is None or last_day <= today():
        return False
    return see_pairing(person, pairing) or covered.joins(person)


def log_in_place(person: Person, pairing: Pairing) -> bool:
    """The coach or mentor of the pairing, on the days that it covers."""
    return person.id == pairing.coach_id and pairing.is_open


def see_session(person: Person, session: Session) -> bool:
    """Only the two of the pair: what they noted for each other is nobody else's."""
    return session.of_pair is not None and session.of_pair.joins(person)


def carry_passage(person: Person, session: Session) -> bool:
    """Only the person who was supported: a passage of the note goes into their own writing."""
    pairing = session.of_pair
    return pairing is not None and pairing.supported_id == person.id and session.notes_kept > 0


def agree_action(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return record_session(person, pairing)


def settle_action(person: Person, action: AgreedAction) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return record_session(person, action.pairing)
