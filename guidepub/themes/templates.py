"""A theme's templates, run with plain values and within bounds.

A template is given copies of texts, numbers, lists and mappings, and nothing else: no object of
guidepub, of Python or of Jinja. It looks up keys of mappings, and calls nothing; what else
Jinja can do is refused by `language` before it runs. What remains is counted (`bounds`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, MutableMapping
from itertools import islice

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from guidepub.findings import Finding, Place, RenderError
from guidepub.themes import language
from guidepub.themes.bounds import bounded, take
from guidepub.themes.counting import counting
from guidepub.themes.operations import COUNTING, FILTERS, TESTS, number, printed
from guidepub.themes.theme import Theme

# What a template can raise: Jinja's own errors, and those of the expressions in it.
_FAULTS = (TemplateRuntimeError, TemplateSyntaxError, ArithmeticError, LookupError, RecursionError, SyntaxError,
           TypeError, ValueError)  # fmt: skip


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
        with bounded():
            pieces = _environment(theme).get_template(template).generate(given)
            return "".join(_counted(pieces))
    except TemplateNotFound as error:
        message = f"The theme “{theme.name}” has no template “{error.name}”."
        raise _fault(_place(error) or Place(template), message) from error
    except _FAULTS as error:
        message = f"The theme “{theme.name}” cannot make this: {error}."
        raise _fault(_place(error) or Place(template), message) from error


_REMEDY = "Mend the theme’s template."
# What a template is read with, and what it is run with, split it in the same way.
_SPLITTING = {"trim_blocks": True, "lstrip_blocks": True}
_PARSER = Environment(autoescape=True, **_SPLITTING)  # type: ignore[arg-type]


def plain(value: object) -> object:
    """Return a copy of a value that is all texts, numbers, lists and mappings of these.

    Raises:
        TypeError: there is something else in it.
    """
    if value is None or type(value) in (str, Markup, bool, int, float):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    raise TypeError(f"A template gets plain data alone, no {type(value).__name__}.")


def parsed(text: str, path: str) -> nodes.Template:
    """Return a template's tree, once it is known to hold what a template may and no more.

    Raises:
        RenderError: its syntax is broken (C003), or it goes beyond the language (C006), with the
            line of each.
    """
    try:
        tree = _PARSER.parse(text, filename=path)
    except TemplateSyntaxError as error:
        place = Place(path, error.lineno)
        raise _fault(place, f"The template is broken: {error.message}.") from error
    except ValueError as error:
        # Of a number with more digits than Python reads.
        raise _fault(Place(path), f"The template is broken: {error}.") from error
    except RecursionError as error:
        finding = Finding(Place(path), "C006", "The template is nested too deeply.", _REMEDY)
        raise RenderError([finding]) from error
    if found := language.trespasses(tree):
        raise RenderError(
            Finding(Place(path, line), "C006", f"A template cannot hold {what}.", remedy or _REMEDY)
            for line, what, remedy in found
        )
    return tree


def _counted(pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        take(characters=len(piece))
        yield piece


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja without its globals, and with look-up in mappings, lists and `loop` alone."""

    intercepted_binops = frozenset({"+", "-"})
    intercepted_unops = frozenset({"-"})

    def getattr(self, obj: object, attribute: str) -> object:
        """Return the value of a key, or a field of `loop`."""
        if isinstance(obj, LoopContext) and attribute in language.LOOP_FIELDS:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return the value of a mapping's key, or an item of a list by its number from 0."""
        if isinstance(obj, Undefined):
            return obj[argument]
        if isinstance(obj, dict) and isinstance(argument, str):
            return obj[argument] if argument in obj else self.undefined(_lack(obj, argument))
        if isinstance(obj, list) and type(argument) is int:
            return obj[argument]
        raise SecurityError(
            f"only mappings have fields, so nothing has the field {argument!r} here"
        )

    def call(
        self, context: Context, function: object, *arguments: object, **keywords: object
    ) -> object:
        """Return what the same block of the template that is extended makes: nothing else is called."""
        # The keywords are Jinja's own.
        if type(function) is not BlockReference or arguments:
            raise SecurityError("a template calls nothing")
        return function()

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Return a sum or a difference of numbers."""
        return super().call_binop(context, operator, number(left), number(right))

    def call_unop(self, context: Context, operator: str, arg: object) -> object:
        """Return a number with its sign turned."""
        return super().call_unop(context, operator, number(arg))


def _lack(mapping: dict[str, object], name: str) -> str:
    return f"there is no “{name}” among {', '.join(islice(mapping, 12)) or 'nothing'}"


@functools.lru_cache(maxsize=16)
def _environment(theme: Theme) -> Environment:
    environment = _Environment(
        loader=_Loader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        **_SPLITTING,
        auto_reload=False,
    )
    environment.globals = {}
    environment.filters = {**FILTERS, **COUNTING}
    environment.tests = dict(TESTS)
    return environment


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
        tree = counting(parsed(text, str(path)))
        tree.set_environment(environment)
        code = environment.compile(tree, name, str(path))
        return Template.from_code(environment, code, globals or {}, None)


def _place(error: BaseException) -> Place | None:
    """Return where in a template an error arose, as Jinja tells it in the traceback, or None."""
    found = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".xhtml"):
            found = Place(file, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _fault(place: Place, message: str) -> RenderError:
    return RenderError([Finding(place, "C003", message, _REMEDY)])
