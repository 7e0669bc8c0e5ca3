"""The buckets of tries in the database, shared by all workers (T13)."""

from datetime import timedelta

import pytest

from portal import clock
from portal.database import db
from portal.identity import throttle
from portal.identity.buckets import Limit
from portal.identity.models import ThrottleBucket
from portal.identity.throttle import Bucket, TooManyTriesError
from tests.conftest import NOW

THREE = Limit(3, 60)
A, B = Bucket("a", THREE), Bucket("b", THREE)


def tries(*buckets) -> int:
    """How many tries in a row are allowed."""
    for count in range(2_000):
        try:
            throttle.take(buckets)
        except TooManyTriesError:
            return count
    raise AssertionError("There is no limit")


def test_a_new_bucket_is_full(app):
    assert tries(A) == 3
    assert tries(B) == 3


def test_a_refusal_names_the_wait(app):
    tries(A)
    with (
        clock.set_to(moment=NOW + timedelta(seconds=20)),
        pytest.raises(TooManyTriesError) as refusal,
    ):
        throttle.check([A])
    assert refusal.value.wait == 40


def test_after_the_wait_there_is_a_try(app):
    tries(A)
    with clock.set_to(moment=NOW + timedelta(seconds=60)):
        throttle.check([A])
        assert tries(A) == 1


def test_an_empty_bucket_takes_nothing_from_the_others(app):
    tries(A)
    with pytest.raises(TooManyTriesError):
        throttle.take([A, B])
    assert tries(B) == 3


def test_a_try_given_back_can_be_taken_again(app):
    throttle.take([A, B])
    throttle.give_back([A, B])
    assert tries(A) == 3
    assert tries(B) == 3


def test_checking_takes_nothing(app):
    for _ in range(10):
        throttle.check([A])
    assert db.session.query(ThrottleBucket).count() == 0


def test_the_keys_name_nobody(app):
    """No address is kept of somebody who may not even be here."""
    throttle.take(throttle.sign_in_buckets("amira@riverside.example", "192.0.2.7"))
    keys = [bucket.key for bucket in db.session.query(ThrottleBucket)]
    assert len(keys) == 3
    assert not any("amira" in key or "192" in key for key in keys)


def test_the_limits_are_the_published_ones(app):
    """T13: ten for an account, 100 for an address, 1,000 for everybody in a quarter of an hour."""
    account, address, everybody = throttle.sign_in_buckets("a@b.example", "192.0.2.7")
    assert (account.limit.size, account.limit.seconds) == (10, 90)
    assert (address.limit.size, address.limit.refilled_in) == (100, timedelta(minutes=15))
    assert (everybody.limit.size, everybody.limit.refilled_in) == (1_000, timedelta(minutes=15))


def test_one_address_cannot_try_every_account(app):
    for number in range(100):
        throttle.take(throttle.sign_in_buckets(f"{number}@b.example", "192.0.2.7"))
    with pytest.raises(TooManyTriesError):
        throttle.take(throttle.sign_in_buckets("another@b.example", "192.0.2.7"))
    throttle.take(throttle.sign_in_buckets("another@b.example", "192.0.2.8"))


def test_full_buckets_are_forgotten(app):
    throttle.take([A])
    with clock.set_to(moment=NOW + timedelta(minutes=59)):
        assert throttle.tidy() == 0
    with clock.set_to(moment=NOW + timedelta(minutes=61)):
        assert throttle.tidy() == 1
    assert db.session.query(ThrottleBucket).count() == 0
