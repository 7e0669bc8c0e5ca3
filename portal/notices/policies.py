"""Who may read notices: their owner, nobody else."""

from typing import Any

from portal.notices.models import Notice


def notices(person: Any) -> bool:
    """Everybody who is signed in sees their own notices."""
    return True


def read_all(person: Any) -> bool:
    """Everybody who is signed in marks their own notices as read."""
    return True


def read_notice(person: Any, notice: Notice) -> bool:
    """Only the person who was told marks a notice as read."""
    return bool(notice.person_id == person.id)
