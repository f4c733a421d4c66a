import base64
import io

import pytest
from PIL import Image

from guidepub.loading.pictures.drawings import embedded_picture, fault_of_svg


def embedded(kind, size=(8, 6), mode="RGB"):
    """Return a picture as the address that a drawing program makes of it."""
    data = io.BytesIO()
    Image.new(mode, size).save(data, kind)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(data.getvalue()).decode()}"


def svg(inner="", attributes="", before="", after=""):
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {namespaces} viewBox='0 0 2 1' {attributes}>{inner}</svg>{after}".encode()


@pytest.mark.parametrize(
    "data",
    [
        svg(),
        svg(before='<?xml version="1.0" encoding="utf-8"?>\n<!-- by hand -->'),
        svg("<title>A & B</title>".replace("&", "&amp;")),
        svg('<use href="#a"/><use xlink:href="#a"/>'),
        svg(f'<image href="{embedded("PNG")}"/><image xlink:href="{embedded("JPEG")}"/>'),
        svg(f'<image href="{embedded("JPEG").replace("jpeg", "jpg")}"/>'),
        svg(f'<image href="{embedded("PNG").replace("A", "A&#10; ", 3)}"/>'),
        svg('<g style="fill:url(#a)" filter="url( \'#b\' )" mask=\'url("#c")\'/>'),
        svg('<path d="M0 0"/>', 'aria-label="See url(here)"'),
        svg(
            '<metadata><r:a xmlns:r="http://r.example/" r:resource="http://x.example/"/></metadata>'
        ),
        # What drawing programs leave of a sum that should be nothing.
        svg('<svg viewBox="-1.4210855e-14 0 100 100"/>'),
        svg('<svg viewBox="0.00030000000000000003,0,100,1e2"/>', 'width="10vmin"'),
        svg('<switch><title>A</title><x:y xmlns:x="http://x.example/"/><g/></switch>'),
        svg("<g>" * 200 + "</g>" * 200),
        svg("<text>javascript: &lt;script&gt; on it</text>"),
    ],
)
def test_a_plain_drawing_has_no_fault(data):
    assert fault_of_svg(data) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (svg("<script>alert(1)</script>"), "holds a <script>"),
        (svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">a</x:script>'), "holds a <script>"),
        (svg("<SCRIPT/>"), "holds a <SCRIPT>"),
        (svg("<foreignObject/>"), "holds a <foreignObject>"),
        (svg('<g><switch><text systemLanguage="es">a</text><g/></switch></g>'), "offers several versions"),
        (svg("<switch><foreignObject/><text>a</text></switch>"), "holds a <foreignObject>"),
        (svg("<style>a{}</style>"), "holds a <style>"),
        (svg('<animate attributeName="href"/>'), "holds a <animate>"),
        (svg("<animateTransform/>"), "holds a <animateTransform>"),
        (svg('<set attributeName="href" to="javascript:x"/>'), "holds a <set>"),
        (svg('<img xmlns="http://www.w3.org/1999/xhtml" src="https://x"/>'), "holds a <img>"),
        (svg('<iframe src="#a"/>'), "holds a <iframe>"),
        (svg("<g/>", 'onload="alert(1)"'), "runs a script (onload)"),
        (svg('<g OnClick="alert(1)"/>'), "runs a script (onclick)"),
        (svg('<a href="javascript:alert(1)"/>'), "refers to another file"),
        (svg('<a xlink:href="https://x.example/"/>'), "refers to another file"),
        (svg('<use href="other.svg#a"/>'), "refers to another file"),
        (svg('<use href="data:image/svg+xml,x"/>'), "refers to another file"),
        (svg('<image href="data:image/svg+xml;base64,x"/>'), "embeds a picture that is neither"),
        (svg('<image href="data:image/webp;base64,x"/>'), "embeds a picture that is neither"),
        (svg('<image href="file:///etc/passwd"/>'), "refers to another file"),
        (svg('<image href=" https://x"/>'), "refers to another file"),
        (svg('<g x:href="https://x" xmlns:x="http://y"/>'), "refers to another file"),
        (svg('<g style="fill:url(https://x)"/>'), "refers to another file"),
        (svg('<g style="fill:url(#a);stroke:url(https://x)"/>'), "refers to another file"),
        (svg("<g style=\"fill:URL( 'https://x')\"/>"), "refers to another file"),
        (svg('<g style="fill:\\75 rl(https://x)"/>'), "refers to another file"),
        (svg("<g style=\"background:image-set('https://x' 1x)\"/>"), "refers to another file"),
        (svg('<g filter="url(a.svg#b)"/>'), "refers to another file"),
        (svg('<g xml:base="https://x"/>'), "sets a base for its addresses"),
        (svg(before='<?xml-stylesheet href="https://x"?>'), "holds a processing instruction"),
        (svg(after="<?x?>"), "holds a processing instruction"),
        (svg("<?php x ?>"), "holds a processing instruction"),
        (svg(before="<!DOCTYPE svg>"), "declares a document type"),
        (svg(before='<!DOCTYPE svg SYSTEM "https://x">'), "declares a document type"),
        (svg("<text>&x;</text>", before='<!DOCTYPE svg [<!ENTITY x "y">]>'), "declares a document type"),
        (svg(before="<!DOCTYPE svg>").decode().encode("utf-16"), "declares a document type"),
        (svg("<script/>").decode().encode("utf-16"), "holds a <script>"),
        (svg("<text>&x;</text>"), "is not a valid SVG: Entity 'x' not defined"),
        (svg("<g>"), "is not a valid SVG: Opening and ending tag mismatch"),
        (svg("<g>" * 100_000), "is not a valid SVG: Excessive depth"),
        (svg('<g a="1" a="2"/>'), "is not a valid SVG: Attribute a redefined"),
        (b"", "is not a valid SVG"),
        (b"<svg/>", "has no <svg> of the SVG namespace at its root"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "has no <svg> of the SVG namespace"),
        (svg("<g/>" * 20_000), "has more than 20,000 elements"),
        (svg("<!--" + "x" * 4 * 1024 * 1024 + "-->"), "is larger than the 4 MiB allowed for an SVG"),
    ],
)  # fmt: skip
def test_anything_more_is_a_fault_with_a_remedy(data, message):
    reported, remedy = fault_of_svg(data)
    assert reported.startswith(message)
    assert remedy.endswith(".")


def test_a_picture_in_a_drawing_is_reported_by_its_content():
    data, kind = embedded_picture(embedded("JPEG").replace("jpeg", "png"))
    assert (data[:3], kind) == (b"\xff\xd8\xff", "image/jpeg")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.invalid/a.png",
        "data:image/svg+xml;base64,PHN2Zy8+",
        "data:text/css;base64,aGk=",
        "data:image/png,hi",
        "data:image/png;base64,aGk=",
        "data:image/png;base64,!",
        embedded("GIF").replace("gif", "png"),
        embedded("PNG") + "A" * 5_000_000,
    ],
)
def test_nothing_else_counts_as_a_picture_in_a_drawing(address):
    assert embedded_picture(address) is None


@pytest.mark.parametrize(
    ("inner", "message", "remedy"),
    [
        (
            "data:image/png;base64,aGk=",
            "contains a picture that is neither PNG nor JPEG",
            "Embed it again.",
        ),
        (
            embedded("JPEG", (64, 64))[:-40],
            "contains a picture that is cut short",
            "Copy it again.",
        ),
        (
            embedded("PNG", (9000, 9000), "1"),
            "contains a picture that has more than 80,000,000 pixels",
            "Scale it down.",
        ),
    ],
)
def test_what_is_wrong_with_a_picture_in_a_drawing_is_reported(inner, message, remedy):
    assert fault_of_svg(svg(f'<image href="{inner}"/>')) == (message, remedy)


def test_many_large_pictures_in_one_drawing_are_too_many():
    one = f'<image href="{embedded("PNG", (6000, 6000), "1")}"/>'
    assert fault_of_svg(svg(one * 2)) is None
    assert fault_of_svg(svg(one * 3)) == (
        "contains pictures with more than 80,000,000 pixels",
        "Scale them down.",
    )
