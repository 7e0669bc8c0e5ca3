"""Models of teams: those that are shipped, an organisation's own, and which team is on which."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from portal.database import db
from portal.teams.modelling import Model, shipped
from portal.teams.models import TeamModel, TeamOnModel

MOST_MODELS = 200


@dataclass(frozen=True, slots=True)
class Edition:
    """A model and the number of its edition; 0 is as it is shipped."""

    model: Model
    number: int


def own_models(organisation_id: UUID) -> list[TeamModel]:
    """Every edition that this organisation keeps, by key, newest first."""
    kept = (
        select(TeamModel)
        .where(TeamModel.organisation_id == organisation_id)
        .order_by(TeamModel.key, TeamModel.number.desc())
        .limit(MOST_MODELS)
    )
    return list(db.session.scalars(kept))


def latest_editions(organisation_id: UUID) -> dict[str, Edition]:
    """The newest edition of each model, shipped or the organisation's own, by title."""
    found = {key: Edition(model, 0) for key, model in shipped().items()}
    for each in reversed(own_models(organisation_id)):
        found[each.key] = Edition(each.model, each.number)
    return dict(sorted(found.items(), key=lambda item: item[1].model.title))


def edition_of(organisation_id: UUID, key: str, number: int) -> Model | None:
    """One edition of a model; nothing where there is none."""
    if number == 0:
        return shipped().get(key)
    own = own_edition(organisation_id, key, number)
    return own.model if own else None


def own_edition(organisation_id: UUID, key: str, number: int) -> TeamModel | None:
    """An edition that this organisation keeps."""
    return db.session.scalar(
        select(TeamModel).where(
            TeamModel.organisation_id == organisation_id,
            TeamModel.key == key,
            TeamModel.number == number,
        )
    )


def was_used(edition: TeamModel) -> bool:
    """Whether any team is or was on this edition."""
    used = select(TeamOnModel.id).where(
        TeamOnModel.organisation_id == edition.organisation_id,
        TeamOnModel.model_key == edition.key,
        TeamOnModel.model_number == edition.number,
    )
    return db.session.scalar(used.limit(1)) is not None


def on_model(unit_id: UUID, day: date) -> TeamOnModel | None:
    """Which model a team keeps to on a day."""
    return db.session.scalar(
        select(TeamOnModel).where(TeamOnModel.unit_id == unit_id, TeamOnModel.covering(day))
    )


def on_model_later(unit_id: UUID, day: date) -> TeamOnModel | None:
    """The last model that a team keeps to from a later day on."""
    later = select(TeamOnModel).where(TeamOnModel.unit_id == unit_id, TeamOnModel.started_on > day)
    return db.session.scalar(later.order_by(TeamOnModel.started_on.desc()).limit(1))


def teams_on(organisation_id: UUID, day: date) -> dict[tuple[str, int], int]:
    """How many teams keep to each edition of each model on a day."""
    counted = (
        select(TeamOnModel.model_key, TeamOnModel.model_number, func.count())
        .where(TeamOnModel.organisation_id == organisation_id, TeamOnModel.covering(day))
        .group_by(TeamOnModel.model_key, TeamOnModel.model_number)
        .order_by(TeamOnModel.model_key, TeamOnModel.model_number)
        .limit(MOST_MODELS)
    )
    return {(key, number): teams for key, number, teams in db.session.execute(counted)}
