"""Who may open the pages of home."""

from portal.mentoring import policies as mentoring
from portal.mentoring.models import Pairing, PairProposal
from portal.people.models import Person, Unit
from portal.teams import policies as teams


def organisation(person: Person) -> bool:
    """Administrators, HR and induction coordinators; each finds there what they may open."""
    return person.has_role("admin", "hr", "coordinator")


def first_steps(person: Person) -> bool:
    """Administrators, HR and induction coordinators; each has steps of their own."""
    return organisation(person)


def home(person: Person) -> bool:
    """Everybody who is signed in, their own home page."""
    return True


def access_matrix(person: Person) -> bool:
    """Everybody who works here may read who may see and do what: it holds rules, and nobody."""
    return True


def prepare(person: Person, pairing: Pairing) -> bool:
    """Either of the two, on the days that the pairing covers."""
    return person.organisation.has_area("mentoring") and mentoring.record_session(person, pairing)


def name_cover(person: Person, pairing: Pairing) -> bool:
    """The coordinator, where that area is in use, until the pairing has ended."""
    return pair(person) and not pairing.has_ended


def pair(person: Person) -> bool:
    """The coordinator pairs coaches and mentors with people, where that area is in use."""
    return person.organisation.has_area("mentoring") and mentoring.pair(person)


def answer_proposal(person: Person, proposal: PairProposal) -> bool:
    """Each of the two, for themself, once."""
    return person.organisation.has_area("mentoring") and mentoring.answer_proposal(person, proposal)


def team_load(person: Person, unit: Unit) -> bool:
    """Whoever sees how the team is made, where teams, induction and mentoring are in use."""
    areas = ("teams", "induction", "mentoring")
    return all(map(person.organisation.has_area, areas)) and teams.see_team(person, unit)


def team_workload(person: Person, unit: Unit) -> bool:
    """Whoever sees how the team is made; the counts of single people only who manages them."""
    return team_load(person, unit)
