"""Strengths: read from their file, which is refused with a sentence when it is wrong."""

import pytest

from portal.people import strengths

GOOD = """
[[group]]
title = "Court"
[[group.strength]]
key = "court-skills"
label = "Court skills"
meaning = "Giving evidence."
"""


def test_the_file_has_some_25_strengths_in_groups() -> None:
    assert 20 <= len(strengths.STRENGTHS) <= 30
    assert all(len(group.strengths) >= 4 for group in strengths.GROUPS)


def test_a_strength_reads_on_in_a_sentence() -> None:
    assert strengths.STRENGTHS["court-skills"].in_a_sentence == "court skills"


def test_only_known_keys_are_kept_in_the_order_of_the_pages() -> None:
    assert strengths.known(["neglect", "nothing", "assessment", "neglect"]) == [
        "assessment", "neglect",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (GOOD + GOOD, "stand there twice: court-skills"),
        (GOOD.replace("court-skills", "Court Skills"), "is no key of a strength"),
        (GOOD.replace('label = "Court skills"', ""), "needs a label"),
        (GOOD.replace("Giving evidence.", "x" * 121), "needs a meaning of at most 120"),
        ('[[group]]\ntitle = "Court"', "has no strengths"),
        (GOOD.replace('title = "Court"', 'title = ""'), "needs a title"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        strengths.read(text)
