"""Word documents of before 2007 (.doc, and .wps which is the same format): converted to .docx, then read as one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop_app.domain.errors import BadInput
from desktop_app.ingest.document import Document
from desktop_app.ingest.readers.apart import run_worker
from desktop_app.ingest.readers.docx import DocxReader
from desktop_app.ingest.readers.sniffing import Format

__all__ = ["OldWordReader", "run_worker"]


class OldWordReader:
    """Reads .doc and .wps with doc2docx."""

    format = Format.OLD_WORD
    suffixes: tuple[str, ...] = (".doc", ".wps", ".dot", ".wpt", ".docx")
    isolated = True

    def read(self, path: Path, data: bytes) -> Document:
        """The paragraphs and tables of the converted document.

        Raises:
            BadInput: the converter cannot read it.
        """
        made = _converted(path.name, data)
        document = DocxReader().read(path, made)
        return Document(path.name, "doc", document.blocks)


def _converted(name: str, data: bytes) -> bytes:
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with tempfile.TemporaryDirectory(prefix="xiaohao-") as folder:
        given, made = Path(folder, "given.doc"), Path(folder, "made.docx")
        given.write_bytes(data)
        try:
            convert(given, made)
            return made.read_bytes()
        except EncryptedDocumentError:
            raise BadInput(f"“{name}”{Format.ENCRYPTED.refusal}") from None
        except Exception:  # whatever a damaged file causes in the converter, there is one sentence for it
            raise BadInput(
                f"“{name}”是旧版 Word 或 WPS 格式，未能读取，在 WPS 或 Word 中另存为 .docx 或 .txt 后导入"
            ) from None
