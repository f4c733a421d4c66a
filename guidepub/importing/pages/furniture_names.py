"""Patterns of classes and ids that show a site's furniture, from `knowledge/furniture.toml`."""

from __future__ import annotations

import functools
import re

from guidepub.importing.knowledge import knowledge


@functools.cache
def furniture_names() -> re.Pattern[str]:
    """Return the pattern of names of furniture."""
    names = "|".join(knowledge("furniture")["names"])
    return re.compile(rf"^(?:{names})(?:$|[-_])|(?:^|[-_])(?:{names})$")


@functools.cache
def site_header_names() -> re.Pattern[str]:
    """Return the pattern of names of a site's header."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['site_header_names'])})$")


@functools.cache
def page_end_names() -> re.Pattern[str]:
    """Return the pattern of names of furniture at the end of a page."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['page_end_names'])})$")


@functools.cache
def place_names() -> re.Pattern[str]:
    """Return the pattern of names that say only where a part is, or whose it is."""
    return re.compile("|".join(knowledge("furniture")["places"]))


@functools.cache
def plugin_names() -> re.Pattern[str]:
    """Return the pattern of names of what plug-ins add to a post."""
    return re.compile(rf"^(?:{'|'.join(knowledge('furniture')['plugins'])})(?:$|[-_])")


@functools.cache
def text_names() -> re.Pattern[str]:
    """Return the pattern of names of text that contain a name of furniture."""
    return re.compile("|".join(knowledge("furniture")["spared"]))


@functools.cache
def opened_names() -> re.Pattern[str]:
    """Return the pattern of names of hidden parts that a click opens."""
    return re.compile("|".join(knowledge("furniture")["opened"]), re.I)
