"""What home pages list from the areas below: rows of a few columns, ordered and bounded."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, raiseload

from portal.database import db
from portal.identity.models import Account
from portal.induction.models import Induction, InductionItem
from portal.mentoring.models import Pairing, Session
from portal.people.models import Person, Post, RoleHeld, Unit

SHOWN = 6
MOST_ITEMS = 60
MEETINGS = ("agreement", "review")
COUNTED_TO = 1000

# The day to expect an item: the one agreed for it, or the one by which it is due.
ON_DAY = func.coalesce(InductionItem.booked_on, InductionItem.due_on)
WAITING = and_(
    InductionItem.held_on.is_(None),
    or_(InductionItem.booked_on.is_not(None), InductionItem.is_optional.is_(False)),
)


@dataclass(frozen=True)
class Counted:
    """How many, counted to a thousand."""

    number: int

    @property
    def words(self) -> str:
        """The number as it is printed: 1,000+ where counting stopped."""
        return f"{COUNTED_TO:,}+" if self.number > COUNTED_TO else f"{self.number:,}"


def own_year(person: Person) -> Induction | None:
    """The induction year that this person is in, without the posts that go with it."""
    return db.session.scalar(
        select(Induction)
        .where(Induction.person_id == person.id)
        .options(raiseload(Induction.posts))
        .order_by(Induction.ended_on.is_not(None), Induction.started_on.desc(), Induction.id)
        .limit(1)
    )


def year_with_posts(person: Person) -> Induction | None:
    """The same year with the person's posts, which say who manages them."""
    return db.session.scalar(
        select(Induction)
        .where(Induction.person_id == person.id)
        .order_by(Induction.ended_on.is_not(None), Induction.started_on.desc(), Induction.id)
        .limit(1)
    )


def items_of(induction: Induction) -> list[Row[Any]]:
    """Every item of one year, in the order in which they are expected."""
    return list(
        db.session.execute(
            _items().where(InductionItem.induction_id == induction.id).limit(MOST_ITEMS)
        )
    )


def items_due(
    which: ColumnElement[bool], whose: ColumnElement[bool], today: date, until: date
) -> list[Row[Any]]:
    """What is waiting in these years until a day, as far as it is for the reader; oldest first."""
    return list(
        db.session.execute(
            _items()
            .add_columns(Induction.id.label("induction_id"), *_name())
            .join(Induction, Induction.id == InductionItem.induction_id)
            .join(Person, Person.id == Induction.person_id)
            .where(which, whose, open_year(today), WAITING, until >= ON_DAY)
            .limit(MOST_ITEMS)
        )
    )


def owned_by(*owners: str) -> ColumnElement[bool]:
    """Items that belong to one of these."""
    return InductionItem.owner.in_(owners)


def met_by_manager(today: date) -> ColumnElement[bool]:
    """Items of the manager, and the meetings ahead that a manager attends."""
    ahead = and_(InductionItem.kind.in_(MEETINGS), today < ON_DAY)
    return or_(InductionItem.owner == "manager", ahead)


def years(which: ColumnElement[bool], today: date) -> list[Any]:
    """Those of these years in which something is expected soonest: person, week, what is next."""
    following = aliased(InductionItem)
    at = func.coalesce(following.booked_on, following.due_on) == Induction.next_on
    return list(
        db.session.execute(
            select(Induction, following.title)
            .outerjoin(
                following,
                and_(
                    following.induction_id == Induction.id, following.held_on.is_(None), at,
                    following.is_optional.is_(False),
                ),
            )
            .where(which, open_year(today))
            .options(raiseload(Induction.posts))
            .order_by(Induction.next_on, Induction.id, following.position)
            .limit(3 * SHOWN)
        )
    )  # fmt: skip


def open_year(day: date) -> ColumnElement[bool]:
    """Years that are not over on this day."""
    return or_(Induction.ended_on.is_(None), Induction.ended_on >= day)


def managed_by(person: Person, today: date) -> ColumnElement[bool]:
    """Years of people who report to this person today."""
    return exists().where(
        Post.person_id == Induction.person_id,
        Post.manager_id == person.id,
        Post.covering(today),
    )


def team_size(person: Person, today: date) -> Counted:
    """How many people report to this person today."""
    held = select(Post.person_id).where(Post.manager_id == person.id, Post.covering(today))
    return _counted(held.where(Post.person_id.is_not(None)).distinct())


def not_enrolled(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Newly qualified workers without an induction year, those who came first first."""
    enrolled = exists().where(Induction.person_id == Person.id)
    return list(
        db.session.execute(
            select(Person.id, RoleHeld.started_on, *_name())
            .join(RoleHeld, RoleHeld.person_id == Person.id)
            .where(
                Person.organisation_id == organisation_id,
                or_(Person.left_on.is_(None), Person.left_on >= today),
                RoleHeld.role == "nqsw",
                RoleHeld.covering(today),
                ~enrolled,
            )
            .order_by(RoleHeld.started_on, Person.sort_key, Person.id)
            .limit(20)
        )
    )


def open_years(organisation_id: UUID, today: date) -> Counted:
    """How many induction years are under way."""
    return _counted(
        select(Induction.id).where(Induction.organisation_id == organisation_id, open_year(today))
    )


def open_pairs(organisation_id: UUID, today: date) -> Counted:
    """How many people have a coach or a mentor."""
    paired = select(Pairing.supported_id).where(
        Pairing.organisation_id == organisation_id, Pairing.covering(today)
    )
    return _counted(paired.distinct())


def in_post(organisation_id: UUID, today: date) -> Counted:
    """How many people hold a post today."""
    held = select(Post.person_id).where(
        Post.organisation_id == organisation_id, Post.covering(today)
    )
    return _counted(held.where(Post.person_id.is_not(None)).distinct())


def vacancies(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """Vacant posts with their teams, those vacant longest first."""
    return list(
        db.session.execute(
            select(Post.job_title, Unit.name.label("team"), Post.started_on)
            .join(Unit, Unit.id == Post.unit_id)
            .where(
                Post.organisation_id == organisation_id,
                Post.person_id.is_(None),
                Post.covering(today),
            )
            .order_by(Post.started_on, Post.job_title, Post.id)
            .limit(COUNTED_TO + 1)
        )
    )


def without_account(organisation_id: UUID, today: date) -> list[Row[Any]]:
    """People who work here and cannot sign in yet, by name."""
    return list(
        db.session.execute(
            select(Person.id, Person.email, *_name())
            .outerjoin(Account, Account.person_id == Person.id)
            .where(
                Person.organisation_id == organisation_id,
                or_(Person.left_on.is_(None), Person.left_on >= today),
                Account.id.is_(None),
            )
            .order_by(Person.sort_key, Person.id)
            .limit(COUNTED_TO + 1)
        )
    )


def supporters(person: Person, today: date) -> list[Any]:
    """Who coaches or mentors this person today, and when they last met."""
    return _pairs(Pairing.supported_id == person.id, today)


def pairs_of(person: Person, today: date) -> list[Any]:
    """The pairings that this person is in today, on either side, and when each last met."""
    return _pairs(or_(Pairing.supported_id == person.id, Pairing.coach_id == person.id), today)


def _pairs(which: ColumnElement[bool], today: date) -> list[Any]:
    last = select(func.max(Session.held_on)).where(Session.pairing_id == Pairing.id)
    return list(
        db.session.execute(
            select(Pairing, last.correlate(Pairing).scalar_subquery().label("last_on"))
            .where(which, Pairing.covering(today))
            .order_by(Pairing.kind, Pairing.started_on, Pairing.id)
            .limit(3 * SHOWN)
        )
    )


def _items() -> Select[Any]:
    columns: tuple[Any, ...] = (
        InductionItem.id,
        InductionItem.title,
        InductionItem.kind,
        InductionItem.owner,
        InductionItem.due_on,
        InductionItem.booked_on,
        InductionItem.held_on,
        InductionItem.is_optional,
    )
    return select(*columns).order_by(ON_DAY, InductionItem.position)


def _name() -> tuple[Any, Any]:
    """The two columns from which `name_of` makes a person's name."""
    return func.coalesce(func.nullif(Person.known_as, ""), Person.given_names).label(
        "first_name"
    ), Person.family_name


def name_of(row: Row[Any]) -> str:
    """The name that colleagues use, from a row with the columns of a name."""
    return f"{row.first_name} {row.family_name}"


def _counted(statement: Select[Any]) -> Counted:
    some = statement.limit(COUNTED_TO + 1).subquery()
    return Counted(db.session.scalar(select(func.count()).select_from(some)) or 0)
