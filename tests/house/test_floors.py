"""Imports only go downstairs, and areas on one floor do not know each other."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# From the roof to the ground. A new package has no floor until somebody gives it one here.
FLOORS = (
    ("portal", "demo", "bench"),
    ("home", "calendar", "exchange", "search", "evaluation", "planning"),
    ("matching",),
    ("pathways", "routes"),
    ("induction",),
    ("learning", "mentoring", "support", "court", "practices"),
    ("standards",),
    ("teams",),
    ("identity",),
    ("people",),
    ("audit", "notices"),
    ("web",),
    ("clock", "config", "database", "period", "sealing", "working_days"),
)
# On these two floors the rooms are built of each other: notices are audited, periods are columns,
# and among the settings are keys.
MAY_MEET = {("notices", "audit"), ("period", "database"), ("config", "sealing"), ("portal", "demo")}
HEIGHT = {room: len(FLOORS) - n for n, floor in enumerate(FLOORS) for room in floor}
KNOW_FLASK = {"views", "forms", "commands"}


def room_of(path: Path) -> str:
    """The package (or module of the ground floor) that a file belongs to."""
    parts = path.relative_to(ROOT / "portal").parts
    return "portal" if parts == ("__init__.py",) else parts[0].removesuffix(".py")


def imports(source: str) -> set[str]:
    """The rooms of the portal that this source imports."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "portal":
            names = [f"portal.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            parts = name.split(".")
            if parts[0] == "portal" and len(parts) > 1:
                found.add(parts[1])
    return found


def upstairs(room: str, source: str) -> list[str]:
    """Imports that go up or sideways, each as a sentence."""
    if room not in HEIGHT:
        return [f"{room} has no floor. Give it one in tests/house/test_floors.py."]
    return [
        f"{room} imports {other}, which is not below it."
        for other in sorted(imports(source))
        if other != room and (room, other) not in MAY_MEET and HEIGHT.get(other, 99) >= HEIGHT[room]
    ]


def files() -> list[Path]:
    return sorted((ROOT / "portal").rglob("*.py"))


def test_imports_only_go_downstairs():
    faults = [f"{path.relative_to(ROOT)}: {fault}" for path in files()
              for fault in upstairs(room_of(path), path.read_text())]  # fmt: skip
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("people", "from portal.induction import models"),
        ("mentoring", "from portal.learning.models import Course"),
        ("web", "def f():\n    from portal.people.models import Person"),
        ("people", "import portal.home.views"),
        ("people", "from portal import identity"),
        ("cellar", "import os"),
    ],
)
def test_a_planted_import_upstairs_is_found(room, source):
    assert upstairs(room, source)


def knows_flask(source: str) -> bool:
    """Whether this source imports Flask or one of its extensions' request side."""
    tops = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            tops |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            if node.module == "flask" and names <= {"current_app", "Flask"}:
                continue
            tops.add(node.module.split(".")[0])
    return bool(tops & {"flask", "flask_login", "flask_wtf", "htmx_flask", "wtforms"})


# Flask-Login's own half of identity lives in these.
SIGNING_IN = {"identity/models.py", "identity/sessions/browser.py", "identity/strangers.py",
              "home/navigation.py"}  # fmt: skip


def test_rules_operations_and_queries_do_not_know_flask():
    faults = []
    for path in files():
        inside = path.relative_to(ROOT / "portal")
        if inside.parts[0] in {"web", "__init__.py", "database.py", "config.py"}:
            continue
        parts = {part.removesuffix(".py") for part in inside.parts}
        free = bool(parts & KNOW_FLASK) or inside.as_posix() in SIGNING_IN
        if not free and knows_flask(path.read_text()):
            faults.append(str(inside))
    assert not faults, f"These know Flask and should not: {', '.join(faults)}"


def test_a_planted_request_in_a_rule_is_found():
    assert knows_flask("from flask import request")
    assert not knows_flask("from datetime import date")
