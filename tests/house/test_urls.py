"""Addresses people can read: kebab-case, typed, GET and POST only, one subject each."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"
PART = re.compile(r"^([a-z0-9]+(-[a-z0-9]+)*|<(uuid|string|path):[a-z_]+>)?$")
ANYBODYS_WORD = {
    "token", "place_key", "requirement_key", "course_key", "decision_key", "role", "address", "filename", "code",
    "stage_key", "task_key", "programme_key", "programme_version", "rule_key", "list_key", "row_key", "model_key", "part",
    "half_key", "quarter_key",
    "answer", "step",
}  # fmt: skip


def faults(rule: str, methods: set[str], endpoint: str) -> list[str]:
    """What is wrong with an address, in words."""
    found = []
    for part in rule.strip("/").split("/"):
        if not PART.match(part):
            found.append(f"{rule}: {part} is not kebab-case, or not typed")
        typed = re.match(r"<string:([a-z_]+)>", part)
        if typed and typed.group(1) not in ANYBODYS_WORD:
            found.append(f"{rule}: {typed.group(1)} is a subject, so it is a uuid")
    if rule.count("<uuid:") > 1:
        found.append(f"{rule} names two subjects")
    if methods - {"HEAD", "OPTIONS"} - {"GET", "POST"}:
        found.append(f"{rule} uses another method than GET and POST")
    return found


def test_every_address_can_be_read(built):
    found = [fault for route in built.url_map.iter_rules()
             for fault in faults(route.rule, set(route.methods or ()), route.endpoint)]  # fmt: skip
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "methods"),
    [
        ("/people/<int:person_id>", {"GET"}),
        ("/people/<person_id>", {"GET"}),
        ("/peopleList", {"GET"}),
        ("/people_list", {"GET"}),
        ("/people/<uuid:a_id>/posts/<uuid:b_id>", {"GET"}),
        ("/people", {"GET", "DELETE"}),
        ("/people/<string:person_id>", {"GET"}),
    ],
)
def test_a_planted_bad_address_is_found(rule, methods):
    assert faults(rule, methods, "planted.route")


def test_every_page_has_its_template_by_name(built):
    """Endpoint `mentoring.pairing` renders templates/mentoring/pairing.html."""
    views = Path(__file__).parents[2] / "portal"
    source = "\n".join(path.read_text() for path in views.rglob("*.py"))
    named = set(re.findall(r'"([a-z]+/_?[a-z_]+\.html)"', source))
    missing = sorted(name for name in named if not (TEMPLATES / name).exists())
    assert not missing, f"Views name templates that do not exist: {', '.join(missing)}"


def test_every_template_is_used(built):
    root = Path(__file__).parents[2]
    everything = "\n".join(
        path.read_text() for path in [*(root / "portal").rglob("*.py"), *TEMPLATES.rglob("*.html")]
    )
    unused = [
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if str(path.relative_to(TEMPLATES)) not in everything
    ]
    assert not unused, f"Nothing uses these templates: {', '.join(sorted(unused))}"
