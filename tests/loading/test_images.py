import io
import os
import threading
import unicodedata
import warnings

import pytest
from definitions import definition, write
from PIL import Image

import guidepub
from guidepub.findings import InputError
from guidepub.loading import find_image, media_type

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><title>An oven.</title></svg>'


def picture(kind, size=(8, 6), mode="RGB", **options):
    data = io.BytesIO()
    Image.new(mode, size).save(data, kind, **options)
    return data.getvalue()


def fault(call, *arguments):
    """Return the code and the message of what a call finds wrong."""
    with pytest.raises(InputError) as caught:
        call(*arguments)
    return str(caught.value).removeprefix("<guide> ")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.png", picture("PNG"), "image/png"),
        ("a.jpg", picture("JPEG"), "image/jpeg"),
        ("a.jpg", picture("JPEG", progressive=True), "image/jpeg"),
        ("a.jpg", picture("JPEG") + b"what a camera adds", "image/jpeg"),
        ("a.gif", picture("GIF"), "image/gif"),
        ("a.webp", picture("WEBP"), "image/webp"),
        ("a.svg", SVG.encode(), "image/svg+xml"),
        ("a.svg", b"\xef\xbb\xbf" + SVG.encode(), "image/svg+xml"),
        ("a.svg", SVG.encode("utf-16"), "image/svg+xml"),
    ],
)
def test_an_image_is_known_by_its_content(tmp_path, name, data, kind):
    write(tmp_path, {name: data, "misnamed.jpg": data})
    assert media_type(tmp_path / name) == kind
    if "utf-16" not in name and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert media_type(tmp_path / "misnamed.jpg") == kind


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO", "PPM", "JPEG2000", "PDF"])
def test_a_kind_that_not_every_reader_shows_is_refused(tmp_path, kind):
    write(tmp_path, {"a.png": picture(kind)})
    assert fault(media_type, tmp_path / "a.png") == (
        "D042 The image “a.png” is not a PNG, JPEG, GIF, WebP or SVG. Save it as PNG or JPEG."
    )


@pytest.mark.parametrize("data", [b"", b"text", b"GIF", b"%PDF-1.7", bytes(100)])
def test_what_is_no_image_is_refused(tmp_path, data):
    write(tmp_path, {"a.png": data})
    assert "is not a PNG, JPEG, GIF, WebP or SVG" in fault(media_type, tmp_path / "a.png")


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF"])
@pytest.mark.parametrize("rest", [b"", b"\0" * 40, b"\xff" * 40, b"WEBPVP8X" + b"\xff" * 40])
def test_what_only_begins_like_an_image_is_refused(tmp_path, start, rest):
    write(tmp_path, {"a": start + rest})
    assert fault(media_type, tmp_path / "a").startswith("D042 The image “a” ")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_an_image_that_is_cut_short_is_refused(tmp_path, kind, part):
    data = io.BytesIO()
    Image.effect_noise((64, 64), 90).convert("RGB").save(data, kind)
    write(tmp_path, {"a": data.getvalue()[: int(len(data.getvalue()) * part)]})
    assert fault(media_type, tmp_path / "a").startswith("D042 The image “a” ")


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "1"), ("JPEG", "L"), ("GIF", "P")]
)  # fmt: skip
def test_a_small_file_of_very_many_pixels_is_refused_unread(tmp_path, kind, mode):
    data = bytearray(picture(kind, (16, 16), mode))
    side = (10_000).to_bytes(2, "big" if kind != "GIF" else "little")
    if kind == "PNG":
        import zlib

        data[16:24] = (b"\0\0" + side) * 2
        data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    elif kind == "JPEG":
        at = data.find(b"\xff\xc0")
        data[at + 5 : at + 9] = side * 2
    else:
        data[6:10] = side * 2
        at = data.rfind(b",", 0, len(data) - 4)
        data[at + 5 : at + 9] = side * 2
    write(tmp_path, {"a": bytes(data)})
    assert fault(media_type, tmp_path / "a") == (
        "D042 The image “a” has more than 80,000,000 pixels. Scale it down."
    )


def test_a_large_image_is_refused_without_a_warning_in_any_thread(tmp_path):
    write(tmp_path, {"a.png": picture("PNG", (10_001, 10_001), "1")})
    before = list(warnings.filters)
    reported = []
    threads = [
        threading.Thread(target=lambda: reported.append(fault(media_type, tmp_path / "a.png")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reported) == 4
    assert all("has more than 80,000,000 pixels" in text for text in reported)
    assert warnings.filters == before


def test_a_file_is_not_read_beyond_the_limit(tmp_path):
    with (tmp_path / "a.png").open("wb") as stream:
        stream.truncate(33 * 1024 * 1024)
    assert "D002 The file is larger than the 32 MiB allowed here." in fault(
        media_type, tmp_path / "a.png"
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["café.svg", "été/garçon à Łódź.svg"])
def test_an_image_is_found_in_whichever_form_of_unicode_its_name_is(tmp_path, form, name):
    write(tmp_path, {unicodedata.normalize(form, name): SVG})
    for other in ("NFC", "NFD"):
        found = find_image(unicodedata.normalize(other, name), tmp_path, tmp_path)
        assert found.read_text() == SVG


def test_a_name_as_it_is_given_comes_before_its_other_form(tmp_path):
    write(tmp_path, {unicodedata.normalize(form, "é.svg"): form for form in ("NFC", "NFD")})
    for form in ("NFC", "NFD"):
        found = find_image(unicodedata.normalize(form, "é.svg"), tmp_path, tmp_path)
        assert found.read_text() == form


def test_a_name_in_another_form_leads_no_more_outside_than_any_other(tmp_path):
    root = write(tmp_path, {"secret.svg": SVG, "in/x": ""}) / "in"
    (root / unicodedata.normalize("NFD", "é.svg")).symlink_to("../secret.svg")
    assert "is outside the catalogue" in fault(find_image, "é.svg", root, root)
    assert fault(find_image, "é/" * 1300, root, root).startswith("D040 The image “é/é/")


def test_an_image_is_found_beside_its_guide_and_below_the_root(tmp_path):
    write(tmp_path, {"cover.svg": SVG, "baker/images/my oven.svg": SVG})
    folder = tmp_path / "baker"
    assert find_image("images/my oven.svg", folder, tmp_path).is_file()
    assert find_image("../cover.svg", folder, tmp_path).is_file()


@pytest.mark.parametrize(
    ("target", "remedy"),
    [
        ("images/ovn.svg", "Did you mean “oven.svg”?"),
        ("images/zzz.png", "Choose from: oven.svg."),
        ("oven.svg", "Add it, or fix the path."),
        ("nowhere/oven.svg", "Add it, or fix the path."),
        ("", "Add it, or fix the path."),
        ("images", "Add it, or fix the path."),
        ("images/oven.svg?x=1", "Did you mean “oven.svg”?"),
    ],
)
def test_a_missing_image_is_reported_with_what_is_there(tmp_path, target, remedy):
    write(tmp_path, {"images/oven.svg": SVG, "images/notes.txt": "x"})
    assert fault(find_image, target, tmp_path, tmp_path) == (
        f"D040 The image “{target}” does not exist. {remedy}"
    )


def test_a_name_that_no_file_can_have_is_reported(tmp_path):
    assert fault(find_image, "x" * 5000, tmp_path, tmp_path).startswith(
        f"D040 The image “{'x' * 80}” cannot be accessed: File name too long."
    )


@pytest.mark.parametrize(
    "target",
    ["../../etc/passwd", "../" * 30 + "etc/passwd", "/etc/passwd", "out.svg", "out/passwd", "a\0b",
     "loop.svg", "..", "images/../../secret.svg"],
)  # fmt: skip
def test_an_image_outside_the_catalogue_is_never_looked_at(tmp_path, target):
    root = write(tmp_path, {"secret.svg": SVG, "in/images/x": ""}) / "in"
    (root / "out.svg").symlink_to("../secret.svg")
    (root / "out").symlink_to("/etc")
    (root / "loop.svg").symlink_to("loop.svg")
    shown = target.replace("\0", "�")
    assert fault(find_image, target, root, root) == (
        f"D041 The image “{shown}” is outside the catalogue. Copy it into the catalogue."
    )


@pytest.mark.parametrize(
    "target",
    ["https://a.example/b.png", "HTTP://a/b.png", "file:///etc/passwd", "//a/b.png", "data:,x"],
)
def test_an_address_is_no_image(tmp_path, target):
    assert fault(find_image, target, tmp_path, tmp_path) == (
        f"D041 The image “{target}” is not a file in the catalogue. Save it next to the guide."
    )


def test_a_pipe_is_no_image(tmp_path):
    os.mkfifo(tmp_path / "a.png")
    assert fault(find_image, "a.png", tmp_path, tmp_path).startswith(
        "D040 The image “a.png” does not exist"
    )


def test_an_image_that_many_places_show_is_looked_at_once(tmp_path, monkeypatch):
    from guidepub.loading.referring import references

    seen = []
    monkeypatch.setattr(references, "check_image", seen.append)
    write(tmp_path, {"a.svg": SVG, "b.md": definition("![An oven.](a.svg)\n\n" * 50)})
    guidepub.load(tmp_path / "b.md")
    assert seen == [tmp_path / "a.svg"]


@pytest.mark.parametrize("target", [".", "", "gone/../../catalogue"])
def test_what_lies_outside_is_not_named_even_as_a_suggestion(tmp_path, target):
    write(tmp_path, {"catalogue.svg": SVG, "catalogue/baker.md": ""})
    message = fault(find_image, target, tmp_path / "catalogue", tmp_path / "catalogue")
    assert "catalogue.svg" not in message
