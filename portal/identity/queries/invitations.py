"""Who has been invited and who waits for it: lists that hold at any size."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import selectinload

from portal import clock
from portal.database import db
from portal.identity import invitations
from portal.identity.invitations import Standing
from portal.identity.models import Account, OneTimeLink
from portal.identity.policies import NOT_FOR_HR
from portal.people.models import Person, Post, RoleHeld
from portal.people.queries import named, newly_qualified
from portal.web.lists import Page, page_of

A_PAGE = 100
NEWLY_QUALIFIED = "newly-qualified"
ANY_ROLE = "any"


@dataclass(frozen=True)
class Sought:
    """Which people the list shows; "" and None ask for nothing."""

    query: str = ""
    team_id: UUID | None = None
    role: str = ""
    state: str = ""


@dataclass(frozen=True)
class Invitee:
    """One line of the list. `objection` says why the reader cannot invite them, if they cannot."""

    id: UUID
    name: str
    email: str | None
    state: str
    invited_at: datetime | None
    objection: str

    @property
    def can_be_invited(self) -> bool:
        """Whether a box stands before the name."""
        return self.state in invitations.WAITING and not self.objection


def waiting(organisation_id: UUID, sought: Sought | None = None) -> Select[Any]:
    """The people who work here, each with their account if there is one; by default who waits."""
    sought = sought or Sought()
    people = (
        select(Person.id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Person.organisation_id == organisation_id,
            Person.working_here(clock.today()),
            _in_state(sought.state),
        )
    )
    for found_by_word in named(organisation_id, sought.query):
        people = people.where(Person.id.in_(found_by_word))
    if sought.team_id is not None:
        people = people.where(Person.id.in_(_holders(Post.unit_id == sought.team_id)))
    if sought.role:
        people = people.where(_has(organisation_id, sought.role))
    return people


def without_account(organisation_id: UUID) -> Select[Any]:
    """The people who work here and have never been invited."""
    return waiting(organisation_id, Sought(state=invitations.NOT_INVITED))


def invitees(
    reader: Person, sought: Sought, *, after: str | None = None, size: int = A_PAGE
) -> Page:
    """A page of the list, by name, as this reader sees it."""
    columns: Any = (
        Person.id,
        func.coalesce(func.nullif(Person.known_as, ""), Person.given_names),
        Person.family_name,
        Person.email,
        Account.id,
        Account.password_hash.is_not(None),
        Account.closed_at,
        _last_until(),
        _stands_beside_hr(),
    )
    asked = waiting(reader.organisation_id, sought).with_only_columns(
        *columns, maintain_column_froms=True
    )
    page = page_of(asked, keys=[Person.sort_key, Person.id], after=after, size=size)
    return Page([_invitee(reader, row) for row in page.rows], page.next, page.first)


def owners(organisation_id: UUID, ids: Collection[UUID]) -> Sequence[Person]:
    """These people of one organisation, by name, each with their roles (2 statements)."""
    found = (
        select(Person)
        .where(Person.organisation_id == organisation_id, Person.id.in_(ids))
        .options(selectinload(Person.roles_held))
        .order_by(Person.sort_key, Person.id)
    )
    return db.session.scalars(found).all()


def accounts_about(people: Collection[Person]) -> tuple[dict[UUID, Account], set[str]]:
    """The accounts of these people by the person's id, and those of their addresses that are taken.

    An address is taken that opens somebody else's account, here or in any organisation.
    """
    owner_of = {person.email: person.id for person in people if person.email}
    ids = {person.id for person in people}
    about = or_(Account.person_id.in_(ids), Account.email.in_(owner_of))
    found = db.session.scalars(select(Account).where(about)).all()
    own = {account.person_id: account for account in found if account.person_id in ids}
    taken = {
        account.email
        for account in found
        if owner_of.get(account.email, account.person_id) != account.person_id
    }
    return own, taken


def _invitee(reader: Person, row: Any) -> Invitee:
    person_id, first, family, email, account_id, has_password, closed_at, until, beside_hr = row
    standing = Standing(account_id is not None, bool(has_password), closed_at is not None, until)
    return Invitee(
        id=person_id,
        name=f"{first} {family}",
        email=email,
        state=standing.state(clock.now()),
        invited_at=standing.invited_at,
        objection=invitations.objection(
            email=email,
            is_self=person_id == reader.id,
            is_beyond=bool(beside_hr) and not reader.has_role("admin"),
        ),
    )


def _in_state(state: str) -> ColumnElement[bool]:
    """The condition of a state; with none, of everybody who waits."""
    has_none, is_open = Account.id.is_(None), Account.closed_at.is_(None)
    still_out = and_(Account.id.is_not(None), is_open, Account.password_hash.is_(None))
    opens = _links().where(OneTimeLink.expires_at > clock.now()).exists()
    conditions: dict[str, ColumnElement[bool]] = {
        invitations.NOT_INVITED: has_none,
        invitations.INVITED: and_(still_out, opens),
        invitations.OVER: and_(still_out, ~opens),
        invitations.SIGNED_IN: and_(is_open, Account.password_hash.is_not(None)),
        invitations.CLOSED: Account.closed_at.is_not(None),
    }
    return conditions.get(state, or_(has_none, still_out))


def _links() -> Select[Any]:
    """The invitations of an account that have not been used or withdrawn."""
    return (
        select(OneTimeLink.id)
        .where(
            OneTimeLink.account_id == Account.id,
            OneTimeLink.purpose == "invitation",
            OneTimeLink.used_at.is_(None),
        )
        .correlate(Account)
    )


def _last_until() -> Any:
    last = _links().with_only_columns(func.max(OneTimeLink.expires_at))
    return case((Account.id.is_not(None), last.scalar_subquery()), else_=None)


def _stands_beside_hr() -> Any:
    """Whether they hold one of the roles that HR does not invite, or will."""
    return exists().where(
        RoleHeld.person_id == Person.id,
        RoleHeld.role.in_(NOT_FOR_HR),
        func.coalesce(RoleHeld.ended_on, clock.today()) >= clock.today(),
    )


def _has(organisation_id: UUID, role: str) -> ColumnElement[bool]:
    if role == NEWLY_QUALIFIED:
        return newly_qualified(organisation_id, clock.today())
    held = select(RoleHeld.person_id).where(
        RoleHeld.organisation_id == organisation_id, RoleHeld.covering(clock.today())
    )
    if role != ANY_ROLE:
        held = held.where(RoleHeld.role == role)
    return Person.id.in_(held)


def _holders(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(Post.person_id).where(
        *conditions, Post.covering(clock.today()), Post.person_id.is_not(None)
    )
