"""`guidepub catalog --sitemap`: which web editions there are, and what translates what."""

from __future__ import annotations

from definitions import definition, write
from lxml import etree

SITE = "https://guides.example/books"
BAKER = f"{SITE}/baker/baker.html"
PANADERO = f"{SITE}/panadero/panadero.html"


def test_a_sitemap_has_all_directions(run, here):
    site = f'[imprint]\nname = "P"\n[web]\nurl = "{SITE}"\n[defaults]\neditions = ["web"]\n'
    head = "language: es\ntranslation_of: baker"
    write(here, {"catalog.toml": site, "baker.md": definition(), "lone.md": definition(title="Lone"),
                 "panadero.md": definition(head=head), "unmade.md": definition(title="Unmade")})  # fmt: skip
    refused = run("catalog", "--sitemap", "map.xml")
    assert (refused.code, refused.err) == (
        2, "There is no web edition. Make some: guidepub build -e web.\n"
    )  # fmt: skip
    run("build", "baker", "panadero", "lone")
    assert run("catalog", "--sitemap", "map.xml").code == 0
    root = etree.parse(here / "map.xml").getroot()
    reported = {
        entry.findtext("{*}loc"): [each.attrib for each in entry.iterfind("{*}link")]
        for entry in root
    }
    both = [
        {"rel": "alternate", "hreflang": "en-US", "href": BAKER},
        {"rel": "alternate", "hreflang": "es", "href": PANADERO},
    ]
    assert reported == {
        BAKER: both, "https://guides.example/books/lone/lone.html": [], PANADERO: both,
    }  # fmt: skip


def test_a_sitemap_needs_a_website(run, here):
    write(here, {"catalog.toml": '[imprint]\nname = "P"\n', "baker.md": definition()})
    ran = run("catalog", "--sitemap", "map.xml")
    assert ran.code == 2
    assert ran.err == 'catalog.toml names no website. Add [web] with url = "https://…".\n'
