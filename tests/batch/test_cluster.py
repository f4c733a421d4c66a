"""A real scheduler with real worker processes, which see nothing of the catalogue's disk."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from definitions import definition, write

import guidepub
from guidepub.batch.work.bundles import Packer, make_bundle
from guidepub.batch.work.cluster import ClusterExecutor
from guidepub.batch.work.jobs import Job
from guidepub.findings.errors import UsageError

pytestmark = pytest.mark.xdist_group("cluster")

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><title>A deck.</title>'
    '<rect width="2" height="1"/></svg>'
)
CATALOG = """\
[imprint]
name = "Press"
logo = "logos/press.svg"
[defaults]
theme = "own"
editions = ["screen"]
[data]
programs = "data/programs.csv"
"""


@dataclass(frozen=True)
class Cluster:
    """A scheduler's address and the processes of its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Return a cluster of two worker processes on this machine."""
    folder = tmp_path_factory.mktemp("cluster")
    address_file = folder / "scheduler.json"
    quiet: dict[str, Any] = {
        "cwd": folder,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    dask = [sys.executable, "-m", "distributed.cli"]
    common = ["--no-dashboard", "--scheduler-file", str(address_file)]
    processes = [
        subprocess.Popen(
            [f"{dask[0]}", dask[1], f"{dask[2]}.dask_scheduler", "--host", "127.0.0.1",
             "--port", "0", *common], **quiet,
        ),
        *(
            subprocess.Popen(
                [dask[0], dask[1], f"{dask[2]}.dask_worker", "--no-nanny", "--nthreads", "1",
                 "--local-directory", str(folder / str(number)), *common], **quiet,
            )
            for number in range(2)
        ),
    ]  # fmt: skip
    while not address_file.exists() or not address_file.read_text():
        assert processes[0].poll() is None, "the scheduler did not start"
    yield Cluster(json.loads(address_file.read_text())["address"], processes[1:])
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue with all that a book can take from a disk, and a bad guide."""
    files = {
        "catalog.toml": CATALOG,
        "logos/press.svg": DRAWING,
        "data/programs.csv": "institution,degree,campus\nMill,baking,campus\n",
        "themes/own/styles/book.css": "p { margin: 0 }\n",
        "fisher.md": definition(":::{programs} Schools\n:degree: baking\n:::", title="Fisher"),
        "sailor/guide.md": definition("![A deck.](deck.svg)", title="Sailor"),
        "sailor/deck.svg": DRAWING,
        "chinese.md": definition("麵", title="Noodles"),
        **{f"book-{n}.md": definition("Word. " * 500, title=f"Book {n}") for n in range(6)},
    }
    root = write(tmp_path_factory.mktemp("shop"), files)
    (root / "linked.md").write_text(definition("![A deck.](linked.svg)", title="Linked"))
    (root / "linked.svg").symlink_to(root / "sailor" / "deck.svg")
    return root


@pytest.fixture(scope="module")
def alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> guidepub.Report:
    """Return the report of a build in this process."""
    return guidepub.build(guidepub.load(folder), tmp_path_factory.mktemp("alone"))


def facts(report: guidepub.Report) -> dict[str, tuple]:
    """Return what must not depend on where books are made."""
    return {
        result.slug: (
            result.status,
            result.findings,
            [(file.edition, file.sha256, file.pages, file.key) for file in result.files],
            result.inputs,
        )
        for result in report.results
    }


def test_a_bundle_gives_the_same_book_where_nothing_of_the_catalogue_is(folder, alone, tmp_path):
    catalog = guidepub.load(folder)
    contents: dict[str, bytes] = {}
    packer = Packer("one", contents.__setitem__)
    for slug in ("sailor", "fisher", "linked"):
        job = Job(catalog.with_guides(catalog[slug]), slug, ("screen",), reasons={"screen": "new"})
        made = packer.unpack(make_bundle(packer.pack(job), contents), job)
        (result,) = [result for result in alone.results if result.slug == slug]
        assert made.findings == ()
        assert guidepub.files.sha256(made.files["screen"].data or b"") == result.files[0].sha256
        assert made.inputs == result.inputs


def test_a_cluster_makes_what_one_process_makes(cluster, folder, alone, tmp_path):
    catalog = guidepub.load(folder)
    with ClusterExecutor(cluster.address) as executor:
        report = guidepub.build(catalog, tmp_path / "out", executor=executor)
        assert facts(report) == facts(alone)
        # The bad guide is tried again, nothing else; and its finding is of the file here.
        again = guidepub.build(catalog, tmp_path / "out", executor=executor)
    assert [result.slug for result in again.failed] == ["chinese"]
    assert again.findings[0].place.path == str(folder / "chinese.md")
    assert len(again.unchanged) == len(report.built) == 9


def test_a_worker_that_is_lost_in_mid_batch_costs_no_book(cluster, folder, alone, tmp_path):
    killed: list[int] = []

    def kill(event: guidepub.Event) -> None:
        if event.kind == "book" and not killed:
            killed.append(cluster.workers[0].pid)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    with ClusterExecutor(cluster.address) as executor:
        catalog = guidepub.load(folder)
        report = guidepub.build(catalog, tmp_path, executor=executor, on_event=kill)
    assert killed
    assert facts(report) == facts(alone)


def test_the_command_line_makes_books_on_a_cluster(cluster, folder, alone, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "guidepub", "build", folder / "sailor", folder / "fisher.md",
         "-o", tmp_path, "--cluster", cluster.address],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    for result in alone.built:
        if result.slug in ("sailor", "fisher"):
            made = tmp_path / result.slug / f"{result.slug}-screen.pdf"
            assert guidepub.files.sha256(made.read_bytes()) == result.files[0].sha256


def test_a_cluster_that_is_not_there_is_reported(monkeypatch):
    monkeypatch.setattr("guidepub.batch.work.cluster._PATIENCE", 1)
    with pytest.raises(UsageError, match="No scheduler answers at tcp://127"):
        ClusterExecutor("tcp://127.0.0.1:9")
    with pytest.raises(UsageError, match="No scheduler answers at nonsense"):
        ClusterExecutor("nonsense://")


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" * 64, bytes(64)],
                         ids=["http", "ones", "zeros"])  # fmt: skip
def test_what_answers_and_is_no_scheduler_is_reported(tmp_path, answer):
    script = f"""
import socket, sys, threading
from guidepub.cli import main

listener = socket.create_server(("127.0.0.1", 0))

def answer():
    while True:
        listener.accept()[0].sendall({answer!r})

threading.Thread(target=answer, daemon=True).start()
address = f"tcp://127.0.0.1:{{listener.getsockname()[1]}}"
sys.argv = ["guidepub", "build", sys.argv[1], "--cluster", address]
main()
"""
    guides = str(Path(__file__).parents[2] / "guides")
    command = [sys.executable, "-c", script, guides]
    run = subprocess.run(
        command, capture_output=True, text=True, timeout=60, cwd=tmp_path, check=False
    )
    assert run.returncode == 2
    assert re.fullmatch(r"What answers at tcp://127\S+ is not a scheduler.*\n", run.stderr)


def test_workers_that_would_make_other_books_are_refused(cluster, monkeypatch):
    monkeypatch.setattr("guidepub.batch.work.cluster.versions", lambda: {"weasyprint": "1.0"})
    with pytest.raises(UsageError, match=r"would make other books: .*weasyprint 70\.\d, not 1\.0"):
        ClusterExecutor(cluster.address)


def test_a_cluster_does_nothing_else(cluster):
    with ClusterExecutor(cluster.address) as executor, pytest.raises(TypeError, match="jobs"):
        executor.submit(print, "hello")
