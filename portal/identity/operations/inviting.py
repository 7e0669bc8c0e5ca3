"""Inviting many people at once: all who can be, in one transaction, each with a link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from portal import audit
from portal.clock import now
from portal.database import db
from portal.identity import hashes, invitations, lifetimes, notices, policies, queries
from portal.identity.models import Account, OneTimeLink
from portal.identity.operations.accounts import TAKEN, RefusedError
from portal.people.models import Person

AT_THIS_MOMENT = (
    "Nobody was invited: one of these addresses began to open another account at this moment. "
    "Press again."
)


@dataclass(frozen=True)
class Pressed:
    """What came of one press: the links that were made, and who was left out, with the reason."""

    links: Sequence[tuple[Person, OneTimeLink]]
    refused: Sequence[tuple[Person, str]]


def invite_each(owners: Sequence[Person], by: Person, *, handed: str) -> Pressed:
    """Invite each of these people, and say of the others why not.

    `handed` tells the audit trail how the links go out: by "mail", on a "page", in a "file".
    As many statements for 200 as for two. Raises RefusedError, and nobody is invited.
    """
    accounts, taken = queries.accounts_about(owners)
    reasons = {owner.id: _objection(owner, by, accounts.get(owner.id), taken) for owner in owners}
    invited = [owner for owner in owners if not reasons[owner.id]]
    _move(accounts, invited)
    opened = {**accounts, **_open([each for each in invited if each.id not in accounts])}
    made = _links(opened[owner.id] for owner in invited)
    for link, owner in zip(made, invited, strict=True):
        notices.tell_of_invitation(opened[owner.id], link)
    facts = {"handed": handed}
    deeds = [(opened[owner.id], facts) for owner in invited]
    audit.record_many(by, "identity.person_invited", deeds)
    refused = [(owner, reasons[owner.id]) for owner in owners if reasons[owner.id]]
    return Pressed(list(zip(invited, made, strict=True)), refused)


def _objection(owner: Person, by: Person, account: Account | None, taken: set[str]) -> str:
    """Why this person cannot be invited; "" when they can."""
    beyond = not policies.invite(by, owner)
    said = invitations.objection(
        email=owner.email, is_self=owner.id == by.id, is_beyond=beyond and owner.id != by.id
    )
    if said:
        return said
    if not owner.is_active:
        return "They have left"
    if account is not None and account.closed_at is not None:
        return "Their account is closed: reopen it first"
    if account is not None and account.password_hash is not None:
        return "They have chosen a password already"
    return TAKEN if owner.email in taken else ""


def _move(accounts: dict[UUID, Account], invited: Sequence[Person]) -> None:
    """Let accounts follow their owners' new addresses; what went to the old ones opens nothing."""
    moved = [
        accounts[owner.id]
        for owner in invited
        if owner.id in accounts and accounts[owner.id].email != owner.email
    ]
    if not moved:
        return
    unused = update(OneTimeLink).where(
        OneTimeLink.account_id.in_([account.id for account in moved]),
        OneTimeLink.used_at.is_(None),
    )
    db.session.execute(unused.values(used_at=now()).execution_options(synchronize_session=False))
    addresses = {owner.id: owner.email for owner in invited}
    for account in moved:
        account.email = addresses[account.person_id] or account.email


def _open(owners: Iterable[Person]) -> dict[UUID, Account]:
    """New accounts, all or none: in another organisation somebody may take an address meanwhile."""
    opened = [
        Account(organisation_id=owner.organisation_id, person_id=owner.id, email=owner.email or "")
        for owner in owners
    ]
    try:
        with db.session.begin_nested():
            db.session.add_all(opened)
    except IntegrityError as fault:
        raise RefusedError(AT_THIS_MOMENT) from fault
    return {account.person_id: account for account in opened}


def _links(accounts: Iterable[Account]) -> list[OneTimeLink]:
    until = now() + lifetimes.INVITATION
    made = [
        OneTimeLink(
            organisation_id=account.organisation_id,
            account_id=account.id,
            purpose="invitation",
            expires_at=until,
            password_mark=hashes.mark(account.password_hash),
        )
        for account in accounts
    ]
    db.session.add_all(made)
    db.session.flush()
    return made
