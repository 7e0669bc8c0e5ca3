"""Templates: escaped everywhere, nothing inline, fragments that know their target."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "templates"
FORBIDDEN = {
    r"\|\s*safe\b": "turns escaping off",
    r"autoescape\s+false": "turns escaping off",
    r"\bMarkup\(": "turns escaping off",
    r"\sstyle\s*=": "has a style attribute",
    r"<style\b": "has inline style",
    r"<script(?![^>]*\bsrc=)": "has an inline script",
    r"\son[a-z]+\s*=\s*[\"']": "has an inline handler",
    r"hx-on\b": "has an inline handler",
    r"hx-vals\s*=\s*[\"']js:": "needs eval",
    r"hx-trigger\s*=\s*[\"'][^\"']*\[": "needs eval",
    r"hx-boost": "boosts links",
    r"hx-confirm": "asks in a modal",
    r"https?://(?!www\.w3\.org)": "names another site",
    r"href=[\"']#[\"']": "has a link that goes nowhere",
}


def files() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*") if path.is_file())


def faults(source: str) -> list[str]:
    """What is wrong with a template, in words."""
    plain = re.sub(r"\{#.*?#\}", "", source, flags=re.S)
    found = [why for pattern, why in FORBIDDEN.items() if re.search(pattern, plain)]
    for form in re.findall(r"<form\b[^>]*>", plain):
        posted, action = re.search(r'hx-post="([^"]*)"', form), re.search(r'action="([^"]*)"', form)
        if posted and (not action or posted.group(1) != action.group(1)):
            found.append("has a form that goes elsewhere with htmx")
    return found


def test_no_template_does_what_it_must_not():
    found = [f"{path.relative_to(ROOT)} {fault}" for path in files()
             for fault in faults(path.read_text())]  # fmt: skip
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    [
        "{{ words | safe }}",
        '<p style="color:red">',
        "<script>alert(1)</script>",
        '<button onclick="x()">',
        '<div hx-on:click="x()">',
        '<a href="#">More</a>',
        '<form action="/a" hx-post="/b">',
        '<img src="https://example.org/a.png">',
    ],
)
def test_a_planted_fault_in_a_template_is_found(planted):
    assert faults(planted)


def test_every_template_ends_in_html():
    assert not [path.name for path in files() if path.suffix != ".html"]


def roots(source: str) -> list[str]:
    """The tags that stand at the top of a fragment."""
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}", "", source, flags=re.S)
    plain = re.sub(r"\{\{.*?\}\}", "x", plain, flags=re.S)
    depth, found = 0, []
    void = {"input", "br", "hr", "img", "link", "meta", "path", "circle", "line", "rect"}
    for closing, tag, rest in re.findall(
        r"<(/?)([a-z0-9]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", plain
    ):
        if closing:
            depth -= 1
        else:
            if depth == 0:
                found.append(f"<{tag}{rest}>")
            if tag not in void and not rest.endswith("/"):
                depth += 1
    return found


def swapped() -> list[Path]:
    """Fragments that views send alone to htmx: they are named in a views module."""
    views = (Path(__file__).parents[2] / "portal").rglob("*.py")
    named = {
        name
        for path in views
        if "views" in {path.stem, path.parent.name}
        for name in re.findall(r'"([a-z_]+/_[a-z_]+\.html)"', path.read_text())
    }
    return sorted(ROOT / name for name in named if (ROOT / name).exists())


def test_a_fragment_has_one_root_with_an_id():
    found = []
    for path in swapped():
        tops = [top for top in roots(path.read_text()) if "hx-swap-oob" not in top]
        if len(tops) != 1 or not re.search(r'\bid="', tops[0]):
            found.append(f"{path.relative_to(ROOT)} has the roots {tops}")
    assert not found, "\n".join(found)


def test_a_fragment_brings_its_own_macros():
    found = []
    for path in swapped():
        source = path.read_text()
        for macros in ("forms", "parts"):
            if f"{macros}." in source and f" as {macros}" not in source:
                found.append(f"{path.relative_to(ROOT)} uses {macros} without importing it")
    assert not found, "\n".join(found)
