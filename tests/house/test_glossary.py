"""Every table has its sentence, and no word or table is explained twice."""

import re
from collections import Counter
from pathlib import Path

import pytest

from portal.database import Base

DOCS = Path(__file__).parents[2] / "docs"
GLOSSARY, TABLES = ((DOCS / f"{name}.md").read_text("utf-8") for name in ("glossary", "tables"))
pytestmark = pytest.mark.once  # a page of words is the same on both engines


def test_every_table_has_its_sentence(built):
    said = set(re.findall(r"^\| `(\w+)` \| `(\w+)` \|", TABLES, flags=re.M))
    tables = {(one.class_.__name__, one.local_table.name) for one in Base.registry.mappers}
    assert tables - said == set(), "Say in docs/tables.md what a row of it is"
    assert said - tables == set(), "docs/tables.md has a table that is none"


def test_no_word_is_explained_twice():
    words = Counter(re.findall(r"^\| ([^|]+) \|", GLOSSARY + TABLES, flags=re.M))
    twice = [word for word, number in words.items() if number > 1 and not re.match(r"-|Not$", word)]
    assert not twice
