"""A theme's templates, run with plain values and within bounds (see `templating`)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, MutableMapping

from jinja2 import BaseLoader, Environment, Template, TemplateNotFound, nodes

from guidepub.findings import Finding, Place, RenderError
from guidepub.templating import language, sandbox
from guidepub.templating.operations import printed
from guidepub.templating.sandbox import FAULTS, Sandbox, TemplateFaults, compiled, plain, run
from guidepub.themes.folders.theme import Theme

_REMEDY = "Fix the theme’s template."
# The settings for reading a template and for running it, which split it in the same way.
_SPLITTING = {"trim_blocks": True, "lstrip_blocks": True}


def fill(theme: Theme, template: str, values: Mapping[str, object]) -> str:
    """Return a template of a theme filled with values, which are escaped unless they are `Markup`.

    Raises:
        RenderError: the theme has no such template, or it is broken, goes beyond what a template
            may do, or fails (C003, C006), with its file and line where they are known.
        InputError: its file cannot be read, is too large or lies outside the catalogue.
        TypeError: a value is no plain data.
    """
    given = {name: plain(value) for name, value in values.items()}
    try:
        return run(_environment(theme).get_template(template), given)
    except TemplateNotFound as error:
        message = f"The theme “{theme.name}” has no template “{error.name}”."
        raise _fault(error, template, message) from error
    except FAULTS as error:
        message = f"The theme “{theme.name}” cannot make this: {error}."
        raise _fault(error, template, message) from error


def compile_early(theme: Theme, templates: Iterable[str]) -> None:
    """Compile some templates of a theme before they are filled.

    Raises:
        Exception: a template is missing or broken; filling it reports that.
    """
    for template in templates:
        _environment(theme).get_template(template)


def parsed(text: str, path: str) -> nodes.Template:
    """Return a template's tree, once it is known to hold what a template may and no more.

    Raises:
        RenderError: its syntax is broken (C003), or it goes beyond the language (C006), with the
            line of each.
    """
    try:
        return sandbox.parsed(text, language.THEME_DIALECT, _SPLITTING)
    except TemplateFaults as error:
        raise RenderError(
            Finding(
                Place(path, fault.line),
                "C006" if fault.is_beyond else "C003",
                fault.message,
                fault.remedy or _REMEDY,
            )
            for fault in error.faults
        ) from error


@functools.lru_cache(maxsize=16)
def _environment(theme: Theme) -> Environment:
    return Sandbox(
        language.THEME_DIALECT,
        printed,
        loader=_Loader(theme),
        autoescape=True,
        splitting=_SPLITTING,
    )


class _Loader(BaseLoader):
    """Reads a theme's templates, and compiles those alone that hold what they may."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 - Jinja’s own
    ) -> Template:
        """Return the nearest template of a name."""
        path = self._theme.template(name)
        if path is None:
            raise TemplateNotFound(name)
        text = self._theme.read_text(path, language.MOST_BYTES)
        return compiled(environment, parsed(text, str(path)), name, str(path))


def _fault(error: BaseException, template: str, message: str) -> RenderError:
    found = sandbox.line_of(error, lambda path: path.endswith(".xhtml"))
    return RenderError([Finding(Place(*found or (template,)), "C003", message, _REMEDY)])
