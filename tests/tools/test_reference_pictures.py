"""No page of the samples moves unseen, and the comparison sees what an eye would see."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from tools.references.__main__ import check
from tools.references.books import FOLDER, names, path_of
from tools.references.comparing import compared
from tools.references.fingerprints import differences, documents_of, looks_of
from tools.references.pictures import beside
from tools.references.storage import Reference, packed, unpacked

# A theme's name may have a hyphen of its own.
KNOWN = {name.replace(" ", "-"): name for name in names()}


@pytest.mark.parametrize("stem", sorted(path.stem for path in FOLDER.glob("*.ref")))
def test_the_pages_of_a_book_are_as_before(stem):
    found = check(KNOWN[stem])
    assert found == [], "\n".join([*found, "If all this is meant, `make references` accepts it."])


def test_each_book_has_its_reference_and_no_other_is_kept():
    assert sorted(FOLDER.glob("*.ref")) == sorted(map(path_of, names()))


def pdf(*pages: str, size: tuple[int, int] = (200, 300)) -> bytes:
    """Return a PDF whose pages draw what their operators say."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    with pikepdf.new() as made:
        for operators in pages:
            page = made.add_blank_page(page_size=size)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = made.make_stream(operators.encode())
        buffer = io.BytesIO()
        made.save(buffer)
    return buffer.getvalue()


def text(x: float = 20, y: float = 200, colour: str = "0.11 0.31 0.37") -> str:
    return f"BT /F 10 Tf {colour} rg {x} {y} Td (Wind turbines are tall.) Tj ET\n"


def bar(width: float = 100, colour: str = "0.11 0.31 0.37") -> str:
    return f"{colour} rg 20 100 {width} 12 re f\n"


def reported(before: str, now: str) -> list[str]:
    (old,), (new,) = looks_of(pdf(before)), looks_of(pdf(now))
    return list(differences(old, new))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (text(y=198) + bar(), "a text at 20"),
        (text(x=22) + bar(), "a text at 22"),
        (text() + bar(102), "a shape at 20, 100 to 122, 112"),
        (text(colour="0.36 0.17 0.53") + bar(), "in #5c2b87, before"),
        (text() + bar(colour="0.15 0.31 0.37"), "in #264f5e, before"),
        (text(), "there is nothing, before a shape"),
        (bar() + text(), "and 1 more"),
        (text() + bar() + "1 1 1 rg 30 90 50 30 re f\n", "before nothing"),
    ],
)
def test_what_an_eye_sees_is_reported(now, expected):
    assert expected in "; ".join(reported(text() + bar(), now))


def test_a_hidden_change_of_looks_is_seen_by_the_raster():
    # What clips or fades has no place of its own.
    clipped = f"q 0 0 70 300 re W n {bar()} Q\n"
    assert "it looks otherwise in" in reported(text() + bar(), text() + clipped)[-1]


@pytest.mark.parametrize(
    "now", [text(y=200.2) + bar(), text(colour="0.12 0.31 0.37") + bar(), text() + bar(100.2)]
)
def test_other_edges_are_no_difference(now):
    assert reported(text() + bar(), now) == []


def test_another_size_is_reported():
    (old,), (new,) = looks_of(pdf("")), looks_of(pdf("", size=(200, 302)))
    assert list(differences(old, new)) == ["it is 200 × 302 points large, before 200 × 300"]


def test_a_reference_is_kept_as_it_is():
    data = pdf(text() + bar(), "", text(x=-30_000) + bar(), size=(201, 307))
    reference = Reference(
        {"screen": looks_of(data), "print": looks_of(pdf(bar()))}, {"epub": {"a.css": 7}}
    )
    assert unpacked(packed(reference)) == reference
    assert packed(unpacked(packed(reference))) == packed(reference)


def test_a_difference_names_book_edition_and_page_and_shows_both(tmp_path):
    files = {"screen": pdf(text(), text(y=150) + bar())}
    before = Reference(
        {"screen": looks_of(pdf(text(), text() + bar()))}, {"epub": {"a.xhtml": 1, "b": 2}}
    )
    now = Reference({"screen": looks_of(files["screen"])}, {"epub": {"a.xhtml": 2, "c": 3}})
    found = list(compared("classic welder", before, now, files, tmp_path))
    picture = tmp_path / "classic-welder-screen-2.png"
    assert found[0].startswith("classic welder, screen, page 2: there is a text at 20")
    assert found[0].endswith(f"(see {picture})")
    assert found[1:] == [
        "classic welder, epub: a.xhtml is changed",
        "classic welder, epub: b is gone",
        "classic welder, epub: c is new",
    ]
    with Image.open(picture) as image:
        assert image.size == (200 + 12 + 200, 300)
        assert image.getpixel((30, 194)) != image.getpixel((212 + 30, 194))


def test_more_pages_than_before_are_reported(tmp_path):
    files = {"print": pdf(text(), text())}
    before, now = (Reference({"print": looks_of(d)}, {}) for d in (pdf(text()), files["print"]))
    assert list(compared("b", before, now, files, tmp_path)) == [
        "b, print: it has 2 pages, before 1"
    ]


def test_an_edition_that_is_no_longer_made_is_reported(tmp_path):
    page = looks_of(pdf(text()))
    before = Reference({"print": page, "screen": page}, {"web": {"body": 1}})
    assert list(compared("b", before, Reference({"screen": page}, {}), {}, tmp_path)) == [
        "b, print: it is gone",
        "b, web: it is gone",
    ]


def test_a_picture_of_pages_of_two_sizes_can_be_made():
    small, large = pdf(text()), pdf(text(), size=(300, 310))
    image = beside(looks_of(small)[0], looks_of(large)[0], large, 1)
    assert image.size == (200 + 12 + 300, 310)


def test_of_a_page_of_html_its_style_and_its_body_count():
    page = b"<html><head><meta content='1'><style>p {}</style></head><body><p>A</p></body></html>"
    assert set(documents_of(page)) == {"style", "body"}
    assert documents_of(page) == documents_of(page.replace(b"'1'", b"'2'"))
    assert documents_of(page)["style"] != documents_of(page.replace(b"{}", b"{ }"))["style"]
    assert documents_of(page)["body"] != documents_of(page.replace(b">A<", b">B<"))["body"]
