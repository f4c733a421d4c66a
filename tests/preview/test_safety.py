"""Who is answered, and what is handed out."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import pytest
from websockets.exceptions import InvalidStatus

from guidepub.preview.guarding import warning_for

pytestmark = pytest.mark.xdist_group("preview")


def test_the_page_is_answered_and_forbids_what_it_does_not_need(preview):
    status, body, headers = preview.ask("/")
    assert status == 200
    assert b"<script>" not in body
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1.evil.example:{port}"},
        {"Host": "localhost:{port}", "Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/source?path=baker.md"])
def test_strangers_are_refused(preview, headers, path):
    port = urlsplit(preview.address).port
    filled = {name: value.format(port=port) for name, value in headers.items()}
    assert preview.ask(path, **filled)[0] == 403


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("guide=baker.md", {"Origin": "http://evil.example"}),
        ("guide=baker.md", {"Origin": "null"}),
        ("guide=baker.md", {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "websocket"}),
        ("guide=../secret.md", {}),
        ("guide=baker.md&edition=nothing", {}),
    ],
)
def test_strangers_get_no_events(preview, query, headers):
    with pytest.raises(InvalidStatus) as refused:
        next(preview.events(query, **headers))
    assert refused.value.response.status_code == 403


def test_a_link_from_elsewhere_may_open_the_page(preview):
    opening = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert preview.ask("/", Sec_Fetch_Dest="document", **opening)[0] == 200
    assert preview.ask("/", Sec_Fetch_Dest="iframe", **opening)[0] == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(preview, method):
    assert preview.ask("/source?path=baker.md", method)[0] == 403


@pytest.mark.parametrize(
    "name",
    [
        "../secret.md",
        "data/../../secret.md",
        "/etc/passwd",
        "{folder}/../secret.md",
        "..\\secret.md",
        "link.md",
        ".hidden.md",
        ".git/config.md",
        "baker.md\0.md",
        "images/oven.svg",
        "nothing.md",
        "",
        ".",
    ],
)
def test_nothing_from_outside_the_catalogue_is_handed_out(preview, name):
    (preview.folder.parent / "secret.md").write_text("secret")
    (preview.folder / ".hidden.md").write_text("secret")
    link = preview.folder / "link.md"
    if not link.is_symlink():
        link.symlink_to(preview.folder.parent / "secret.md")
    try:
        asked = quote(name.format(folder=preview.folder))
        for address in (f"/source?path={asked}", f"/download?guide={asked}"):
            status, body, _ = preview.ask(address)
            assert status in (204, 404, 409)
            assert b"secret" not in body.replace(b"secret.md", b"")
    finally:
        link.unlink()


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../server.py",
        "/assets/..%2fserver.py",
        "/assets/..%2f..%2fbook.css",
        "/assets/%2e%2e%2fOFL.txt",
        "/assets/nothing.js",
        "/assets/..%2f..%2ftheme.ttf",
        "/books/0-0/light/../../../etc/passwd",
        "/books/0-0/light/cover.xhtml",
        "/pages/0123/99999",
        "/pages/0123/nan",
        "/events?guide=baker.md",
        "/docs",
    ],
)
def test_what_is_not_there_is_not_there(preview, path):
    status, body, _ = preview.ask(path)
    assert status == 404
    assert b"Traceback" not in body


@pytest.mark.parametrize("path", ["/pages/0123/1.5", "/source?path=nothing.md"])
def test_what_may_just_have_gone_is_no_fault(preview, path):
    status, body, _ = preview.ask(path)
    assert (status, body) == (204, b"")


def test_a_text_of_the_catalogue_is_handed_out(preview):
    status, body, headers = preview.ask("/source?path=baker.md")
    assert status == 200
    assert headers["content-type"] == "application/json"
    assert b"Half of all bakers" in body


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.53", "::1", "localhost"])
def test_this_machine_alone_needs_no_warning(host):
    assert warning_for(host) == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "office.example"])
def test_all_else_is_warned_of(host):
    assert host in warning_for(host)
