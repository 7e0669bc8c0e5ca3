"""What people do with induction years, each deed by its noun."""

from portal.induction.operations.agreements import STATEMENT as AGREE
from portal.induction.operations.agreements import (
    begin_agreement,
    sign_agreement,
    still_to_write,
    write_agreement_part,
)
from portal.induction.operations.changes import (
    agree_to_change,
    bounds_of,
    moves_with,
    name_return,
    objection,
    propose_change,
    the_four,
    withdraw_change,
    write_agreement_down,
)
from portal.induction.operations.dating import follow_days_away, redate, terms_of
from portal.induction.operations.earlier import bring_in_earlier_records, take_back_earlier_record
from portal.induction.operations.endings import (
    earlier_items,
    end_induction,
    note_earlier_items,
    reopen_induction,
    set_probation,
)
from portal.induction.operations.enrolling import Entrant, enrol, enrol_each
from portal.induction.operations.first_days import (
    correct_first_day,
    objection_to_first_day,
    terms_from,
)
from portal.induction.operations.first_weeks import answer_promise, record_task, take_back_task
from portal.induction.operations.handovers import (
    choose_assessor,
    confirm_hand_over,
    plan_hand_over,
    take_back_hand_over,
    write_agreed_actions,
)
from portal.induction.operations.items import book_item, correct_item, record_item_held
from portal.induction.operations.moves import move_programme, preview_move
from portal.induction.operations.next_years import ask_for_next
from portal.induction.operations.programme_moves import answer_move, propose_move, withdraw_move
from portal.induction.operations.programmes import (
    begin_version,
    change_programme,
    close_programme,
    copy_programme,
    offer_programme,
    publish_programme,
    remove_draft,
)
from portal.induction.operations.reviews import STATEMENT as FAIR
from portal.induction.operations.reviews import (
    begin_review,
    fill_in_review,
    reopen_review,
    sign_review,
    write_comment,
)
from portal.induction.operations.reviews import still_to_write as review_still_to_write
from portal.induction.operations.signatures import StaleTextError
from portal.induction.operations.support_plans import (
    WrongDayError,
    correct_support_plan,
    end_support_plan,
    extend_support_plan,
    start_support_plan,
)

__all__ = [
    "AGREE",
    "FAIR",
    "Entrant",
    "StaleTextError",
    "WrongDayError",
    "agree_to_change",
    "answer_move",
    "answer_promise",
    "ask_for_next",
    "begin_agreement",
    "begin_review",
    "begin_version",
    "book_item",
    "bounds_of",
    "bring_in_earlier_records",
    "change_programme",
    "choose_assessor",
    "close_programme",
    "confirm_hand_over",
    "copy_programme",
    "correct_first_day",
    "correct_item",
    "correct_support_plan",
    "earlier_items",
    "end_induction",
    "end_support_plan",
    "enrol",
    "enrol_each",
    "extend_support_plan",
    "fill_in_review",
    "follow_days_away",
    "move_programme",
    "moves_with",
    "name_return",
    "note_earlier_items",
    "objection",
    "objection_to_first_day",
    "offer_programme",
    "plan_hand_over",
    "preview_move",
    "propose_change",
    "propose_move",
    "publish_programme",
    "record_item_held",
    "record_task",
    "redate",
    "remove_draft",
    "reopen_induction",
    "reopen_review",
    "review_still_to_write",
    "set_probation",
    "sign_agreement",
    "sign_review",
    "start_support_plan",
    "still_to_write",
    "take_back_earlier_record",
    "take_back_hand_over",
    "take_back_task",
    "terms_from",
    "terms_of",
    "the_four",
    "withdraw_change",
    "withdraw_move",
    "write_agreed_actions",
    "write_agreement_down",
    "write_agreement_part",
    "write_comment",
]
