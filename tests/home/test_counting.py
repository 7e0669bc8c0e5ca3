"""How many people are in post: each of them once."""

from portal.home.queries import workforce
from tests.cast import Cast
from tests.conftest import TODAY
from tests.factories.people import a_post


def test_somebody_with_two_posts_is_one_person_in_post(cast: Cast) -> None:
    before = workforce.in_post_and_vacant(cast.coach.organisation_id, TODAY)[0].number
    a_post(cast.coach, job_title="Practice Educator")
    a_post(cast.coach, job_title="Practice Educator of students")
    assert workforce.in_post_and_vacant(cast.coach.organisation_id, TODAY)[0].number == before
    assert before
