"""One text printed in every form that offices use: each by a library of that form, as their programs would."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

FONT = Path(__file__).parents[3] / "resources" / "fonts" / "LXGWZhuqueFangsong-Regular.ttf"
FACE = "仿宋"
SIZE = 16.0
PITCH = 29.0
LETTERS, LINES = 28, 22
LEFT, TOP = 79.37, 104.88
NOT_FIRST = "。，、；：？！”’）〕】》〉,.;:?!)]}%"
NOT_LAST = "“‘（〔【《〈([{"
NUMBER = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+\.")


def face() -> str:
    """The face of official texts, registered once."""
    if FACE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(ttfonts.TTFont(FACE, str(FONT)))
    return FACE


def broken(text: str, ems: float, indent: float = 2.0) -> Iterator[tuple[float, str]]:
    """The lines of a paragraph as a typesetter breaks it: indent in ems and text; words and numbers stay whole."""
    line, used, begins = "", indent, indent
    for token in re.findall(r"[A-Za-z0-9.%+\-]+|.", text):
        width = pdfmetrics.stringWidth(token, face(), 1)
        if used + width > ems + 0.01 and token not in NOT_FIRST and line:
            kept = line.rstrip(NOT_LAST)
            yield begins, kept
            line, begins = line[len(kept) :], 0.0
            used = pdfmetrics.stringWidth(line, face(), 1)
        line += token
        used += width
    if line:
        yield begins, line


def print_pdf(path: Path, title: str, paragraphs: Sequence[str], head: str = "", password: str = "") -> Path:
    """An official page: 28 letters a line, 22 lines a page, — n — below, a running head if asked for."""
    lock = None
    if password:
        from reportlab.lib.pdfencrypt import StandardEncryption

        lock = StandardEncryption(password, canPrint=1)
    canvas = Canvas(str(path), pagesize=A4, encrypt=lock)
    lines = [line for text in paragraphs for line in _page_lines(text, title)]
    for number, start in enumerate(range(0, len(lines), LINES), 1):
        for row, (indent, text, size) in enumerate(lines[start : start + LINES]):
            canvas.setFont(face(), size)
            canvas.drawString(LEFT + indent * SIZE, A4[1] - TOP - SIZE - row * PITCH, text)
        canvas.setFont(face(), 14)
        if head:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 60, head)
        place = A4[0] - LEFT - 60 if number % 2 else LEFT + 14
        canvas.drawString(place, A4[1] - 775, f"— {number} —")
        canvas.showPage()
    canvas.save()
    return path


def _page_lines(text: str, title: str) -> list[tuple[float, str, float]]:
    if text == title:
        half = [text[:14], text[14:]] if len(text) > 18 else [text]
        widths = [pdfmetrics.stringWidth(part, face(), 22) for part in half]
        return [((LETTERS - width / SIZE) / 2, part, 22.0) for part, width in zip(half, widths, strict=True) if part]
    if len(text) < 20 and re.fullmatch(r".*(?:办公室|政府|\d日)", text):
        return [(LETTERS - 4 - pdfmetrics.stringWidth(text, face(), 1), text, SIZE)]
    return [(indent, line, SIZE) for indent, line in broken(text, LETTERS, 0.0 if text.endswith(":") else 2.0)]


def print_html(path: Path, title: str, paragraphs: Sequence[str]) -> Path:
    """A page of a government's site: menu, path, title above the text, share buttons, foot."""
    text = "\n".join(f"<p style='text-indent:2em'>&nbsp;&nbsp;{html.escape(line)}</p>" for line in paragraphs)
    path.write_bytes(
        f"""<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}_云山县人民政府</title>
<style>p {{ margin: 0 }}</style><script>var a = "一、不是正文。";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">政务服务</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政策文件</a></div>
<div class="wrap"><div class="content"><div id="zoom" class="TRS_Editor">
{text}
</div><div class="share"><a href="#">分享到微信</a> <a href="#">打印本页</a></div></div></div>
<div class="footer"><p>主办：云山县人民政府办公室，地址：人民路1号。</p><p>ICP备05000000号，网站标识码4400000001</p></div>
</body></html>""".encode("gb18030")
    )
    return path


def print_markdown(path: Path, title: str, paragraphs: Sequence[str]) -> Path:
    """Headings with #, the number of every item in bold, one paragraph a line with blank lines between."""
    lines = []
    for text in paragraphs:
        mark = NUMBER.match(text)
        if text == title:
            lines.append(f"# {text}")
        elif mark and mark[0].endswith("、"):
            lines.append(f"## {text}")
        elif mark and len(text) < 30:
            lines.append(f"### {text}")
        elif mark:
            stop = text.find("。") + 1
            lines.append(f"**{text[:stop]}**{text[stop:]}")
        else:
            lines.append(text)
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def print_docx(path: Path, title: str, paragraphs: Sequence[str]) -> Path:
    """A Word document with a page header."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "云山县人民政府文件"
    for text in paragraphs:
        word.add_paragraph(text)
    word.save(str(path))
    return path
