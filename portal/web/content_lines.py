"""Content lines: how the lines of a contact card or of a calendar file are folded.

Pure. vCard 3.0 (RFC 2426) and iCalendar (RFC 5545) fold alike: at 75 octets, and each line that
goes on begins with a space.
"""

LONGEST_LINE = 75  # octets, before the line goes on in the next


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no letter cut in two."""
    pieces, piece, room = [], "", LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", LONGEST_LINE - 1  # the space that begins the next one
        piece, room = piece + letter, room - size
    return "\r\n ".join([*pieces, piece])
