"""Who may see what became of the promises of a year, and who writes it down."""

from portal.clock import today
from portal.induction.models import DevelopmentTime, Induction, TalkAsked
from portal.induction.policies.years import accompanies, see_induction
from portal.people.models import Person


def promises(person: Person, induction: Induction) -> bool:
    """The person and the coordinator; assessor, manager and their cover while the year lasts."""
    return see_induction(person, induction)


def record_supervision(person: Person, induction: Induction) -> bool:
    """Either side, while the year lasts: the person, their assessor, their manager or the cover."""
    if not induction.is_open:
        return False
    return induction.person_id == person.id or accompanies(person, induction)


def record_development_time(person: Person, induction: Induction) -> bool:
    """The person and whoever manages them or covers for that, while the year lasts."""
    if not induction.is_open:
        return False
    return induction.person_id == person.id or induction.is_managed_by(person)


def settle_development_time(person: Person, entry: DevelopmentTime) -> bool:
    """The person and whoever manages them or covers for that, while the year lasts."""
    return record_development_time(person, entry.induction)


def count_workload(person: Person, induction: Induction) -> bool:
    """The person and whoever manages them or covers for that, while the year lasts."""
    return record_development_time(person, induction)


def decide_work_beside(person: Person, induction: Induction) -> bool:
    """Whoever manages the person or covers for that, while the year lasts."""
    return induction.is_open and induction.is_managed_by(person)


def ask_in_confidence(person: Person, induction: Induction) -> bool:
    """The person whose year it is, and the coordinator; nobody else knows of it."""
    return induction.person_id == person.id or person.has_role("coordinator")


def answer_in_confidence(person: Person, talk: TalkAsked) -> bool:
    """The coordinator, once: it was asked of them and of nobody else."""
    return person.has_role("coordinator") and talk.answered_on is None


def confirm_month(person: Person, induction: Induction) -> bool:
    """Whoever manages the person or covers for that, while the year lasts."""
    return decide_work_beside(person, induction)


def team_promises(person: Person) -> bool:
    """Managers and consultants: their own people in an induction year, and nobody else's."""
    return person.has_role("manager", "consultant") or any(
        cover.covers(today()) for cover in person.standing_in
    )
