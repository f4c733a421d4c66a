"""What is shown of a view while its pages come in parts."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

from guidepub.preview import messages
from guidepub.preview.keeping import Keeper
from guidepub.preview.shows import Show
from guidepub.preview.views import Draft, EarlyPages, Layout, Sheets, View, Whole


def sheets(first: int, *ids: str) -> Sheets:
    return Sheets(first, b"%PDF", ids, tuple({"label": page} for page in ids))


def test_pages_come_in_parts_and_the_whole_takes_their_place():
    show, queue = Show(View(Path("a.md"), "screen")), asyncio.Queue()
    show.queues.add(queue)

    def reported() -> tuple:
        message = queue.get_nowait()
        pages = [(page["at"], page["id"]) for page in message["pages"]]
        return message["stage"], pages, message["total"], message["full"]

    show.take_parts(EarlyPages((sheets(0, "a"), sheets(1, "b", "c")), {}))
    assert reported() == ("part", [(0, "a"), (1, "b"), (2, "c")], 3, True)
    show.take_parts(EarlyPages((sheets(3, "d"),), {}))
    assert reported() == ("part", [(3, "d")], 4, False)
    # Who comes now is shown all of them.
    (message,) = show.present()
    assert ([page["id"] for page in message["pages"]], message["full"]) == (list("abcd"), True)
    # A save begins anew.
    show.take_parts(EarlyPages((sheets(0, "e"),), {}))
    assert reported() == ("part", [(0, "e")], 1, True)
    show.take_whole(Whole(sheets(0, "e", "f"), Layout("key", (), 2), {}))
    (message,) = show.present()
    assert (message["stage"], message["total"]) == ("whole", 2)
    # EarlyPages of a later one would take away what is there.
    show.take_parts(EarlyPages((sheets(0, "g"),), {}))
    assert queue.empty()


def test_pages_of_a_draft_stay_until_another_has_set_all_of_them():
    show = Show(View(Path("a.md"), "screen"))
    layout = Layout("key", (), 6)
    show.take_whole(Whole(sheets(0, *"abcdef"), layout, {}))
    shown = []
    for made in (sheets(2, *"ghi"), sheets(2, "j"), sheets(3, "k"), sheets(1, *"lmno")):
        show.take_draft(Draft((), {}, (made,), {}, layout))
        (message,) = show.present()
        # Of several for one place the last is shown.
        now = {page["at"]: page["id"] for page in message["pages"]}
        shown.append("".join(now[at] for at in range(6)))
    assert shown == ["abghif", "abjhif", "abjkif", "almnof"]
    assert len(show.sheets) == 2


def test_pictures_of_a_draft_come_along_as_far_as_there_is_room(monkeypatch):
    monkeypatch.setattr(messages, "_MOST_ALONG", 5)
    show, queue = Show(View(Path("a.md"), "screen")), asyncio.Queue()
    show.queues.add(queue)
    pictures = {"a": b"abc", "b": b"de", "c": b"f"}
    layout = Layout("key", (), 3)
    show.take_draft(Draft((), {}, (sheets(0, *"abc"),), pictures, layout, 1.5))
    message = queue.get_nowait()
    assert message["scale"] == 1.5
    along = {"a": "data:image/png;base64,YWJj", "b": "data:image/png;base64,ZGU="}
    assert message["pictures"] == along


def test_pages_are_sent_early_only_if_none_are_shown(monkeypatch):
    show, asked = Show(View(Path("a.md"), "screen")), []

    class Binder:
        steps = (0, 0)

        async def call(self, _function, _view, early=False, **_more):
            asked.append(early)
            return Whole(sheets(0, "a"), Layout("key", (), 1), {})

    keeper = Keeper(Path(), SimpleNamespace(), Binder(), SimpleNamespace(), SimpleNamespace())
    asyncio.run(keeper._show_whole(show))
    asyncio.run(keeper._show_whole(show))
    assert asked == [True, False]
