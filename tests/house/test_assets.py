"""Style sheets, scripts and fonts: what was vendored is unchanged, light, and may be shown."""

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from flask import g, render_template_string

from portal.web.headers import SCRIPT_HASH

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
FIRST_VISIT = 80 * 1024
PAGE = 8 * 1024
REFUSED = (400, 401, 403, 404, 405, 408, 413, 415, 429, 500, 502, 503)


def listed() -> dict[str, str]:
    """The digest of each vendored file, as VENDOR.txt has it."""
    lines = (STATIC / "vendor" / "VENDOR.txt").read_text().splitlines()[1:]
    return {file: digest for _, _, _, file, digest in (line.split("\t") for line in lines)}


def digest_of(kind: str, content: bytes) -> str:
    return base64.b64encode(hashlib.new(kind, content).digest()).decode()


def weight(file: Path) -> int:
    """Bytes over the wire; a font is compressed already."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 9))


@pytest.fixture
def page(app):
    """A page with nothing on it, as a stranger sees it."""
    with app.test_request_context("/"):
        g.person = None
        return render_template_string(
            '{% extends "base.html" %}{% block title %}Empty{% endblock %}'
        )


def test_every_vendored_file_is_listed_and_unchanged():
    folders = (STATIC / "vendor", ROOT / "tests" / "vendor")
    found = {
        str(file.relative_to(ROOT)): digest_of("sha384", file.read_bytes())
        for folder in folders
        for file in folder.iterdir()
        if file.name != "VENDOR.txt"
    }
    assert found == listed()


def test_every_vendored_file_has_its_version_in_its_name():
    assert all(re.search(r"-\d+\.\d+\.\d+\.", file) for file in listed())


def test_nothing_of_the_brand_of_government_is_served():
    names = " ".join(str(file).lower() for file in STATIC.rglob("*"))
    sheets = " ".join(file.read_text() for file in STATIC.rglob("*.css"))
    for word in ("crown", "crest", "opengraph", "gds-transport", "bold-", "light-"):
        assert word not in names
    assert "GDS Transport" not in sheets
    assert not re.search(r"url\([^)]*(images|assets)/", sheets)


def test_the_one_inline_script_has_the_hash_that_the_policy_allows(page):
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert [f"sha256-{digest_of('sha256', script.encode())}" for script in scripts] == [SCRIPT_HASH]


def test_everything_that_a_page_asks_for_is_there(page):
    wanted = re.findall(r'(?:href|src)="/static/([^"?]+)', page)
    assert len(wanted) >= 7
    assert [name for name in wanted if not (STATIC / name).is_file()] == []


def test_what_a_sheet_or_script_asks_for_is_there():
    for file in (*STATIC.glob("*.css"), *STATIC.glob("*.js")):
        for name in re.findall(r'(?:url\(|from )"(?!data:)([^"]+)"', file.read_text()):
            assert (STATIC / name).is_file(), f"{file.name} asks for {name}"


def test_a_first_visit_is_light(page):
    names = set(re.findall(r'(?:href|src)="/static/([^"?]+)', page))
    total = sum(weight(STATIC / name) for name in names) + len(gzip.compress(page.encode(), 9))
    assert total <= FIRST_VISIT
    assert len(page.encode()) <= PAGE


def swaps(status: int, refused: list[int | str]) -> bool:
    """Whether htmx puts an answer with this status into the page: its own rule."""
    text = str(status)
    return not {text, text[:2] + "x", text[0] + "xx"} & {str(pattern) for pattern in refused}


def test_only_answers_that_carry_a_form_or_a_part_replace_what_was_typed(page):
    found = re.search(r"name=\"htmx-config\" content='([^']+)'", page)
    assert found
    refused = json.loads(found.group(1))["noSwap"]
    assert all(swaps(status, refused) for status in (200, 409, 422))
    assert not any(swaps(status, refused) for status in REFUSED)


def test_a_page_without_a_person_offers_no_navigation(page):
    assert "Sign out" not in page
    assert "service-navigation__list" not in page


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tokens() -> dict[str, str]:
    pairs = re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", (STATIC / "app.css").read_text())
    return {name: colour if len(colour) == 7 else "#" + "".join(c * 2 for c in colour[1:])
            for name, colour in pairs}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [
        ("ink", "ground", 4.5),
        ("quiet", "ground", 4.5),
        ("quiet", "card", 4.5),
        ("quiet", "brand-tint", 4.5),
        ("brand", "brand-tint", 4.5),
        ("brand-dark", "ground", 4.5),
        ("card", "brand", 4.5),
        ("accent", "brand", 4.5),
        ("late", "late-tint", 4.5),
        ("soon", "soon-tint", 4.5),
        ("good", "good-tint", 4.5),
        ("ink", "accent-tint", 4.5),
        ("edge", "card", 3.0),
        ("edge", "ground", 3.0),
    ],
)
def test_words_and_edges_stand_out_from_what_is_behind_them(text, ground, least):
    colours = tokens()
    assert contrast(colours[text], colours[ground]) >= least
