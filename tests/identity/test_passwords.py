"""T14 and T15: which passwords are good enough."""

import unicodedata
from hashlib import sha1
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.identity import breached, passwords
from portal.identity.passwords import ABOUT_YOU, BREACHED, TOO_COMMON, TOO_LONG, TOO_SHORT

CONTEXT = passwords.context_words(
    "Riverside Council", "Amara Okonkwo-Bell", "Maz", "a.okonkwo@riverside.example"
)
GOOD = "Nine quiet otters borrow umbrellas"

BAD = """
password
Password1!
hunter2
letmein
12345678901
short words
tiny-pass-1
Äpfel und 1
passwordpassword
password12345678
Password123456!
P@ssw0rdP@ssw0rd
123456789012
111111111111
000000000000000000
aaaaaaaaaaaaaaaa
abcdefghijkl
abcdefghijklmnopqrstuvwxyz
qwertyuiop12
qwertyuiop[]
qwertyqwerty
1qaz2wsx3edc
zaq12wsxcde3
asdfghjkl;'#
iloveyouiloveyou
trustno1trustno1
letmeinletmein
monkeymonkey
sunshine2026
Sunshine2026!
liverpool1234
manchester123
football12345
dragondragon1
adminadmin12
administrator
welcomewelcome
Welcome12345
changemechangeme
abc123abc123
121212121212
01/01/199001
riverside2026
Riverside-2026!!
R1v3rs1d3-2026!
riversidecouncil
councilriverside1
tandem-demo-1
Tandem Portal 26
tandemtandem99
okonkwo.bell.26
Amara-Okonkwo-7
a.okonkwo@riverside
0k0nkw0-4mara!
portal-example
""".strip().splitlines()


def test_the_table_of_bad_passwords_is_long_enough() -> None:
    """T15."""
    assert len(set(BAD)) >= 50


@pytest.mark.parametrize("password", BAD)
def test_a_bad_password_is_refused_with_a_sentence(password: str) -> None:
    """T15: short, common and about oneself."""
    reason = passwords.refusal(password, context=CONTEXT)
    assert reason in {TOO_SHORT, TOO_COMMON, ABOUT_YOU}, password


@pytest.mark.parametrize("password", [word for word in BAD if "iverside" in word])
def test_a_password_built_on_the_organisation_says_so(password: str) -> None:
    """T15: context words."""
    assert passwords.refusal(password, context=CONTEXT) == ABOUT_YOU


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "the riverside path was muddy in april",
        "пятнадцать зелёных чашек",
        "十五個の緑色の茶碗と猫の手紙",
        "🦦🪁🧭🫖🪗🧶🪴🛶🧊🥁🪵🧵",
        "  spaces   matter here too  ",
        "xK9-vLq2.wTz7",
    ],
)
def test_a_good_password_in_any_script_is_taken(password: str) -> None:
    """T14: any Unicode, spaces, no rules about digits and capitals."""
    assert passwords.refusal(password, context=CONTEXT) is None


@pytest.mark.parametrize(
    ("length", "reason"),
    [(11, TOO_SHORT), (12, None), (64, None), (128, None), (1000, None), (1001, TOO_LONG)],
)
def test_length_decides_from_12_to_1000_characters(length: int, reason: str | None) -> None:
    """T14."""
    password = ("vK7 otter; quiet umbrella 9 borrows = Æon plum? " * 21)[:length]
    assert passwords.refusal(password) == reason


def test_length_is_counted_after_composition() -> None:
    """T14: twelve letters with separate accents are twelve letters."""
    eleven = unicodedata.normalize("NFD", "žluťoučkýků")
    assert len(eleven) > 12
    assert passwords.refusal(eleven) == TOO_SHORT


def test_composed_and_decomposed_spellings_are_one_password() -> None:
    """T14: NFC and NFD of a password are the same."""
    word = "crème brûlée à l'été"
    assert passwords.normal(word) == passwords.normal(unicodedata.normalize("NFD", word))


def test_characters_that_look_alike_stay_different() -> None:
    """T14: NFC was chosen and not NFKC."""
    assert passwords.normal("m²") != passwords.normal("m2")


def test_short_parts_of_names_are_no_context() -> None:
    """T15: "Maz" is inside too many other words."""
    assert "maz" not in CONTEXT
    assert {"riverside", "council", "amara", "okonkwo", "bell", "tandem"} <= CONTEXT


@settings(max_examples=150, deadline=2000)
@given(st.text(max_size=1100) | st.text(alphabet="aA1!@ ²٣İß\x00", max_size=200))
def test_every_text_gets_an_answer(password: str) -> None:
    """T14: the estimator never raises, whatever the length and script."""
    reason = passwords.refusal(password, context=CONTEXT)
    assert reason is None or reason.endswith(".")


def listing(folder: Path, *words: str, ending: str = "\r\n") -> Path:
    digests = sorted(sha1(word.encode()).hexdigest().upper() for word in words)
    path = folder / "hashes.txt"
    path.write_bytes("".join(f"{d}:{i}{ending}" for i, d in enumerate(digests, 7)).encode())
    return path


def test_a_breached_password_is_refused(tmp_path: Path) -> None:
    """T15: the operator's own file of stolen passwords."""
    path = listing(tmp_path, GOOD, "another one")
    reason = passwords.refusal(GOOD, is_breached=breached.list_of(path))
    assert reason == BREACHED


def test_without_a_list_nothing_is_breached() -> None:
    """T15."""
    assert not breached.list_of("")(GOOD)


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("size", [0, 1, 2, 3, 50, 501])
def test_bisection_finds_every_line_and_no_other(tmp_path: Path, size: int, ending: str) -> None:
    """T15: first, last and every line between; lower case too."""
    words = [f"stolen password {n}" for n in range(size)]
    path = listing(tmp_path, *words, ending=ending)
    assert all(breached.is_listed(word, path) for word in words)
    assert not any(breached.is_listed(f"own password {n}", path) for n in range(200))
    path.write_bytes(path.read_bytes().lower())
    assert all(breached.is_listed(word, path) for word in words)


def test_a_last_line_without_an_end_is_read(tmp_path: Path) -> None:
    """T15."""
    path = listing(tmp_path, "one", "two")
    path.write_bytes(path.read_bytes().rstrip())
    assert breached.is_listed("one", path)
    assert breached.is_listed("two", path)
