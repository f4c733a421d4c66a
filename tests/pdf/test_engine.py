"""What is changed of WeasyPrint: how it is given a document, and how it writes one."""

from __future__ import annotations

import subprocess
import sys

import cffi
import pydyf
from weasyprint.html import get_html_metadata

from guidepub.pdf.engine import pango
from guidepub.pdf.engine.weasyprint import LayoutSource, page_references_are_kept
from tools.pango_types import written


def test_a_block_or_a_link_in_a_link_stays_where_it_is():
    source = LayoutSource(
        "<html><body><p>a <a><span><p>b</p><ul><li><a href='#x'>c</a></li></ul></span></a> d</p>"
        "</body></html>",
        "book:",
        None,
        (),
    )
    (paragraph,) = source.etree_element.find("body")
    assert "".join(paragraph.itertext()) == "a bc d"
    assert [each.tag for each in paragraph.iter()] == ["p", "a", "span", "p", "ul", "li", "a"]


def test_page_references_are_made_once_for_all_elements():
    kind = pydyf.PDF
    with page_references_are_kept():
        pdf = pydyf.PDF()
        for count in (1, 2):
            pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
            assert pdf.page_references is pdf.page_references
            assert len(pdf.page_references) == count
    assert pydyf.PDF is kind
    other = kind()
    other.add_page(pydyf.Dictionary({"Type": "/Page"}))
    assert other.page_references == pdf.page_references[:1]


def test_what_weasyprint_declares_is_what_was_read_before():
    """Where this fails, WeasyPrint is another one: `python -m tools.pango_types` reads its."""
    source = pango.source_of_declarations().read_text("utf-8")
    assert written(source) == pango.FILE.read_text("utf-8")
    # In a process of its own: a test may have loaded WeasyPrint without them.
    code = (
        "import cffi, guidepub.pdf.engine.weasyprint as engine\n"
        "print(isinstance(engine.ffi, cffi.FFI))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_what_another_weasyprint_declares_is_read_by_cffi(tmp_path, monkeypatch):
    (tmp_path / "ffi.py").write_text("ffi = None\n")
    monkeypatch.setattr(pango, "source_of_declarations", lambda: tmp_path / "ffi.py")
    with pango.declarations_are_known():
        assert sys.modules["cffi"] is cffi


def test_stylesheets_and_metadata_are_found_by_their_names(monkeypatch):
    source = LayoutSource(
        '<html><head><title>One</title><meta name="author" content="Ada"/><style>p {}</style></head>'
        '<body><svg xmlns="http://www.w3.org/2000/svg"><title>Two</title></svg></body></html>',
        "book:",
        None,
    )
    root = source.wrapper_element
    found = get_html_metadata(source), [each.etree_element for each in root.query_all("style")]
    assert found[0]["title"] == "One"
    monkeypatch.delattr(type(root), "query_all")
    assert found == (
        get_html_metadata(source),
        [each.etree_element for each in root.query_all("style")],
    )


def test_elements_are_wrapped_for_selectors_once_until_they_are_let_go():
    source = LayoutSource("<html><body><p/><ul/><p/></body></html>", "book:", None)
    root = source.wrapper_element
    (body,) = root.iter_children()
    first, *others = body.iter_children()
    assert list(first.iter_next_siblings()) == others
    assert list(map(id, root.iter_subtree())) == list(map(id, (root, body, first, *others)))
    assert next(others[0].iter_next_siblings()) is others[1]
    assert not list(root.iter_next_siblings())
    root.let_go()
    (again,) = root.iter_children()
    assert again == body
    assert again is not body
