"""Make the catalogue of the sample volume: `python -m tools.seven_careers DIR`.

The sample guides are copied, and the copies marked for an index and a glossary, and given labels
and references, as `examples/seven-careers/marks.toml` says. The volume itself is
`examples/seven-careers/seven-careers.md`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "seven-careers"
STYLE = "lanternfield.csl"
_FIGURE = re.compile(r":::\{(?P<kind>chart|table|programs|figure|related|interests)\}")
# Lines that hold no running text: headings, directives and their options, rows, notes.
_NO_TEXT = re.compile(r"\s*(?:#|::|:\w+:|\||\[\^|---|[a-z_-]+: |- title)")
_MARKED = re.compile(r"\{[a-z]+\}`[^`]*`|`[^`]*`|\[[^\]]*\](?:\([^)]*\))?")
_SEE = {"es": "Véase también"}
# Of each entry, so many places are marked.
_PLACES = 2


def make(folder: Path) -> None:
    """Write the catalogue into a folder that is not there yet."""
    shutil.copytree(ROOT / "guides", folder)
    marks = tomllib.loads((EXAMPLE / "marks.toml").read_text())
    slugs = list(marks)
    for number, (slug, own) in enumerate(marks.items()):
        path = definition(folder, slug)
        text = path.read_text()
        head, fence, body = text.partition("\nsections:" if path.suffix == ".yaml" else "\n---\n")
        body = with_references(body, slug, slugs[(number + 1) % len(slugs)])
        for term in own["terms"]:
            body = marked(body, "term", term, 1)
        for entry in own["index"]:
            body = marked(body, "index", entry, _PLACES)
        path.write_text(head + fence + body)
    # What is put into prose is rewritten, so that examples of the guides' own marks stay.
    for name in ("seven-careers.md", STYLE):
        shutil.copy(EXAMPLE / name, folder)
    _share_glossary(folder)
    catalog = folder / "catalog.toml"
    cited = f'[defaults]\ncitations = "{STYLE}"'
    catalog.write_text(catalog.read_text().replace("[defaults]", cited))


def definition(folder: Path, slug: str) -> Path:
    """Return the file of a guide."""
    files = (folder / f"{slug}.md", folder / f"{slug}.yaml", folder / slug / "guide.md")
    return next(file for file in files if file.exists())


def marked(body: str, role: str, entry: str, places: int) -> str:
    """Return a text in whose prose some words are marked where they first stand."""
    words, _, named = entry.partition(" <")
    written = f"{{{role}}}`{{found}} <{named}`" if named else f"{{{role}}}`{{found}}`"
    pattern = re.compile(rf"(?<![\w-]){re.escape(words)}(?![\w-])", re.I)
    lines, left = body.split("\n"), places
    for number, line in enumerate(lines):
        if left and not _NO_TEXT.match(line) and (found := _free(pattern, line)):
            shown = found[0] if named or found[0] == words else f"{found[0]} <{words}>"
            new = written.replace("{found}", shown)
            lines[number] = line[: found.start()] + new + line[found.end() :]
            left -= 1
    return "\n".join(lines)


def with_references(body: str, slug: str, other: str) -> str:
    """Return a text whose figures and tables have labels, and are referred to by number and page."""
    lines: list[str] = []
    see, count = _SEE.get("es" if slug.startswith("asistente") else "", "See"), 0
    for line in body.split("\n"):
        if found := _FIGURE.match(line.lstrip()):
            count += 1
            space = line[: len(line) - len(line.lstrip())]
            name = f"{found['kind']}-{count}"
            lines += [f"{space}{see} {{ref}}`{name}`.", "", f"{space}({name})="]
        lines.append(line)
    titles = [line[2:] for line in lines if line.startswith("# ")]
    if titles:
        others = ", ".join(f"{{ref}}`{titles[n]}`" for n in (0, len(titles) // 2, -2))
        lines += ["", f"{see} {others}, {{guide}}`{other}`.", ""]
    return "\n".join(lines)


def _free(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """Return where words first stand in a line outside of other marks."""
    taken = [each.span() for each in _MARKED.finditer(line)]
    for found in pattern.finditer(line):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            return found
    return None


def _share_glossary(folder: Path) -> None:
    """Let the guides have the volume's terms, too, as the catalogue's."""
    text = (folder / "seven-careers.md").read_text()
    terms = re.findall(r"^  ([A-Za-z -]+): (.+)$", text.partition("glossary:")[2], re.M)
    rows = "".join(f'"{term}" = "{meaning}"\n' for term, meaning in terms)
    catalog = folder / "catalog.toml"
    catalog.write_text(f"{catalog.read_text()}\n[glossary.en]\n{rows}")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
