"""What the lattice counts and lists comes from posts that cover the day, in one organisation."""

from datetime import date

from flask import Flask

from portal.database import db
from portal.pathways import queries
from portal.pathways.catalogue import catalogue_in_force
from portal.pathways.places import titles_at
from portal.pathways.standing import Standing, Tally, standing_of
from portal.people.models import Person
from tests.cast import Cast
from tests.pathways.people_in_post import a_post, a_team, people

DAY = date(2026, 11, 26)
CATALOGUE = catalogue_in_force(DAY)


def standing(of: Person) -> Standing:
    own = of.organisation_id
    titles = titles_at(CATALOGUE, queries.job_titles(own, DAY))
    return standing_of(CATALOGUE, queries.tallies(own, DAY, titles))


def test_each_person_of_the_cast_stands_at_their_place(app: Flask, cast: Cast) -> None:
    found = standing(cast.hr)
    assert found.at["newly-qualified-social-worker"] == Tally(people=1)
    assert found.at["principal-social-worker"] == Tally(people=1)
    assert found.at["practice-learning-lead"] == Tally(people=1)
    assert found.at["family-support-worker"] == Tally()
    assert found.off_the_lattice == Tally(people=3)


def test_posts_that_ended_or_have_not_begun_do_not_count(app: Flask, cast: Cast) -> None:
    team = a_team(cast.hr)
    a_post(team, "Service Manager", cast.worker, ended_on=date(2026, 11, 25))
    a_post(team, "Service Manager", cast.worker, started_on=date(2026, 11, 27))
    a_post(team, "Service Manager", ended_on=date(2026, 11, 25))
    assert standing(cast.hr).at["service-manager"] == Tally(people=1)


def test_vacant_posts_are_counted_beside_people(app: Flask, cast: Cast) -> None:
    team = a_team(cast.hr)
    a_post(team, "Social Worker")
    a_post(team, "Social Worker Level 3")
    a_post(team, "Receptionist")
    found = standing(cast.hr)
    assert found.at["social-worker"] == Tally(people=1, vacant=2)
    assert found.off_the_lattice.vacant == 1
    titles = ("Social Worker", "Social Worker Level 3")
    own = cast.hr.organisation_id
    assert queries.vacancies_at(own, DAY, titles) == [("CLA North", 2)]


def test_somebody_with_two_posts_at_one_place_is_one_person_there(app: Flask, cast: Cast) -> None:
    a_post(a_team(cast.hr), "Social Worker (Level 2)", cast.worker, fte=0.2)
    assert standing(cast.hr).at["social-worker"] == Tally(people=1)


def test_another_organisation_is_never_counted(app: Flask, cast: Cast) -> None:
    people(a_team(cast.harbour_hr), "Social Worker", 5)
    assert standing(cast.hr).at["social-worker"] == Tally(people=1)
    assert standing(cast.harbour_hr).at["social-worker"] == Tally(people=5)


def test_the_list_at_a_place_holds_exactly_the_people_counted_there(app: Flask, cast: Cast) -> None:
    team = a_team(cast.hr)
    people(team, "Social Worker", 4)
    a_post(team, "Social Worker Level 3", cast.worker, fte=0.2)
    own = cast.hr.organisation_id
    titles = titles_at(CATALOGUE, queries.job_titles(own, DAY))
    found = standing(cast.hr)
    for place in CATALOGUE.places:
        listed = list(db.session.scalars(queries.people_at(own, DAY, titles.get(place.key, ()))))
        assert len(listed) == found.at[place.key].people


def test_ones_own_posts_come_largest_first(app: Flask, cast: Cast) -> None:
    a_post(a_team(cast.hr), "Practice Educator (sessional)", cast.worker, fte=0.1)
    titles = [post.job_title for post in queries.posts_of(cast.worker, DAY)]
    assert titles == ["Social Worker", "Practice Educator (sessional)"]


def test_the_posts_of_people_on_a_page_are_only_those_at_the_place(app: Flask, cast: Cast) -> None:
    a_post(a_team(cast.hr), "Practice Educator (sessional)", cast.worker, fte=0.1)
    held = queries.posts_at(cast.hr.organisation_id, DAY, ("Social Worker",), [cast.worker])
    assert [post.job_title for post in held[cast.worker.id]] == ["Social Worker"]
