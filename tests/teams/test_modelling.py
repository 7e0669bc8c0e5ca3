"""Models of teams as data: those that are shipped, and what is refused in words."""

from dataclasses import asdict
from typing import Any

import pytest

from portal.teams.modelling import ModelError, model_of, shipped
from portal.teams.modelling.reading import table_of

pytestmark = pytest.mark.once


def a_table(**changed: Any) -> dict[str, Any]:
    return table_of(shipped()["balanced"]) | changed


def slots(**changed: Any) -> list[dict[str, Any]]:
    first, *others = [asdict(slot) for slot in shipped()["balanced"].slots]
    return [first | changed, *others]


def rules(**changed: Any) -> list[dict[str, Any]]:
    return [asdict(shipped()["balanced"].rules[0]) | changed]


def test_seven_models_come_with_the_portal_and_each_reads_back_as_it_was() -> None:
    assert set(shipped()) == {
        "unit", "pod", "balanced", "practice", "referral", "traditional", "school"
    }  # fmt: skip
    for model in shipped().values():
        assert model_of(table_of(model)) == model
        assert model.source, model.key


def test_the_pod_of_somerset_has_a_leader_three_social_workers_two_assistants_two_administrators() -> (
    None
):
    assert [slot.number for slot in shipped()["pod"].slots] == [1, 3, 2, 2]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"slots": [], "rules": [], "tasks": []}, "has no role"),
        ({"slots": slots(number=0)}, "needs a number from 1 to 50"),
        ({"slots": slots(titles=["Social Worker Coach"])}, "fills two roles"),
        ({"slots": slots(key="coach")}, "is there twice"),
        ({"slots": slots(directed_by="nobody")}, "works under a role that is not in the model"),
        ({"rules": rules(people=9)}, "can never hold"),
        ({"rules": rules(experienced=9)}, "more experienced people than people"),
        ({"rules": rules(months=0)}, "months since qualifying"),
        ({"rules": rules(kind="luck")}, "cannot check a rule of the kind"),
        ({"rhythms": [{"title": "Meeting", "weeks": 99}]}, "needs a number of weeks"),
        ({"tasks": [{"key": "a", "title": "Letters", "slot": "coach"}]}, "under whose direction"),
        ({"tasks": [{"key": "a", "title": "Letters", "slot": "none"}]}, "not in the model"),
        ({"title": 3}, "needs “title”"),
        ({"colour": "red"}, "means nothing"),
    ],
)  # fmt: skip
def test_a_model_that_cannot_be_is_refused_in_words(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        model_of(a_table(**changed))
