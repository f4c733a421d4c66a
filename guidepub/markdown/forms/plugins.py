"""Directives of other packages, from the entry point group `guidepub.directives`.

The entry point has the name of the directive, and refers to a function that returns Markdown:

    def quote(title: str, body: str, *, year: str = "") -> str: ...

The function gets the words after the directive's name as `title`, its text as `body`, and its
options by name. An option without a default is required; without a parameter `title` or `body`,
the directive has no title or text. The result is read as if the author had written it: it can
print only what prose can, and is proved in every file as prose is.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from guidepub import plugins
from guidepub.findings.errors import kind_and_reason
from guidepub.markdown.forms.directives import Directive, DirectiveForm, Use
from guidepub.plugins import PluginError
from guidepub.words.characters import forbidden

Maker = Callable[..., str]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_LARGEST = 64 * 1024
_LABEL = "name"
_TEXTS = ("title", "body")


class AuthorError(Exception):
    """A package's directive refuses what the author has written."""


def is_plugged_in(name: str) -> bool:
    """Return whether a package adds a directive with a name that guidepub itself does not use."""
    return _NAME.fullmatch(name) is not None and name in plugins.entries(plugins.DIRECTIVES)


def plugged_in() -> tuple[str, ...]:
    """Return the names of the directives of all installed packages."""
    return tuple(filter(is_plugged_in, plugins.entries(plugins.DIRECTIVES)))


@cache
def form_of(name: str) -> DirectiveForm:
    """Return the form of a package's directive, by the parameters of its function.

    Raises:
        PluginError: it cannot be loaded, or is not a function of that kind.
    """
    parameters = _parameters(name)
    uses = {text: _use(parameters.get(text)) for text in _TEXTS}
    options = {key.replace("_", "-"): None for key in parameters if key not in _TEXTS}
    return DirectiveForm(uses["title"], uses["body"], options)


def markdown_of(directive: Directive) -> str:
    """Return the Markdown that a package returns for one of its directives.

    Raises:
        PluginError: the function fails, or returns a text that no guide can have.
        AuthorError: the function raises `ValueError`, or an option is missing.
    """
    parameters = _parameters(directive.name)
    if _LABEL in directive.options:
        raise AuthorError(f"The directive “{directive.name}” cannot have a label")
    given = {"title": directive.argument, "body": directive.body}
    given |= {key.replace("-", "_"): value for key, value in directive.options.items()}
    if missing := [key for key, each in parameters.items() if _is_needed(each, given.get(key))]:
        names = ", ".join(f":{key.replace('_', '-')}:" for key in missing)
        raise AuthorError(f"The directive “{directive.name}” needs {names}")
    try:
        made = _function(directive.name)(**{k: v for k, v in given.items() if k in parameters})
    except ValueError as error:
        reason = str(error).rstrip(".") or kind_and_reason(error)
        raise AuthorError(f"The directive “{directive.name}”: {reason}") from error
    except Exception as error:
        message = f"The directive “{directive.name}” failed: {kind_and_reason(error)}."
        raise PluginError(message) from error
    if fault := _fault(made):
        raise PluginError(f"The directive “{directive.name}” returns {fault}.")
    return made


def _fault(made: object) -> str:
    """Return what is wrong with the result of a function, or an empty text."""
    if not isinstance(made, str):
        return f"“{type(made).__name__}” instead of text"
    if len(made) > _LARGEST:
        return f"more than {_LARGEST // 1024} KiB"
    found = next(forbidden(made), None)
    return f"the character {found[2]}, which no book can contain" if found else ""


def _function(name: str) -> Maker:
    return cast(Maker, plugins.loaded(plugins.entries(plugins.DIRECTIVES)[name]))


@cache
def _parameters(name: str) -> Mapping[str, inspect.Parameter]:
    function = _function(name)
    try:
        found = inspect.signature(function).parameters
    except (TypeError, ValueError) as error:
        raise PluginError(f"The directive “{name}” is not a function.") from error
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    if odd := [key for key, each in found.items() if each.kind not in kinds]:
        message = f"The directive “{name}” has the parameter “{odd[0]}”, which does not take a single option."
        raise PluginError(message)
    return found


def _use(parameter: inspect.Parameter | None) -> Use:
    if parameter is None:
        return "none"
    return "required" if parameter.default is parameter.empty else "optional"


def _is_needed(parameter: inspect.Parameter, value: str | None) -> bool:
    """Return whether an option is required and missing; title and text are checked elsewhere."""
    is_option = parameter.name not in _TEXTS
    return is_option and parameter.default is parameter.empty and value is None
