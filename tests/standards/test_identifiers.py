"""What looks like an identifier is found, and ordinary reflection is left in peace (N18, T56)."""

import random
import re
import string
import time
from itertools import pairwise
from pathlib import Path

import pytest

from portal.standards.identifiers import found
from portal.standards.identifiers.numbers import is_nhs_number

CORPUS = Path(__file__).parent / "corpus"
PARTS = ("tuned", "held_out", "third")
LONG = 100_000


def sentences(part: str) -> list[tuple[str, list[tuple[int, int]]]]:
    """Each sentence without its braces, and where they stood."""
    read = []
    for line in (CORPUS / f"{part}.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        plain, marked = "", []
        for piece in re.split(r"(\{[^}]*\})", line):
            if piece.startswith("{"):
                marked.append((len(plain), len(plain) + len(piece) - 2))
            plain += piece.strip("{}")
        read.append((plain, marked))
    return read


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measured(part: str) -> tuple[float, float, list[str]]:
    """Recall, precision, and each fault as a sentence."""
    marked, met, said, right, faults = 0, 0, 0, 0, []
    for text, spans in sentences(part):
        hits = [(one.start, one.end) for one in found(text)]
        missed = [text[a:b] for a, b in spans if not any(overlaps((a, b), hit) for hit in hits)]
        wrong = [text[a:b] for a, b in hits if not any(overlaps((a, b), span) for span in spans)]
        marked, met = marked + len(spans), met + len(spans) - len(missed)
        said, right = said + len(hits), right + len(hits) - len(wrong)
        if missed or wrong:
            faults.append(f"missed {missed}, wrong {wrong}: {text}")
    return met / marked, right / said, faults


def test_the_corpus_has_two_hundred_sentences_and_half_of_them_name_nobody():
    everything = [one for part in PARTS for one in sentences(part)]
    assert len({text for text, _ in everything}) == len(everything) >= 200
    silent = sum(not spans for _, spans in everything)
    assert 0.4 <= silent / len(everything) <= 0.6


@pytest.mark.parametrize("part", PARTS)
def test_of_what_identifies_nearly_everything_is_found_and_little_else(part):
    recall, precision, faults = measured(part)
    report = f"recall {recall:.3f}, precision {precision:.3f}\n" + "\n".join(faults)
    print(report)
    assert recall >= 0.95, report
    assert precision >= 0.9, report


def test_a_finding_says_where_it_stands_what_kind_it_is_and_what_it_says():
    (one,) = found("I rang Keira Doyle.")
    assert (one.start, one.end, one.kind, one.words) == (7, 18, "a name", "Keira Doyle")


def test_findings_stand_in_order_and_never_overlap():
    text = " ".join(text for part in PARTS for text, _ in sentences(part))
    findings = found(text)
    assert len(findings) > 100
    assert all(a.end <= b.start for a, b in pairwise(findings))
    assert all(text[one.start : one.end] == one.words for one in findings)


@pytest.mark.parametrize(
    ("number", "is_one"),
    [("943 476 5919", True), ("9434765919", True), ("943-476-5918", False), ("1111111111", False),
     ("987 654 3210", True), ("98765", False)],
)  # fmt: skip
def test_an_nhs_number_is_known_by_its_check_digit(number, is_one):
    assert is_nhs_number(number) is is_one


HOSTILE = ["A", "a ", "A. ", "0", "0 ", "Mr ", "St ", "a@", "a.b", "section 47 ", "Aa ", "born ",
           "-", "'", "A-", "12/", "a'", "ref ", "1 Aa ", "\u0301", "Keira ", "case no ", "(0", "\n",
           "@", "AB/", "Aa Aa School ", "A1", "the M "]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_of_a_hundred_thousand_letters_takes_well_under_a_second(piece):
    text = (piece * LONG)[:LONG]
    took = []
    for _ in range(2):
        began = time.process_time()
        found(text)
        took.append(time.process_time() - began)
    assert min(took) < 0.8


def test_the_name_of_whom_it_is_about_alone_points_at_nobody_else():
    said = "I met Amira Khan on Monday; Amira’s visit to Tyler Jones went well."
    assert "Amira Khan" in {one.words for one in found(said)}
    assert {one.words for one in found(said, about="Amira Khan")} == {"Tyler Jones"}
    assert [one.words for one in found("I met Amira Jones", about="Amira Khan")] == ["Amira Jones"]


def test_any_text_at_all_is_taken():
    letters = string.printable + "éÀ’“”–\u200b\ud83d\U0001f600"
    picked = random.Random(5)
    for _ in range(300):
        found("".join(picked.choices(letters, k=200)))
    assert found("") == []
