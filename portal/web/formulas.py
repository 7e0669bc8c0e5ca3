"""Text that a spreadsheet would take for a formula, and how it goes out and comes back (T42).

A cell that begins with = + - @ | or a tab or line break, also after spaces and in the full width
of East Asian keyboards, gets an apostrophe in front: to a spreadsheet it is then text. So does a
text that begins with apostrophes before such a sign, and therefore nothing is lost on the way:

    as_it_was(as_text(anything)) == anything

A staff list that the portal wrote is read with the same rule: `'+44 20 7946 0018` is the telephone
number +44 20 7946 0018, `'=Moon` a team called =Moon, and neither is refused as a formula.
"""

import re

_TAKEN_FOR_A_FORMULA = re.compile(r"[\s']*[=+\-@|\t\r\n＝＋－＠]")
MARK = "'"


def as_text(text: str) -> str:
    """The text as a cell that no spreadsheet computes."""
    return MARK + text if _TAKEN_FOR_A_FORMULA.match(text) else text


def as_it_was(cell: str) -> str:
    """The text that `as_text` was given, from the cell that it made."""
    return cell[1:] if is_marked(cell) else cell


def is_marked(cell: str) -> bool:
    """Whether the cell says by its apostrophe that it is text and no formula."""
    return cell.startswith(MARK) and bool(_TAKEN_FOR_A_FORMULA.match(cell, 1))
