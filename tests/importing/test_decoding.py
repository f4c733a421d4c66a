import pytest

from guidepub.findings import InputError
from guidepub.importing.originals.decoding import decode, without_barred_references

TEXT = "“Café” – naïve\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("utf-16-le"), "I006"),
        (TEXT.encode("cp1252"), "I006"),
        ("â€œCafÃ©â€\x9d â€“ naÃ¯ve\n".encode(), "I006"),
        (b'<meta charset="cp1252">'.ljust(30) + b"\n" + TEXT.encode("cp1252"), None),
    ],
)
def test_a_text_is_read_in_its_encoding(data, code, tmp_path):
    text, findings = decode(data, tmp_path)
    assert text.endswith(TEXT)
    assert [finding.code for finding in findings] == ([code] if code else [])


def test_line_ends_are_newlines_and_strange_characters_are_reported(tmp_path):
    text, findings = decode(b"a\r\nb\rc\x01", tmp_path)
    assert text == "a\nb\nc"
    assert [finding.code for finding in findings] == ["I007"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "I002"),
        (b" \n", "I002"),
        (b"%PDF-1.7", "I001"),
        (b"\xd0\xcf\x11\xe0old", "I001"),
        (b"PK\x03\x04", "I001"),
        (bytes(range(256)) * 4, "I001"),
    ],
)
def test_what_is_no_text_is_refused(data, code, tmp_path):
    with pytest.raises(InputError) as raised:
        decode(data, tmp_path)
    assert [finding.code for finding in raised.value.findings] == [code]


def test_references_to_characters_mean_what_browsers_take_them_for():
    assert without_barred_references("&#150;&#x93;&#233;&#0;&#xFDD0;&#1;&amp;") == "–“&#233;&amp;"
