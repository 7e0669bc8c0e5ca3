"""What the roles are called on pages, read from `titles.toml`."""

import tomllib
from pathlib import Path

from portal.people.models import ROLES

ROLE_TITLES: dict[str, str] = tomllib.loads(
    (Path(__file__).parent / "titles.toml").read_text("utf-8")
)
if tuple(ROLE_TITLES) != ROLES:
    raise ValueError("titles.toml must name every role, in the order of the models.")
