"""A guide and its notices in Arabic, as books: mirrored, and read back in the order of reading."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from finished import HTML, OPF, Epub

import guidepub
from guidepub.checks.legal.in_pages.pages import Pages
from guidepub.model import PRESETS

GUIDES = Path(__file__).parent / "leftward"
NOTICE = "لا تضمن كلية البحيرة عملًا ولا أجرًا معينًا"


@pytest.fixture(scope="module")
def production():
    catalog = guidepub.load(GUIDES)
    assert catalog.findings == ()
    return guidepub.Production(guidepub.assemble(catalog["lahham"], catalog))


# A file is proved before it is given: that it bears its notice, and loses no word.
@pytest.fixture(scope="module")
def screen(production):
    return production.file("screen")


@pytest.fixture(scope="module")
def press(production):
    return production.file("print")


def test_pages_are_read_in_their_order(screen):
    pages = Pages(screen)
    text = " ".join(" ".join(pages.whole.units).split())
    pages.close()
    for printed in (
        "«اللحام الجيد لا يُرى»، كما يقول أصحاب الخبرة",
        "Bureau of Labor Statistics (BLS) في دليلها Occupational Outlook",
        "https://www.bls.gov/ooh/ أو بالاتصال على 202-555-0147.",
        "أدنى عُشر يكسب أقل من 38,130 US$",
        "(رمز SOC 51-4121).",
        "earn 51,000 US$[1]. “It holds",
        "Safety first! Wear a mask (shade 10 or darker). Always.",
    ):
        assert printed in text.replace("\u200d", "").replace(" ،", "،")


def test_a_reader_is_reported_where_the_next_page_is(screen, press):
    for data in (screen, press):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.ViewerPreferences.Direction == "/R2L"
    with pikepdf.open(io.BytesIO(screen)) as pdf:
        assert pdf.Root.Lang == "ar"


def test_a_latin_paragraph_begins_on_the_left_and_a_latin_item_on_the_right(screen):
    pages = Pages(screen)
    texts = pages.whole.units
    number = next(n for n, text in enumerate(texts) if "Welders join" in text)
    begins = {}
    for words in ("Welders join", "What is"):
        start = texts[number].index(words)
        (line,) = pages._look(number).lines(*pages._places(number, start, start + len(words)))
        begins[words] = line.left / pages.document[number].get_width()
    pages.close()
    assert begins["Welders join"] < 0.25
    assert begins["What is"] > 0.5


def test_the_recto_has_its_folio_on_the_left(screen):
    pages = Pages(screen)
    sides = {}
    for number in range(len(pages.texts[0].names)):
        page = pages.document[number]
        high = [
            letter
            for letter in pages._look(number).letters.values()
            if letter.base > 0.9 * page.get_height()
        ]
        if high:
            label = pages.document.get_page_label(number)
            sides[label] = min(letter.left for letter in high) < page.get_width() * 0.2
    pages.close()
    assert sides == {"2": False, "3": True}


def test_first_lines_are_indented_on_the_right(production):
    pages = Pages(production.file("screen"))
    texts = pages.whole.units
    number = next(n for n, text in enumerate(texts) if "يكسب نصفهم" in text)
    start = texts[number].index("يكسب نصفهم")
    (first, *others) = pages._look(number).lines(*pages._places(number, start, start + 250))
    pages.close()
    assert max(line.right for line in others) - first.right == pytest.approx(15.4, abs=1)


def test_the_front_of_the_wrap_is_on_its_left(production):
    data = production.file("print-cover")
    pages = Pages(data)
    look = pages._look(0)
    middle = float(pages.document[0].get_width()) / 2
    text = pages.whole.units[0]
    begin = text.index("سلمى الخطيب")
    (author,) = look.lines(*pages._places(0, begin, begin + 11))
    begin = text.index("ماذا يفعل")
    description = look.lines(*pages._places(0, begin, begin + 9))
    begin = text.index("USD 14.95")
    price = look.lines(*pages._places(0, begin, begin + 9))
    pages.close()
    assert author.right < middle < description[0].left
    # The price is in its place over the bars of the code.
    assert middle < price[0].left < price[0].right < 1.6 * middle


def test_letters_are_never_set_apart(press):
    with pikepdf.open(io.BytesIO(press)) as pdf:
        drawn = b"".join(page.Contents.read_bytes() if isinstance(page.Contents, pikepdf.Stream)
                         else b"".join(part.read_bytes() for part in page.Contents)
                         for page in pdf.pages)  # fmt: skip
    assert not re.search(rb"[1-9][\d.]* Tc", drawn)


def test_an_epub_turns_its_pages_the_other_way(production):
    epub = Epub(production.file("epub"))
    assert epub.package.find(f"{{{OPF['opf']}}}spine").get("page-progression-direction") == "rtl"
    for name, document in epub.documents():
        assert document.get("dir") == "rtl", name
    names = [
        span.text
        for _, document in epub.documents()
        for span in document.iter(f"{HTML}span")
        if span.get("dir") == "ltr"
    ]
    assert "202-555-0147" in names
    assert "https://www.bls.gov/ooh/" in {name and name.replace("\u200b", "") for name in names}


def test_a_page_of_the_web_is_mirrored(production):
    page = production.file("web").decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert NOTICE in page.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert ".bound .box" in page
    assert "border-left: 2pt solid var(--accent)" not in page
    # The scale of the wages begins on the right there, too.
    assert "transform: scaleX(-1)" in page
    assert "\u206880,000\N{NO-BREAK SPACE}US$\u2069" in page


def test_a_notice_with_a_latin_name_is_seen_beside_its_stop(tmp_path):
    text = (GUIDES / "catalog.toml").read_text("utf-8").replace("كلية البحيرة", "Lakeside College")
    # PDFium adds a space over “LLC” where the text steps back behind its stop.
    text = text.replace("\nلا تضمن", "\nحقوق: LLC. جميع Inc. الحقوق Ltd. محفوظة.\n\nلا تضمن")
    (tmp_path / "catalog.toml").write_text(text, "utf-8")
    (tmp_path / "lahham.md").write_text((GUIDES / "lahham.md").read_text("utf-8"), "utf-8")
    catalog = guidepub.load(tmp_path)
    # “© 2026 Lakeside College.”: PDFium puts the stop between the letters of the name.
    assert guidepub.render(guidepub.assemble(catalog["lahham"], catalog), "print")


@pytest.mark.parametrize(
    ("theme", "trim", "text"),
    [
        # The kaf reaches over the space before it.
        ("illustrated", "us-trade", "يعمل اللحام في ورشة صغيرة أو في شركة كبيرة، أو في كل مكان."),
        # PDFium reads a hyphen of an address at a line's end as a sign of its own.
        ("school-large", "a5", "انظر <https://stat.example.org/dane/welders-in-arabic-countries-and-elsewhere/table-12.html>."),
    ],
)  # fmt: skip
def test_spaces_and_hyphens_of_ragged_lines_are_read(theme, trim, text, tmp_path):
    catalog = (GUIDES / "catalog.toml").read_text("utf-8")
    (tmp_path / "catalog.toml").write_text(catalog, "utf-8")
    guide = (GUIDES / "lahham.md").read_text("utf-8")
    front = f"theme: {theme}\ntrim: {trim}\n"
    guide = guide.replace("language: ar", f"{front}language: ar", 1).rstrip() + f"\n\n{text}\n"
    (tmp_path / "lahham.md").write_text(guide, "utf-8")
    loaded = guidepub.load(tmp_path)
    assert loaded["lahham"].theme == theme
    assert guidepub.render(guidepub.assemble(loaded["lahham"], loaded), "screen")


def test_hebrew_books_are_proved_too():
    catalog = guidepub.load(GUIDES.parent / "hebrew")
    assert catalog.findings == ()
    book = guidepub.assemble(catalog["ratach"], catalog)
    assert guidepub.render(book, "print").startswith(b"%PDF")
    assert 'dir="rtl"' in guidepub.render(book, "web").decode()


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory):
    """Return a function from lines of a theme's `book.css` to the screen PDF of a Hebrew book.

    Its imprint has a Latin name of two words.
    """

    def made(css: str) -> bytes:
        root = tmp_path_factory.mktemp("hebrew")
        for file in (GUIDES.parent / "hebrew").iterdir():
            text = file.read_text("utf-8").replace("מכללת האגם", "Karmel Books")
            text = text.replace("[defaults]", '[defaults]\ntheme = "karmel"')
            (root / file.name).write_text(text, "utf-8")
        styles = root / "themes" / "karmel" / "styles"
        styles.mkdir(parents=True)
        (styles.parent / "theme.toml").write_text('inherits = "classic"\n', "utf-8")
        (styles / "book.css").write_text(css, "utf-8")
        catalog = guidepub.load(root)
        assert catalog.findings == ()
        return guidepub.render(guidepub.assemble(catalog["ratach"], catalog), "screen")

    return made


def lines_of(pdf: bytes) -> list[str]:
    pages = Pages(pdf)
    lines = [line.strip() for text in pages.whole.units for line in text.splitlines()]
    pages.close()
    return lines


def test_small_capitals_that_the_hebrew_face_lacks_are_capitals(hebrew):
    assert "KARMEL BOOKS" in lines_of(hebrew(""))


def test_words_that_stand_for_drawn_ones_are_read_in_their_order(hebrew):
    css = ".title-page p { font-variant-caps: petite-caps; text-transform: lowercase }"
    assert "karmel books" in lines_of(hebrew(css))


def book_in(theme, trim):
    catalog = guidepub.load(GUIDES)
    looks = catalog.defaults.model_copy(update={"theme": theme, "trim": PRESETS[trim]})
    catalog = catalog.model_copy(update={"defaults": looks})
    return guidepub.assemble(catalog["lahham"], catalog)


def test_an_address_in_two_lines_is_read_in_its_order():
    pages = Pages(guidepub.render(book_in("school", "us-trade"), "print-cover"))
    text = "\n".join(pages.whole.units)
    pages.close()
    assert "https://\nlakeside.example.edu" in text


def test_vowel_signs_are_no_lines_and_text_stands_beside_the_column_of_headings():
    pages = Pages(guidepub.render(book_in("school", "us-letter"), "print"))
    number = next(n for n, text in enumerate(pages.whole.units) if "إخلاء مسؤولية" in text)
    text = pages.whole.units[number]
    found = []
    for words in ("إخلاء مسؤولية", "أُعدّ هذا الدليل للتعريف"):
        start = text.index(words)
        found += pages._look(number).lines(*pages._places(number, start, start + len(words)))
    pages.close()
    heading, wording = found
    assert wording.right < heading.right - 72


@pytest.mark.parametrize(
    ("folder", "slug", "serif", "sans"),
    [
        ("hebrew", "ratach", "FrankRuhlLibre", "Assistant"),
        ("leftward", "lahham", "Amiri", "IBMPlexSansArabic"),
    ],
)
def test_illustrated_sets_prose_in_a_serif_of_the_script_and_labels_in_a_sans(
    tmp_path, folder, slug, serif, sans
):
    for file in (GUIDES.parent / folder).iterdir():
        text = file.read_text("utf-8").replace("[defaults]", '[defaults]\ntheme = "illustrated"')
        (tmp_path / file.name).write_text(text, "utf-8")
    catalog = guidepub.load(tmp_path)
    data = guidepub.render(guidepub.assemble(catalog[slug], catalog), "screen")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = {str(each.BaseFont) for page in pdf.pages for each in page.Resources.Font.values()}
    plain = {name.partition("+")[2].replace("-", "") for name in fonts}
    assert any(name.startswith(serif) for name in plain), plain
    assert any(name.startswith(sans) for name in plain), plain


# A line that ends behind a Latin name, and is not justified, is as wide as what it says.
@pytest.mark.parametrize("place", ["Dayton, Ohio", "Ada", "Fort Recovery, Ohio", "Wilkes-Barre"])
def test_words_stay_apart_where_a_line_ends_behind_a_latin_name(tmp_path, place):
    (tmp_path / "catalog.toml").write_text(
        f"""[imprint]
id = "millrace"
name = "Millrace Books"
legal_name = "Millrace Books, LLC"
place = "{place}"
[defaults]
language = "ar"
trim = "us-trade"
[[notices]]
id = "copyright"
version = 1
language = "ar"
status = "approved"
approved = 2026-03-02
placement = "imprint-page"
when = "always"
text = "حقوق النشر © {{years}} {{holder}}. جميع الحقوق محفوظة. ينشر {{imprint}} في {{place}} كتاب «{{title}}»."
"""
    )
    (tmp_path / "khabbaz.md").write_text(
        "---\ntitle: الخباز\nlanguage: ar\npublished: 2026-05-05\n---\n\n# الأجر\n\nأجر بالساعة.\n"
    )
    catalog = guidepub.load(tmp_path)
    book = guidepub.assemble(catalog["khabbaz"], catalog)
    pages = Pages(guidepub.render(book, "screen"))
    text = " ".join(" ".join(pages.whole.units).split())
    pages.close()
    assert f"ينشر Millrace Books في {place} كتاب" in text


def test_lines_that_end_within_latin_words_keep_within_the_page():
    words = "يتعلم المبتدئ العجن أولا في Community office@karmel.example ثم التخمير مع ServSafe ثم الفرن".split()
    items = [" ".join(words[n:] + words[:n] + words) + "." for n in range(len(words))]
    guide = guidepub.Guide(
        title="الخباز",
        slug="khabbaz",
        language="ar",
        theme="school",
        sections=[{"title": "العمل", "body": "\n\n".join(items)}],
    )
    catalog = guidepub.Catalog.of(guide)
    assert guidepub.render(guidepub.assemble(guide, catalog), "screen").startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("משקל הבצק 1½ ק״ג, ורבע ממנו ¼ ק״ג.", "משקל הבצק 11⁄2 ק״ג, ורבע ממנו 1⁄4 ק״ג."),
        ("שמרו את `notes.txt\\` שם.", "שמרו את notes.txt\\ שם."),
        ('הפקודה `git commit -m "x"` לבד.', 'הפקודה git commit -m "x" לבד.'),
        ("גם `(a) b` וגם `-x`, `12-34`.", "גם (a) b וגם -x, 12-34."),
        ("שָׁלוֹם לְכֻלָּם, יִשְׂרָאֵל.", "שָׁלוֹם לְכֻלָּם, יִשְׂרָאֵל."),
        ("נפגשים שם בכל ערב לפני שהחנות נסגרת, ומחכים עד 12 2024.", "ומחכים עד 12 2024."),
    ],
    ids=["fractions", "a path", "a command", "brackets in code", "points", "last numbers"],
)
def test_fractions_code_and_points_are_read_as_they_were_written(words, printed):
    sections = [{"title": "העבודה", "body": words}]
    guide = guidepub.Guide(title="אופה", slug="baker", language="he", sections=sections)
    book = guidepub.assemble(guide, guidepub.Catalog.of(guide))
    lines = lines_of(guidepub.render(book, "screen"))
    wanted = unicodedata.normalize("NFC", printed)
    text = unicodedata.normalize("NFC", " ".join(" ".join(lines).split()))
    assert wanted in text
