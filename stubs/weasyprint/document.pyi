from typing import Any

from weasyprint.formatting_structure.boxes import PageBox

def __getattr__(name: str) -> Any: ...

class Page:
    width: float
    height: float
    bleed: dict[str, float]
    anchors: dict[str, tuple[float, float, float, float]]
    bookmarks: list[tuple[int, str, tuple[float, float], str]]
    links: list[Any]
    _page_box: PageBox
    def paint(self, stream: Any, scale: float = 1) -> None: ...
