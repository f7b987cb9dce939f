"""What a web page or a printed page puts around a document: paths, index tables, buttons, page numbers, feet.

Kept in the text, read as nothing. The words are looked for where a page has them: above the outline, below it, and (page
numbers, running heads) wherever paper ends. Inside the outline the same words are the document's own: 分享经验做法。
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.ingest.parsing.lines import Line
from desktop_app.ingest.parsing.marks import Style, read_mark
from desktop_app.ingest.running_lines import find_running_lines

_HEAD_LINES, _FOOT_LINES = 60, 60
_LONGEST = 200
_LONGEST_FOOT = 90

# 索 引 号：, 发文机关：…: a field of the index table above a document. The fields that title data are read from.
_INDEX_FIELD = re.compile(
    r"(索\s*引\s*号|有\s*效\s*性|发文机关|制发机关|发布机构|发文字号|文\s*号|标\s*题|名\s*称|信息名称|成文日期|发文日期|生成日期|发布时间|发布日期|公开日期|"
    r"主题分类|公文种类|信息分类|主题词)(?:\s*[：:]|[ \u3000]+(?=\S))"
)
_FIELD_ROW = re.compile(
    r"(?:索\s*引\s*号|信息分类|主题分类|公文种类|体裁分类|组配分类|服务对象|生命周期|发布机构|发文机关|制发机关|责任部门|公开方式|公开范围|公开形式|公开时限|公开责任部门|"
    r"有\s*效\s*性|效力状态|废止日期|失效日期|发文字号|文\s*号\s*[：:]|成文日期|发文日期|生成日期|公开日期|发布(?:时间|日期)|标\s*题\s*[：:]|名\s*称\s*[：:]|信息名称|主\s*题\s*词|关\s*键\s*词\s*[：:]|信息来源|来\s*源\s*[：:]|"
    r"内容概述|统一登记号|有效期\s*[：:])"
)
# What a page prints above and below an article about the article.
_ABOUT = re.compile(
    r"(?:来\s*源\s*[：:]|信息来源|稿件来源|文章来源|作\s*者\s*[：:]|责任编辑|编\s*辑\s*[：:]|编\s*审\s*[：:]|校\s*对\s*[：:]|审\s*核\s*[：:]|初\s*审\s*[：:]|终\s*审\s*[：:]|录入\s*[：:]|浏览(?:次数|量|数)|阅读(?:次数|量|数|\s*[：:])|点击(?:次数|数|率|量)|访问(?:次数|量)|"
    r"(?:发布|更新|发稿)(?:时间|日期)\s*[：:]|日\s*期\s*[：:]\s*\d{4}|时\s*间\s*[：:]\s*\d{4}|字\s*[体号]\s*[：:【\[(（]|【\s*字\s*[体号]|视力保护|保护视力|背景色|文字大小|\[?\s*大\s*[|/]?\s*中\s*[|/]?\s*小\s*\]?$|听全文|朗读|语音播报)"
)
_PLACE = re.compile(
    r"(?:当前位置|当前栏目|您(?:现在)?(?:的|所在)(?:的)?位置|您所在的位置|您现在的位置|所在位置\s*[：:]|位置\s*[：:]|(?:网站)?首\s*页\s*(?:[>＞»›/|-]|$))"
)
_BUTTON = re.compile(
    r"[【\[(（]?\s*(?:打\s*印(?:本页|此页|本文|文章|正文)?|关\s*闭(?:窗口|本页|页面)?|收\s*藏(?:本页|本文)?|纠错|我要纠错|返回(?:顶部|首页|列表|上页|上一页)?|回到顶部|下载(?:文字版|WORD版|PDF版)?|推荐给好友|"
    r"分享(?:到|至|本文|文章)?|全文下载|复制链接|保存|TOP)(?=\s*[】\])）：:|\s]|$)",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:(?:附件|文件|资料)下载|相关(?:阅读|文档|链接|新闻|解读|附件|文件|信息|政策|稿件|报道)|解读(?:链接|材料|文件)|政策解读|图解|(?:上|下)一(?:篇|条|页)|友情链接|网站地图|联系我们|关于我们|网站声明|隐私声明|分享(?:到|至))"
    r"\s*(?:[：:】\])）|]|$)|扫一扫|扫描二维码|在手机(?:上)?(?:打开|浏览|查看)|手机(?:浏览|扫码|查看)|责任编辑|【(?:打印|关闭)|版权所有|版权声明|技术支持\s*[：:]|(?:主|承)办(?:单位)?\s*[：:]|"
    r"[^\n。]{0,12}ICP备|[^\n。]{0,10}公安[网备]|网站标识码|政府网站找错|Copyright|©|您是第|访问量|浏览次数|建议使用\S{0,12}浏览器"
)
_MENU = """
首页 网站首页 新闻中心 新闻动态 要闻动态 政务公开 政府信息公开 信息公开 政策文件 政策法规 规范性文件 政策解读 政务服务 互动交流 政民互动
公众参与 数据开放 政府数据 专题专栏 走进 领导之窗 机构职能 通知公告 登录 注册 退出 搜索 无障碍 无障碍阅读 无障碍浏览 长者模式 长者专区
关怀版 适老版 简体 繁体 繁體 简体版 繁体版 简 繁 English EN 手机版 移动版 移动端 微信 微博 QQ QQ空间 抖音 客户端 邮箱
智能问答 站群导航 网站支持IPv6 打印 打印本页 关闭 关闭窗口 收藏 收藏本页 分享 分享到 分享至 纠错 返回顶部 顶部 字号 字体 大 中 小
默认 超大 A A+ A- + - RSS 今天是 扫一扫 二维码 网站地图 联系我们 关于我们 网站声明 隐私声明 版权保护 使用帮助 友情链接
"""
_MENU_WORDS = frozenset(_MENU.split())
_BETWEEN_WORDS = re.compile(r"[\s|｜>＞»›/\\·•\-—【】\[\]()（）:：,，]+")
_MENU_SHARE = 0.5
_LONGEST_MENU_WORD = 12
_ONLY_DIGITS = re.compile(r"\d{1,4}")
_STARTS_OUTLINE = frozenset({Style.CHINESE, Style.CHAPTER, Style.PART, Style.ARTICLE})


def find_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of lines that belong to the page, not to the document."""
    head, foot = _edges(lines)
    taken = {line.index for line in head if _is_page_words(line.text) or _FIELD_ROW.match(line.text)}
    taken |= {line.index for line in foot if _is_page_words(line.text) or _is_foot(line.text)}
    texts = [line.text for line in lines]
    return frozenset(taken | find_running_lines(texts) | _tail_digits(lines) | _page_foot(lines))


def _edges(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above the outline, and those below its last item."""
    marks = [(place, mark.style) for place, line in enumerate(lines) if (mark := read_mark(line.text))]
    marked = [place for place, style in marks if style in _STARTS_OUTLINE] or [place for place, _ in marks]
    first = marked[0] if marked else _HEAD_LINES
    last = marked[-1] + 1 if marked else 0
    return lines[: min(first, _HEAD_LINES)], lines[max(last, len(lines) - _FOOT_LINES) :]


def _is_foot(words: str) -> bool:
    return len(words) <= _LONGEST_FOOT and "。" not in words and _FOOT.match(words) is not None


def _is_page_words(words: str) -> bool:
    if len(words) > _LONGEST:
        return False
    return any(pattern.match(words) for pattern in (_ABOUT, _PLACE, _BUTTON)) or _is_menu(words)


def _is_menu(words: str) -> bool:
    """无障碍阅读 | 长者专区 | 登录 | 注册: short words between bars or spaces, most of them those of every site."""
    if "。" in words or "\t" in words:
        return False
    parts = [part for part in _BETWEEN_WORDS.split(words) if part]
    known = sum(part in _MENU_WORDS for part in parts)
    return bool(parts) and max(map(len, parts)) <= _LONGEST_MENU_WORD and known >= max(1, _MENU_SHARE * len(parts))


def _page_foot(lines: Sequence[Line]) -> frozenset[int]:
    """附件下载, 相关阅读, 上一篇 …: from the first of them on, what is short belongs to the page."""
    tail = lines[-25:]
    first = next((place for place, line in enumerate(tail) if _is_foot(line.text)), None)
    if first is None or any(len(line.text) > _LONGEST_FOOT and "。" in line.text for line in tail[first:]):
        return frozenset()
    return frozenset(line.index for line in tail[first:])


def _tail_digits(lines: Sequence[Line]) -> frozenset[int]:
    """A page counter on a line of its own among the last lines."""
    return frozenset(line.index for line in lines[-6:] if _ONLY_DIGITS.fullmatch(line.text.strip()))


def index_fields(lines: Sequence[Line]) -> dict[str, str]:
    """The index table a government page prints above a document: 发文字号 -> 济管〔2022〕13号, 成文日期 -> 2022-03-31."""
    fields: dict[str, str] = {}
    for line in lines[:_HEAD_LINES]:
        found = list(_INDEX_FIELD.finditer(line.text))
        if not found or found[0].start() != 0:
            continue
        for index, match in enumerate(found):
            stop = found[index + 1].start() if index + 1 < len(found) else len(line.text)
            fields.setdefault("".join(match[1].split()), line.text[match.end() : stop].strip())
    return fields
