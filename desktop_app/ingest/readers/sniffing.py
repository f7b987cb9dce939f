"""What a file really holds, by its first bytes; file names lie."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from desktop_app.ingest.readers import limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))
_WORD = "WordDocument".encode("utf-16-le")
_LOOKED_AT = 4096


class Format(StrEnum):
    """Formats that are told apart."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DELIMITED = "delimited"
    DOCX = "docx"
    OLD_WORD = "old_word"
    PDF = "pdf"
    WEB_PAGE = "web_page"
    WEB_ARCHIVE = "web_archive"
    SPREADSHEET = "spreadsheet"
    OLD_SPREADSHEET = "old_spreadsheet"
    ENCRYPTED = "encrypted"
    OLD_OFFICE = "old_office"
    WRITER = "writer"
    OFD = "ofd"
    RTF = "rtf"
    ARCHIVE = "archive"
    IMAGE = "image"
    PROGRAM = "program"
    BINARY = "binary"

    @property
    def refusal(self) -> str:
        """What the file is and what to do, for a format that is not read; follows the file's name."""
        return _REFUSALS.get(self, "")


_REFUSALS = {
    Format.ENCRYPTED: "已加密，解除密码并另存为 .docx 后导入",
    Format.OLD_OFFICE: "是旧版办公文件，不是文档或表格，另存为 .docx 或 .txt 后导入",
    Format.WRITER: "是 ODF 文本，在 WPS 或 Word 中另存为 .docx 后导入",
    Format.OFD: "是 OFD 版式文件，用阅读器另存为 .docx 或 .txt 后导入",
    Format.RTF: "是 RTF 文件，另存为 .docx 或 .txt 后导入",
    Format.ARCHIVE: "是压缩包，解压后导入其中的 .docx 或 .txt 文件",
    Format.IMAGE: "是图片，识别为文字并另存为 .txt 后导入",
    Format.PROGRAM: "是程序，不是文档，未导入",
    Format.BINARY: "不是文本文件，无法读取，另存为 .docx 或 .txt 后导入",
}

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"BM", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"Rar!", Format.ARCHIVE),
    (b"7z\xbc\xaf", Format.ARCHIVE),
    (b"\x1f\x8b", Format.ARCHIVE),
    (b"MZ", Format.PROGRAM),
    (b"\x7fELF", Format.PROGRAM),
)
_MAY_BE_TEXT = frozenset({b"BM", b"MZ"})
_PDF_WITHIN = 1024
_PAGE = re.compile(rb"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.S)
_MIME = re.compile(rb"(?:from|subject|date|mime-version|content-type|message-id|x-[\w-]+|snapshot-[\w-]+)\s*:", re.I)


def sniff(data: bytes) -> Format:
    """The format of a file's bytes."""
    if data.startswith(_OLE):
        return _sniff_ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    for magic, held in _MAGIC:
        if data.startswith(magic) and (magic not in _MAY_BE_TEXT or b"\x00" in data[:64]):
            return held
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Format.PDF
    return _sniff_text(data[:_LOOKED_AT])


def _sniff_text(head: bytes) -> Format:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="ignore").encode()
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if _PAGE.match(head):
        return Format.WEB_PAGE
    if _MIME.match(head) and b"mime-version" in head and b"content-type" in head:
        return Format.WEB_ARCHIVE
    return Format.TEXT


def _sniff_ole(data: bytes) -> Format:
    """An OLE container: the names in its directory say what it holds."""
    if _ENCRYPTED in data:
        return Format.ENCRYPTED
    if _WORD in data:
        return Format.OLD_WORD
    return Format.OLD_SPREADSHEET if any(name in data for name in _WORKBOOK) else Format.OLD_OFFICE


def _sniff_zip(data: bytes) -> Format:
    if b"word/document" in data:
        return Format.DOCX
    if b"xl/workbook" in data:
        return Format.SPREADSHEET
    if b"OFD.xml" in data:
        return Format.OFD
    return _ODF.get(_mimetype(data), Format.ARCHIVE)


_ODF = {
    "application/vnd.oasis.opendocument.spreadsheet": Format.SPREADSHEET,
    "application/vnd.oasis.opendocument.spreadsheet-template": Format.SPREADSHEET,
    "application/vnd.oasis.opendocument.text": Format.WRITER,
}


def _mimetype(data: bytes) -> str:
    """What an OpenDocument package says it is, in its first entry."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("mimetype") as said:
            return said.read(200).decode("ascii", errors="replace").strip()
    except limits.PACKAGE_ERRORS:
        return ""
