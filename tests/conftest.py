"""Fixtures for all rooms: an open workspace, a plan built by hand, and no network."""

from __future__ import annotations

import datetime as dt
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.plan import Plan
from desktop_app.services.workspace import Workspace, open_workspace
from tests.plan_by_hand import build_plan

TODAY = dt.date(2021, 10, 18)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program never calls out: any attempt to connect fails the test. Sockets of this machine's own are left."""

    def refuse(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            pytest.fail(f"a network connection was tried: {address!r}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)


@pytest.fixture
def plan() -> Plan:
    """A plan built by hand, so that tests of what comes after do not lean on the reader."""
    return build_plan()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty open workspace on 2021-10-18."""
    with open_workspace(tmp_path / "台账", TODAY) as opened:
        yield opened


@pytest.fixture
def source(tmp_path: Path, plan: Plan) -> Path:
    """The file that `plan` was read from."""
    path = tmp_path / plan.source
    path.write_text(plan.original, encoding="utf-8", newline="")
    return path
