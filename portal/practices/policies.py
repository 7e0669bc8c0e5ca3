"""Who may see and change contracts with practices, from either side."""

from portal.people.models import Person
from portal.practices.models import Contract, PracticeTotals


def see_practices(person: Person) -> bool:
    """The commissioner, the principal social worker and the administrator."""
    return person.has_role("commissioner", "principal", "admin")


def propose_contract(person: Person) -> bool:
    """The commissioner of practices."""
    return person.has_role("commissioner")


def see_practice(person: Person, contract: Contract) -> bool:
    """Council: commissioner, principal. Practice: administrator, principal social worker."""
    if contract.is_council_of(person):
        return person.has_role("commissioner", "principal")
    return _answers_for_practice(person, contract)


def answer_proposal(person: Person, contract: Contract) -> bool:
    """Only the practice's administrator, while the proposal waits."""
    return contract.is_practice_of(person) and person.has_role("admin") and contract.is_waiting


def withdraw_proposal(person: Person, contract: Contract) -> bool:
    """The council's commissioner, while the proposal waits."""
    return _commissions(person, contract) and contract.is_waiting


def end_contract(person: Person, contract: Contract) -> bool:
    """While it lasts: the council's commissioner, and the practice's administrator."""
    own = contract.is_practice_of(person) and person.has_role("admin")
    return (own or _commissions(person, contract)) and contract.can_be_ended


def type_totals(person: Person, contract: Contract) -> bool:
    """Once agreed: the practice's administrator and principal social worker."""
    return _answers_for_practice(person, contract) and contract.is_agreed


def change_totals(person: Person, totals: PracticeTotals) -> bool:
    """Only at the practice: its administrator and principal social worker."""
    return _answers_for_practice(person, totals.contract)


def rate_outcomes(person: Person, contract: Contract) -> bool:
    """Once agreed: the council's commissioner."""
    return _commissions(person, contract) and contract.is_agreed


def say_view(person: Person, contract: Contract) -> bool:
    """Once agreed: the practice's administrator and principal social worker, beside the ratings."""
    return _answers_for_practice(person, contract) and contract.is_agreed


def decide_payment(person: Person, contract: Contract) -> bool:
    """Once agreed: the council's commissioner, who alone decides."""
    return _commissions(person, contract) and contract.is_agreed


def write_exchange(person: Person, contract: Contract) -> bool:
    """Once agreed: the council's commissioner, about the council's own teams."""
    return _commissions(person, contract) and contract.is_agreed


def _commissions(person: Person, contract: Contract) -> bool:
    return contract.is_council_of(person) and person.has_role("commissioner")


def _answers_for_practice(person: Person, contract: Contract) -> bool:
    return contract.is_practice_of(person) and person.has_role("admin", "principal")
