"""Plain text: UTF-8 with or without BOM, UTF-16 with or without BOM, GB 18030."""

from __future__ import annotations

import codecs
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document, Paragraph
from desktop_app.ingest.readers.sniffing import Format

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 4096
_READS_AS_TEXT = 0.9
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1a\u0085")
_TOO_MANY_CONTROLS = 0.01


class TxtReader:
    """Reads a text file; the encoding is told by its bytes, never by the machine's locale."""

    format = Format.TEXT
    suffixes: tuple[str, ...] = (".txt", ".text", ".md")
    isolated = False

    def read(self, path: Path, data: bytes) -> Document:
        """One paragraph a line.

        Raises:
            BadInput: the bytes are no text, or text in an encoding that is not read.
        """
        text = decode(data)
        if text is None or _is_binary(text):
            raise BadInput(f"“{path.name}”{Format.BINARY.refusal}")
        return Document(path.name, "txt", tuple(Paragraph(line) for line in text.split("\n")))


def decode(data: bytes) -> str | None:
    """The text of the bytes, or None when they are not text in any encoding that is read.

    A byte order mark decides; then zero bytes on one side (UTF-16 without a mark); then strict UTF-8, strict GB 18030.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding)
    guessed = _utf16_by_zeros(data)
    if guessed:
        return _strict(data, guessed)
    if b"\x00" in data.rstrip(b"\x00"):
        return None
    data = data.rstrip(b"\x00")
    for encoding in ("utf-8", "gb18030"):
        text = _strict(data, encoding)
        if text is not None:
            return text
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes of line ends, digits, spaces and 一, and letters that read as a text."""
    sample = data[:_SAMPLE]
    if sample.count(0) < 2:
        return None
    shares = {encoding: _share_of_letters(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _READS_AS_TEXT else None


def _share_of_letters(sample: bytes, encoding: str) -> float:
    """How much of the sample is Chinese, printable ASCII, or a mark that Chinese texts use."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
    good = sum(
        "\u4e00" <= letter <= "\u9fff"
        or " " <= letter <= "~"
        or letter in "\r\n\t"
        or "\u2010" <= letter <= "\u203b"
        or "\u3000" <= letter <= "\u303f"
        or "\uff00" <= letter <= "\uffef"
        for letter in text
    )
    return good / max(len(text), 1)


def _is_binary(text: str) -> bool:
    sample = text[:20000]
    controls = sum(
        1 for letter in sample if (letter < " " and letter not in _TEXT_CONTROLS) or "\ue000" <= letter <= "\uf8ff"
    )
    return controls > _TOO_MANY_CONTROLS * len(sample)
