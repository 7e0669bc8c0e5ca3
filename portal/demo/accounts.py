"""The accounts of the demo: everybody's but a few, all with the same published password."""

from portal.clock import now
from portal.database import db
from portal.demo import data
from portal.demo.scene import Employee, Scene
from portal.identity.hashes import hash_of
from portal.identity.models import Account

SHARE_WITHOUT = 0.4
OFTEN_WITHOUT = ("Business Support Officer", "Family Support Worker", "Personal Adviser")


def one_hash() -> str:
    """The password's hash, which every account of the demo shares: made once, it takes a while."""
    return hash_of(data.password())


def open_accounts(scene: Scene, password_hash: str) -> None:
    """Give the cast and nearly everybody else an account, past the rules for passwords."""
    for one in scene.staff:
        if _has_account(scene, one):
            account = Account(
                id=scene.new_id(),
                organisation_id=scene.organisation.id,
                person_id=one.person.id,
                email=one.person.email,
                password_hash=password_hash,
                password_set_at=now(),
            )
            db.session.add(account)
    db.session.flush()


def _has_account(scene: Scene, one: Employee) -> bool:
    if one.member or one.job not in OFTEN_WITHOUT:
        return True
    return scene.chance.random() > SHARE_WITHOUT
