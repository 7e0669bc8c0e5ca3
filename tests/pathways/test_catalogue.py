"""The catalogue that ships is good, and a bad one is refused in words."""

import csv
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portal.pathways import catalogue as catalogues
from portal.pathways.catalogue import CatalogueError, catalogue_in_force, catalogue_of
from portal.pathways.places import outside_of, place_of

DAY = date(2026, 11, 26)
DEMO = Path(catalogues.__file__).parents[2] / "demo"
FOLDER = Path(catalogues.__file__).parent / "england-2026"
STAFF_LIST = Path(__file__).parent.parent / "fixtures" / "staff-list.csv"


def a_table() -> dict[str, Any]:
    return {
        "key": "small",
        "title": "A small one",
        "version": "1",
        "effective_from": date(2026, 1, 1),
        "families": [{"key": "practice", "title": "Practice", "line": 1, "says": "Works."}],
        "bands": [{"key": "first", "title": "First"}, {"key": "second", "title": "Second"}],
        "places": [a_place("starter", "first", up=["doer"]), a_place("doer", "second")],
        "outside": [{"title": "Others", "reason": "They are others.", "aliases": ["Clerk"]}],
    }


def a_place(key: str, band: str, **changed: Any) -> dict[str, Any]:
    return {
        "key": key,
        "title": key.capitalize(),
        "family": "practice",
        "band": band,
        "says": "Does it.",
        "asks": ["One.", "Two.", "Three."],
        "requirements": [{"key": "word", "kind": "stated", "words": "A word."}],
        "reached": "By asking.",
        "grades": "1",
        "up": [],
        "across": [],
        "last_reviewed": date(2026, 1, 1),
        **changed,
    }


def refusal(table: dict[str, Any]) -> str:
    with pytest.raises(CatalogueError) as refused:
        catalogue_of(table, "it", courses=("court-skills",))
    return str(refused.value)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"kind": "magic"}, "is of a kind that does not exist: “magic”"),
        ({"kind": "time", "of": ["starter"]}, "write a number between 1 and 120"),
        ({"kind": "time", "of": ["doer"], "amount": 12}, "nobody comes here from “doer”"),
        ({"kind": "time", "of": ["nowhere"], "amount": 12}, "nobody comes here from “nowhere”"),
        ({"kind": "evidence", "of": ["gossip"], "amount": 1}, "evidence is one of writing"),
        ({"kind": "evidence", "of": ["writing"], "amount": 21}, "write a number between 1 and 20"),
        ({"kind": "training"}, "name the course"),
        ({"kind": "training", "of": ["magic"]}, "the course “magic”, which does not exist"),
        ({"kind": "stated", "key": "Not A Key"}, "in lower-case words: “Not A Key”"),
        ({"kind": "stated", "words": "No stop"}, "a short sentence ends with a full stop"),
    ],
)
def test_a_requirement_that_nobody_could_meet_is_refused(asked: dict[str, Any], words: str) -> None:
    table = a_table()
    table["places"][1]["requirements"] = [{"key": "it", "words": "It.", **asked}]
    assert words in refusal(table)


def test_a_requirement_that_is_named_twice_is_refused() -> None:
    table = a_table()
    table["places"][1]["requirements"] *= 2
    assert "needs each requirement once" in refusal(table)


def test_the_catalogue_that_ships_has_every_door_of_the_lattice() -> None:
    catalogue = catalogue_in_force(DAY)
    assert [family.title for family in catalogue.families] == [
        "Manager",
        "Practice",
        "Apart",
        "Educator",
        "Way in",
    ]
    assert {"social-work-assistant", "consultant-social-worker", "social-worker-coach"} <= set(
        catalogue.by_key
    )
    assert catalogue.by_key["principal-social-worker"].family.key == "principal"


def test_the_three_doors_open_from_the_same_place_and_go_equally_far() -> None:
    catalogue = catalogue_in_force(DAY)
    doors = {catalogue.by_key[key].family.key for key in catalogue.by_key["social-worker"].up}
    assert doors == {"manager", "practice", "educator"}
    furthest = {
        family: max(p.band.number for p in catalogue.places if p.family.key == family)
        for family in ("manager", "educator", "principal")
    }
    assert len(set(furthest.values())) == 1


def test_a_newly_qualified_worker_can_go_on_to_every_later_role() -> None:
    catalogue = catalogue_in_force(DAY)
    seen: set[str] = set()
    ahead = ["newly-qualified-social-worker"]
    while ahead:
        key = ahead.pop()
        seen.add(key)
        ahead.extend(set(catalogue.by_key[key].leads_to) - seen)
    later = {place.key for place in catalogue.places if place.band.number > 1}
    assert later <= seen


def test_every_job_title_of_the_staff_list_has_a_place_or_is_knowingly_outside() -> None:
    with STAFF_LIST.open(encoding="utf-8-sig", newline="") as file:
        titles = {row["Job Title"].strip() for row in csv.DictReader(file)} - {""}
    catalogue = catalogue_in_force(DAY)
    assert len(titles) > 10
    placed = {title for title in titles if place_of(catalogue, title)}
    outside = {title for title in titles if outside_of(catalogue, title)}
    assert placed | outside == titles
    assert outside == {"Business Support Officer", "Clinician (Family Therapist)"}


def test_every_job_title_of_the_demonstration_has_a_place_or_is_knowingly_outside() -> None:
    catalogue = catalogue_in_force(DAY)
    jobs = tomllib.loads((DEMO / "jobs.toml").read_text(encoding="utf-8"))
    unknown = [t for t in jobs if not place_of(catalogue, t) and not outside_of(catalogue, t)]
    assert unknown == []


def test_nothing_in_the_files_is_about_pay() -> None:
    words = " ".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml")).lower()
    for pay in ("£", "salary", "per year", "allowance"):
        assert pay not in words


def test_a_small_catalogue_is_read() -> None:
    catalogue = catalogue_of(a_table(), "it")
    assert [place.band.number for place in catalogue.places] == [1, 2]
    assert catalogue.by_key["starter"].leads_to == ("doer",)


@pytest.mark.parametrize(
    ("place", "change", "words"),
    [
        (0, {"up": ["nowhere"]}, "leads to “nowhere”, which does not exist"),
        (1, {"up": ["starter"]}, "“doer” leads up to “starter”, which is not in a later band"),
        (0, {"up": [], "across": ["doer"]}, "leads across to “doer”, which is in another band"),
        (0, {"up": []}, "“doer” cannot be reached from where people start"),
        (0, {"up": ["doer", "doer"]}, "leads to one place twice"),
        (1, {"across": ["doer"]}, "or to itself"),
        (1, {"key": "starter"}, "“starter” is in places twice"),
        (1, {"key": "Do Er"}, "lower-case words joined by hyphens"),
        (1, {"family": "unknown"}, "names a family that does not exist: “unknown”"),
        (1, {"band": "third"}, "names a band that does not exist: “third”"),
        (1, {"asks": ["One."]}, "should ask between 3 and 5 things"),
        (1, {"says": "No full stop"}, "a short sentence ends with a full stop"),
        (1, {"asks": ["One.", "Two.", 3]}, "not a line of text"),
        (1, {"aliases": ["starter"]}, "The title “starter” belongs to “starter” and to “doer”"),
        (1, {"aliases": ["CLERK"]}, "The title “clerk” belongs to “doer” and to “Others”"),
        (1, {"typical_months": [24, 12]}, "typical_months is two numbers"),
        (1, {"salary": 1}, "has “salary”, which means nothing here"),
        (1, {"last_reviewed": "May"}, "“last_reviewed” should be date"),
    ],
)
def test_a_fault_in_a_place_is_said_in_words(
    place: int, change: dict[str, Any], words: str
) -> None:
    table = a_table()
    table["places"][place].update(change)
    assert words in refusal(table)


def test_a_loop_of_levels_is_refused() -> None:
    table = a_table()
    table["places"][1]["up"] = ["starter"]
    assert "not in a later band" in refusal(table)


def test_two_families_may_share_a_line_but_never_a_cell() -> None:
    table = a_table()
    table["families"].append({"key": "other", "title": "Other", "line": 1, "says": "Too."})
    table["places"].append(a_place("third", "second", family="other"))
    table["places"][0]["up"].append("third")
    assert "“third” shares a cell with a place of another family" in refusal(table)
    table["bands"].append({"key": "third", "title": "Third"})
    table["places"][2]["band"] = "third"
    assert len(catalogue_of(table, "it").places) == 3


def test_a_missing_field_and_an_empty_family_are_refused() -> None:
    table = a_table()
    del table["version"]
    assert "it has no “version”" in refusal(table)
    table = a_table()
    table["families"].append({"key": "empty", "title": "Empty", "line": 2, "says": "Nobody."})
    assert "The family “empty” has no place" in refusal(table)
    table = a_table()
    table["bands"].append(table["bands"][0])
    assert "“first” is in bands twice" in refusal(table)


def test_a_file_that_is_not_toml_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("key = ", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"broken\.toml cannot be read"):
        catalogues.read(tmp_path)


def test_what_two_files_of_a_folder_both_say_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('version = "1"', encoding="utf-8")
    (tmp_path / "two.toml").write_text('version = "2"', encoding="utf-8")
    with pytest.raises(CatalogueError, match="“version” is said a second time"):
        catalogues.read(tmp_path)


def test_the_latest_catalogue_that_has_begun_counts() -> None:
    now, later = a_table(), a_table()
    later["effective_from"] = date(2027, 4, 1)
    both = [catalogue_of(later, "later"), catalogue_of(now, "now")]
    assert catalogues.choose(both, date(2026, 11, 26)).effective_from == date(2026, 1, 1)
    assert catalogues.choose(both, date(2027, 4, 1)).effective_from == date(2027, 4, 1)
    assert catalogues.choose(both, date(2020, 1, 1)).effective_from == date(2026, 1, 1)


def test_a_page_nobody_looked_at_for_over_a_year_is_due_for_review() -> None:
    place = catalogue_in_force(DAY).by_key["social-worker"]
    assert not place.is_due_for_review(date(2027, 10, 5))
    assert place.is_due_for_review(date(2027, 10, 6))


def test_a_title_is_written_inside_a_sentence_with_its_article() -> None:
    by_key = catalogue_in_force(DAY).by_key
    assert by_key["social-worker"].name_in_a_sentence == "a social worker"
    assert by_key["advanced-practitioner"].name_in_a_sentence == "an advanced practitioner"
