"""What the page maker may fetch: nothing but what the book and the theme hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from definitions import definition, write

from guidepub.pdf.engine.fetching import BOOK, ClosedFetcher, RefusedError


def fetcher() -> ClosedFetcher:
    held = {"images/a.png": (b"bytes", "image/png")}
    return ClosedFetcher(BOOK, held.get)


def test_what_the_book_holds_is_served_with_its_type():
    response = fetcher().fetch(f"{BOOK}images/a.png")
    assert response.read() == b"bytes"
    assert response.content_type == "image/png"


def test_what_an_address_itself_holds_is_served_where_a_function_reads_it():
    reading = ClosedFetcher(BOOK, {}.get, {"data:x": (b"bytes", "image/png")}.get)
    assert reading.fetch("data:x").read() == b"bytes"
    with pytest.raises(RefusedError):
        reading.fetch("data:y")


@pytest.mark.parametrize(
    "address",
    [
        f"{BOOK}images/b.png",
        f"{BOOK}",
        f"{BOOK}../images/a.png",
        f"{BOOK}/images/a.png",
        "https://book.invalid.example/images/a.png",
        "https://book.invalid@example.invalid/images/a.png",
        "http://book.invalid/images/a.png",
        "images/a.png",
        "file:///etc/passwd",
        "file:images/a.png",
        "ftp://example.invalid/a.png",
        "data:image/png;base64,AAAA",
        "",
    ],
)
def test_all_else_is_refused(address):
    with pytest.raises(RefusedError):
        fetcher().fetch(address)


HOSTILE = """\
<img src="{secret}"> <link rel="stylesheet" href="{secret}"> <style>@import url({secret});</style>
<iframe src="http://127.0.0.1:9/"></iframe> <object data="{secret}"></object>

{{{{ secret }}}} {{% include "{secret}" %}} \\\\input{{{secret}}} &xxe; <!ENTITY xxe SYSTEM "{secret}">

<svg><image href="{secret}"/></svg> `<script src="{secret}">` url({secret})

[a link](https://example.invalid/) <https://example.invalid/auto>
"""

# Python tells an audit hook of every file that is opened and every connection that is made.
WATCH = """
import sys
# The libraries below are looked up by programs of the system, once.
import guidepub, guidepub.pdf, guidepub.epub
secret, folder, blind = sys.argv[1:]
if blind == "blind":
    import guidepub.themes.validation
    guidepub.themes.validation.theme_findings = lambda theme: ()
seen = []

def hook(event, arguments):
    if event == "open" and str(arguments[0]).endswith("secret.css"):
        seen.append((event, arguments[0]))
    if event.startswith(("socket.connect", "socket.getaddrinfo", "urllib.Request", "subprocess.")):
        seen.append((event, str(arguments)))

sys.addaudithook(hook)
try:
    catalog = guidepub.load(folder)
except guidepub.InputError as error:
    sys.exit(f"{len(error.findings)} faults {sorted(map(str, seen))}")
assert not catalog.findings, catalog.findings
book = guidepub.assemble(catalog["baker"], catalog)
for edition in ("screen", "epub"):
    try:
        data = guidepub.render(book, edition)
        assert b"CANARY" not in data
        print(edition, "made")
    except guidepub.RenderError as error:
        print(edition, *sorted({finding.code for finding in error.findings}))
try:
    open(secret)
finally:
    # The hook does see what it is there to see.
    assert seen.pop() == ("open", secret), "the hook is deaf"
print(seen)
"""


def watched(secret: Path, folder: Path, blind: bool = False) -> list[str]:
    """Make a book in a process that is watched, and return the lines that it says.

    Where it is `blind`, a theme is not looked through before it is used.
    """
    command = [sys.executable, "-c", WATCH, str(secret), str(folder), "blind" * blind]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert "Traceback" not in done.stderr, done.stderr
    return (done.stdout + done.stderr).splitlines()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file beside the catalogue that no book may hold."""
    path = tmp_path / "secret.css"
    path.write_text("p::before { content: 'CANARY' }")
    return path


def test_hostile_text_opens_no_file_and_no_connection(secret, tmp_path):
    address = secret.as_uri()
    link = f"'</title><link rel=stylesheet href={address}>'"
    head = f"subtitle: {link}\nauthors: [{{name: '<img src={address}>'}}]\ndescription: {link}"
    text = definition(HOSTILE.format(secret=address), head)
    write(tmp_path / "catalogue", {"baker.md": text})
    assert watched(secret, tmp_path / "catalogue") == ["screen made", "epub made", "[]"]


def test_hostile_styles_open_no_file_and_no_connection(secret, tmp_path):
    address = secret.as_uri()
    css = (
        f"@import url({address}); @import '../../../../secret.css';\n"
        f"@font-face {{ font-family: X; src: url({address}) }}\n"
        f"body {{ background: url(http://127.0.0.1:9/x.png); content: url({address}) }}\n"
        "p::after { content: attr(data-x url); list-style: url(//example.invalid/x.png) }\n"
    )
    catalog = '[imprint]\nname = "P"\n[defaults]\ntheme = "house"\n'
    files = {"themes/house/styles/book.css": css, "catalog.toml": catalog, "baker.md": definition()}
    write(tmp_path / "catalogue", files)
    assert watched(secret, tmp_path / "catalogue") == ["12 faults []"]
    # Whoever lays out the pages does not rest on that.
    blindly = watched(secret, tmp_path / "catalogue", blind=True)
    assert blindly == ["screen R001", "epub R001", "[]"]
