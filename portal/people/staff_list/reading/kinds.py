"""What kind of file it is, by its first bytes; whatever is no list gets a sentence.

The name of a file is not asked: people rename, and so do systems that call a web page ".xls".
"""

from portal.people.staff_list.reading.table import LARGEST_FILE, SAVE_AS_LIST, UnreadableFileError

PACKAGE = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0"
AS_A_SPREADSHEET = "Ask for the list as a spreadsheet, saved as XLSX or CSV."
OTHER_KINDS = (
    (b"%PDF", f"This is a PDF. {AS_A_SPREADSHEET}"),
    (b"\x89PNG", f"This is a picture. {AS_A_SPREADSHEET}"),
    (b"\xff\xd8\xff", f"This is a picture. {AS_A_SPREADSHEET}"),
    (b"GIF8", f"This is a picture. {AS_A_SPREADSHEET}"),
    (b"{\\rtf", f"This is a text document. {AS_A_SPREADSHEET}"),
    (b"\x1f\x8b", "This is a compressed file. Unpack it and bring in the list inside."),
    (b"7z\xbc\xaf", "This is a compressed file. Unpack it and bring in the list inside."),
    (b"Rar!", "This is a compressed file. Unpack it and bring in the list inside."),
    (b"PK\x05\x06", "This is an empty zip file. Check that the list was saved."),
)
PROTECTED = "EncryptedPackage".encode("utf-16-le")
WORD_DOCUMENT = "WordDocument".encode("utf-16-le")


def is_package(content: bytes) -> bool:
    """Whether the file is a zip file, as Excel's workbooks are."""
    return content.startswith(PACKAGE)


def refuse_other_kinds(content: bytes) -> None:
    """Raise the sentence for what is neither a workbook nor text."""
    if not content.strip():
        raise UnreadableFileError("The file is empty. Check that the list was saved.")
    if len(content) > LARGEST_FILE:
        raise UnreadableFileError("The file is larger than 20 MB. Bring the list in in parts.")
    if content.startswith(COMPOUND):
        raise UnreadableFileError(_compound(content))
    for beginning, sentence in OTHER_KINDS:
        if content.startswith(beginning):
            raise UnreadableFileError(sentence)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        raise UnreadableFileError(_markup(content))


def _compound(content: bytes) -> str:
    if PROTECTED in content:
        return (
            "This workbook is protected by a password. Open it, take the password off (File, Info,"
            " Protect workbook), save it and bring in that file."
        )
    if WORD_DOCUMENT in content:
        return f"This is a text document. {AS_A_SPREADSHEET}"
    return f"This is an Excel workbook in the older form (.xls). {SAVE_AS_LIST}"


def _markup(content: bytes) -> str:
    beginning = content[:4000].lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in beginning:
        return f"This is a workbook saved as XML. {SAVE_AS_LIST}"
    if b"<?xml" in beginning and b"<html" not in beginning:
        return f"This is an XML file, not a list. {AS_A_SPREADSHEET}"
    return (
        "This is a web page, not a list, even where its name ends in .xls. Open it in the"
        f" spreadsheet. {SAVE_AS_LIST}"
    )
