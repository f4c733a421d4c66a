"""Templates read, compiled and run: with plain values alone, and within bounds.

A template is given copies of texts, numbers, lists and mappings, and nothing else: no object of
guidepub, of Python or of Jinja. It looks up keys of mappings, and calls nothing; what else
Jinja can do is refused by `language` before it runs. What remains is counted (`bounds`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from guidepub.templating import language
from guidepub.templating.bounds import bounded, take
from guidepub.templating.counting import counting
from guidepub.templating.operations import COUNTING, number

# Jinja's message for a tag that nothing closes.
_OPEN_TAG = re.compile(
    r"(?:Unexpected end of template|Encountered unknown tag '(?P<other>\w+)')"
    r".* needs to be closed is '(?P<open>\w+)'"
)
FAULTS = (TemplateRuntimeError, TemplateSyntaxError, ArithmeticError, LookupError, RecursionError, SyntaxError,
          TypeError, ValueError)  # fmt: skip
"""What a template can raise: Jinja's own errors, and those of the expressions in it."""

_PARSER = Environment(autoescape=True)


class TemplateFault(NamedTuple):
    """Something wrong in a template's text: its line, or 0, what it is, and how to fix it.

    `is_beyond` where the template asks for more than the language has.
    """

    line: int
    message: str
    remedy: str = ""
    is_beyond: bool = False


class TemplateFaults(Exception):  # noqa: N818 - it carries several
    """A template cannot be used; `faults` says why."""

    def __init__(self, faults: list[TemplateFault]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for fault in faults))


def parsed(
    text: str, dialect: language.Dialect, splitting: Mapping[str, bool] | None = None
) -> nodes.Template:
    """Return a template's tree, once it is known to hold what a template may and no more.

    `splitting` are Jinja's settings of how a text is split.

    Raises:
        TemplateFaults: its syntax is broken, or it goes beyond the language.
    """
    parser = _PARSER.overlay(**splitting) if splitting else _PARSER  # type: ignore[arg-type]
    try:
        tree = parser.parse(text)
    except TemplateSyntaxError as error:
        message = f"The template is broken: {(error.message or '').rstrip('.')}."
        remedy = ""
        if (tag := _OPEN_TAG.match(error.message or "")) is not None:
            message = f"A {{% {tag['open']} … %}} is not closed."
            if tag["other"]:
                message = f"“{tag['other']}” stands where a {{% {tag['open']} … %}} is open."
            remedy = f"Write {{% end{tag['open']} %}} where it ends."
        raise TemplateFaults([TemplateFault(error.lineno, message, remedy)]) from error
    except ValueError as error:
        # Python's error for a number with more digits than it reads.
        raise TemplateFaults([TemplateFault(0, f"The template is broken: {error}.")]) from error
    except RecursionError as error:
        fault = TemplateFault(0, "The template is nested too deeply.", is_beyond=True)
        raise TemplateFaults([fault]) from error
    if found := language.trespasses(tree, dialect):
        raise TemplateFaults(
            [
                TemplateFault(line, f"A template cannot have {part}.", remedy, is_beyond=True)
                for line, part, remedy in found
            ]
        )
    return tree


def plain(value: object) -> object:
    """Return a copy of a value that is all texts, numbers, lists and mappings of these.

    Raises:
        TypeError: there is something else in it.
    """
    if value is None or type(value) in (str, Markup, bool, int, float, Decimal):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    raise TypeError(f"A template only gets plain data, not {type(value).__name__}.")


def missing(why: str) -> Undefined:
    """Return a placeholder for a missing value: false in conditions, and refused where it is used."""
    return Undefined(why)


def is_missing(value: object) -> bool:
    """Return whether a value is the placeholder for a missing one.

    Raises:
        UndefinedError: its very name is unknown.
    """
    if isinstance(value, StrictUndefined):
        bool(value)
    return isinstance(value, Undefined)


def run(template: Template, given: Mapping[str, object]) -> str:
    """Return the output of a template for plain values.

    Raises:
        Exception: one of `FAULTS`, with the template's lines in its traceback.
    """
    with bounded():
        return "".join(_counted(template.generate(given)))


def compiled(environment: Environment, tree: nodes.Template, name: str, path: str) -> Template:
    """Return a tree's template, which counts what it takes while it runs."""
    tree = counting(tree)
    tree.set_environment(environment)
    code = environment.compile(tree, name, path)
    return Template.from_code(environment, code, {}, None)


def line_of(error: BaseException, is_template: Callable[[str], bool]) -> tuple[str, int] | None:
    """Return in which template and on which line an error arose, or None.

    Jinja has it in the traceback; `is_template` distinguishes a template's path from other files'.
    """
    found = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if is_template(file):
            found = file, trace.tb_lineno
        trace = trace.tb_next
    return found


def _counted(pieces: Iterator[str]) -> Iterator[str]:
    for piece in pieces:
        take(characters=len(piece))
        yield piece


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without its globals, and with look-up in mappings, lists and `loop` alone."""

    intercepted_binops = frozenset({"+", "-"})
    intercepted_unops = frozenset({"-"})

    def __init__(
        self,
        dialect: language.Dialect,
        finalize: Callable[[object], object],
        *,
        loader: BaseLoader | None = None,
        autoescape: bool,
        splitting: Mapping[str, bool] | None = None,
    ) -> None:
        """Make an environment for templates of a dialect; `finalize` makes what is printed."""
        super().__init__(
            loader=loader,
            autoescape=autoescape,
            undefined=StrictUndefined,
            finalize=finalize,
            auto_reload=False,
            **(splitting or {}),
        )
        self.globals = {}
        self.filters = {**dialect.filters, **COUNTING}
        self.tests = dict(dialect.tests)

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
        """Return the output of the same block in the extended template; no other call is allowed."""
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
