"""How somebody likes to read."""

from portal import audit
from portal.database import db
from portal.identity.models import Account


def change_reading(account: Account, *, font: str, spacing: str, background: str) -> bool:
    """Keep how the owner of this account likes to read; False when nothing is different.

    The audit trail says that it changed and never to what: a choice can hint at a disability.
    """
    wanted = {
        "reading_font": font,
        "reading_spacing": spacing,
        "reading_background": background,
    }
    if all(getattr(account, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(account, name, value)
    db.session.flush()
    audit.record(account.person, "identity.reading_changed", account)
    return True
