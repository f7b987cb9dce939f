"""What the command line loads: enough for the command and no more."""

import subprocess
import sys

import pytest

HEAVY = {"PySide6", "opencc", "docx", "openpyxl", "reportlab", "lxml", "alembic", "mako", "PIL"}

LOADED = """
import sys
from desktop_app.__main__ import main
code = main(sys.argv[1:])
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("line", ["plans", "tasks --json", "tick TASK", "show TASK", "history"])
def test_everyday_commands_load_no_library_they_do_not_need(filled, task, line):
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, "--workspace", str(filled.workspace), *line.replace("TASK", str(task)).split()],
        env=filled.environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert HEAVY & set(ended.stderr.splitlines()[-1].split()) == set()
