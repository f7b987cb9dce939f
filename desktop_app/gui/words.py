"""What the window says in the language that was chosen, where the words come from outside a widget.

The labels and signals of the domain are Chinese: ledgers and reports print them as they are. A window in another
language passes them through `say`. `FORMS` lists every form they take, for pyside6-lupdate and for `say` itself.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.domain.task import format_day
from desktop_app.gui.sentences import SENTENCES

FORMS: tuple[str, ...] = tuple(
    str(form)
    for form in (
        QT_TRANSLATE_NOOP("domain", "未启动"),
        QT_TRANSLATE_NOOP("domain", "推进中"),
        QT_TRANSLATE_NOOP("domain", "已完成待核"),
        QT_TRANSLATE_NOOP("domain", "已销号"),
        QT_TRANSLATE_NOOP("domain", "暂缓"),
        QT_TRANSLATE_NOOP("domain", "不再适用"),
        QT_TRANSLATE_NOOP("domain", "红灯"),
        QT_TRANSLATE_NOOP("domain", "黄灯"),
        QT_TRANSLATE_NOOP("domain", "绿灯"),
        QT_TRANSLATE_NOOP("domain", "不计灯"),
        QT_TRANSLATE_NOOP("domain", "逾期"),
        QT_TRANSLATE_NOOP("domain", "临期与滞后"),
        QT_TRANSLATE_NOOP("domain", "正常"),
        QT_TRANSLATE_NOOP("domain", "待核"),
        QT_TRANSLATE_NOOP("domain", "牵头单位"),
        QT_TRANSLATE_NOOP("domain", "配合单位"),
        QT_TRANSLATE_NOOP("domain", "责任单位"),
        QT_TRANSLATE_NOOP("domain", "任务"),
        QT_TRANSLATE_NOOP("domain", "标题"),
        QT_TRANSLATE_NOOP("domain", "背景"),
        QT_TRANSLATE_NOOP("domain", "版面信息"),
        QT_TRANSLATE_NOOP("domain", "未识别"),
        QT_TRANSLATE_NOOP("domain", "每日"),
        QT_TRANSLATE_NOOP("domain", "每周"),
        QT_TRANSLATE_NOOP("domain", "每旬"),
        QT_TRANSLATE_NOOP("domain", "每半月"),
        QT_TRANSLATE_NOOP("domain", "每月"),
        QT_TRANSLATE_NOOP("domain", "每季度"),
        QT_TRANSLATE_NOOP("domain", "每半年"),
        QT_TRANSLATE_NOOP("domain", "每年"),
        QT_TRANSLATE_NOOP("domain", "长期"),
        QT_TRANSLATE_NOOP("domain", "任"),
        QT_TRANSLATE_NOOP("domain", "题"),
        QT_TRANSLATE_NOOP("domain", "背"),
        QT_TRANSLATE_NOOP("domain", "单"),
        QT_TRANSLATE_NOOP("domain", "时"),
        QT_TRANSLATE_NOOP("domain", "标"),
        QT_TRANSLATE_NOOP("domain", "疑"),
        QT_TRANSLATE_NOOP("domain", "新增"),
        QT_TRANSLATE_NOOP("domain", "变更"),
        QT_TRANSLATE_NOOP("domain", "删除"),
        QT_TRANSLATE_NOOP("domain", "移动"),
        QT_TRANSLATE_NOOP("domain", "恢复"),
        QT_TRANSLATE_NOOP("domain", "成文日期"),
        QT_TRANSLATE_NOOP("domain", "文号"),
        QT_TRANSLATE_NOOP("domain", "发文机关"),
        QT_TRANSLATE_NOOP("domain", "进展情况报告"),
        QT_TRANSLATE_NOOP("domain", "任务台账"),
        QT_TRANSLATE_NOOP("domain", "逾期通报"),
        QT_TRANSLATE_NOOP("domain", "单位清单"),
        QT_TRANSLATE_NOOP("domain", "催办函"),
        QT_TRANSLATE_NOOP("domain", "指标完成情况"),
        QT_TRANSLATE_NOOP("domain", "佐证材料目录"),
        QT_TRANSLATE_NOOP("domain", "总体情况"),
        QT_TRANSLATE_NOOP("domain", "本期工作进展"),
        QT_TRANSLATE_NOOP("domain", "逾期任务及原因"),
        QT_TRANSLATE_NOOP("domain", "各章进展"),
        QT_TRANSLATE_NOOP("domain", "各单位进展"),
        QT_TRANSLATE_NOOP("domain", "近期到期任务"),
        QT_TRANSLATE_NOOP("domain", "下一步工作"),
        QT_TRANSLATE_NOOP("domain", "与上次报送相比的变化"),
        QT_TRANSLATE_NOOP("domain", "各单位逾期情况"),
        QT_TRANSLATE_NOOP("domain", "已达到的指标"),
        QT_TRANSLATE_NOOP("domain", "未达到的指标"),
        QT_TRANSLATE_NOOP("domain", "尚无读数的指标"),
        QT_TRANSLATE_NOOP("domain", "逾期任务清单"),
        QT_TRANSLATE_NOOP("domain", "指标明细"),
        QT_TRANSLATE_NOOP("domain", "不填"),
        QT_TRANSLATE_NOOP("domain", "序号"),
        QT_TRANSLATE_NOOP("domain", "任务编号"),
        QT_TRANSLATE_NOOP("domain", "规划"),
        QT_TRANSLATE_NOOP("domain", "章"),
        QT_TRANSLATE_NOOP("domain", "节"),
        QT_TRANSLATE_NOOP("domain", "指标读数"),
        QT_TRANSLATE_NOOP("domain", "牵头或责任单位"),
        QT_TRANSLATE_NOOP("domain", "是否完成"),
        QT_TRANSLATE_NOOP("domain", "亮灯"),
        QT_TRANSLATE_NOOP("domain", "进展"),
        QT_TRANSLATE_NOOP("domain", "进展和存在问题"),
        QT_TRANSLATE_NOOP("domain", "进展、存在问题和下一步"),
        QT_TRANSLATE_NOOP("domain", "填报人"),
        QT_TRANSLATE_NOOP("domain", "佐证份数"),
        QT_TRANSLATE_NOOP("domain", "填报单位"),
        QT_TRANSLATE_NOOP("domain", "当天日期"),
        QT_TRANSLATE_NOOP("domain", "报送期"),
        QT_TRANSLATE_NOOP("domain", "规划名称"),
        QT_TRANSLATE_NOOP("domain", "任务总数"),
        QT_TRANSLATE_NOOP("domain", "已销号数"),
        QT_TRANSLATE_NOOP("domain", "逾期数"),
        QT_TRANSLATE_NOOP("domain", "销号率"),
        QT_TRANSLATE_NOOP("domain", "固定文字"),
        QT_TRANSLATE_NOOP("domain", "新销号"),
        QT_TRANSLATE_NOOP("domain", "退回重办"),
        QT_TRANSLATE_NOOP("domain", "新逾期"),
        QT_TRANSLATE_NOOP("domain", "新列入"),
        QT_TRANSLATE_NOOP("domain", "不再列入"),
        QT_TRANSLATE_NOOP("domain", "时限调整"),
        QT_TRANSLATE_NOOP("domain", "原文变更"),
        QT_TRANSLATE_NOOP("domain", "指标有新读数"),
        QT_TRANSLATE_NOOP("domain", "进展更新"),
        QT_TRANSLATE_NOOP("domain", "其他变化"),
        QT_TRANSLATE_NOOP("domain", "已完成，等待核验销号"),
        QT_TRANSLATE_NOOP("domain", "已暂缓，不计灯"),
        QT_TRANSLATE_NOOP("domain", "不再适用，不计灯"),
        QT_TRANSLATE_NOOP("domain", "未定时限"),
        QT_TRANSLATE_NOOP("domain", "原文未写完成时限，不计灯"),
        QT_TRANSLATE_NOOP("domain", "原文写“{0}”，不设完成时限，不计灯"),
        QT_TRANSLATE_NOOP("domain", "逾期{0}天"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，已逾期{1}天（已由{2}延期）"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，已逾期{1}天，未办延期"),
        QT_TRANSLATE_NOOP("domain", "剩{0}天"),
        QT_TRANSLATE_NOOP("domain", "今日到期"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，剩{1}天，进度{2}%，序时进度{3}%"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，今天到期，进度{1}%，序时进度{2}%"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，剩{1}天，进度{2}%"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，今天到期，进度{1}%"),
        QT_TRANSLATE_NOOP("domain", "延期中"),
        QT_TRANSLATE_NOOP("domain", "已由{0}延期至{1}，剩{2}天"),
        QT_TRANSLATE_NOOP("domain", "滞后"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，进度{1}%，序时进度{2}%"),
        QT_TRANSLATE_NOOP("domain", "{0}到期，剩{1}天"),
        QT_TRANSLATE_NOOP("domain", "编号"),
        QT_TRANSLATE_NOOP("domain", "章节"),
        QT_TRANSLATE_NOOP("domain", "任务内容"),
        QT_TRANSLATE_NOOP("domain", "目标"),
        QT_TRANSLATE_NOOP("domain", "责任人"),
        QT_TRANSLATE_NOOP("domain", "完成时限"),
        QT_TRANSLATE_NOOP("domain", "销号日期"),
        QT_TRANSLATE_NOOP("domain", "状态"),
        QT_TRANSLATE_NOOP("domain", "进度"),
        QT_TRANSLATE_NOOP("domain", "进展情况"),
        QT_TRANSLATE_NOOP("domain", "存在问题"),
        QT_TRANSLATE_NOOP("domain", "下一步"),
        QT_TRANSLATE_NOOP("domain", "佐证"),
        QT_TRANSLATE_NOOP("domain", "备注"),
        QT_TRANSLATE_NOOP("domain", "不用"),
        QT_TRANSLATE_NOOP("domain", "并入上一项"),
        QT_TRANSLATE_NOOP("domain", "不作任务"),
        QT_TRANSLATE_NOOP("domain", "表头"),
        QT_TRANSLATE_NOOP("domain", "表名和填报信息"),
        QT_TRANSLATE_NOOP("domain", "空行"),
        QT_TRANSLATE_NOOP("domain", "重复的表头"),
        QT_TRANSLATE_NOOP("domain", "合计行"),
        QT_TRANSLATE_NOOP("domain", "说明"),
        QT_TRANSLATE_NOOP("domain", "没有任务内容"),
        QT_TRANSLATE_NOOP("domain", "预计完成"),
        QT_TRANSLATE_NOOP("domain", "佐证名称"),
        QT_TRANSLATE_NOOP("domain", "采用"),
        QT_TRANSLATE_NOOP("domain", "相同"),
        QT_TRANSLATE_NOOP("domain", "冲突"),
        QT_TRANSLATE_NOOP("domain", "存疑"),
        QT_TRANSLATE_NOOP("domain", "未采"),
        QT_TRANSLATE_NOOP("domain", "单位"),
        QT_TRANSLATE_NOOP("domain", "本地"),
        QT_TRANSLATE_NOOP("domain", "并存"),
        QT_TRANSLATE_NOOP("domain", "另填"),
        QT_TRANSLATE_NOOP("domain", "名称一致"),
        QT_TRANSLATE_NOOP("domain", "名称相近"),
        QT_TRANSLATE_NOOP("domain", "待补佐证"),
        QT_TRANSLATE_NOOP("domain", "时限"),
        QT_TRANSLATE_NOOP("domain", "指标"),
        QT_TRANSLATE_NOOP("domain", "疑点"),
        QT_TRANSLATE_NOOP("domain", "{0}年{1}月{2}日"),
        QT_TRANSLATE_NOOP("domain", "{0}月{1}日"),
    )
)
"""Labels, words and sentences of the domain; {0}, {1} … stand for a number, a date or words of the document."""

_MONTHS: tuple[str, ...] = tuple(
    str(month)
    for month in (
        QT_TRANSLATE_NOOP("domain", "1月"),
        QT_TRANSLATE_NOOP("domain", "2月"),
        QT_TRANSLATE_NOOP("domain", "3月"),
        QT_TRANSLATE_NOOP("domain", "4月"),
        QT_TRANSLATE_NOOP("domain", "5月"),
        QT_TRANSLATE_NOOP("domain", "6月"),
        QT_TRANSLATE_NOOP("domain", "7月"),
        QT_TRANSLATE_NOOP("domain", "8月"),
        QT_TRANSLATE_NOOP("domain", "9月"),
        QT_TRANSLATE_NOOP("domain", "10月"),
        QT_TRANSLATE_NOOP("domain", "11月"),
        QT_TRANSLATE_NOOP("domain", "12月"),
    )
)
_PLACE = re.compile(r"\{\d\}")
_GAP = re.compile(r"\\\{\d\\\}")
_ANYTHING = "(.+?)"
_NUMBER = r"(\d[\d,.]*)"
_NO_CLAUSE = r"([^，；。]+?)"
_COUNTED = (*"项个格行份页次处段条天字年月日%", " MB")
"""What stands after a number."""
_DAY_FORMS = ("{0}年{1}月{2}日", "{0}月{1}日")
_QUOTES = ("“", "《")
_JOINTS = {"\n": "\n", "　": "  ", "。": ". ", "；": "; "}
"""What the core joins sentences with, and what stands there in a language with spaces."""


def tr(text: str, note: str | None = None) -> str:
    """A word of a module that has no widget to ask; pyside6-lupdate files it under no class.

    `note` tells the translator where one word needs two translations, such as a narrow column.
    """
    return QCoreApplication.translate("", text, note)


def say(words: str) -> str:
    """A label, signal, day or sentence of the core in the language of the window; other words stay as they are."""
    probe = QCoreApplication.translate("domain", _MONTHS[0])
    return words if probe == _MONTHS[0] else _said(words, probe)


def say_day(day: dt.date, today: dt.date) -> str:
    """A day for a column: without the year when it is the year of `today`."""
    return say(format_day(day, today))


@lru_cache(maxsize=2048)
def _said(words: str, language: str) -> str:
    """`language` keeps apart what was said before and after a change of translator."""
    if words in _plain():
        return QCoreApplication.translate("domain", words)
    for form, pattern in _patterns():
        if found := pattern.fullmatch(words):
            return _filled(form, found, language)
    return _joined(words, language)


def _filled(form: str, found: re.Match[str], language: str) -> str:
    places = list(found.groups())
    if form in _DAY_FORMS:
        places[-2] = QCoreApplication.translate("domain", _MONTHS[int(places[-2]) - 1])
    else:
        places = [
            place if _is_quoted(words=found.string, at=found.start(n)) else _said(place, language)
            for n, place in enumerate(places, start=1)
        ]
    return QCoreApplication.translate("domain", form).format(*places)


def _is_quoted(words: str, at: int) -> bool:
    """Whether the record is quoted here: what stands in quotation marks is nobody's to translate."""
    return words[:at].endswith(_QUOTES)


def _joined(words: str, language: str) -> str:
    """Several sentences in one: each is said for itself. Words with no sentence of the core in them stay as they are."""
    for mark, joint in _JOINTS.items():
        if mark not in words:
            continue
        pieces = words.split(mark)
        said = [_said(piece, language) if piece else "" for piece in pieces]
        if said != pieces:
            return joint.join(said).rstrip(" ")
    return words


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    return frozenset(form for form in (*FORMS, *SENTENCES) if "{0}" not in form)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Forms with places, those that spell out the most first: “{0}项” is a part of many a sentence."""
    forms = [form for form in (*FORMS, *SENTENCES) if "{0}" in form]
    forms.sort(key=lambda form: -len(_PLACE.sub("", form)))
    return tuple((form, re.compile(_pattern(form), re.DOTALL)) for form in forms)


def _pattern(form: str) -> str:
    escaped = re.escape(form)
    return _GAP.sub(lambda gap: _place(escaped[: gap.start()], escaped[gap.end() :]), escaped)


def _place(before: str, after: str) -> str:
    """What a place may hold goes by what stands beside it."""
    if before.endswith(_QUOTES):
        return _ANYTHING
    return _NUMBER if after.replace("\\", "").startswith(_COUNTED) else _NO_CLAUSE
