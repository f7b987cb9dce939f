from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import BadInput, Cancelled, StorageFailure
from desktop_app.storage.evidence_files import FileStore, KeptFile, extension_of, safe_name


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "evidence")


def made(folder: Path, name: str, content: bytes = b"content") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_kept_under_the_digest_of_its_content(store: FileStore, tmp_path: Path) -> None:
    kept = store.keep(made(tmp_path, "验收单.PDF"))
    digest = hashlib.sha256(b"content").hexdigest()
    assert kept == KeptFile(digest, ".pdf", 7, added=True)
    path = store.path_of(kept.digest, kept.extension)
    assert path == store.folder / digest[:2] / f"{digest[2:]}.pdf"
    assert path.read_bytes() == b"content"


@pytest.mark.skipif(os.name == "nt", reason="the bits of a file say little there")
def test_a_kept_file_can_not_be_written(store: FileStore, tmp_path: Path) -> None:
    kept = store.keep(made(tmp_path, "a.txt"))
    assert store.path_of(kept.digest, kept.extension).stat().st_mode & 0o222 == 0


def test_the_same_content_is_kept_once_whatever_its_name(store: FileStore, tmp_path: Path) -> None:
    first = store.keep(made(tmp_path, "a.jpeg"))
    second = store.keep(made(tmp_path, "b.jpg"))
    assert not second.added
    assert (second.digest, second.extension) == (first.digest, ".jpeg")
    assert len(list(store.files())) == 1


def test_a_damaged_copy_is_healed_when_the_file_comes_again(store: FileStore, tmp_path: Path) -> None:
    source = made(tmp_path, "a.txt")
    kept = store.keep(source)
    path = store.path_of(kept.digest, kept.extension)
    path.chmod(0o600)
    path.write_bytes(b"changed")
    store.keep(source)
    assert path.read_bytes() == b"content"


@pytest.mark.parametrize("what", ["gone", "empty", "folder"])
def test_what_is_no_file_with_content_is_refused_and_leaves_nothing(
    store: FileStore, tmp_path: Path, what: str
) -> None:
    source = tmp_path / "文件.pdf"
    if what == "empty":
        source.write_bytes(b"")
    if what == "folder":
        source.mkdir()
    with pytest.raises(BadInput, match="文件"):
        store.keep(source)
    assert not store.folder.exists() or list(store.folder.iterdir()) == []


def test_stopping_a_copy_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    def stop(_copied: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.keep(made(tmp_path, "a.bin", b"x" * 3_000_000), stop)
    assert list(store.folder.iterdir()) == []


def test_the_bytes_are_counted_while_they_are_copied(store: FileStore, tmp_path: Path) -> None:
    seen: list[int] = []
    store.keep(made(tmp_path, "a.bin", b"x" * 2_500_000), seen.append)
    assert seen == [1_048_576, 2_097_152, 2_500_000]


def test_a_store_that_can_not_be_written_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_text("in the way")
    with pytest.raises(StorageFailure, match="写入台账文件夹失败"):
        FileStore(tmp_path / "evidence").keep(made(tmp_path, "a.txt"))


def test_what_a_crash_left_half_copied_is_swept_but_not_what_is_being_copied(store: FileStore) -> None:
    store.folder.mkdir()
    old, young = made(store.folder, "old.unfinished"), made(store.folder, "young.unfinished")
    yesterday = time.time() - 2 * 24 * 3600
    os.utime(old, (yesterday, yesterday))
    store.sweep()
    assert [path.name for path in store.folder.iterdir()] == [young.name]
    assert list(store.files()) == []


def test_a_forgotten_file_is_gone(store: FileStore, tmp_path: Path) -> None:
    kept = store.keep(made(tmp_path, "a.txt"))
    store.forget(kept)
    assert list(store.files()) == []


@given(st.text(max_size=300))
def test_a_name_never_leaves_its_folder_and_fits_every_system(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 200
    assert safe not in (".", "..")
    assert not set(safe) & set('/\\:*?"<>|\x00\n')


def test_a_long_name_keeps_its_extension() -> None:
    assert safe_name("很" * 300 + ".pdf").endswith("很.pdf")
    assert safe_name("..\\..\\验收单.pdf") == "_.._验收单.pdf"


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.PDF", ".pdf"), ("a", ""), ("a.tar.gz", ".gz"), ("a.文档", ""), ("a.x y", ""), (".x", "")],
)
def test_only_a_plain_extension_is_kept(name: str, extension: str) -> None:
    assert extension_of(name) == extension
