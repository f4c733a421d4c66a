"""The commit of a folder, from the files that Git keeps."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from guidepub.files.revisions import commit_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OTHER = "f" * 40


def repository(folder: Path, head: str, **files: str) -> Path:
    for name, text in {"HEAD": head, **files}.items():
        path = folder / ".git" / name.replace("__", "/").replace("packed_refs", "packed-refs")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_git_itself_agrees(tmp_path):
    def git(*arguments: str) -> str:
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        command = ["git", "-C", str(tmp_path), *settings, *arguments]
        clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        return subprocess.run(
            command, check=True, capture_output=True, text=True, env=clean
        ).stdout.strip()

    git("init", "-q")
    assert commit_of(tmp_path) == ""
    git("commit", "-q", "--allow-empty", "-m", "One")
    assert commit_of(tmp_path) == git("rev-parse", "HEAD")
    git("pack-refs", "--all")
    (tmp_path / "guides").mkdir()
    assert commit_of(tmp_path / "guides") == git("rev-parse", "HEAD")
    git("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    git("-C", "tree", "commit", "-q", "--allow-empty", "-m", "Two")
    assert commit_of(tmp_path / "tree") == git("-C", "tree", "rev-parse", "HEAD")
    assert commit_of(tmp_path / "tree") != commit_of(tmp_path)


@pytest.mark.parametrize(
    ("head", "files"),
    [
        (COMMIT, {}),
        ("ref: refs/heads/main\n", {"refs__heads__main": f"{COMMIT}\n"}),
        (
            "ref: refs/heads/a/b",
            {"packed_refs": f"# pack\n{OTHER} refs/x\n{COMMIT} refs/heads/a/b\n"},
        ),
        (
            "ref: refs/heads/main",
            {"refs__heads__main": COMMIT, "packed_refs": f"{OTHER} refs/heads/main\n"},
        ),
    ],
)
def test_a_plain_repository_has_its_commit(tmp_path, head, files):
    assert commit_of(repository(tmp_path, head, **files)) == COMMIT


@pytest.mark.parametrize(
    "head",
    ["", "ref: refs/heads/none", "ref: ../../secret", "ref: refs/../../secret", "ref: /etc/passwd",
     "no commit", f"{COMMIT}0", "ref: refs/heads/loop", "\x00" * 9000],
)  # fmt: skip
def test_what_is_no_plain_reference_has_no_commit(tmp_path, head):
    (tmp_path / "secret").write_text(COMMIT, "utf-8")
    loop = {"refs__heads__loop": "ref: refs/heads/loop"}
    assert commit_of(repository(tmp_path / "here", head, **loop)) == ""


@pytest.mark.parametrize("text", ["gitdir: nowhere", "gitdir: /dev", "else", ""])
def test_a_file_that_leads_nowhere_has_no_commit(tmp_path, text):
    (tmp_path / ".git").write_text(text, "utf-8")
    assert commit_of(tmp_path) == ""


def test_a_pipe_does_not_hold_the_reader(tmp_path):
    repository(tmp_path, COMMIT)
    (tmp_path / ".git" / "HEAD").unlink()
    os.mkfifo(tmp_path / ".git" / "HEAD")
    assert commit_of(tmp_path) == ""
