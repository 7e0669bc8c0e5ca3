"""The card of the administrator: how the portal begins here, and who cannot sign in yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.home.cards.card import SHOWN, Card
from portal.home.needs import Need
from portal.home.queries import administration as queries
from portal.home.queries.counting import Counted
from portal.home.queries.names import name_of
from portal.people.models import Person

STAFF_LIST = "/people/import"
DIRECTORY = "/people"
# The roles without which nobody carries an area on: what they are asked for, and why.
FIRST_ROLES = (
    ("hr", "Give somebody the role of HR", "They bring staff lists in and see who stands where."),
    (
        "coordinator",
        "Give somebody the role of induction coordinator",
        "They enrol the newly qualified, and pair people with coaches and mentors.",
    ),
)
HOW = " Find them in the directory; their page has roles and the invitation."


@dataclass(frozen=True)
class Unaccounted:
    """People without an account: the first few, each with a sentence about the invitation."""

    number: Counted
    shown: list[tuple[Any, str, str]]


def card(person: Person, today: date) -> Card | None:
    """The card of the administrator, with what is left to do before others can begin."""
    if not person.has_role("admin"):
        return None
    has_list = queries.has_posts(person.organisation_id)
    rows = queries.without_account(person.organisation_id, today)
    shown = [(row.id, name_of(row), _invitation(row)) for row in rows[:SHOWN]]
    count = Counted(len(rows))
    return Card(
        template="home/_accounts.html",
        facts=Unaccounted(count, shown),
        standing=_unaccounted(count) if has_list else "The staff list is not in yet.",
        needs=tuple(_first_steps(person, today, has_list=has_list)),
    )


def _first_steps(person: Person, today: date, *, has_list: bool) -> list[Need]:
    """What an organisation needs before anybody else can do something here."""
    if not has_list:
        why = "From the payroll system’s spreadsheet. Then you give roles and invite people."
        return [Need("Bring the staff list in", why, today, STAFF_LIST)]
    given = queries.roles_given(person.organisation_id, today)
    has = person.organisation.has_area
    if not (has("induction") or has("mentoring")):
        given.add("coordinator")
    return [
        Need(what, why + HOW, today, DIRECTORY)
        for role, what, why in FIRST_ROLES
        if role not in given
    ]


def _invitation(row: Any) -> str:
    if not row.email:
        return "Without an e-mail address they cannot be invited"
    return "Holds a role: invite them to sign in" if row.has_role else "Invite them to sign in"


def _unaccounted(count: Counted) -> str:
    if count.number == 0:
        return "Everybody can sign in."
    return (
        f"{'1 person has' if count.number == 1 else f'{count.words} people have'} no account yet."
    )
