"""What a template may do, and what it is refused: a book's maker runs nothing of a theme's."""

from __future__ import annotations

from pathlib import Path

import pytest
from definitions import write
from jinja2 import nodes
from markupsafe import Markup

from guidepub import InputError, RenderError
from guidepub.findings import FindingsError
from guidepub.templating import language
from guidepub.templating.sandbox import plain
from guidepub.themes import find_theme
from guidepub.themes.templates import fill

ROWS = [{"name": f"Row {number}", "url": None} for number in range(3)]
VALUES = {"title": "Bread & Butter", "rows": ROWS, "count": 3, "body": Markup("<p>Ready.</p>")}


def filled(folder: Path, text: str, others: dict[str, str] | None = None, **values: object) -> str:
    """Return what a template of a catalogue's own theme makes of some values."""
    names = {"x.xhtml": text} | (others or {})
    write(folder, {f"themes/house/templates/{name}": text for name, text in names.items()})
    return fill(find_theme("house", folder), "x.xhtml", VALUES | values)


def fault(folder: Path, text: str, others: dict[str, str] | None = None) -> tuple[str, str, str]:
    with pytest.raises(FindingsError) as caught:
        filled(folder, text, others)
    found = caught.value.findings[0]
    place = str(found.place).removeprefix(f"{folder}/themes/house/templates/")
    return found.code, place, found.message


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ title }}", "Bread &amp; Butter"),
        ("{{ body }}", "<p>Ready.</p>"),
        ("{% for row in rows %}{{ loop.index }}{{ row.name }};{% endfor %}", "1Row 0;2Row 1;3Row 2;"),
        ("{% for row in rows if row.url %}x{% else %}none{% endfor %}", "none"),
        ("{% if rows|length > 2 and not rows[0].url %}many{% elif count %}few{% endif %}", "many"),
        ("{{ rows[1]['name'] }}", "Row 1"),
        ("{% set n = count + 1 - 2 %}{{ n }}{{ -n }}", "2-2"),
        ("{{ title ~ ' ' ~ count }}", "Bread &amp; Butter 3"),
        ("{{ 'a' if count is odd else 'b' }}", "a"),
        ("{{ 'Bread' in title }}", None),
        ("{{ 'yes' if 'Bread' in title }}", "yes"),
        ("{{ nothing|default('-') }}{{ title|upper }}", "-BREAD &amp; BUTTER"),
        ("{{ ['a', 'b<']|join(', ') }}", "a, b&lt;"),
        ("{{ title|first }}{{ rows|last is defined }}", None),
        ("{% include 'head.xhtml' %}", "Head of Bread &amp; Butter"),
        ("{% extends 'frame.xhtml' %}{% block in %}[{{ super() }}]{% endblock %}", "<[old]>"),
        ("{# A remark. #}{% raw %}{{ title }}{% endraw %}", "{{ title }}"),
        ("{% for key in rows[0] %}{{ key }} {% endfor %}", "name url "),
        ("{% for row in rows %}{{ loop.previtem.name if not loop.first }}{% endfor %}", None),
    ],
)  # fmt: skip
def test_a_template_places_values_repeats_and_chooses(tmp_path, text, made):
    others = {
        "head.xhtml": "Head of {{ title }}",
        "frame.xhtml": "<{% block in %}old{% endblock %}>",
    }
    if made is None:
        with pytest.raises(RenderError, match=r"x\.xhtml:1"):
            filled(tmp_path, text, others)
    else:
        assert filled(tmp_path, text, others) == made


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ title.upper() }}", "a call"),
        ("{{ title.format(1) }}", "a call"),
        ("{{ range(3) }}", "a call"),
        ("{{ self.block() }}", "a call"),
        ("{{ super(1) }}", "a call"),
        ("{% for x in self %}{% endfor %}", "“self”"),
        ("{{ 'text'.title }}", "a field of something that is not a value"),
        ("{{ [1].sort }}", "a field of something that is not a value"),
        ("{{ loop.cycle }}", "another field of “loop”"),
        ("{{ loop['index'] }}", "another field of “loop”"),
        ("{{ 2 * 3 }}", "multiplication"),
        ("{{ 'a' * 9 }}", "multiplication"),
        ("{{ 2 ** 9 }}", "a power"),
        ("{{ '%9d' % 1 }}", "the sign %"),
        ("{{ 1 / 2 }}", "division"),
        ("{{ title[1:] }}", "a slice"),
        ("{{ {'a': 1} }}", "a mapping in braces"),
        ("{{ title|safe }}", "the filter “safe”"),
        ("{{ title|attr('upper') }}", "the filter “attr”"),
        ("{{ rows|map(attribute='name') }}", "the filter “map”"),
        ("{{ title|replace('a', title) }}", "the filter “replace”"),
        ("{{ rows|join(d='') }}", "a named argument"),
        ("{{ count is callable }}", "the test “callable”"),
        ("{% macro m() %}{% endmacro %}", "{% macro %}"),
        ("{% call m() %}{% endcall %}", "{% call %}"),
        ("{% filter upper %}{% endfilter %}", "{% filter %}"),
        ("{% import 'head.xhtml' as x %}", "{% import %}"),
        ("{% from 'head.xhtml' import x %}", "{% from … import %}"),
        ("{% with a = 1 %}{% endwith %}", "{% with %}"),
        ("{% autoescape false %}{% endautoescape %}", "{% autoescape %}"),
        ("{% set a %}x{% endset %}", "{% set %} … {% endset %}"),
        ("{% set a.b = 1 %}", "a namespace"),
        ("{% set loop = 1 %}", "a value named “loop”"),
        ("{% for x in rows recursive %}{% endfor %}", "a recursive loop"),
        ("{% include title %}", "the inclusion of something that is not the name of a template"),
        ("{% include ['a.xhtml'] %}", "the inclusion of something that is not the name of a template"),
        ("{% include '../theme.toml' %}", "the inclusion of something that is not the name of a template"),
        ("{% include '/etc/hosts' %}", "the inclusion of something that is not the name of a template"),
        ("{% extends title %}", "the inclusion of something that is not the name of a template"),
        ("{% include 'gone.xhtml' ignore missing %}", "an inclusion with conditions"),
        ("{% if a %}" * 61 + "{% endif %}" * 61, "too deeply"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "a second block named “a”"),
        ("{% for x in rows %}" * 9 + "{% endfor %}" * 9, "too deeply"),
    ],
)  # fmt: skip
def test_what_is_outside_of_the_language_is_refused_with_its_line(tmp_path, text, reason):
    code, place, message = fault(tmp_path, f"<p>\n{text}</p>")
    assert (code, place) == ("C006", "x.xhtml:2")
    assert reason in message


def test_a_number_that_nobody_reads_is_reported(tmp_path):
    code, place, message = fault(tmp_path, "{{ " + "9" * 5000 + " }}")
    assert (code, place) == ("C003", "x.xhtml")
    assert message.startswith("The template is broken")


@pytest.mark.parametrize("text", ["{{ " + "(" * 5000 + "1", "{{ " + "not " * 9000 + "1 }}"])
def test_no_depth_ends_the_process(tmp_path, text):
    code, place, message = fault(tmp_path, text)
    assert (code, place) == ("C006", "x.xhtml")
    assert message == "The template is nested too deeply."


def test_a_template_that_is_refused_is_refused_before_it_is_used(tmp_path):
    write(tmp_path, {"themes/house/templates/never-used.xhtml": "{{ 1 * 1 }}"})
    with pytest.raises(InputError, match="multiplication"):
        find_theme("house", tmp_path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ title.upper }}", "only mappings have fields"),
        ("{{ title['upper'] }}", "only mappings have fields"),
        ("{{ title.__class__ }}", "only mappings have fields"),
        ("{{ title[0] }}", "only mappings have fields"),
        ("{{ rows.append }}", "only mappings have fields"),
        ("{{ rows[0].items }}", "there is no “items” among name, url"),
        ("{{ body.unescape }}", "only mappings have fields"),
        ("{{ count.real }}", "only mappings have fields"),
        ("{% set x = title %}{{ x.format_map }}", "only mappings have fields"),
        ("{% set key = 'clear' %}{{ rows[0][key] }}", "there is no “clear” among name, url"),
        ("{{ nothing.at.all }}", "'nothing' is undefined"),
        ("{{ super }}", "'super' is undefined"),
        ("{{ environment }}", "'environment' is undefined"),
        ("{% for x in rows %}{{ loop }}{% endfor %}", "this value cannot be printed"),
        ("{% for x in rows %}{% for y in loop %}{% endfor %}{% endfor %}", "cannot be gone through"),
        ("{% for x in rows %}{{ loop ~ 1 }}{% endfor %}", "this value cannot be printed"),
        ("{% for x in rows %}{% set l = loop %}{{ l.cycle }}{% endfor %}", "only mappings"),
        ("{% for x in title %}{% endfor %}", "a text cannot be gone through"),
        ("{{ rows }}", "a list cannot be printed"),
        ("{{ rows[0] }}", "a mapping cannot be printed"),
        ("{{ rows[0].url }}", "none cannot be printed"),
        ("{{ title + title }}", "texts are joined with ~"),
        ("{{ rows + rows }}", "a list cannot be added"),
        ("{{ '%99999999d' is odd }}", "a text cannot be even or odd"),
        ("{{ rows == rows }}", "a list cannot be compared"),
        ("{% set big = 9 %}{{ -title }}", "texts are joined with ~"),
    ],
)  # fmt: skip
def test_only_plain_values_are_reached_and_printed(tmp_path, text, reason):
    code, place, message = fault(tmp_path, text)
    assert (code, place) == ("C003", "x.xhtml:1")
    assert reason in message


MANY = "[" + ", ".join("1" * 99) + "]"
DOUBLED = "".join(f"{{% set s{n} = s{n - 1} ~ s{n - 1} %}}" for n in range(1, 60))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (f"{{% for a in {MANY} %}}" * 6 + "x" + "{% endfor %}" * 6, {}),
        (f"{{% for a in {MANY} %}}" * 4 + "{% if title == body %}{% endif %}" + "{% endfor %}" * 4, {}),
        ("{% set s0 = title %}" + DOUBLED, {}),
        ("{% set s0 = title %}" + DOUBLED.replace("~", ",")
         .replace("= ", "= [").replace(" %}", "]|join %}").replace("[title]|join", "title"), {}),
        ("{% include 'a0.xhtml' %}",
         {f"a{n}.xhtml": f"{{% include 'a{n + 1}.xhtml' %}}" * 9 for n in range(30)}
         | {"a30.xhtml": "end"}),
        ("{% extends 'b0.xhtml' %}{% block x %}{{ super() }}{{ super() }}{% endblock %}",
         {f"b{n}.xhtml": f"{{% extends 'b{n + 1}.xhtml' %}}"
          "{% block x %}{{ super() }}{{ super() }}{% endblock %}" for n in range(30)}
         | {"b30.xhtml": "{% block x %}end{% endblock %}"}),
        ("{% for a in " + MANY + " %}" + "{{ body|upper|lower|upper|lower }}" * 99 + "{% endfor %}", {}),
    ],
    ids=["loops", "comparing", "doubling", "joining", "includes", "blocks", "printing"],
)  # fmt: skip
def test_what_would_take_for_ever_is_stopped(tmp_path, text, others):
    write(tmp_path, {f"themes/house/templates/{name}": text for name, text in others.items()})
    body = "x" * 100_000
    with pytest.raises(RenderError, match=r"run over|makes or looks at over"):
        filled(tmp_path, text, others, title="b" + body, body=body)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("{% include 'x.xhtml' %}", {}),
        ("{% include 'y.xhtml' %}", {"y.xhtml": "{% include 'x.xhtml' %}"}),
        ("{% extends 'x.xhtml' %}", {}),
    ],
)
def test_a_template_that_includes_itself_is_reported_with_the_line(tmp_path, text, others):
    code, place, message = fault(tmp_path, f"<p>\n{text}</p>", others)
    assert (code, place) == ("C006", "x.xhtml:2")
    assert message.startswith("The template includes itself through ")


def test_a_template_of_many_rows_is_not_stopped(tmp_path):
    text = "{% for row in rows %}{{ row.name }}{% if row.url %}{{ row.url }}{% endif %}{% endfor %}"
    rows = [{"name": "A row", "url": "https://example.com/"}] * 50_000
    assert len(filled(tmp_path, text, rows=rows)) == 50_000 * 25


@pytest.mark.parametrize("text", ["{% if %}", "{{ a b }}", "{% for %}", "{{ 'open", "{% end %}"])
def test_a_template_that_cannot_be_read_is_reported_with_its_line(tmp_path, text):
    code, place, message = fault(tmp_path, f"<p>\n{text}")
    assert (code, place) == ("C003", "x.xhtml:2")
    assert message.startswith("The template is broken: ")


def test_the_size_of_a_template_is_bounded(tmp_path):
    code, _, message = fault(tmp_path, "x" * 70_000)
    assert (code, message) == ("D002", "The file is larger than the 64 KiB allowed here.")


@pytest.mark.parametrize("value", [object(), Path("x"), {"a": {1}}, [b"x"], ROWS[0].items()])
def test_a_template_is_given_plain_data_alone(value):
    with pytest.raises(TypeError, match="A template only gets plain data"):
        plain({"value": value})


def test_a_template_gets_copies(tmp_path):
    rows = [{"a": 1}]
    assert plain(rows) == rows
    assert plain(rows) is not rows
    assert plain(rows)[0] is not rows[0]


def test_every_part_of_jinja_is_either_allowed_or_named():
    """A part that Jinja gains must be looked at before templates may hold it."""
    tree = nodes.Template([nodes.Output([nodes.EnvironmentAttribute("sandboxed")], lineno=3)])
    (found,) = language.trespasses(tree)
    assert found.line == 3
    assert "EnvironmentAttribute" in found.part
