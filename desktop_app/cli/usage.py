"""A command line parser that speaks Chinese: help, and errors of one line that say what to do."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from desktop_app.domain.errors import BadInput

# argparse's own sentences, as Python 3.11 to 3.13 word them.
_SENTENCES = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "缺少 {names}"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "多出无法识别的 {names}"),
    (re.compile(r"argument COMMAND: invalid choice: '?(?P<given>.*?)'? \(choose from .+\)"), "没有 {given} 这个命令"),
    (
        re.compile(r"argument (?P<name>.+?): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<known>.+)\)"),
        "{name} 不能是 {given}，可用 {known}",
    ),
    (re.compile(r"argument (?P<name>.+?): expected .+"), "{name} 后面缺少内容"),
    (re.compile(r"argument (?P<name>.+?): ignored explicit argument '(?P<given>.*)'"), "{name} 不带内容，多出 {given}"),
    (re.compile(r"argument (?P<name>.+?): (?P<problem>.+)"), "{name}：{problem}"),
)


class UsageError(BadInput):
    """A command line that cannot be understood."""


class Parser(argparse.ArgumentParser):
    """argparse with Chinese headings; `error` raises `UsageError` instead of ending the program."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Formatter)
        super().__init__(allow_abbrev=False, add_help=False, **settings)
        self._positionals.title = "内容"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does it, but a text may begin with a dash: `--text "-5度以下停工"`."""
        return super().parse_known_args(self._with_dashes(args), namespace)

    def _with_dashes(self, given: Sequence[str] | None) -> list[str]:
        """Options whose one value begins with a single dash and names no option, written as `--option=value`."""
        made: list[str] = []
        for word in sys.argv[1:] if given is None else given:
            option = self._option_string_actions.get(made[-1]) if made else None
            takes_text = option is not None and option.nargs is None
            if takes_text and word[:1] == "-" and word[:2] != "--" and word not in self._option_string_actions:
                made[-1] = f"{made[-1]}={word}"
            else:
                made.append(word)
        return made

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong and where to read more."""
        raise UsageError(f"命令用法有误：{translate(message)}；运行 {self.prog} --help 查看用法")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Prints 用法 before the usage line."""

    def __init__(self, prog: str, **settings: Any) -> None:
        super().__init__(prog, **{"max_help_position": 32, **settings})

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def translate(message: str) -> str:
    """Argparse's sentence in Chinese; a sentence not foreseen is kept as it is."""
    for pattern, chinese in _SENTENCES:
        match = pattern.fullmatch(message)
        if match:
            return chinese.format(**match.groupdict())
    return message
