"""Pictures of texts are copied next to the guide under safe names, or reported."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from PIL import Image
from words import docx

from guidepub.importing import import_all
from guidepub.loading import load


def png(shade=0):
    buffer = io.BytesIO()
    Image.new("L", (4, 4), shade).save(buffer, "PNG")
    return buffer.getvalue()


PAGE = '<h1>Florist</h1><h2>Overview</h2><p>Florists arrange flowers.</p><img src="{}" alt="{}">'


@pytest.fixture
def site(tmp_path):
    """Return a folder with pictures in it and beside it."""
    (tmp_path / "site/page_files").mkdir(parents=True)
    (tmp_path / "site/page_files/A shop.PNG").write_bytes(png())
    (tmp_path / "site/broken.png").write_bytes(png()[:40])
    (tmp_path / "outside.png").write_bytes(png(9))
    return tmp_path / "site"


def imported(site, target, words="A small shop", **options):
    """Import a page that shows a picture; return what became of it, and the files beside it."""
    (site / "page.html").write_text(PAGE.format(target, words))
    (result,) = import_all(site / "page.html", site.parent / "out", **options)
    out = site.parent / "out"
    return result, sorted(p.name for p in out.iterdir()) if out.exists() else []


def test_a_picture_beside_a_page_is_copied_and_shown(site):
    result, files = imported(site, "page_files/A%20shop.PNG?x=1", "A [small] shop")
    (name,) = (file for file in files if file != "florist.md")
    assert re.fullmatch(r"a-shop-[0-9a-f]{8}\.png", name)
    assert f"![A \\[small\\] shop]({name})" in result.text
    assert (site.parent / "out" / name).read_bytes() == png()
    assert result.report["pictures"] == [name]
    assert "I050" not in {finding.code for finding in result.findings}
    assert not load(site.parent / "out").findings


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("page_files/A%20shop.PNG", ""),
        ("gone.png", "A shop"),
        ("broken.png", "A shop"),
        ("../outside.png", "A shop"),
        ("/etc/hostname", "A shop"),
        ("https://e.example/a.png", "A shop"),
    ],
    ids=["no words", "gone", "broken", "outside", "absolute", "elsewhere"],
)
def test_what_cannot_be_copied_is_reported(site, target, words):
    result, files = imported(site, target, words)
    assert "unsettled image" in result.text or not words
    assert [f.code for f in result.findings if f.code == "I050"] == ["I050"]
    assert files == ["florist.md"]


def test_a_dry_run_and_a_refused_guide_leave_no_pictures(site):
    target = "page_files/A%20shop.PNG"
    assert imported(site, target, dry_run=True)[1] == []
    (site.parent / "out").mkdir()
    (site.parent / "out/florist.md").write_text("---\ntitle: Florist\n---\n# Overview\n\nMine.\n")
    result, files = imported(site, target)
    assert (result.state, files) == ("failed", ["florist.md"])


def test_a_picture_has_the_same_name_in_each_import_and_two_of_one_name_stay_two(site):
    (site / "a.png").write_bytes(png(1))
    (site / "page_files/a.png").write_bytes(png(2))
    both = 'page_files/a.png" alt="Two"><img src="a.png'
    files = [imported(site, both)[1] for _ in range(2)]
    assert files[0] == files[1]
    assert len(files[0]) == 3


def test_a_folder_s_pages_share_its_pictures(site):
    (site / "pages").mkdir()
    (site / "img").mkdir()
    (site / "img/a.png").write_bytes(png(3))
    for name, target in (("b", "../img/a.png"), ("c", "/img/a.png"), ("d", "../../outside.png")):
        (site / f"pages/{name}.html").write_text(PAGE.format(target, "A shop"))
    results = import_all(site, site.parent / "out")
    assert [len(result.report["pictures"]) for result in results][:3] == [1, 1, 0]
    assert "img/a.png" not in "".join(f.message for each in results[3:] for f in each.findings)


def test_pictures_of_archives_are_copied(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("pages/page.html", PAGE.format("../img/a.png", "A shop"))
        archive.writestr("img/a.png", png())
    (tmp_path / "export.zip").write_bytes(buffer.getvalue())
    (result,) = import_all(tmp_path / "export.zip", tmp_path / "out")
    assert len(result.report["pictures"]) == 1


DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="x" descr="A shop"/><a:graphic xmlns:a="http://'
    'schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="pic"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="pic" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/image" Target="media/image1.png"/></Relationships>'
)


def test_a_word_file_s_picture_is_copied(tmp_path):
    data = docx(DRAWING, "<w:p><w:r><w:t>Florists sell.</w:t></w:r></w:p>",
                extra={"word/media/image1.png": png(), "word/_rels/document.xml.rels": RELATION})  # fmt: skip
    (tmp_path / "florist.docx").write_bytes(data)
    (result,) = import_all(tmp_path / "florist.docx", tmp_path / "out")
    (name,) = result.report["pictures"]
    assert f"![A shop]({name})" in result.text
    assert (tmp_path / "out" / name).read_bytes() == png()


def figured(site, inner):
    """Import a page with figures; return what became of it, its definition below the prose."""
    prose = "<h1>Florist</h1><h2>Overview</h2><p>Florists arrange flowers for weddings.</p>"
    (site / "page.html").write_text(f"<body>{prose}{inner}</body>")
    (result,) = import_all(site / "page.html", site.parent / "out")
    assert not load(site.parent / "out").findings
    body = result.text.partition("weddings.\n\n")[2].strip()
    return result, re.sub(r"-[0-9a-f]{8}\.png", ".png", body)


@pytest.mark.parametrize(
    ("inner", "body"),
    [
        ('<figure><img src="page_files/A%20shop.PNG" alt="A [small] shop">'
         "<figcaption>Our <em>first</em> shop.</figcaption></figure>",
         ":::{figure} a-shop.png\n:alt: A [small] shop\n\nOur *first* shop.\n:::"),
        ('<figure><figcaption>Our shop.</figcaption><img src="page_files/A%20shop.PNG"></figure>',
         ":::{figure} a-shop.png\n:alt: Our shop.\n\nOur shop.\n:::"),
        ("<figure><table><tr><th>Town</th><th>Shops</th></tr><tr><td>Kent</td><td>3</td></tr></table>"
         "<figcaption>Shops by town</figcaption></figure>",
         ":::{table} Shops by town\n\n| Town | Shops |\n| --- | --: |\n| Kent | 3 |\n:::"),
        ("<figure><blockquote><p>Cut low.</p></blockquote><figcaption>Ann, a florist</figcaption></figure>",
         "> Cut low.\n\nAnn, a florist"),
    ],
    ids=["image", "caption first", "table", "quotation"],
)  # fmt: skip
def test_a_caption_stays_with_what_it_is_of(site, inner, body):
    result, made = figured(site, inner)
    assert made == body
    assert "I050" not in {finding.code for finding in result.findings}


def test_captions_of_figures_in_a_row_are_not_mixed(site):
    image = '<figure><img src="page_files/A%20shop.PNG" alt="Shop {0}"><figcaption>No. {0}</figcaption></figure>'
    _, made = figured(site, image.format(1) + image.format(2))
    assert made == "\n\n".join(
        f":::{{figure}} a-shop.png\n:alt: Shop {n}\n\nNo. {n}\n:::" for n in (1, 2)
    )


MARKDOWN = """\
# Florist

## Overview

See @fig:shop, [@fig:shop] and @FIG:SHOP.

![A shop full of flowers](page_files/shop.png){#fig:shop width=50%}

Florists arrange flowers.
"""


def test_a_labelled_picture_of_pandoc_is_a_figure_that_references_lead_to(site):
    (site / "page_files/shop.png").write_bytes(png())
    (site / "page.md").write_text(MARKDOWN)
    (result,) = import_all(site / "page.md", site.parent / "out")
    (name,) = result.report["pictures"]
    assert "See {numref}`fig-shop`, {numref}`fig-shop` and {numref}`fig-shop`." in result.text
    figure = f":::{{figure}} {name}\n:name: fig-shop\n:alt: A shop full of flowers\n\n"
    assert f"{figure}A shop full of flowers\n:::" in result.text
    assert not load(site.parent / "out").findings


def test_the_caption_that_word_counts_is_the_figure_s_with_its_label(tmp_path):
    def field(instruction, words):
        run = "<w:r>{}</w:r>".format
        kinds = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
        begin, separate, end = map(run, kinds)
        asked = run(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>')
        return f"{begin}{asked}{separate}{run(f'<w:t>{words}</w:t>')}{end}"

    def paragraph(*parts):
        texts = (
            p if p[0] == "<" else f'<w:r><w:t xml:space="preserve">{p}</w:t></w:r>' for p in parts
        )
        return f"<w:p>{''.join(texts)}</w:p>"

    mark = '<w:bookmarkStart w:id="1" w:name="_Ref1"/>'
    data = docx(
        paragraph("See ", field("REF _Ref1", "Figure 2"), " on page ", field("PAGEREF _Ref1", "7"), "."),
        DRAWING,
        paragraph(mark, "Figure ", field("SEQ Figure", "2"), ": Our first shop"),
        extra={"word/media/image1.png": png(), "word/_rels/document.xml.rels": RELATION},
    )  # fmt: skip
    (tmp_path / "florist.docx").write_bytes(data)
    (result,) = import_all(tmp_path / "florist.docx", tmp_path / "out")
    assert "See {numref}`figure-2` on {pageref}`figure-2`." in result.text
    assert ":name: figure-2\n:alt: A shop\n\nOur first shop\n:::" in result.text
