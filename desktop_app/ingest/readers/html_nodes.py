"""What the elements of a web page are to a reader: unseen, a block of its own, a menu; and their text as it is seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.ingest.readers.radicals import plain_letters

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "canvas",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "input",
        "button",
        "head",
        "title",
        "meta",
        "link",
        "audio",
        "video",
        "map",
        "math",
        "rp",
        "rt",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "center",
        "caption",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ASIDE_TAGS = frozenset({"nav", "footer", "aside"})
_ASIDE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|footer|foot|breadcrumb|crumbs?|position|location|share|bdshare|sidebar|copyright|related|pagination|toolbar|qrcode|erweima|friendlink|print|dyxz|jiathis|fenxiang)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CHINESE_LIST = re.compile(r"list-style(?:-type)?\s*:\s*(?:cjk-ideographic|simp-chinese|trad-chinese)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef]) ?\n ?(?=[\u2e80-\u9fff\uff00-\uffef])")


def tidy(text: str) -> str:
    """Space as a browser shows it; a line end of the source between Chinese letters is none."""
    text = _SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", plain_letters(text))
    return _BETWEEN_CHINESE.sub("", text).replace("\n", " ").replace("\u00a0", " ").strip(" \u3000")


def is_unseen(node: LexborNode) -> bool:
    """True for scripts, forms and what the page itself hides."""
    if node.tag in _UNSEEN or node.tag == "!doctype":
        return True
    about = node.attributes
    return "hidden" in about or bool(_HIDDEN.search(about.get("style") or ""))


def is_aside(node: LexborNode) -> bool:
    """True for an element that calls itself a menu, a foot, a path or the like."""
    if node.tag in _ASIDE_TAGS:
        return True
    about = node.attributes
    if about.get("role") in ("navigation", "contentinfo", "search"):
        return True
    return bool(_ASIDE_WORDS.search(about.get("class") or "") or _ASIDE_WORDS.search(about.get("id") or ""))
