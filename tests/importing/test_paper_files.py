"""PDFs of other tools: paragraphs, headings and columns by the positions of words."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from words import codes

from guidepub.findings import InputError
from guidepub.importing import import_all
from guidepub.importing.originals.citations import Citations
from guidepub.importing.pdf.columns import columns_of
from guidepub.importing.pdf.reader import read_pdf

LINE = "Florists arrange flowers for weddings, and sell them in small shops."


def paper(*pages, info=None, language="", picture=False):
    """Return a PDF of pages, each of (left, foot, words) with a size and a face where they differ."""
    pdf = pikepdf.new()
    faces = {
        f"/{key}": pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                               BaseFont=pikepdf.Name(f"/{name}"),
                               Encoding=pikepdf.Name.WinAnsiEncoding)
        )
        for key, name in (("F", "Helvetica"), ("B", "Helvetica-Bold"))
    }  # fmt: skip
    for words in pages:
        page = pdf.add_blank_page(page_size=(612, 792))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(faces))
        drawn = []
        for left, foot, text, *look in words:
            size, face = (*look, *(10, "F")[len(look) :])
            plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            drawn.append(f"BT /{face} {size} Tf {left} {foot} Td ({plain}) Tj ET")
        if picture:
            image = pdf.make_stream(b"\x80", Type=pikepdf.Name.XObject,
                                    Subtype=pikepdf.Name.Image, Width=1, Height=1,
                                    ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
            page.Resources.XObject = pikepdf.Dictionary(Im=image)
            drawn.append("q 100 0 0 100 50 50 cm /Im Do Q")
        page.Contents = pdf.make_stream("\n".join(drawn).encode("cp1252"))
    for key, value in (info or {}).items():
        pdf.docinfo[key] = value
    if language:
        pdf.Root.Lang = language
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def lines(*texts, left=72, top=700, step=12, **look):
    """Return lines below each other."""
    return [(left, top - step * n, text, *look.values()) for n, text in enumerate(texts)]


def read(*pages, **options):
    return read_pdf(paper(*pages, **options), "x.pdf", Citations(), "en")


def shown(original):
    return [(block.kind, block.markdown or block.text) for block in original.blocks]


def prose(original):
    return [block.text for block in original.blocks]


def test_lines_are_paragraphs_and_large_ones_headings():
    page = [
        (72, 740, "Florist", 24, "B"), (72, 700, "Overview", 14, "B"),
        *lines(LINE, "They open early.", top=680),
        (72, 640, "Job Outlook", 14, "B"), *lines(LINE, "Few new shops open.", top=620),
    ]  # fmt: skip
    original = read(page)
    assert original.title == "Florist"
    assert [(b.kind, b.level, b.text) for b in original.blocks] == [
        ("heading", 0, "Florist"), ("heading", 2, "Overview"),
        ("paragraph", 0, f"{LINE} They open early."),
        ("heading", 2, "Job Outlook"), ("paragraph", 0, f"{LINE} Few new shops open."),
    ]  # fmt: skip


@pytest.mark.parametrize(("left", "foot"), [(72, 652), (84, 664)], ids=["gap", "indent"])
def test_a_gap_or_an_indent_begins_a_paragraph(left, foot):
    page = [*lines(LINE, LINE, LINE), (left, foot, "They open early.")]
    assert prose(read(page))[1:] == ["They open early."]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph():
    page = lines(LINE, "They open early.", LINE, LINE)
    assert prose(read(page)) == [f"{LINE} They open early.", f"{LINE} {LINE}"]


def test_heads_feet_and_page_numbers_are_no_text_and_reported():
    pages = [
        [(72, 760, f"Career Guides {n} 2011"), *lines(f"{'Again ' * n}{LINE}"), (300, 30, str(n))]
        for n in (1, 2, 3)
    ]  # fmt: skip
    original = read(*pages)
    assert len(prose(original)) == 3
    assert {(a.text, a.reason) for a in original.asides} == {
        *((f"Career Guides {n} 2011", f"the head or foot of page {n}") for n in (1, 2, 3)),
        *((str(n), f"the head or foot of page {n}") for n in (1, 2, 3)),
    }


def test_a_number_of_a_page_may_stand_between_two_columns_and_is_large_at_times():
    pages = [
        [
            *lines(*[f"{word} arrange flowers for weddings in towns."] * 4, left=72, size=9),
            *lines(*[f"{word} sell them in small shops by day."] * 4, left=270, size=9),
            (258, 30, str(n), 12),
        ]
        for n, word in ((1, "Florists"), (2, "Growers"))
    ]
    for shown_pages in (pages, pages[:1]):
        first = prose(read(*shown_pages))[0]
        assert first.count("weddings") == 4
        assert "small shops" not in first.partition("weddings")[0]
    assert {aside.text for aside in read(*pages).asides} == {"1", "2"}


def prose_below(top, page):
    """Return lines of prose that are others on each page, and reach another height."""
    words = ["They open early", "Few close late", "Some rest at noon", "Most work alone"]
    return [
        (top - 12 * n, f"{words[(page + n) % 4]} in {'abcde'[page] * (n + 2)}.")
        for n in range(20 + page)
    ]


@pytest.mark.parametrize(
    "pages",
    [
        # The same words begin and end each page, without a gap.
        [[(712, "Level: associate"), *prose_below(700, n)] for n in range(3)],
        [[(480, "Classes: by day"), *prose_below(708, 0)[:19]], *[
            [(480, "Classes: by day"), *prose_below(708, n)[:19]] for n in (1, 2)]],
        # A number that does not count the pages begins each.
        [[(740, f"Step {4 + 9 * n}"), *prose_below(700, n)] for n in range(4)],
        # Apart, and on two pages alike, but the text of others begins at this height.
        [[(740, text), *prose_below(700, n)]
         for n, text in enumerate(["Apply now", "Ask", "Apply now", "Wait", "Go"])],
        # Apart and alike, but also in the middle of the pages.
        [[(740, "Apply now"), *prose_below(700, n), (430, "Apply now"), *prose_below(400, n + 1)]
         for n in range(3)],
        # Large lines that count pages of one step each.
        [[(740, f"Step {n + 1}", 16), *prose_below(700, n)] for n in range(3)],
    ],
    ids=["no gap above", "no gap below", "no count", "other lines", "in the text", "headings"],
)  # fmt: skip
def test_lines_of_the_text_that_recur_at_the_ends_of_pages_are_text(pages):
    pages = [[(72, foot, text, *look) for foot, text, *look in page] for page in pages]
    original = read(*pages)
    assert original.asides == ()
    kept = " ".join(prose(original))
    assert all(text in kept for page in pages for _, _, text, *_ in page)


def test_numbers_of_chapters_are_left_out_and_reported(converted):
    pages = [
        [(72, 640 - 30 * n, str(n)), (72, 600 - 30 * n, f"Chapter {'ABC'[n]}", 16),
         (72, 570 - 30 * n, LINE), (72, 558 - 30 * n, LINE)]
        for n in (1, 2)
    ]  # fmt: skip
    imported = converted(paper(*pages), "x.pdf")
    assert [(p.text, p.fate) for p in imported.passages if "chapter" in p.note] == [
        ("1", "furniture"), ("2", "furniture"),
    ]  # fmt: skip
    assert "\n1\n" not in imported.text


def test_every_letter_of_the_pages_is_counted_whatever_is_made_of_them(monkeypatch, converted):
    page = [*lines(LINE, top=740), (72, 700, "1. Cut stems."), (72, 688, "2. Sell them.")]
    assert codes(converted(paper(page), "x.pdf")).count("I019") == 0
    monkeypatch.setattr(
        "guidepub.importing.pdf.reader.columns_of",
        lambda page, margins: (
            replace(column, lines=column.lines[:-1]) for column in columns_of(page, margins)
        ),
    )
    (reported,) = [f for f in converted(paper(page), "x.pdf").findings if f.code == "I019"]
    assert "sell" in reported.message


def test_words_that_lines_and_pages_part_are_whole_again():
    pages = [
        [*lines(LINE, "They know how to keep flo-"), (300, 30, "1")],
        [*lines("wers fresh, and work with whole-"), *lines("salers.", top=688), (300, 30, "2")],
    ]
    (text,) = prose(read(*pages))
    assert text == f"{LINE} They know how to keep flowers fresh, and work with wholesalers."


def test_columns_are_read_one_after_another():
    left = [f"Left line {n} of the first column goes" for n in range(6)]
    right = [f"right line {n} of the second column goes" for n in range(6)]
    page = [
        (72, 740, "Florist", 24), *lines(*left), *lines(*right, left=320),
        *lines("A line that stands below both columns and is as wide as the page is.", top=560),
    ]  # fmt: skip
    assert prose(read(page)) == [
        "Florist", " ".join([*left, *right]),
        "A line that stands below both columns and is as wide as the page is.",
    ]  # fmt: skip


def test_cells_beside_each_other_are_a_table():
    rows = [("State", "Jobs"), ("Ohio", "1,200"), ("Maine", "300"), ("Utah", "90")]
    page = [*lines(LINE, top=740)]
    for n, (state, jobs) in enumerate(rows):
        page += [(72, 700 - 14 * n, state), (300, 700 - 14 * n, jobs)]
    table = next(block for block in read(page).blocks if block.grid)
    assert table.grid.words == tuple(rows)


def test_items_and_raised_signs():
    page = [
        *lines("\u2022 Cut flowers and keep them in water, as long as they are fresh,"),
        *lines("and sell them", left=84, top=688), *lines("\u2022 Wrap them", top=676),
        (72, 640, "Pay was $29,000"), (148, 644, "3", 6), (152, 640, " in 2010."),
    ]  # fmt: skip
    assert shown(read(page)) == [
        ("list", "- Cut flowers and keep them in water, as long as they are fresh, and sell them\n"
                 "- Wrap them"),
        ("paragraph", "Pay was $29,000³ in 2010."),
    ]  # fmt: skip


def test_lines_that_lead_to_pages_are_contents():
    page = [*lines("Overview ........ 3", "Job Outlook ........ 9", top=740), *lines(LINE)]
    original = read(page)
    assert prose(original) == [LINE]
    assert {a.reason for a in original.asides} == {"the table of contents"}


def test_a_file_says_its_author_year_and_language(tmp_path):
    info = {"/Title": "Florist", "/Author": "Ann Lee", "/CreationDate": "D:20110405120000Z"}
    (tmp_path / "old.pdf").write_bytes(paper(lines(LINE), info=info, language="es-ES"))
    (result,) = import_all(tmp_path / "old.pdf", tmp_path / "out")
    for line in ("title: Florist", "language: es-ES", 'authors: [{name: "Ann Lee"}]',
                 "first_published: 2011"):  # fmt: skip
        assert line in result.text


def test_the_name_that_a_word_processor_gave_is_no_title():
    assert not read(lines(LINE), info={"/Title": "Microsoft Word - florist_v2.doc"}).title


def test_pictures_and_pages_without_text_are_reported():
    assert codes(read(lines(LINE), picture=True)) == ["I050"]
    assert codes(read(lines(LINE), [], picture=True)) == ["I056", "I050"]


@pytest.mark.parametrize(
    ("data", "code", "remedy"),
    [
        (paper([], picture=True), "I002", "(OCR)"),
        (b"%PDF-1.7\nx", "I004", "Save it again"),
        (b"", "I004", "Save it again"),
    ],
    ids=["scan", "damaged", "empty"],
)
def test_what_has_no_text_is_refused_with_what_to_do(data, code, remedy):
    with pytest.raises(InputError) as error:
        read_pdf(data, "x.pdf", Citations(), "en")
    assert codes(error.value) == [code]
    assert remedy in error.value.findings[0].remedy


def test_a_password_is_reported():
    pdf = pikepdf.open(io.BytesIO(paper(lines(LINE))))
    buffer = io.BytesIO()
    pdf.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(InputError) as error:
        read_pdf(buffer.getvalue(), "x.pdf", Citations(), "en")
    assert codes(error.value) == ["I001"]


def test_a_list_of_contents_without_dots_is_known_by_its_heading():
    entries = [
        (72, 700 - 12 * n, f"{name} {page}")
        for n, (name, page) in enumerate((("Overview", 3), ("Pay", 5), ("Job Outlook", 9)))
    ]
    page = [(72, 740, "Contents", 14, "B"), *entries, *lines(LINE, top=600)]
    original = read(page)
    assert prose(original) == [LINE]
    assert {a.reason for a in original.asides} == {"the table of contents"}


def test_figures_below_another_heading_are_no_contents():
    entries = [(72, 700 - 12 * n, f"Jobs in 20{n + 10} {n + 3}") for n in range(3)]
    assert "Jobs in 2010 3" in " ".join(
        prose(read([(72, 740, "Employment", 14, "B"), *entries, *lines(LINE, top=600)]))
    )


def test_a_title_over_the_gutter_leaves_columns_columns():
    left = [f"The left column tells of {n} flowers" for n in range(12)]
    right = [f"and the right column of {n} shops." for n in range(12)]
    page = [
        (220, 760, "The Daily Blossom"),
        *lines(*left, left=72, top=700), *lines(*right, left=262, top=700),
    ]  # fmt: skip
    words = " ".join(prose(read(page)))
    assert words.index("of 11 flowers") < words.index("of 0 shops")


@pytest.mark.parametrize(("raise_by", "size"), [(3, 6), (5, 6), (4.5, 9), (6, 7)])
def test_a_raised_sign_stands_on_its_line_however_high_a_program_sets_it(raise_by, size):
    page = [
        *lines("The median wage was $29,000"),
        (203, 700 + raise_by, "3", size),
        (213, 700, "in 2010, and"),
        *lines("it has risen since.", top=688),
    ]
    assert prose(read(page)) == ["The median wage was $29,000³ in 2010, and it has risen since."]


def test_a_note_goes_on_below_its_number():
    page = [
        *lines(LINE, LINE),
        *lines("1. Bureau of Labor Statistics, Occupational Employment and Wage", top=600),
        *lines("Statistics.", top=588),
        *lines("2. Same survey.", top=576),
    ]
    text = "1. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.\n2. Same survey."
    assert shown(read(page))[-1] == ("list", text)


def test_words_of_a_heading_may_stand_far_apart():
    page = [
        *lines(LINE, LINE),
        (72, 600, "How", 15, "B"), (130, 600, "to Become", 15, "B"),
        (72, 582, "a Florist", 15, "B"),
        *lines(LINE, top=560),
    ]  # fmt: skip
    assert ("heading", "How to Become a Florist") in shown(read(page))


def test_a_large_initial_begins_its_word():
    page = [
        *lines(LINE, top=740),
        (72, 676, "M", 33),
        *lines("illwrights set up the machines of mills and", "factories.", left=102, top=700),
        *lines("They read drawings, too.", top=676),
    ]
    assert prose(read(page))[1].startswith(
        "Millwrights set up the machines of mills and factories."
    )


def test_a_line_apart_that_names_a_section_is_its_heading_however_it_is_set():
    page = [*lines(LINE, LINE, LINE), *lines("Job Outlook", top=640), *lines(LINE, top=624)]
    assert ("heading", "Job Outlook") in shown(read(page))
    page = [*lines(LINE, LINE, "Job Outlook"), *lines(LINE, top=660)]
    assert all(kind != "heading" for kind, _ in shown(read(page)))
