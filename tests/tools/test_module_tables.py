"""The page that says what each module does is the one that `make tables` writes."""

from __future__ import annotations

from tools import ROOT, module_tables


def test_the_page_is_up_to_date():
    written = module_tables.PAGE.read_text("utf-8")
    assert module_tables.page() == written, "`make tables` writes it anew"


def test_every_module_is_on_the_page_with_what_it_says_of_itself():
    page = module_tables.page()
    assert "| `units` | A book laid out unit by unit:" in page
    assert "|  |" not in page, "a module says nothing of itself"
    inner = [path for path in (ROOT / "guidepub").glob("*/**/*.py") if path.stem != "__init__"]
    assert page.count("\n| `") == len(inner)
