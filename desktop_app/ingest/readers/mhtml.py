"""Web pages saved as one file (.mht): the page is a part of a MIME message."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document
from desktop_app.ingest.readers.html import decode_page, read_page
from desktop_app.ingest.readers.sniffing import Format

_MOST_PARTS = 2000


class WebArchiveReader:
    """Reads the first page of a .mht file, also one that Word has saved as .doc."""

    format = Format.WEB_ARCHIVE
    suffixes: tuple[str, ...] = (".mht", ".mhtml", ".eml", ".doc", ".wps", ".xls")
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """The document of the page.

        Raises:
            BadInput: it holds no page.
        """
        page = _first_page(data)
        text = decode_page(page) if page is not None else None
        if text is None:
            raise BadInput(f"“{path.name}”中没有网页正文，打开后将正文另存为 .txt 后导入")
        return read_page(path.name, text)


def _first_page(data: bytes) -> bytes | None:
    if data.count(b"\n--") > _MOST_PARTS:
        return None
    try:
        # compat32 decodes only what it is asked for and never refuses a header.
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                held = part.get_payload(decode=True)
                return held if isinstance(held, bytes) else None
    except (ValueError, LookupError, AssertionError, RecursionError):
        return None
    return None
