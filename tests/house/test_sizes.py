"""Files and functions stay short; names say what they hold; nothing is left unfinished."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES, MOST_IN_A_FUNCTION, MOST_IN_CONFTEST = 300, 40, 150
VAGUE = {"utils", "util", "helpers", "helper", "services", "service", "common", "manager", "misc"}
TOP = {
    ".ci", ".gitignore", "LICENSE", "Makefile", "README.md", "SECURITY.md", "deploy", "docs",
    "migrations", "portal", "pyproject.toml", "requirements-dev.txt", "requirements.txt",
    "static", "templates", "tests", "wsgi.py",
}  # fmt: skip
OURS = {".py", ".html", ".css", ".js", ".toml", ".md"}


def ours() -> list[Path]:
    """Every file of the project that we wrote."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    skipped = ("static/vendor/", "tests/vendor/", "tests/fixtures/", "migrations/versions/")
    return [ROOT / name for name in listed
            if not name.startswith(skipped) and (ROOT / name).is_file()]  # fmt: skip


def long_functions(source: str) -> list[str]:
    """Functions of more than 40 lines."""
    return [
        f"{node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
        and node.end_lineno - node.lineno + 1 > MOST_IN_A_FUNCTION
    ]  # fmt: skip


def test_no_file_is_too_long():
    faults = [f"{path.relative_to(ROOT)} has {lines} lines: it wants a second noun"
              for path in ours() if path.suffix in OURS
              and (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES]  # fmt: skip
    assert not faults, "\n".join(faults)


def test_conftest_stays_short():
    lines = (ROOT / "tests" / "conftest.py").read_text().splitlines()
    assert len(lines) <= MOST_IN_CONFTEST


def test_no_function_is_too_long():
    faults = [f"{path.relative_to(ROOT)}: {fault}" for path in ours() if path.suffix == ".py"
              for fault in long_functions(path.read_text())]  # fmt: skip
    assert not faults, "\n".join(faults)


def test_a_planted_long_function_is_found():
    assert long_functions("def f():\n" + "    x = 1\n" * 40)
    assert not long_functions("def f():\n" + "    x = 1\n" * 39)


def test_no_name_is_vague():
    faults = [str(path.relative_to(ROOT)) for path in ours()
              if path.suffix == ".py" and VAGUE & {path.stem, path.parent.name}]  # fmt: skip
    assert not faults, f"Say what these hold: {', '.join(faults)}"


def test_nothing_new_stands_at_the_top():
    found = {path.relative_to(ROOT).parts[0] for path in ours()}
    assert found <= TOP, f"No reason is known for {', '.join(sorted(found - TOP))}"


def test_every_module_rule_and_deed_says_what_it_is_for():
    faults = []
    for path in ours():
        inside = path.relative_to(ROOT)
        if path.suffix != ".py" or inside.parts[0] != "portal":
            continue
        tree = ast.parse(path.read_text())
        if not ast.get_docstring(tree):
            faults.append(f"{inside} has no docstring")
        if "views" in {path.stem, path.parent.name}:
            continue  # a view is named after its deed and its policy, which say it
        faults += [
            f"{inside}: {node.name} has no docstring"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert not faults, "\n".join(faults)


def test_nothing_is_left_unfinished():
    words = ("TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error", "lorem" + " ipsum")
    faults = [f"{path.relative_to(ROOT)} says {word}" for path in ours()
              if path.suffix in OURS for word in words if word in path.read_text("utf-8")]  # fmt: skip
    assert not faults, "\n".join(faults)
