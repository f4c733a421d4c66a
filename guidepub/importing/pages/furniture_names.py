"""The names, classes and ids of elements, that furniture of a site has: `knowledge/furniture.toml`."""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge


@functools.cache
def furniture_names() -> re.Pattern[str]:
    """Return the pattern of names that furniture has."""
    names = "|".join(knowledge("furniture")["names"])
    return re.compile(rf"^(?:{names})(?:$|[-_])|(?:^|[-_])(?:{names})$")


@functools.cache
def head_names() -> re.Pattern[str]:
    """Return the pattern of names that the head of a site has."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['head_names'])})$")


@functools.cache
def last_names() -> re.Pattern[str]:
    """Return the pattern of names that furniture has which stands last on a page."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['last_names'])})$")


@functools.cache
def places() -> re.Pattern[str]:
    """Return the pattern of names that say only where a part stands, or whose it is."""
    return re.compile("|".join(knowledge("furniture")["places"]))


@functools.cache
def plugin_names() -> re.Pattern[str]:
    """Return the pattern of names of what plug-ins put into a post."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['plugins'])})(?:$|[-_])")


@functools.cache
def spared() -> re.Pattern[str]:
    """Return the pattern of names that are those of texts, although a part of them is furniture’s."""
    return re.compile("|".join(knowledge("furniture")["spared"]))


@functools.cache
def opened() -> re.Pattern[str]:
    """Return the pattern of names of hidden parts that a click opens."""
    return re.compile("|".join(knowledge("furniture")["opened"]), re.I)
