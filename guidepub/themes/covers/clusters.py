"""Clusters of occupations: the colours, tools and place by which books of one field are known.

`clusters.toml` is the table; a catalogue may change its rows and add others. A guide's occupation
chooses, by the first digits of its code.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from types import MappingProxyType
from typing import Any

from guidepub.themes.stylesheets.colours import LEAST_OF_DRAWINGS, contrast, darkened, mixed, oklch

PLACES = 24
"""The places that tabs have at the fore-edge, from the top of the page down."""

GENERAL = "general"
"""The cluster of guides that belong to no other."""

_TOOLS = 7
# Points from one place to the next: the last tab begins above the middle of the smallest page.
_STEP = 9
_PAPER = "#ffffff"
# White type is read on the field, and the field's colour on its tint (WCAG 2.2, 1.4.6).
_FIELD_CONTRAST = 7.5
# Colours that contrast, for fields that are near the cluster's own; degrees of hue, and chroma.
_CONTRASTS = ("#e0a14e", "#7db4b0", "#9db1d9", "#dd8d6a")
_LEAST_HUE = 50
_LEAST_CHROMA = 0.03


@dataclass(frozen=True, slots=True)
class Palette:
    """Four colours: a deep field, a middle tone, a light tint, and one that contrasts."""

    field: str
    middle: str
    light: str
    contrast: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Occupations whose books look like one series.

    `soc` are the first digits of their codes. The first of `tools`, names of marks, is the icon.
    `place`, from 1 to 24, is where the tab is at the fore-edge.
    """

    name: str
    soc: tuple[str, ...]
    palette: Palette
    tools: tuple[str, ...]
    place: int

    @property
    def icon(self) -> str:
        """The mark that stands for the cluster."""
        return self.tools[0]


@functools.cache
def shipped_clusters() -> Mapping[str, Cluster]:
    """Return the clusters that guidepub knows, by name."""
    found = {}
    for name, row in _table("clusters.toml").items():
        palette = Palette(row["field"], row["middle"], row["light"], row["contrast"])
        found[name] = Cluster(name, tuple(row["soc"]), palette, tuple(row["tools"]), row["place"])
    return MappingProxyType(found)


def changed(
    cluster: Cluster,
    *,
    name: str,
    soc: tuple[str, ...] = (),
    colour: str | None = None,
    contrasting: str | None = None,
    tools: tuple[str, ...] = (),
    place: int | None = None,
) -> Cluster:
    """Return a cluster with what is given in the place of its own.

    Of a colour its whole palette is made, as of an imprint's; `contrasting` is the one that
    stands out in it, as far as it can be distinguished from the field.
    """
    palette = cluster.palette
    if colour or contrasting:
        palette = palette_of(colour or palette.middle, contrasting or palette.contrast)
    return replace(
        cluster,
        name=name,
        soc=soc or cluster.soc,
        palette=palette,
        tools=tools or cluster.tools,
        place=place or cluster.place,
    )


def cluster_of(soc: str | None, clusters: Iterable[Cluster]) -> Cluster:
    """Return the cluster of a code: that with the most of its first digits; the last one wins."""
    code, best, most = soc or "", shipped_clusters()[GENERAL], 0
    for cluster in clusters:
        digits = max((len(each) for each in cluster.soc if code.startswith(each)), default=0)
        if digits and digits >= most:
            best, most = cluster, digits
    return best


def with_own_tools(cluster: Cluster, soc: str | None) -> Cluster:
    """Return a shipped cluster with the tools of an occupation before those of the others."""
    code = soc or ""
    known = [digits for digits in _table("tools_by_code.toml") if code.startswith(digits)]
    own = _table("tools_by_code.toml")[max(known, key=len)] if known else []
    return replace(cluster, tools=tuple(dict.fromkeys((*own, *cluster.tools)))[:_TOOLS])


@functools.lru_cache(maxsize=64)
def palette_of(colour: str, contrasting: str) -> Palette:
    """Return the palette of one colour, with another that stands out if it can be distinguished from it."""
    field = darkened(colour, _FIELD_CONTRAST)
    light = mixed(field, _PAPER, 0.2)
    apart = (each for each in (contrasting, *_CONTRASTS) if _are_apart(each, field))
    return Palette(field, mixed(field, _PAPER, 0.74), light, next(apart, light))


def _are_apart(one: str, other: str) -> bool:
    """Return whether two colours can be distinguished from each other, by lightness and by hue."""
    (_, _, hue), (_, chroma, other_hue) = oklch(one), oklch(other)
    distance = abs((hue - other_hue + 180) % 360 - 180)
    return contrast(one, other) >= LEAST_OF_DRAWINGS and (
        distance >= _LEAST_HUE or chroma < _LEAST_CHROMA
    )


def tab_top(place: int) -> float:
    """Return the distance in points from the head of the text to the top of a tab."""
    return (place - 1) * _STEP


@functools.cache
def _table(name: str) -> dict[str, Any]:
    file = resources.files("guidepub.themes.covers").joinpath(name)
    return tomllib.loads(file.read_text("utf-8"))
