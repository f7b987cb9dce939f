"""What a file really holds, by its first bytes; file names lie."""

from __future__ import annotations

from enum import StrEnum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 4096


class Format(StrEnum):
    """Formats that are told apart."""

    TEXT = "text"
    DOCX = "docx"
    ENCRYPTED = "encrypted"
    OLD_OFFICE = "old_office"
    PDF = "pdf"
    RTF = "rtf"
    WEB_PAGE = "web_page"
    SPREADSHEET = "spreadsheet"
    ARCHIVE = "archive"
    IMAGE = "image"
    BINARY = "binary"

    @property
    def refusal(self) -> str:
        """What the file is and what to do, for a format that is not read; follows the file's name."""
        return _REFUSALS.get(self, "")


_REFUSALS = {
    Format.ENCRYPTED: "已加密，解除密码并另存为 .docx 后导入",
    Format.OLD_OFFICE: "是旧版 Word 或 WPS 格式，另存为 .docx 或 .txt 后导入",
    Format.PDF: "是 PDF 文件，暂不支持，另存为 .docx 或 .txt 后导入",
    Format.RTF: "是 RTF 文件，另存为 .docx 或 .txt 后导入",
    Format.WEB_PAGE: "是网页文件，将正文另存为 .txt 后导入",
    Format.SPREADSHEET: "是电子表格，将内容另存为 .docx 或 .txt 后导入",
    Format.ARCHIVE: "是压缩包，解压后导入其中的 .docx 或 .txt 文件",
    Format.IMAGE: "是图片，识别为文字并另存为 .txt 后导入",
    Format.BINARY: "不是文本文件，无法读取，另存为 .docx 或 .txt 后导入",
}

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF", Format.PDF),
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
)


def sniff(data: bytes) -> Format:
    """The format of a file's bytes."""
    if data.startswith(_OLE):
        return Format.ENCRYPTED if _ENCRYPTED in data else Format.OLD_OFFICE
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    for magic, held in _MAGIC:
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:64]):
            return held
    head = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return Format.WEB_PAGE
    return Format.TEXT


def _sniff_zip(data: bytes) -> Format:
    if b"word/document" in data:
        return Format.DOCX
    return Format.SPREADSHEET if b"xl/workbook" in data else Format.ARCHIVE
