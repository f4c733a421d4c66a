"""Files made to harm: no trace of Python, no long wait, no great memory."""

import subprocess
import sys
import time

import pytest
from definitions import definition, write

import guidepub
from guidepub import InputError, load

HEAD = "---\ntitle: T\n---\n# A\n\n"
YAML = "title: T\nsections: [{title: A, body: b}]\n"
JSON = '{"title": "T", "sections": [{"title": "A", "body": "b"}], '


def reported(path):
    """Return what loading a path finds wrong, a line each, and make sure that it is quick.

    It is the processor's time that counts, whatever else runs beside.
    """
    begun = time.process_time()
    try:
        found = load(path).findings
    except InputError as error:
        found = error.findings
    assert time.process_time() - begun < 10
    folder = path if path.is_dir() else path.parent
    return [str(finding).replace(f"{folder}/", "") for finding in found]


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    path = tmp_path / "a.md"
    with path.open("wb") as stream:
        stream.write(definition().encode())
        stream.truncate(50 * 1000 * 1000)
    assert reported(path) == [
        "a.md D002 The file is larger than the 512 KiB allowed here. Split it or make it smaller."
    ]


@pytest.mark.parametrize("name", ["a.md", "a.yaml", "a.json"])
def test_a_file_of_4_mib_of_one_sign_is_refused(tmp_path, name):
    write(tmp_path, {name: b"[" * 4 * 1024 * 1024})
    assert [line.split()[1] for line in reported(tmp_path / name)] == ["D002"]


def test_a_catalogue_of_50_mb_is_refused_unread(tmp_path):
    with (tmp_path / "catalog.toml").open("wb") as stream:
        stream.truncate(50 * 1000 * 1000)
    assert reported(tmp_path)[0].startswith(
        "catalog.toml D002 The file is larger than the 512 KiB allowed here."
    )


ENOUGH = 200 * 1024
MANY = {
    f"{sign[:9]!r}.md": HEAD + (sign * (ENOUGH // len(sign) + 1))[:ENOUGH]
    for sign in ["[", "*", "*a ", "![", "[@", "[^", '"', "a'", "* a\n", "- ", "> ", ":::\n", ":::{note}\n", ":",
                 "`", "{fact}`a` ", "{fact}`a`\n\n", "[a](b) ", "![a](b.png)\n\n", "[a]: b\n", "# a\n", "## a\n\n",
                 "|a|b|\n", "a\n: b\n", "[^a]: x\n\n", "\n", "&#1;", "&amp;", "    a\n", "a\r\n", "\x01", "\\",
                 ":::{chart} T\n:facts: a,b\n:::\n", "a,"]
}  # fmt: skip


@pytest.mark.parametrize("name", MANY)
def test_much_of_one_form_is_quickly_judged(tmp_path, name):
    write(tmp_path, {"a.md": MANY[name]})
    assert len(reported(tmp_path / "a.md")) <= 101


@pytest.mark.parametrize("sign", ["[", "![", "[@", "[^", '"', "*a ", "{a}`", "<a ", "a**b"])
def test_many_paragraphs_just_short_enough_are_quickly_judged(tmp_path, sign):
    paragraph = (sign * 20_000)[:19_000]
    write(tmp_path, {"a.md": HEAD + "\n\n".join([paragraph] * 2)})
    assert len(reported(tmp_path / "a.md")) <= 101


LARGE = {
    "keys.yaml": YAML + "".join(f"k{n}: 1\n" for n in range(8_000)),
    "twice.yaml": YAML + "a: 1\n" * 8_000,
    "facts.yaml": YAML + "facts:\n" + "".join(f"  f{n}: {{value: x, unit: USD}}\n" for n in range(3000)),
    "sources.yaml": YAML + "facts:\n" + "".join(f"  f{n}: {{value: 1, source: s{n}}}\n" for n in range(3000))
    + "sources: {" + ", ".join(f"t{n}: {{title: a, publisher: b}}" for n in range(2000)) + "}\n",
    "sections.yaml": "title: T\nsections:\n" + "".join(f"- {{title: S{n}, body: '[x](#s{n}x)'}}\n" for n in range(3000)),
    "anchors.yaml": YAML + "tags: [" + "&a x, " * 10_000 + "]\n",
    "long-key.yaml": YAML + "? " + "k" * 400_000 + "\n: 1\n",
    "long-value.yaml": YAML + "language: " + "k" * 400_000 + "\n",
    "long-word.md": HEAD + "{fact}`" + "a" * 19_000 + "`",
    "number.yaml": YAML + "edition: " + "9" * 400_000 + "\n",
    "sections.json": '{"title": "T", "sections": [' + ", ".join(f'{{"title": "s{n}"}}' for n in range(5_000)) + "]}",
    "keys.json": JSON + ", ".join(f'"k{n}": 1' for n in range(8_000)) + "}",
    "number.json": JSON + '"edition": ' + "9" * 400_000 + "}",
    "commas.json": "[" + "," * 500_000,
    "quotes.json": '["' + '\\"' * 40_000,
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_large_definition_is_quickly_judged(tmp_path, name):
    write(tmp_path, {name: LARGE[name]})
    lines = reported(tmp_path / name)
    assert 1 <= len(lines) <= 101
    assert all(len(line) < 1000 for line in lines)


CATALOGUES = {
    "types": "imprint = 5\nimprints = 'x'\ndefaults = []\nsections = 3\ndata = [1]\nnotices = {a = 1}\n"
    "guides = {}\nfindings = [1]\nroot = '/'\nx = nan\n",
    "inner types": "[imprint]\nid = 5\nname = []\nabout = 2026-01-01\nfoo = inf\n[defaults]\ntheme = []\n"
    "trim = {width = nan, height = true}\neditions = [[]]\n[sections]\nrequired = [1]\norder = {}\n"
    "[sections.titles]\na = 'x'\nb = [1]\n[data]\na = 1\nb = {file = 1, note = 5, x = 1}\nc = {note = {xx = 1}}\n"
    "[[imprints]]\n[[notices]]\nid = 1\nwhen = {tag = ['x'], tags = 'x', facts = [1]}\nfile = 5\n",
    "numbers": "[[notices]]\nid = 'a'\nversion = 99999999999999999999\nlanguage = 'en'\ntext = 'x'\ntitle = 'T'\n",
    "digits": "a = " + "9" * 5000,
    "dots": "a" + ".a" * 100_000 + " = 1",
    "depth": "a = " + "[" * 100_000,
    "tables": "".join(f"[t{n}]\n" for n in range(12_000)),
    "notices": "[[notices]]\n" * 8_000,
    "imprints": "[[imprints]]\nname = 'x'\n" * 4_000,
    "titles": "[sections.titles]\n" + "".join(f"k{n} = ['a']\n" for n in range(8_000)),
    "required": "[sections]\nrequired = [" + '"a", ' * 20_000 + "]\n",
    "brace": "[[notices]]\nid = 'a'\nversion = 1\nlanguage = 'en'\ntitle = 'T'\ntext = '" + "{" * 500_000 + "'\n",
}  # fmt: skip


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_hostile_catalogue_is_quickly_judged(tmp_path, name):
    write(tmp_path, {"catalog.toml": CATALOGUES[name]})
    assert len(reported(tmp_path)) <= 101


def test_beyond_a_hundred_faults_one_line_says_that_there_are_more(tmp_path):
    write(tmp_path, {"a.md": definition("\n\n".join(f"{{fact}}`f{n}`" for n in range(150)))})
    lines = reported(tmp_path / "a.md")
    assert len(lines) == 101
    assert lines[0] == "a.md D009 The file has more faults than are reported here. Fix these first."


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"---\ntitle: T\n---\n# A\n\nb\xe9d\n", "a.md:6:2 D001 The byte 0xE9 is not UTF-8. Save the file as UTF-8."),
        (definition().encode("utf-16"), "a.md:1:1 D001 The byte 0xFF is not UTF-8. Save the file as UTF-8."),
        (b"", "a.md D003 The file is empty. Write it or delete it."),
        (b"\xef\xbb\xbf \n", "a.md D003 The file is empty. Write it or delete it."),
        (definition("a\x00b").encode(), "a.md:7:2 D008 The character U+0000 is not allowed in a book. Delete it."),
        (definition("a\x1b[31m").encode(), "a.md:7:2 D008 The character U+001B is not allowed in a book. Delete it."),
        (definition("it\x92s").encode(), "a.md:7:3 D008 The character U+0092 is not allowed in a book. Delete it."),
        (definition("a\u2028b").encode(), "a.md:7:2 D008 The character U+2028 is not allowed in a book. Delete it."),
        (b"---\r\ntitle: T\r\n---\r\n# A\r\n\r\n{fact}`x`\r\n", "a.md:6:1 D030 The fact “x” is not defined. Define it in the front matter under “facts”."),
        (b"---\rtitle: T\r---\r# A\r\r{fact}`x`\r", "a.md:6:1 D030 The fact “x” is not defined. Define it in the front matter under “facts”."),
        (b"\xef\xbb\xbf---\ntitel: T\ntitle: T\n---\n# A\n\nb\n", "a.md:2:1 D010 The key “titel” is unknown. Did you mean “title”?"),
    ],
)  # fmt: skip
def test_bytes_that_no_author_sees_are_reported_with_their_place(tmp_path, data, line):
    write(tmp_path, {"a.md": data})
    assert reported(tmp_path / "a.md") == [line]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_a_mark_and_foreign_line_ends_do_no_harm(tmp_path, data, ending):
    write(tmp_path, {"a.md": data + definition("b\n\nc").encode().replace(b"\n", ending)})
    assert load(tmp_path / "a.md")["a"].sections[0].body == "\nb\n\nc\n"


def test_many_faults_of_a_table_are_reported_once(tmp_path):
    write(
        tmp_path,
        {
            "catalog.toml": '[data]\nprograms = "p.csv"\n',
            "p.csv": "a,a\n",
            "a.md": definition(":::{programs}\n:::\n\n" * 50),
            "b.md": definition(":::{programs}\n:::\n"),
        },
    )
    assert reported(tmp_path) == [
        "p.csv:1 C001 The column “a” occurs twice in the first row. Give each column a name of its own."
    ]


# Linux counts in it what is only reserved too; libraries alone take some 400 MB of that.
GUARDED = """
import re, resource, sys
import guidepub
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
catalog = guidepub.load(sys.argv[1])
# Not getrusage: what it tells of a child begins with the size of the process that made it.
status = open("/proc/self/status").read()
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) // 1024
assert peak < 400, f"{peak} MB"
print(len(catalog), len(catalog.findings))
"""


def test_a_folder_of_all_of_them_takes_little_memory(tmp_path):
    write(tmp_path, {"good.md": definition()})
    write(
        tmp_path, {f"l{number}-{name}": text for number, (name, text) in enumerate(LARGE.items())}
    )
    write(tmp_path, {f"m{number}.md": text for number, text in enumerate(MANY.values())})
    done = subprocess.run(
        [sys.executable, "-c", GUARDED, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    guides, findings = map(int, done.stdout.split())
    assert guides >= 1
    assert findings >= len(LARGE)


def test_the_good_guides_among_them_stay(tmp_path):
    write(tmp_path, {"good.md": definition(), "bad.yaml": "[" * 100_000, "dir.md/x": ""})
    assert list(guidepub.load(tmp_path)) == ["good"]
