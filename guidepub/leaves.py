"""A leaf to XHTML: the Jinja environment of a theme, and the look-up of its templates."""

from __future__ import annotations

import functools
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from guidepub.findings import Finding, Place, RenderError
from guidepub.resources import Theme

NAMESPACES = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'


def render(theme: Theme, template: str, **values: Any) -> str:
    """Return a template of a theme as an XHTML fragment.

    Values are escaped unless they are `Markup`.

    Raises:
        RenderError: the theme has no such template, or it is broken (C003).
    """
    try:
        return _environment(theme).get_template(template).render(values).strip()
    except TemplateSyntaxError as error:
        place = Place(error.filename or template, error.lineno)
        raise _fault(place, f"The template is broken: {error.message}.") from error
    except (TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
        message = f"The theme “{theme.name}” cannot make this: {error}."
        raise _fault(Place(template), message) from error


def check_xhtml(fragment: str, template: str) -> None:
    """Make sure that a fragment is well-formed, since an EPUB is XML.

    Raises:
        RenderError: it is not (C003), with the place in the fragment.
    """
    try:
        etree.fromstring(f"<body {NAMESPACES}>{fragment}</body>")
    except etree.XMLSyntaxError as error:
        message = f"What the template makes is not well-formed: {error.msg}."
        raise _fault(Place(template, error.lineno or 0), message) from error


def markup(xhtml: str) -> Markup:
    """Mark a text as XHTML that guidepub itself has made."""
    return Markup(xhtml)  # noqa: S704 - only ever called on our own output


@functools.lru_cache(maxsize=16)
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in theme.templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _fault(place: Place, message: str) -> RenderError:
    return RenderError([Finding(place, "C003", message, "Mend the theme’s template.")])
