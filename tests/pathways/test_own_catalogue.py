"""A catalogue of one's own by page: a draft, its faults in words, and publishing it from a day."""

from collections.abc import Callable
from datetime import date

import pytest

from portal import clock
from portal.audit.models import AuditEntry
from portal.database import db
from portal.pathways import queries
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.catalogue.keeping import as_kept, to_keep
from portal.pathways.catalogue.reading import catalogue_of
from portal.pathways.models import CatalogueVersion
from portal.people.models import Organisation
from tests.browser import Browser
from tests.cast import Cast

Open = Callable[..., Browser]
TODAY = date(2026, 11, 26)
BASE = "/pathways/catalogue"


@pytest.fixture
def hr(cast: Cast, browser: Open) -> Browser:
    """HR with a draft begun."""
    return browser(as_=cast.hr).visit(BASE).submit("Begin the next version")


def draft() -> CatalogueVersion:
    db.session.expire_all()
    return db.session.query(CatalogueVersion).filter_by(published_on=None).one()


@pytest.mark.once
def test_a_catalogue_that_is_kept_reads_back_as_it_was() -> None:
    shipped = catalogue_in_force(TODAY)
    again = catalogue_of(as_kept(to_keep(shipped)), "again")
    assert again.places == shipped.places
    assert (again.families, again.bands, again.outside) == (
        shipped.families, shipped.bands, shipped.outside
    )  # fmt: skip


def test_without_a_version_of_its_own_the_shipped_one_counts(cast: Cast, browser: Open) -> None:
    page = browser(as_=cast.hr).visit("/pathways").follow("The career catalogue")
    assert "The catalogue counts as it comes with the portal" in page.text
    assert browser(as_=cast.worker).visit(BASE).status == 403


def test_a_local_title_is_added_published_and_counts_from_its_day(
    hr: Browser, cast: Cast, browser: Open
) -> None:
    hr.visit(f"{BASE}/places/social-worker")
    hr.submit("Save in the draft", aliases="Family Practitioner Level 2")
    assert "the job titles that belong to it change" in hr.text
    assert "where it leads" not in hr.text
    here = "Family Practitioner Level 2"
    page = browser(as_=cast.worker)
    assert here not in page.visit("/pathway/social-worker").text
    hr.follow("Publish it")
    assert "the job titles that belong to it change" in hr.text
    hr.submit("Publish version 1", effective_from="1/12/2026")
    assert "Version 1 counts from Tuesday 1 December 2026" in hr.text
    assert here not in page.visit("/pathway/social-worker").text
    with clock.set_to(day=date(2026, 12, 1)):
        assert here in page.visit("/pathway/social-worker").text
        assert "Version 1 of our own counts since" in hr.visit(BASE).text
    assert here not in browser(as_=cast.harbour_nqsw).visit("/pathway/social-worker").text
    deeds = [deed for (deed,) in db.session.query(AuditEntry.action).order_by(AuditEntry.number)]
    assert [deed for deed in deeds if "catalogue" in deed] == [
        "pathways.catalogue_begun", "pathways.catalogue_changed", "pathways.catalogue_published"
    ]  # fmt: skip


def test_a_place_is_added_with_what_it_asks_and_faults_are_said_before_publishing(
    hr: Browser,
) -> None:
    hr.visit(f"{BASE}/places/new")
    hr.submit("Save in the draft", title="Social worker")
    assert hr.status == 422
    assert "Say in a sentence what it is" in hr.text
    hr.submit(
        "Save in the draft", title="Family group facilitator", says="Brings families together",
        family="practice", band="experienced", asks="One thing\nAnother thing\nA third", grades="G9",
        reached="From social work", up=["principal-social-worker"],
        **{"requirements-0-words": "Two years in the role", "requirements-0-kind": "time",
           "requirements-0-amount": "24", "requirements-0-of": "Team manager"},
    )  # fmt: skip
    assert "Family group facilitator is saved in the draft" in hr.text
    kept = queries.drafted(draft()).by_key["family-group-facilitator"]
    assert kept.says == "Brings families together."
    assert kept.requirements[0].of == ("team-manager",)
    assert "nobody comes here from “Team manager”" in hr.text
    assert "to be mended before it can be published" in hr.text
    hr.visit(f"{BASE}/publishing").submit("Publish version 1", effective_from="1/12/2026")
    assert hr.status == 422
    assert "Something stands against it still" in hr.text


def test_a_move_up_that_goes_in_a_circle_is_a_fault(hr: Browser) -> None:
    hr.visit(f"{BASE}/places/senior-social-worker")
    hr.submit("Save in the draft", up=["social-worker"])
    assert (
        "“Senior social worker” leads up to “Social worker”, which is not in a later band"
        in hr.text
    )


def test_a_title_that_two_places_claim_is_a_fault(hr: Browser) -> None:
    hr.visit(f"{BASE}/places/senior-social-worker")
    hr.submit("Save in the draft", aliases="Social Worker Coach")
    assert "belongs to" in hr.text


def test_a_place_is_taken_out_only_where_no_move_leads(hr: Browser) -> None:
    hr.visit(f"{BASE}/places/senior-social-worker/removal")
    assert "It stays for now: moves lead to it." in hr.text
    hr.post(f"{BASE}/places/senior-social-worker/removal")
    hr.visit(f"{BASE}/draft")
    assert "senior-social-worker" in queries.drafted(draft()).by_key
    hr.post(f"{BASE}/places/nowhere/removal")
    assert hr.status == 404


def test_a_place_that_was_looked_at_says_so(hr: Browser) -> None:
    hr.submit("Reviewed today")
    days = [place.last_reviewed for place in queries.drafted(draft()).places]
    assert days.count(TODAY) == 1


def test_salary_points_that_overlap_are_faults_and_good_ones_stand_on_the_place(
    hr: Browser, cast: Cast, browser: Open
) -> None:
    grade = catalogue_in_force(TODAY).by_key["social-worker"].grades
    hr.visit(f"{BASE}/salaries")
    first = {"rows-0-grade": grade, "rows-0-number": "30", "rows-0-salary": "38626",
             "rows-0-first": "1/4/2026"}  # fmt: skip
    second = {"rows-1-grade": grade, "rows-1-number": "30", "rows-1-salary": "39513"}
    hr.submit("Save in the draft", **first, **second)
    assert hr.status == 422
    assert "Write the day from which it is paid" in hr.text
    hr.submit("Save in the draft", **{"rows-1-first": "1/10/2026"})
    assert "has two salaries on 1 October 2026" in hr.text
    hr.visit(f"{BASE}/salaries").submit("Save in the draft", **{"rows-1-number": "31"})
    hr.follow("Publish it").submit("Publish version 1", effective_from="26/11/2026")
    page = browser(as_=cast.worker).visit("/pathway/social-worker")
    assert "£38,626 to £39,513 a year full time" in page.text


def test_families_and_bands_are_named_anew_and_none_is_taken_from_under_a_role(hr: Browser) -> None:
    hr.visit(f"{BASE}/lattice").submit("Save in the draft", **{"families-1-title": "Direct work"})
    assert "The families or bands of the lattice change." in hr.text
    assert "its family" not in hr.text
    assert {place.family.title for place in queries.drafted(draft()).places} >= {"Direct work"}
    hr.visit(f"{BASE}/lattice").submit("Save in the draft", **{"bands-2-title": ""})
    assert hr.status == 422
    assert "would have no band" in hr.text


def test_titles_outside_need_a_reason(hr: Browser) -> None:
    hr.visit(f"{BASE}/outside")
    number = len(catalogue_in_force(TODAY).outside)
    hr.submit("Save in the draft", **{f"rows-{number}-title": "Gardeners"})
    assert hr.status == 422
    assert "Say why they are outside" in hr.text
    hr.submit("Save in the draft", **{f"rows-{number}-reason": "They keep the grounds",
                                      f"rows-{number}-aliases": "Gardener"})  # fmt: skip
    assert "The job titles outside the lattice change" in hr.text


def test_a_stale_form_keeps_what_was_typed(hr: Browser, cast: Cast, browser: Open) -> None:
    other = browser(as_=cast.principal).visit(f"{BASE}/places/social-worker")
    hr.visit(f"{BASE}/places/social-worker").submit("Save in the draft", grades="G8")
    other.submit("Save in the draft", says="My own words about it")
    assert other.status == 409
    assert "My own words about it" in other.html
    other.submit("Save in the draft")
    assert queries.drafted(draft()).by_key["social-worker"].says == "My own words about it."


def test_a_version_counts_after_the_one_before_it(hr: Browser, cast: Cast) -> None:
    hr.submit("Reviewed today").follow("Publish it")
    hr.submit("Publish version 1", effective_from="1/12/2026")
    hr.submit("Begin the next version").submit("Reviewed today").follow("Publish it")
    hr.submit("Publish version 2", effective_from="1/12/2026")
    assert hr.status == 422
    assert "A version counts from 1 December 2026 already" in hr.text
    hr.submit("Publish version 2", effective_from="2/12/2026")
    own = db.session.get_one(Organisation, cast.hr.organisation_id)
    first, second = (row[1] for row in own.catalogues)
    found = [queries.version_in_force(own, date(2026, 12, day)) for day in (1, 2, 30)]
    assert [str(each) for each in found] == [first, second, second]
    assert queries.version_in_force(own, date(2026, 11, 30)) is None


def test_a_draft_is_thrown_away_and_pressing_twice_does_no_harm(hr: Browser, cast: Cast) -> None:
    hr.visit(BASE)
    assert "Version 1 is being worked on" in hr.text
    hr.post(f"{BASE}/draft")
    assert db.session.query(CatalogueVersion).count() == 1
    hr.visit(f"{BASE}/draft").follow("Throw this draft away")
    assert "Nothing was changed in it." in hr.text
    hr.submit("Throw it away")
    assert hr.post(f"{BASE}/draft/removal").status == 404
    assert db.session.query(CatalogueVersion).count() == 0
    assert hr.visit(f"{BASE}/draft").status == 404


def test_a_fault_leads_to_the_role_where_it_is_mended(hr: Browser) -> None:
    hr.visit(f"{BASE}/places/senior-social-worker")
    hr.submit("Save in the draft", up=["social-worker"])
    assert hr.follow("Mend it in Senior social worker").heading == "Senior social worker"


def test_a_role_that_no_move_leads_to_goes_in_two_steps_and_a_stale_step_is_told(
    hr: Browser,
) -> None:
    for each in draft().content["places"]:
        if "senior-social-worker" in (*each["up"], *each["across"]):
            hr.visit(f"{BASE}/places/{each['key']}")
            left = [key for key in each["up"] if key != "senior-social-worker"]
            beside = [key for key in each["across"] if key != "senior-social-worker"]
            hr.submit("Save in the draft", up=left, across=beside)
    hr.visit(f"{BASE}/places/senior-social-worker/removal")
    hr.post(f"{BASE}/places/social-worker/review")
    hr.visit(f"{BASE}/places/senior-social-worker/removal").submit("Take it out", version="1")
    assert hr.status == 409
    hr.visit(f"{BASE}/places/senior-social-worker/removal").submit("Take it out")
    assert "is taken out of the draft" in hr.text


def test_a_published_version_can_be_read_with_what_it_changed(hr: Browser, cast: Cast) -> None:
    hr.visit(f"{BASE}/places/social-worker")
    hr.submit("Save in the draft", aliases="Family Practitioner Level 2")
    hr.visit(f"{BASE}/publishing").submit("Publish version 1", effective_from="26/11/2026")
    hr.follow("Version 1")
    assert "It counts today, from Thursday 26 November 2026." in hr.text
    assert "the job titles that belong to it change" in hr.text
    assert "Family Practitioner Level 2" in hr.text
