"""The shape of the house: which room may know which, and what must not be written anywhere."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import run

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "desktop_app"
MODULES = sorted(PACKAGE.rglob("*.py"))
WRITTEN = {".py", ".md", ".toml", ".txt", ".spec", ".cfg", ".ini", ".yml", ".yaml", ".json", ".mako", ".qss", ""}
LEFT_OUT = {".git", ".venv", "build", "dist", "data", "__pycache__"}

# Put together from pieces, so that this file does not name them either.
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("files", "pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("deb", "debian", "org"),
            ("tuna", "tsinghua", "edu"),
            ("mirrors", "aliyun", "com"),
        )
    )
    + "|--index"
    + "-url"
)


def imported_names(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def test_every_room_knows_only_the_rooms_it_may_know(capsys):
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("module", [*MODULES, ROOT / "run.py"], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_opens_with_a_sentence(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_no_module_can_reach_the_network():
    network = {"socket", "urllib.request", "http.client", "ftplib", "smtplib", "requests", "httpx"}
    reaching = {str(module): imported_names(module) & network for module in MODULES}
    assert not {module: names for module, names in reaching.items() if names}


def test_no_file_names_a_package_registry():
    written = [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and path.suffix in WRITTEN and not LEFT_OUT & set(path.relative_to(ROOT).parts)
    ]
    assert ROOT / "pyproject.toml" in written
    naming = [path for path in written if REGISTRIES.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert not naming


def test_every_dependency_is_pinned_to_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [*project["dependencies"], *(pin for extra in project["optional-dependencies"].values() for pin in extra)]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_run_accepts_the_pythons_that_the_package_accepts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest, newest = run.OLDEST_PYTHON, run.NEWEST_PYTHON
    assert project["requires-python"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"
