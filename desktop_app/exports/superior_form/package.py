"""An Office file as the parts it is made of: what is not filled in goes over byte for byte."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from desktop_app.domain.errors import BadInput

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Package:
    """The parts of a file that was checked for its size before."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except zipfile.BadZipFile:
            raise damaged(name) from None

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def xml(self, part: str) -> Any:
        """The root of a part.

        Raises:
            BadInput: it is missing or damaged.
        """
        return parse(self.name, self.read(part))

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            BadInput: it is missing or damaged.
        """
        try:
            return self._zip.read(part)
        except (KeyError, zipfile.BadZipFile, OSError, ValueError, RuntimeError):
            raise damaged(self.name) from None

    def parts(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By id: the kind of a relation (the last word of its type) and the part it leads to."""
        folder, _, name = part.rpartition("/")
        listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        if listed not in self:
            return {}
        found = {}
        for each in self.xml(listed).iter(f"{{{RELATIONS}}}Relationship"):
            if each.get("TargetMode") != "External":
                target = each.get("Target", "")
                place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[each.get("Id")] = each.get("Type", "").rpartition("/")[2], posixpath.normpath(place)
        return found

    def save(self, path: Path, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> None:
        """Write all parts to `path`, the changed ones anew, in the order they came."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for entry in self._zip.infolist():
                if entry.filename not in dropped:
                    out.writestr(entry, changed.get(entry.filename) or self.read(entry.filename))

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()


def parse(name: str, data: bytes) -> Any:
    """XML from a file that nobody vouches for: no entities, no document type, nothing fetched.

    Raises:
        BadInput: it is damaged, or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged(name) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(name)
    return root


def to_bytes(root: Any) -> bytes:
    """A part as Office programs write it."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def damaged(name: str) -> BadInput:
    """The sentence for a file that cannot be read."""
    return BadInput(f"“{name}”已损坏或不是 .xlsx、.docx 表格，用 Excel、Word 或 WPS 打开并另存后重试")
