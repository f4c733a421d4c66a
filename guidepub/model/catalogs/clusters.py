"""A catalogue's settings for clusters: colours, tools and places that differ from guidepub's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from guidepub.model.selling.trade import SocGroup
from guidepub.model.validation.fields import Colour, Several
from guidepub.model.validation.frozen import Model
from guidepub.themes.covers.clusters import GENERAL, PLACES, Cluster, changed, shipped_clusters
from guidepub.themes.covers.marks import marks


def _drawn(name: str) -> str:
    if name not in marks():
        raise PydanticCustomError(
            "tool", "“{value}” is not one of the tools that guidepub can draw", {"value": name[:60]}
        )
    return name


ToolName = Annotated[str, AfterValidator(_drawn)]
"""A tool that guidepub has a drawing of."""


class ClusterSettings(Model):
    """A catalogue's settings for a cluster; whatever is left out stays as in guidepub.

    Its palette is made from `colour`; `contrast` is the colour that stands out. `place`, from 1
    to 24, is where the tab is at the fore-edge. The first of `tools` is the icon.
    """

    soc: Annotated[tuple[SocGroup, ...], Field(max_length=100)] = ()
    colour: Colour | None = None
    contrast: Colour | None = None
    tools: Annotated[tuple[ToolName, ...], Field(max_length=12)] = ()
    place: Annotated[int, Field(ge=1, le=PLACES)] | None = None

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            soc: Several[str] = (),
            colour: str | None = None,
            contrast: str | None = None,
            tools: Several[str] = (),
            place: int | None = None,
        ) -> None: ...

    def cluster(self, name: str) -> Cluster:
        """Return the cluster with a name: one of guidepub's, or a new one, with these settings."""
        known = shipped_clusters()
        base = known[name] if name in known else known[GENERAL]
        return changed(
            base,
            name=name,
            soc=self.soc,
            colour=self.colour,
            contrasting=self.contrast,
            tools=self.tools,
            place=self.place,
        )
