"""What lies in a folder is listed, whatever lies there: what cannot be looked at is told."""

from __future__ import annotations

import os

import pytest
from definitions import definition, write

from guidepub.files import fault_of_file, hash_file, open_regular, sha256
from guidepub.files.folders import fault_of_name, files_below, listing, readable, spelt_on_disk
from guidepub.loading import load


@pytest.fixture
def refuse(monkeypatch):
    """Return a function that keeps folders of some names from being read, even by the superuser."""
    scandir = os.scandir

    def refuse(*names):
        def refusing(folder):
            if str(folder).endswith(names):
                raise PermissionError(13, "Permission denied", str(folder))
            return scandir(folder)

        monkeypatch.setattr("guidepub.files.folders.os.scandir", refusing)

    return refuse


def test_files_and_folders_stand_in_order(tmp_path):
    write(tmp_path, {"b.md": "", "a.md": "", "sub/c.md": ""})
    (tmp_path / "nowhere").symlink_to("gone")
    (tmp_path / "linked").symlink_to("sub")
    found = listing(tmp_path)
    assert [path.name for path in found.files] == ["a.md", "b.md", "nowhere"]
    assert [path.name for path in found.folders] == ["linked", "sub"]


def test_a_folder_that_cannot_be_read_costs_itself_alone(tmp_path, refuse):
    write(tmp_path, {"a.md": "", "lost+found/b.md": "", "sub/deep/c.md": ""})
    refuse("lost+found")
    found = files_below(tmp_path)
    assert [path.name for path in found.files] == ["a.md", "c.md"]
    assert [str(finding) for finding in found.findings] == [
        f"{tmp_path}/lost+found D001 The folder cannot be read: Permission denied."
        " Make it readable, or move it elsewhere."
    ]


def test_links_to_folders_are_not_followed_and_some_folders_not_entered(tmp_path):
    write(tmp_path, {"sub/a.md": "", "other/b.md": ""})
    (tmp_path / "sub" / "around").symlink_to("..")
    found = files_below(tmp_path, lambda name: name != "other")
    assert [path.name for path in found.files] == ["a.md"]


def test_what_is_no_file_or_has_no_name_is_reported(tmp_path):
    odd = os.fsdecode(b"caf\xe9.pdf")
    write(tmp_path, {"a.pdf": "x", odd: "x"})
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "gone.pdf").symlink_to("nowhere")
    found = readable(sorted(tmp_path.iterdir()))
    assert [path.name for path in found.files] == ["a.pdf"]
    assert [finding.code for finding in found.findings] == ["D013", "D001", "D001"]
    assert found.findings[0].place.path == f"{tmp_path}/caf\\xE9.pdf"


def test_a_name_below_a_folder_of_an_odd_name_is_odd(tmp_path, monkeypatch):
    folder = write(tmp_path / os.fsdecode(b"\xff"), {"a.md": ""})
    monkeypatch.chdir(folder)
    assert fault_of_name(folder.relative_to(folder) / "a.md").code == "D013"
    assert fault_of_name(tmp_path / "a.md") is None


def test_a_file_is_asked_for_below_a_folder_that_cannot_be_searched(tmp_path, refuse):
    write(tmp_path, {"bilder/a.png": ""})
    refuse("bilder")
    assert spelt_on_disk(tmp_path / "bilder" / "é.png") == tmp_path / "bilder" / "é.png"


def test_a_pipe_that_takes_a_file_s_place_is_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "a.md")
    monkeypatch.setattr("pathlib.Path.is_file", lambda _path: True)
    with pytest.raises(OSError, match="it is not a regular file"):
        open_regular(tmp_path / "a.md")
    assert hash_file(tmp_path / "a.md") is None


def test_a_file_that_grows_is_hashed_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"abcdef")
    fstat = os.fstat

    def earlier(handle):
        status = list(fstat(handle))
        status[6] = 3
        return os.stat_result(status)

    monkeypatch.setattr("guidepub.files.disk.os.fstat", earlier)
    assert hash_file(tmp_path / "a") == sha256(b"abc")


def test_a_file_that_may_not_be_looked_at_is_reported(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    fault = fault_of_file(tmp_path / "a.md")
    assert str(fault) == f"{tmp_path}/a.md D001 The file cannot be read: Permission denied."


@pytest.mark.skipif(not hasattr(os, "fork") or os.geteuid() != 0, reason="needs a second user")
def test_a_folder_that_can_be_listed_and_not_searched_costs_its_guide_alone(tmp_path):
    write(tmp_path, {"good.md": definition(), "shut/guide.md": definition()})
    tmp_path.chmod(0o755)
    (tmp_path / "shut").chmod(0o644)
    # All that is needed is loaded before the child is somebody who may not read it.
    assert [*load(tmp_path)] == ["good", "shut"]
    child = os.fork()
    if not child:
        try:
            os.chdir(tmp_path)
            os.setuid(65534)
            catalog = load(".")
            reported = [(f.place.path, f.code) for f in catalog.findings]
            os._exit(0 if reported == [("shut/guide.md", "D001")] and [*catalog] == ["good"] else 1)
        except BaseException:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
