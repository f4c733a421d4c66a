"""Those who send a school's server hostile guides and themes, eight at once."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.siege.hostile import hostile
from benchmarks.siege.mutating import mutated
from benchmarks.siege.outcomes import Outcome
from benchmarks.siege.school import AT_ONCE, SECONDS
from benchmarks.siege.watching import SECRET

_ROOT = Path(__file__).resolve().parent.parent.parent
# As long as a book may take, and its turn behind seven others of two at a time.
_PATIENCE = SECONDS * AT_ONCE
_GUIDE = "---\ntitle: Baker\n---\n# A\n\nBread.\n"
_CATALOG = '[imprint]\nname = "Press"\n[defaults]\ntheme = "house"\n'
_SHEETS = (
    "p { color: red }", "aside { display: none }", "@import 'http://127.0.0.1:9/a.css';", "a{" * 3000,
    "p { background: url(../../../../../outside/secret.svg) }", ":root { --a: var(--b); --b: var(--a) }",
    "@font-face { font-family: X; src: url(/dev/zero) } body { font-family: X }", "p { width: calc(" + "(" * 900,
    "@page { size: 1e9in 1e9in }", "p::before { content: '" + "x" * 9000 + "' }", "* { counter-increment: a 999999999 }",
    ".notice { font-size: 0 }", "body { columns: 99999 }", "p { margin: -1e9em }", "\0\ufffd{}",
)  # fmt: skip
_TEMPLATES = (
    "{{ leaf }}", "{% for a in range(9) %}{{ a }}{% endfor %}", "{% include 'body.xhtml' %}", "{{ 9 ** 9 }}",
    "{% include '../../../outside/secret.md' %}", "{{ leaf.origin }}", "{% for a in 'x' %}" * 60, "<script>1</script>",
    "{% set a = 'x' %}{% for b in leaves %}{% set a = a ~ a %}{% endfor %}", "{{ self }}", "<p>", "{% raw %}", "",
)  # fmt: skip


def sent(number: int) -> dict[str, str]:
    """Return the files that the pupil of a number sends: a hostile guide, theme or catalogue."""
    chance = Random(f"pupil {number}")
    if number % 2:
        name, content = hostile(chance)
        text = content if isinstance(content, str) else content.decode("latin-1")
        return {name: text, "good.md": _GUIDE}
    sheet = chance.choice(_SHEETS)
    files = {
        "catalog.toml": _CATALOG if chance.random() < 0.8 else mutated(_CATALOG, chance),
        "themes/house/theme.toml": 'inherits = "classic"\n',
        "themes/house/styles/book.css": mutated(sheet, chance) if chance.random() < 0.5 else sheet,
        "baker.md": _GUIDE,
    }
    if chance.random() < 0.4:
        files[f"themes/house/templates/{chance.choice(('notice', 'section', 'cover'))}.xhtml"] = (
            chance.choice(_TEMPLATES)
        )
    return files


def try_school(numbers: Sequence[int]) -> Iterator[Outcome]:
    """Yield the outcomes for the requests of some numbers, and for the server's memory."""
    with _server() as (port, process), ThreadPoolExecutor(AT_ONCE) as pupils:
        yield from pupils.map(lambda number: _asked(port, number), numbers)
        peak = max(_memory(process.pid), default=0)
        alive = process.poll() is None
        faults = () if alive else (("traceback", "the server has died"),)
        yield Outcome(
            "pupil",
            numbers[-1],
            "the server itself, largest process",
            "alive" if alive else "dead",
            faults,
            0,
            peak,
        )


@contextmanager
def _server() -> Iterator[tuple[int, subprocess.Popen[str]]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.siege.school"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline()), process
    finally:
        process.terminate()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def _asked(port: int, number: int) -> Outcome:
    begin = time.monotonic()
    faults: list[tuple[str, str]] = []
    verdict, size = "no answer", 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        body = json.dumps(sent(number))
        connection.request("POST", "/", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read().decode()
    except (OSError, http.client.HTTPException) as error:
        faults.append(("traceback", f"no answer: {error!r}"))
    else:
        verdict = "files" if answer.status == 200 and json.loads(text)["made"] else "findings"
        size = len(text)
        if answer.status != 200:
            faults.append(("traceback", f"status {answer.status}"))
        if SECRET in text:
            faults.append(("outside", "the words of a file outside were told"))
        if " B002 " in text:
            faults.append(("traceback", text[text.index(" B002 ") :][:300]))
    finally:
        connection.close()
    return Outcome("pupil", number, "hostile guide" if number % 2 else "hostile theme", verdict,
                   tuple(faults), time.monotonic() - begin, size)  # fmt: skip


def _memory(process: int) -> Iterable[int]:
    """Yield the most bytes that a process and its children have had in memory."""
    for entry in Path("/proc").iterdir():
        try:
            status = (entry / "status").read_text()
        except OSError:
            continue
        lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        if str(process) in (entry.name, lines.get("PPid", "").strip()) and "VmHWM" in lines:
            yield int(lines["VmHWM"].split()[0]) * 1024
