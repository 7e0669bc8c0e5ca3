"""Where an application stands, and whose turn it is. Pure.

Shapes: `Facts` are the few facts of one application, `stage` is one of the words below. An
application goes on to the panel when its manager supports it, when the manager's last day has
passed without a word (it goes on marked "no manager statement"), or when the chair lets it go on
after a manager's "not yet". Source: this portal's plan (issue of progression; C48, C65 to C68).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

DRAFT, WITHDRAWN, DECIDED = "draft", "withdrawn", "decided"
WITH_MANAGER, MANAGER_NOT_YET, WITH_CHAIR = "with the manager", "not yet", "with the chair"
CHAIR_LATER, SCORING, AGREEING = "later", "scoring", "agreeing"
STAGES: dict[str, str] = {
    DRAFT: "A draft",
    WITH_MANAGER: "With the manager",
    MANAGER_NOT_YET: "The manager says not yet",
    WITH_CHAIR: "With the chair",
    CHAIR_LATER: "The chair says later",
    SCORING: "The panel reads and scores",
    AGREEING: "The panel agrees",
    DECIDED: "Decided",
    WITHDRAWN: "Taken back",
}
SUPPORTS, NOT_YET = "supports", "not yet"
VIEWS: dict[str, str] = {SUPPORTS: "I support it", NOT_YET: "Not yet"}
GOES_ON, LATER = "goes on", "later"
CHAIR_ANSWERS: dict[str, str] = {
    GOES_ON: "It goes on to the panel",
    LATER: "Not to this panel",
}
NO_STATEMENT: Final = "No manager statement"
ON_THE_PANEL = (SCORING, AGREEING, DECIDED)


@dataclass(frozen=True)
class Facts:
    """What the stage of an application follows from."""

    is_sent: bool = False
    is_withdrawn: bool = False
    is_decided: bool = False
    manager_by: date | None = None
    manager_view: str = ""
    is_with_chair: bool = False
    chair_answer: str = ""
    scores_open: bool = False


def stage(facts: Facts, day: date) -> str:
    """Where an application stands on a day."""
    if facts.is_withdrawn:
        return WITHDRAWN
    if not facts.is_sent:
        return DRAFT
    if facts.is_decided:
        return DECIDED
    if facts.manager_view == NOT_YET and facts.chair_answer != GOES_ON:
        if facts.chair_answer == LATER:
            return CHAIR_LATER
        return WITH_CHAIR if facts.is_with_chair else MANAGER_NOT_YET
    if not facts.manager_view and facts.manager_by is not None and day <= facts.manager_by:
        return WITH_MANAGER
    return AGREEING if facts.scores_open else SCORING
