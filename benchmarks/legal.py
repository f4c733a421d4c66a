"""Two measurements of `guidepub check --legal`, too long for the tests.

    python benchmarks/legal.py speed [FILES]    files a second on books of about 15 pages
    python benchmarks/legal.py proof [BOOKS]    as many real books, a fifth tampered with

Both exit with 1 where the result is not what it should be: 40 files a second on two
processors, and every tampered book named for the right reason with no other beside it.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "checks" / "legal")]

import guidepub  # noqa: E402
from benchmarks.copies import write_copies  # noqa: E402
from guidepub.checks import finished_files  # noqa: E402

SAMPLE = "welder"
WANTED = 40.0


def speed(count: int) -> int:
    """Measure one run without a cache, and one with what the first one remembered."""
    catalog = guidepub.load(ROOT / "guides")
    book = guidepub.assemble(catalog[SAMPLE], catalog)
    data = guidepub.render(book, "screen")
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name, "books"), Path(name, "cache")
        pages = write_copies(data, folder, count)
        load = os.getloadavg()[0]
        rates = []
        for kind in ("first run", "from the cache"):
            begin, before = time.perf_counter(), _processor_time()
            report = guidepub.check_legal([folder], catalog, cache=cache)
            seconds, used = time.perf_counter() - begin, _processor_time() - before
            assert len(report.files) == count
            assert not report.findings
            # On a busy machine the processor's time tells more than the clock.
            rates.append(max(count / seconds, 2 * count / used))
            print(
                f"{kind}: {count} files of {pages} pages in {seconds:.1f} s, {count / seconds:.0f}/s; "
                f"{used:.1f} s of processor time, {2 * count / used:.0f}/s on two idle processors"
            )
    print(f"{os.cpu_count()} processors, load before: {load:.1f}")
    return 0 if rates[0] >= WANTED else 1


def _processor_time() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def proof(count: int) -> int:
    """Make real books, tamper with a fifth of them, and compare the report with the plan."""
    from tampering import FAULTS, TRIMS, whole_register

    languages, faults = list(TRIMS), list(FAULTS)
    plan = {
        f"book-{n:03}": faults[n // 5 % len(faults)] if n % 5 == 0 else "" for n in range(count)
    }
    with tempfile.TemporaryDirectory() as name:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
            orders = [
                (Path(name, book), languages[n // 5 % 4 if fault else n % 4], fault, n + 1)
                for n, (book, fault) in enumerate(plan.items())
            ]
            list(pool.map(_write, orders))
        report = guidepub.check_legal([name], whole_register())
        files = len(finished_files([name]).files)
    named: dict[str, list[guidepub.Finding]] = {}
    for file in report.files:
        if file.findings:
            named.setdefault(file.path.parent.name, []).extend(file.findings)
    wrong = sorted(set(named) ^ {book for book, fault in plan.items() if fault})
    for book, fault in plan.items():
        codes = {
            f.code for file in report.files if file.path.parent.name == book for f in file.findings
        }
        if codes != ({FAULTS[fault][0]} if fault else set()):
            wrong.append(
                f"{book} ({fault or 'untouched'}): {', '.join(sorted(codes)) or 'nothing'}"
            )
    tampered = sum(1 for fault in plan.values() if fault)
    print(f"{count} books, {files} files, {tampered} tampered with, {len(named)} named")
    print(*wrong, sep="\n" if wrong else "")
    return 1 if wrong else 0


def _write(order: tuple[Path, str, str, int]) -> None:
    from tampering import tampered_book, true_book, write_book

    folder, language, fault, number = order
    make = tampered_book(language, fault, number) if fault else true_book(language, number)
    write_book(folder, make)


if __name__ == "__main__":
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind not in ("speed", "proof"):
        sys.exit(__doc__)
    amount = int(sys.argv[2]) if len(sys.argv) > 2 else {"speed": 400, "proof": 200}[kind]
    sys.exit({"speed": speed, "proof": proof}[kind](amount))
