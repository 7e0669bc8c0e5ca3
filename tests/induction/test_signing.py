"""Signing: one digest for one text, and what a signature stands for."""

from dataclasses import dataclass
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from portal.induction import signing
from portal.induction.signing import Section

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@dataclass
class Given:
    """A signature as the rules look at it."""

    party: str
    digest: str
    voided_at: datetime | None = None
    signed_at: datetime = NOW


@given(WORDS, st.lists(WORDS, max_size=3))
def test_a_text_is_read_back_and_has_the_same_digest_again(words, facts):
    text = signing.canonical([Section("Part", tuple(facts), (("Label", words),))])
    assert signing.canonical(signing.read(text)) == text
    assert len(signing.digest_of(text)) == 64


def test_the_same_words_typed_on_another_machine_have_the_same_digest():
    one = Section("Part", (), (("Label", "caf\u00e9\r\nnext"),))
    other = Section("Part", (), (("Label", "cafe\u0301\nnext"),))
    assert signing.canonical([one]) == signing.canonical([other])


def test_any_other_word_has_another_digest():
    texts = [
        [Section("Part", ("a", "b"))],
        [Section("Part", ("ab",))],
        [Section("Part", (), (("a", "b"),))],
        [Section("Part"), Section("a")],
    ]
    assert len({signing.digest_of(signing.canonical(text)) for text in texts}) == 4


def test_a_signature_on_other_words_or_a_void_one_does_not_stand():
    kept = [Given("nqsw", "a"), Given("assessor", "b"), Given("manager", "a", NOW)]
    assert list(signing.standing(kept, "a")) == ["nqsw"]
    assert signing.missing(kept, "a", signing.OF_THE_YEAR) == ["assessor", "manager"]


def test_it_is_said_for_whom_a_text_waits():
    assert signing.waits(["manager"]) == "Waits to be signed by the manager."
    assert signing.waits(["nqsw", "assessor", "manager"], ["manager"]) == (
        "Waits to be signed by you, the newly qualified worker and the assessor."
    )
    assert signing.waits([]) == "Signed by all."
