"""LibreOffice as a clerk: opens a workbook, edits it by a macro, and saves it in a format of choice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

SOFFICE = shutil.which("soffice")
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}

_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Clerk"/></library:library>"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Clerk" script:language="StarBasic">{}
</script:module>"""


class Clerk:
    """One LibreOffice with a profile of its own, so that it meets no other that runs on the machine."""

    def __init__(self, home: Path) -> None:
        self.home = home
        # The first start makes the profile, and would put its own macros in place of ours.
        self._run("--terminate_after_init")
        library = home / "profile" / "user" / "basic" / "Standard"
        macro = Path(__file__).with_name("edit.bas").read_text(encoding="utf-8")
        (library / "Clerk.xba").write_text(_MODULE.format(escape(macro)), encoding="utf-8")
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        self._made = 0

    def edit(self, source: Path, form: str, *edits: tuple[str, ...]) -> Path:
        """Open `source`, do the edits, save as `form`; returns the new file."""
        self._made += 1
        folder = self.home / f"work{self._made}"
        folder.mkdir()
        given, made, listed = folder / f"given{source.suffix}", folder / f"returned.{form}", folder / "edits.txt"
        shutil.copyfile(source, given)
        listed.write_text("\n".join("\t".join(edit) for edit in edits), encoding="utf-8")
        names = [given.as_uri(), made.as_uri(), FILTERS[form], listed.as_uri()]
        self._run(f"macro:///Standard.Clerk.Edit({','.join(names)})")
        assert made.is_file(), "LibreOffice saved nothing"
        return made

    def print_pdf(self, source: Path) -> Path:
        """The workbook as it prints."""
        self._run("--convert-to", "pdf", "--outdir", str(self.home), str(source))
        return self.home / f"{source.stem}.pdf"

    def save_again(self, source: Path, form: str) -> Path:
        """Open a document or workbook and save it as `form`, nothing changed."""
        self._made += 1
        folder = self.home / f"again{self._made}"
        folder.mkdir()
        self._run("--convert-to", form, "--outdir", str(folder), str(source))
        return folder / f"{source.stem}.{form}"

    def _run(self, *arguments: str) -> None:
        command = [
            str(SOFFICE),
            f"-env:UserInstallation={(self.home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
        ]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=90)
