"""How soon a save is on screen: a browser, a hundred edits of one guide, and what else there is.

    python -m benchmarks.preview [--edits 100] [--guide guides/welder.md]

In one run, on one machine, of the same guide: the time from a save to the picture of the new
page in the browser; a full `guidepub build` of the screen edition; and the plain `weasyprint`
command on the same pages as HTML with the theme's stylesheets. Needs
Playwright, and a browser of the Chromium family.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.commands import environment

ROOT = Path(__file__).resolve().parent.parent
# Milliseconds until the whole of a long guide is there for the first time.
_FIRST = 600_000
_WORDS = ("steady", "careful", "patient", "exact", "ready", "sober", "quick", "quiet")
# Tells when a page's picture has been put in place of another one, after it was painted.
_LISTENER = """
window.shown = [];
new MutationObserver((changes) => {
  const pages = new Set(changes.flatMap((c) => [...c.addedNodes]).filter((n) => n.tagName === "IMG").map((n) => n.closest(".page")));
  for (const page of pages) if (page) requestAnimationFrame(() => setTimeout(() => window.shown.push([page.dataset.at, Date.now()])));
}).observe(document.getElementById("rows"), { childList: true, subtree: true });
"""


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--guide", type=Path, default=ROOT / "guides" / "welder.md")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two saves")
    parser.add_argument(
        "--commands", type=int, default=10, help="runs of each command, spread over the edits"
    )
    options = parser.parse_args()
    report(*edits(options.guide, options.edits, options.pause, options.commands))


def edits(
    source: Path, count: int, pause: float = 1.0, commands: int = 10
) -> tuple[int, list[float], list[float], list[float]]:
    """Edit a copy of a guide in the preview, with a pause in seconds between two saves.

    Returns the guide's pages, and the seconds of each save and of each command in between.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "guides"
        shutil.copytree(source.parent, folder)
        guide = folder / source.name
        html = write_html(guide, Path(name))
        others = (build_command(guide, Path(name)), plain_command(html, Path(name)))
        options = argparse.Namespace(edits=count, pause=pause, commands=commands)
        return measured(folder, guide, options, others)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all values do not exceed."""
    return sorted(values)[max(int(len(values) * share) - 1, 0)]


def report(
    pages: int, shown: Sequence[float], builds: Sequence[float], plain: Sequence[float]
) -> None:
    """Print what was measured."""
    p50, p95 = statistics.median(shown), percentile(shown, 0.95)
    print(f"{len(shown)} edits of a guide of {pages} pages, {os.cpu_count()} processors")
    rows = [("save to screen, p50", p50), ("save to screen, p95", p95), ("slowest", max(shown))]
    rows += [("guidepub build -e screen, median", statistics.median(builds))]
    rows += [("weasyprint command, median", statistics.median(plain))]
    for label, seconds in rows:
        share = seconds / statistics.median(plain)
        print(f"  {label:36} {seconds * 1000:7.0f} ms   {share:5.2f} of the weasyprint command")


def timed(command: Sequence[str]) -> float:
    """Return how many seconds a command takes."""
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=with_this_source())
    return time.perf_counter() - begin


def build_command(guide: Path, folder: Path) -> list[str]:
    """Return the command that builds the screen edition."""
    command = [sys.executable, "-m", "guidepub", "build", str(guide), "-e", "screen"]
    return [*command, "-o", str(folder / "dist")]


def plain_command(html: Path, folder: Path) -> list[str]:
    """Return the plain `weasyprint` command."""
    return [sys.executable, "-m", "weasyprint", str(html), str(folder / "plain.pdf")]


def write_html(guide: Path, folder: Path) -> Path:
    """Write a guide's pages as HTML with links to the stylesheets, as anybody would by hand."""
    import guidepub
    from guidepub.pdf.leaves.document import book_html
    from guidepub.themes.stylesheets.layouts import sheet_names

    catalog = guidepub.load(guide)
    (slug,) = catalog
    book = guidepub.assemble(catalog[slug], catalog)
    for picture in book.pictures:
        (folder / picture.href).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(picture.path, folder / picture.href)
    sheets = [path for name in sheet_names("screen") for path in book.theme.stylesheets(name)]
    links = "".join(f'<link rel="stylesheet" href="{path.as_uri()}">' for path in sheets)
    size = f"@page {{ size: {book.trim.width}pt {book.trim.height}pt }}"
    opening = ".body-opening { page: body-opening; break-before: right }"
    html = book_html(book).replace("</head>", f"{links}<style>{size}{opening}</style></head>")
    (folder / "plain.html").write_text(html, "utf-8")
    return folder / "plain.html"


def with_this_source() -> dict[str, str]:
    """Return the environment in which this checkout's guidepub is found."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@contextmanager
def preview(folder: Path) -> Iterator[str]:
    """Run the preview of a folder, and yield its address."""
    command = [sys.executable, "-m", "guidepub", "preview", str(folder), "--no-open"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=with_this_source()
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def measured(
    folder: Path,
    guide: Path,
    options: argparse.Namespace,
    others: tuple[Sequence[str], Sequence[str]],
) -> tuple[int, list[float], list[float], list[float]]:
    """Return a guide's pages, and the seconds of each save and of each command in between.

    The commands run between saves, so that a machine that is busy meanwhile is so for all.
    """
    browser_path = subprocess.run(
        ["sh", str(ROOT / ".ci" / "browser")], capture_output=True, text=True, check=True
    ).stdout.strip()
    shown: list[float] = []
    builds: list[float] = []
    plain: list[float] = []
    with preview(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
            env={**environment(system_fonts=True)},
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.locator(f'#guides a[data-path="{guide.name}"]').click()
        page.wait_for_selector("html[data-shown=whole]", state="attached", timeout=_FIRST)
        page.evaluate(_LISTENER)
        for number in range(options.edits):
            if number % max(options.edits // options.commands, 1) == 0:
                page.wait_for_timeout(6000)
                builds.append(timed(others[0]))
                plain.append(timed(others[1]))
            shown.append(one_edit(page, guide, number, options.pause))
        count = page.locator(".page").count()
        browser.close()
    return count, shown, builds, plain


def one_edit(page: Page, guide: Path, number: int, pause: float) -> float:
    """Change a word of a paragraph, another one each time, and wait until its page is seen."""
    text = guide.read_text("utf-8")
    head, _, body = text.partition("\n---\n\n")
    paragraphs = body.split("\n\n")
    prose = [
        at
        for at, each in enumerate(paragraphs)
        if re.match(r"[A-Z][^:|]*$", each) and len(each) > 200
    ]
    at = prose[number % len(prose)]
    words = paragraphs[at].split(" ")
    words.insert(6, _WORDS[number % len(_WORDS)])
    if len(words) > 7 and words[7] in _WORDS:
        del words[7]
    paragraphs[at] = " ".join(words)
    page.evaluate("window.shown = []")
    begin = time.time()
    guide.write_text(f"{head}\n---\n\n" + "\n\n".join(paragraphs), "utf-8")
    page.wait_for_function("() => window.shown.length > 0", timeout=60_000, polling=5)
    moment = min(moment for _, moment in page.evaluate("window.shown"))
    time.sleep(pause)
    return float(moment) / 1000 - begin


if __name__ == "__main__":
    main()
