"""The portal starts without the large libraries of a round: they come when a round runs."""

import ast
from pathlib import Path

PORTAL = Path(__file__).parents[2] / "portal"
RULES = "portal.matching.rules"
NEED_THEM = ("scoring", "solving", "proposing", "unmatched", "rematch")
LARGE = ("numpy", "ortools", *(f"{RULES}.{name}" for name in NEED_THEM))


def brought_at_once(source: str) -> list[str]:
    """The large modules that a file imports as soon as it is imported itself."""
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return [name for name in found if name.startswith(LARGE)]


def test_only_the_rules_of_a_round_bring_large_libraries_at_once():
    faults = {
        str(path.relative_to(PORTAL)): large
        for path in PORTAL.rglob("*.py")
        if path.parent != PORTAL / "matching" / "rules"
        and (large := brought_at_once(path.read_text("utf-8")))
    }
    assert not faults


def test_a_planted_import_is_found_and_one_within_a_function_is_none():
    assert brought_at_once("from portal.matching.rules import scoring")
    assert brought_at_once("import numpy as np")
    assert not brought_at_once("def f():\n    import numpy")
