"""Building takes a minute and needs PyInstaller: only on request."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--run-build", action="store_true", help="build the frozen program and check the wheels")


def pytest_collection_modifyitems(config, items):
    # The option is unknown when this folder was not named on the command line.
    if config.getoption("--run-build", default=False):
        return
    skip = pytest.mark.skip(reason="builds the program: pytest tests/build --run-build")
    for item in items:
        if item.get_closest_marker("build"):
            item.add_marker(skip)
