"""What a web page prints around a document: paths, index tables, buttons. Kept in the text, read as nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.ingest.parsing.lines import Line

_SEARCHED_LINES = 40

_FURNITURE = re.compile(
    r"(?:当前位置|您(?:现在)?(?:的|所在)位置|您所在的位置|首页\s*[>＞»/]|网站首页|索\s*引\s*号|信息分类|主题分类|公文种类|发布机构|发文机关|制发机关|公开方式|公开范围|"
    r"有\s*效\s*性|效力状态|发文字号|文\s*号\s*[：:]|成文日期|发文日期|生成日期|公开日期|发布(?:时间|日期)|标\s*题\s*[：:]|名\s*称\s*[：:]|信息名称|主题词|"
    r"来\s*源\s*[：:]|信息来源|作者\s*[：:]|责任编辑|编辑\s*[：:]|浏览(?:次数|量)|阅读(?:次数|量)?|点击(?:数|率|量)|访问量|字体\s*[：:【\[]|字号\s*[：:]|【字体|"
    r"\[?\s*大\s*中\s*小\s*\]?$|打印(?:本页|此页)?$|【?(?:打印|关闭|收藏|纠错|返回顶部)|关闭(?:窗口|本页)?$|分享(?:到|至)?|扫一扫|在手机上|手机(?:浏览|扫码|查看)|"
    r"上一(?:篇|条)|下一(?:篇|条)|相关(?:附件|文档|解读|文件|链接|新闻)|附件下载|文件下载|政策解读|图解|网站地图|联系我们|关于我们|版权所有|主办单位?\s*[：:].*(?:政府|办公室)\s*(?:承办|$)|"
    r"[^\n]{0,12}ICP备|公网安备|网站标识码|政府网站找错|无障碍|返回顶部|微信|微博|English|简体|繁体)"
)
_FOOT = re.compile(r"附件下载|文件下载|相关(?:阅读|文档|链接|新闻|解读|附件|文件)|上一(?:篇|条)|扫一扫|分享到|责任编辑")
_FOOT_LINES = 25
_LONGEST_FURNITURE = 90
_ONLY_DIGITS = re.compile(r"\d{1,4}")
_INDEX_FIELD = re.compile(
    r"(索\s*引\s*号|有\s*效\s*性|发文机关|制发机关|发布机构|发文字号|文\s*号|标\s*题|名\s*称|信息名称|成文日期|发文日期|生成日期|发布时间|发布日期|公开日期|"
    r"主题分类|公文种类|信息分类|主题词)\s*[：:]"
)


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of lines at the head and the end of a page that belong to the page, not to the document."""
    edges = [*lines[:_SEARCHED_LINES], *lines[max(_SEARCHED_LINES, len(lines) - _SEARCHED_LINES) :]]
    return (
        frozenset(line.index for line in edges if len(line.text) <= 200 and _FURNITURE.match(line.text))
        | _tail_digits(lines)
        | _page_foot(lines)
    )


def _page_foot(lines: Sequence[Line]) -> frozenset[int]:
    """附件下载, 相关阅读, 上一篇 …: from the first of them on, what is short belongs to the page."""
    tail = lines[-_FOOT_LINES:]
    first = next((place for place, line in enumerate(tail) if _FOOT.match(line.text)), None)
    if first is None or any(len(line.text) > _LONGEST_FURNITURE and "。" in line.text for line in tail[first:]):
        return frozenset()
    return frozenset(line.index for line in tail[first:])


def _tail_digits(lines: Sequence[Line]) -> frozenset[int]:
    """A page counter on a line of its own among the last lines."""
    return frozenset(line.index for line in lines[-6:] if _ONLY_DIGITS.fullmatch(line.text.strip()))


def index_fields(lines: Sequence[Line]) -> dict[str, str]:
    """The index table a government page prints above a document: 发文字号 -> 济管〔2022〕13号, 成文日期 -> 2022-03-31."""
    fields: dict[str, str] = {}
    for line in lines[:_SEARCHED_LINES]:
        found = list(_INDEX_FIELD.finditer(line.text))
        if not found or found[0].start() != 0:
            continue
        for index, match in enumerate(found):
            stop = found[index + 1].start() if index + 1 < len(found) else len(line.text)
            fields.setdefault("".join(match[1].split()), line.text[match.end() : stop].strip())
    return fields
