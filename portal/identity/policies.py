"""Who may do what with accounts and sessions: everybody with their own, few with others'."""

from portal.clock import today
from portal.identity.models import BrowserSession
from portal.people.models import Person
from portal.people.policies import may_give

NOT_FOR_HR = ("admin", "hr")


def account(person: Person) -> bool:
    """Everybody who is signed in, their own account."""
    return True


def confirm(person: Person) -> bool:
    """Everybody who is signed in, that it is them."""
    return True


def change_password(person: Person) -> bool:
    """Everybody who is signed in, their own password; nobody in the demonstration."""
    return not person.organisation.is_demo


def end_session(person: Person, session: BrowserSession) -> bool:
    """Only the owner of the session."""
    return bool(session.account.person_id == person.id)


def end_other_sessions(person: Person) -> bool:
    """Everybody who is signed in, their own sessions."""
    return True


def reading_settings(person: Person) -> bool:
    """Everybody who is signed in, how the portal looks to them."""
    return True


def stay(person: Person) -> bool:
    """Everybody who is signed in, in the browser they ask from."""
    return True


def account_of(person: Person, owner: Person) -> bool:
    """Whoever may invite somebody sees whether and how they sign in."""
    return invite(person, owner)


def invite(person: Person, owner: Person) -> bool:
    """An administrator anybody else; HR anybody else but administrators and HR."""
    if person.id == owner.id or person.organisation_id != owner.organisation_id:
        return False
    if person.has_role("admin"):
        return True
    return person.has_role("hr") and not _stands_beside_hr(owner)


def invitations(person: Person) -> bool:
    """Administrators and HR; HR cannot invite administrators and HR."""
    return person.has_role("admin", "hr")


def make_reset(person: Person, owner: Person) -> bool:
    """An administrator, for anybody else; never for the invented people of the demonstration."""
    return _administers(person, owner) and not person.organisation.is_demo


def end_sessions_of(person: Person, owner: Person) -> bool:
    """An administrator, anybody else's."""
    return _administers(person, owner)


def close_account(person: Person, owner: Person) -> bool:
    """An administrator, anybody else's."""
    return _administers(person, owner)


def reopen_account(person: Person, owner: Person) -> bool:
    """An administrator, anybody else's."""
    return _administers(person, owner)


def change_address(person: Person, owner: Person) -> bool:
    """An administrator, for others whose every role they may give; never in the demonstration.

    An administrator may give every role, but none to themself (T10), so this must not let them
    into the account either. It does not: the password stays, the address is the one that the
    directory has, its owner is told at both, and for three days neither can a new password be
    asked for nor can whoever changed the address make a link for one. Another administrator can.
    """
    last = today()
    roles = {held.role for held in owner.roles_held if not held.ended_on or held.ended_on >= last}
    return make_reset(person, owner) and roles <= set(may_give(person))


def change_own_address(person: Person) -> bool:
    """Everybody, to the address that the directory has for them; nobody in the demonstration.

    Whoever keeps the directory answers for the address, and its owner, who has just given the
    password, for the change: so neither can do it alone.
    """
    return not person.organisation.is_demo


def _stands_beside_hr(owner: Person) -> bool:
    """Whether they hold one of these roles, or will: a link kept until then would open it."""
    held = (held for held in owner.roles_held if held.role in NOT_FOR_HR)
    return any(each.ended_on is None or each.ended_on >= today() for each in held)


def _administers(person: Person, owner: Person) -> bool:
    is_other = person.id != owner.id and person.organisation_id == owner.organisation_id
    return is_other and person.has_role("admin")
