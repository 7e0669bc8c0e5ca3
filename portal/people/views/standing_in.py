"""What the pages about acting up and about cover share: the roles of it, and its last day."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import g

from portal.people import operations, policies
from portal.people.forms import LastDayForm
from portal.people.models import RoleHeld
from portal.people.titles import ROLE_TITLES


def about_roles(came_with: Sequence[RoleHeld]) -> dict[str, Any]:
    """The roles that came with it, in words, and those of them that the reader may not give."""
    roles = [held.role for held in came_with]
    theirs = policies.may_give(g.person)
    return {
        "came_with": came_with,
        "roles": [ROLE_TITLES[role] for role in roles],
        "others_roles": [ROLE_TITLES[role] for role in roles if role not in theirs],
    }


def moved(form: LastDayForm, change: Callable[[], object]) -> bool:
    """Let it have another last day; False where the form now says why not."""
    try:
        change()
    except operations.NotPossibleError as refusal:
        form.ended_on.errors = [str(refusal)]
        return False
    except operations.RoleOverlapError as refusal:
        role = ROLE_TITLES[str(refusal)]
        said = f"The role {role} is held again later. Choose a day before that begins"
        form.ended_on.errors = [said]
        return False
    return True


def not_theirs(titles: Sequence[str]) -> str:
    """Why whoever may not give a role cannot move its end either."""
    return f"It came with a role that you may not give: {', '.join(titles)}. Ask an administrator"
