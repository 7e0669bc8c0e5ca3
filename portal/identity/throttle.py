"""Slowing down guesses: per account, per address and for everybody, in one table.

All workers and hosts share the buckets, and a restart keeps them. A try is taken only when
every bucket allows it; a right password gives it back. The keys hold fingerprints, not names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from portal.clock import now
from portal.database import db, rows_changed
from portal.identity.buckets import Level, Limit, full
from portal.identity.models import ThrottleBucket

ACCOUNT = Limit(10, 90)
ADDRESS = Limit.over(100, minutes=15)
EVERYBODY = Limit.over(1_000, minutes=15)
RESETS = Limit.over(3, minutes=60)


@dataclass(frozen=True)
class Bucket:
    """One bucket that a try is taken from."""

    key: str
    limit: Limit


class TooManyTriesError(Exception):
    """No try is left; `wait` is the number of seconds until there is one."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


def sign_in_buckets(email: str, address: str) -> list[Bucket]:
    """What a try to sign in is taken from; the same whether or not the account exists."""
    account = Bucket(f"account:{_mark(email)}", ACCOUNT)
    return [account, _address(address), Bucket("everybody", EVERYBODY)]


def reset_buckets(email: str, address: str) -> list[Bucket]:
    """What asking for a new password is taken from."""
    account = Bucket(f"reset:{_mark(email)}", RESETS)
    return [account, _address(address), Bucket("everybody", EVERYBODY)]


def link_buckets(address: str) -> list[Bucket]:
    """What opening a one-time link is taken from."""
    return [_address(address), Bucket("everybody", EVERYBODY)]


def check(buckets: Sequence[Bucket]) -> None:
    """Raise TooManyTriesError when a bucket is empty; writes nothing, locks nothing."""
    _refuse_empty(buckets, _levels(buckets))


def take(buckets: Sequence[Bucket]) -> dict[str, Level]:
    """Take one try from every bucket at once, and answer what is left in each.

    Raises TooManyTriesError, with nothing taken, when one of them is empty.
    """
    _fill_new(buckets)
    levels = _levels(buckets, locked=True)
    _refuse_empty(buckets, levels)
    left = {key: level.taken() for key, level in levels.items()}
    _keep(left)
    return left


def give_back(buckets: Sequence[Bucket]) -> None:
    """Return the try that was taken: the password was right."""
    limits = {bucket.key: bucket.limit for bucket in buckets}
    levels = _levels(buckets, locked=True)
    _keep({key: level.returned(limits[key]) for key, level in levels.items()})


def tidy() -> int:
    """Forget the buckets that are full again, and answer how many there were."""
    longest = max(limit.refilled_in for limit in (ACCOUNT, ADDRESS, EVERYBODY, RESETS))
    old = delete(ThrottleBucket).where(ThrottleBucket.refilled_at < now() - longest)
    return rows_changed(old)


def _refuse_empty(buckets: Sequence[Bucket], levels: dict[str, Level]) -> None:
    wait = max(levels[bucket.key].wait(bucket.limit) for bucket in buckets)
    if wait:
        raise TooManyTriesError(wait)


def _levels(buckets: Sequence[Bucket], *, locked: bool = False) -> dict[str, Level]:
    """What each bucket holds now. `locked` keeps others out of them until the commit."""
    limits = {bucket.key: bucket.limit for bucket in buckets}
    columns = (ThrottleBucket.key, ThrottleBucket.tokens, ThrottleBucket.refilled_at)
    # Always in the same order, so that two tries never wait for each other's bucket.
    rows = select(*columns).where(ThrottleBucket.key.in_(limits)).order_by(ThrottleBucket.key)
    moment = now()
    levels = {key: full(limit, moment) for key, limit in limits.items()}
    for key, tokens, at in db.session.execute(rows.with_for_update() if locked else rows):
        levels[key] = Level(tokens, at).refilled(limits[key], moment)
    return levels


def _fill_new(buckets: Sequence[Bucket]) -> None:
    """Make the buckets that nobody has used, full; leave the others alone."""
    is_postgres = db.session.get_bind().dialect.name == "postgresql"
    insert = postgresql.insert if is_postgres else sqlite.insert
    moment = now()
    rows = [
        {"key": bucket.key, "tokens": float(bucket.limit.size), "refilled_at": moment}
        for bucket in sorted(buckets, key=lambda bucket: bucket.key)
    ]
    db.session.execute(insert(ThrottleBucket).values(rows).on_conflict_do_nothing())


def _keep(levels: dict[str, Level]) -> None:
    for key, level in levels.items():
        kept = update(ThrottleBucket).where(ThrottleBucket.key == key)
        db.session.execute(kept.values(tokens=level.tokens, refilled_at=level.at))


def _address(address: str) -> Bucket:
    return Bucket(f"address:{_mark(address)}", ADDRESS)


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
