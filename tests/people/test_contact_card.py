"""Contact cards: what a telephone reads is what the page says, whatever somebody typed."""

from collections.abc import Callable
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.database import db
from portal.people.contact_card import Contact, written
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]
LEILA = Contact(
    UUID(int=7), "Leila", "Taylor", "Riverside", "Family Support Pod A", "Social Worker",
    "worker@riverside.example", "01632 960 001",
)  # fmt: skip


def read(card: str) -> dict[str, str]:
    """A card as a telephone reads it: lines joined again, by name of the property."""
    joined = card.replace("\r\n ", "")
    assert joined.endswith("\r\n")
    lines = [line.partition(":") for line in joined.removesuffix("\r\n").split("\r\n")]
    return {name.split(";")[0]: value for name, _, value in lines}


def plain(value: str) -> str:
    for mark in ("\\,", "\\;", "\\\\"):
        value = value.replace(mark, mark[1])
    return value


def test_a_card_says_who_and_how_to_reach_them() -> None:
    assert written(LEILA).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:urn:uuid:00000000-0000-0000-0000-000000000007",
        "N:Taylor;Leila;;;",
        "FN:Leila Taylor",
        "ORG:Riverside;Family Support Pod A",
        "TITLE:Social Worker",
        "EMAIL;TYPE=INTERNET,WORK:worker@riverside.example",
        "TEL;TYPE=WORK,VOICE:01632 960 001",
        "END:VCARD",
        "",
    ]


def test_what_is_not_known_is_left_out() -> None:
    card = written(Contact(UUID(int=7), "Leila", "Taylor", "Riverside"))
    assert [name for name in ("TITLE", "EMAIL", "TEL") if name in card] == []
    assert "ORG:Riverside\r\n" in card


@pytest.mark.parametrize("mark", ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x00"])
def test_nothing_that_is_typed_begins_a_line_of_its_own(mark: str) -> None:
    nasty = Contact(UUID(int=7), f"A{mark}TEL:999", f"B{mark}END:VCARD", f"C{mark}X-EVIL:1",
                    job_title=f"D{mark}NOTE:x", phone=f"1{mark}URL:http://evil.example")  # fmt: skip
    lines = written(nasty).split("\r\n")
    assert not [line for line in lines if line.startswith(("TEL:999", "X-EVIL", "NOTE", "URL"))]
    assert lines.count("END:VCARD") == 1


@given(st.text(max_size=120), st.text(max_size=120))
def test_every_line_is_short_whole_and_ours(given_name: str, team: str) -> None:
    card = written(Contact(UUID(int=7), given_name, "Taylor", "Riverside", team or "x"))
    for line in card.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert "\n" not in card.replace("\r\n", "")
    assert list(read(card)) == ["BEGIN", "VERSION", "UID", "N", "FN", "ORG", "END"]
    assert plain(read(card)["FN"]).endswith("Taylor")


def test_commas_semicolons_and_backslashes_part_nothing() -> None:
    card = written(Contact(UUID(int=7), "A;B", "C,D", "E\\F"))
    assert "N:C\\,D;A\\;B;;;\r\n" in card
    assert "ORG:E\\\\F\r\n" in card


@pytest.mark.parametrize(
    ("given_name", "family_name", "name"),
    [
        ("Hannah", "Zając", "hannah-zajac.vcf"),
        ("A\r\nB", 'x"; filename="evil.exe', "a-b-x-filename-evil-exe.vcf"),
        ("陽", "王", "colleague.vcf"),
    ],
)
def test_the_file_has_a_plain_name(given_name: str, family_name: str, name: str) -> None:
    assert Contact(UUID(int=7), given_name, family_name, "R").file_name == name


def test_a_colleague_takes_the_card_and_it_tells_nothing_private(cast: Cast, browser: Open) -> None:
    person = cast.worker
    person.known_as, person.phone, person.reach_me = "Lee", "01632 960 001", "REACH-MARK"
    person.registration_number, person.staff_number = "SW4711", "0815"
    db.session.commit()
    page = browser(as_=cast.nqsw).visit(f"/people/{person.id}").follow("Save to contacts")
    assert page.status == 200
    assert page.response.mimetype == "text/vcard"
    assert page.response.headers["Content-Disposition"] == 'attachment; filename="lee-taylor.vcf"'
    card = page.response.get_data(as_text=True)
    assert "FN:Lee Taylor\r\n" in card
    assert "TITLE:Social Worker\r\n" in card
    assert not [word for word in ("SW4711", "0815", "REACH-MARK", "Leila") if word in card]


def test_somebody_elsewhere_has_no_card(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.worker).visit(f"/people/{cast.harbour_nqsw.id}/contact-card")
    assert page.status == 404
