"""Whether an image can be used: where it lies, what it is, and that it is harmless."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from lxml import etree
from PIL import Image

from guidepub.files import is_within, read_bytes
from guidepub.findings import Finding, InputError, Place, did_you_mean

_LIMIT = 32 * 1024 * 1024
_MAX_PIXELS = 80_000_000
_RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}
_SVG = "{http://www.w3.org/2000/svg}"
_FORBIDDEN = frozenset({"script", "foreignObject", "style", "animate", "set", "handler", "iframe"})
_MAX_ELEMENTS = 20_000


def find_image(target: str, folder: Path, root: Path) -> Path:
    """Return the file of an image that a definition in `folder` names.

    Raises:
        InputError: an address of the web, outside the catalogue, or not there (D040, D041).
    """
    if "://" in target or target.startswith(("//", "data:")):
        message = f"The image “{target[:80]}” is on the web."
        raise InputError([Finding(Place(), "D041", message, "Save it beside the guide.")])
    path = folder / target
    try:
        if not is_within(path, root):
            message = f"The image “{target}” lies outside the catalogue."
            raise InputError([Finding(Place(), "D041", message, "Copy it beside the guide.")])
        if path.is_file():
            return path
        near = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    except (OSError, ValueError) as error:
        message = f"The image “{target[:80]}” cannot be looked for: {error}."
        raise InputError([Finding(Place(), "D040", message)]) from error
    message = f"The image “{target}” is not there."
    raise InputError([Finding(Place(), "D040", message, did_you_mean(path.name, near))])


def media_type(path: Path) -> str:
    """Return an image's media type after a look at its content, not its name.

    Raises:
        InputError: no image that EPUB and PDF both take, too large, or an SVG with a script,
            a style, an entity or a reference to another file (D042).
    """
    data = read_bytes(path, _LIMIT)
    if b"<svg" in data[:4096] or path.suffix.lower() == ".svg":
        _check_svg(data, path)
        return "image/svg+xml"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data)) as image:
                kind, size = image.format or "", image.size
                if size[0] * size[1] <= _MAX_PIXELS:
                    image.verify()
    except Exception as error:
        raise _fault(path, "cannot be read as an image", "Save it as PNG or JPEG.") from error
    if kind not in _RASTER:
        raise _fault(path, f"is a {kind}, which not every reader shows", "Save it as PNG or JPEG.")
    if size[0] * size[1] > _MAX_PIXELS:
        raise _fault(path, f"has over {_MAX_PIXELS:,} pixels", "Scale it down.")
    return _RASTER[kind]


def _check_svg(data: bytes, path: Path) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _fault(path, f"is no valid SVG: {error.msg}") from error
    if root.tag != f"{_SVG}svg":
        raise _fault(path, "has no <svg> of the SVG namespace at its root")
    if root.getroottree().docinfo.internalDTD is not None:
        raise _fault(path, "declares a document type", "Remove <!DOCTYPE …>.")
    for count, element in enumerate(root.iter()):
        if count == _MAX_ELEMENTS:
            raise _fault(path, f"has over {_MAX_ELEMENTS:,} elements", "Simplify the drawing.")
        if not isinstance(element.tag, str):
            if isinstance(element, etree._Entity):
                raise _fault(path, "uses an entity")
            continue
        name = etree.QName(element).localname
        if name in _FORBIDDEN:
            raise _fault(path, f"holds a <{name}>", "Export it as a plain, static SVG.")
        for attribute, value in element.attrib.items():
            local = str(attribute).rpartition("}")[2].lower()
            if local.startswith("on"):
                raise _fault(path, f"runs a script ({local})", "Export it as a plain SVG.")
            if local == "href" and not _is_inner(str(value), name):
                raise _fault(path, "refers to another file", "Embed what it shows.")
            if "url(" in str(value) and "url(#" not in str(value).replace("'", "").replace('"', ""):
                raise _fault(path, "refers to another file", "Embed what it shows.")


def _is_inner(target: str, element: str) -> bool:
    return target.startswith("#") or (
        element == "image" and target.startswith(("data:image/png;", "data:image/jpeg;"))
    )


def _fault(path: Path, what: str, remedy: str = "") -> InputError:
    return InputError([Finding(Place(), "D042", f"The image “{path.name}” {what}.", remedy)])
