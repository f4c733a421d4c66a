"""What a PDF contains but viewers do not show: hidden layers, words beyond the edges, font variants."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from words import codes

from guidepub.importing import import_all
from guidepub.importing.originals.citations import Citations
from guidepub.importing.pdf.layers import without_hidden_layers
from guidepub.importing.pdf.reader import read_pdf

LINE = "Florists arrange flowers for weddings."


def shown(text, foot=700, left=72):
    return f"BT /F 10 Tf {left} {foot} Td ({text}) Tj ET "


class Paper:
    """A PDF of one page that is drawn by hand."""

    def __init__(self):
        self.pdf = pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(612, 792))
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        self.page.Resources = Dictionary(Font=Dictionary(F=face), Properties=Dictionary())
        self.groups = [
            self.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String(name)))
            for name in ("Text", "Draft")
        ]
        text, draft = self.groups
        self.page.Resources.Properties = Dictionary(Text=text, Draft=draft)
        self.states = Dictionary(OFF=Array([draft]))

    def form(self, content, **more):
        stream = self.pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form)
        stream.BBox = Array([0, 0, 612, 792])
        for key, value in more.items():
            stream[f"/{key}"] = value
        self.page.Resources.XObject = Dictionary(Form=stream)

    def saved(self, content, **more):
        self.page.Contents = self.pdf.make_stream(content.encode())
        self.pdf.Root.OCProperties = Dictionary(OCGs=Array(self.groups), D=self.states)
        buffer = io.BytesIO()
        self.pdf.save(buffer, **more)
        return buffer.getvalue()


def read(data):
    return read_pdf(data, "x.pdf", Citations(), "en")


def prose(original):
    return " ".join(block.text for block in original.blocks)


def left_out(original):
    return [(aside.text, aside.reason) for aside in original.asides]


DRAFT = shown("Pay was 9 dollars.", 500)


@pytest.mark.parametrize("packed", [False, True])
def test_words_of_a_hidden_layer_are_left_out_and_told(packed):
    content = f"/OC /Text BDC {shown(LINE)} EMC /OC /Draft BDC {DRAFT} EMC"
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    original = read(Paper().saved(content, object_stream_mode=mode))
    assert prose(original) == LINE
    assert left_out(original) == [("Pay was 9 dollars.", "hidden on page 1")]
    assert codes(original) == ["I053"]


def _state(paper, **states):
    paper.states = Dictionary(**states)


def _membership(paper, **more):
    asked = Dictionary(Type=Name.OCMD, OCGs=Array(paper.groups), **more)
    paper.page.Resources.Properties.Draft = paper.pdf.make_indirect(asked)


def _usage(paper, state):
    draft = paper.groups[1]
    draft.Usage = Dictionary(View=Dictionary(ViewState=state))
    event = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([draft]))
    paper.states = Dictionary(AS=Array([event]))


@pytest.mark.parametrize(
    ("setting", "is_shown"),
    [
        (lambda paper: None, False),
        (_state, True),
        (lambda paper: _state(paper, BaseState=Name.OFF, ON=Array(paper.groups[:1])), False),
        (lambda paper: _state(paper, BaseState=Name.OFF, ON=Array(paper.groups)), True),
        (_membership, True),
        (lambda paper: _membership(paper, P=Name.AllOn), False),
        (lambda paper: _membership(paper, P=Name.AllOff), False),
        (lambda paper: _membership(paper, P=Name.AnyOff), True),
        (lambda paper: _membership(paper, VE=Array([Name.Not, paper.groups[0]])), True),
        (lambda paper: _usage(paper, Name.OFF), False),
        (lambda paper: _usage(paper, Name.ON), True),
        (lambda paper: _state(paper, OFF=Name.Damaged), True),
    ],
)
def test_which_layers_are_hidden_the_file_says(setting, is_shown):
    paper = Paper()
    setting(paper)
    data = paper.saved(f"{shown(LINE)} /OC /Draft BDC {DRAFT} EMC")
    assert ("9 dollars" in prose(read(data))) == is_shown


def test_forms_have_layers_too_and_hold_them():
    paper = Paper()
    paper.form(DRAFT, OC=paper.groups[1], Resources=paper.page.Resources)
    assert prose(read(paper.saved(f"{shown(LINE)} /Form Do"))) == LINE
    paper = Paper()
    paper.form(f"{shown(LINE)} /OC /Draft BDC {DRAFT} EMC")
    assert prose(read(paper.saved("/Form Do"))) == LINE
    paper = Paper()
    paper.form(DRAFT, Resources=paper.page.Resources)
    assert prose(read(paper.saved(f"{shown(LINE)} /OC /Draft BDC /Form Do EMC"))) == LINE


def test_what_follows_hidden_words_stays_in_its_place():
    content = f"{shown(LINE)} BT /F 10 Tf 12 TL 72 640 Td /OC /Draft BDC (Old.) ' EMC (New.) ' ET"
    original = read(Paper().saved(content))
    assert prose(original) == f"{LINE} New."
    assert left_out(original) == [("Old.", "hidden on page 1")]


def test_a_file_without_hidden_words_is_read_as_it_is():
    assert without_hidden_layers(Paper().saved(f"/OC /Text BDC {shown(LINE)} EMC")) is None
    assert without_hidden_layers(b"%PDF-1.7 /OCProperties") is None
    assert without_hidden_layers(b"") is None


def test_words_beyond_the_edges_of_a_page_are_left_out_and_told():
    paper = Paper()
    paper.page.CropBox = Array([36, 400, 576, 756])
    original = read(paper.saved(shown(LINE) + shown("florist-7.indd, second proof", 30)))
    assert prose(original) == LINE
    assert left_out(original) == [("florist-7.indd, second proof", "beyond the edges of page 1")]
    assert codes(original) == ["I053"]


def test_bold_words_that_are_printed_twice_are_read_once():
    assert prose(read(Paper().saved(shown(LINE) + shown(LINE, left=72.3)))) == LINE


def test_letters_are_read_as_what_the_file_says_that_they_stand_for():
    said = "/Span <</ActualText (29 000)>> BDC (29) Tj EMC ( dollars.) Tj"
    drawn = f"{shown(LINE)} BT /F 10 Tf 72 640 Td (Pay is ) Tj {said} ET"
    assert prose(read(Paper().saved(drawn))) == f"{LINE} Pay is 29 000 dollars."


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("dollaroldstyle fouroldstyle eightoldstyle comma oneoldstyle zerooldstyle", "$48,10"),
        ("dollar.tf four.tf one.oldstyle", "$41"),
        ("Asmall Bsmall Eacutesmall ampersandsmall", "abé&"),
        ("dollarsuperior eight commainferior one", "$8,1"),
    ],
)
def test_forms_of_expert_fonts_are_read_as_signs(tmp_path, names, words):
    paper = Paper()
    signs = [Name(f"/{name}") for name in names.split()]
    face = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, *signs])),
    )  # fmt: skip
    paper.page.Resources.Font.E = face
    letters = bytes(range(65, 65 + len(signs))).decode()
    drawn = f"{shown(LINE)} BT /F 10 Tf 72 640 Td (It says ) Tj /E 10 Tf ({letters}) Tj ET"
    (tmp_path / "x.pdf").write_bytes(paper.saved(drawn))
    (result,) = import_all(tmp_path / "x.pdf", tmp_path / "out")
    assert f"It says {words}" in result.text.replace("\\", "")
