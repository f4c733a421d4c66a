"""Reads the posts of a WordPress export (WXR), each as a text with its metadata."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lxml import etree

from guidepub.findings import Finding, InputError, Place, Severity
from guidepub.importing.exports.site_exports import elements_of, free, line_in
from guidepub.importing.exports.wordpress_markup import as_page
from guidepub.importing.headings.known import known_section
from guidepub.importing.originals.citations import Citations
from guidepub.importing.originals.foreign import FilePart, distinct_key
from guidepub.importing.originals.original import Original, Residue, with_mapped_lines
from guidepub.importing.originals.page_metadata import language_tag
from guidepub.importing.originals.refusals import refusal
from guidepub.importing.originals.residues import extract_code, widget_of
from guidepub.importing.pages.reader import read_html

# Other items of WordPress and page builders: files, menus, settings, revisions.
_NO_TEXTS = frozenset(
    {"attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset",
     "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part",
     "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face", "acf-field",
     "acf-field-group", "elementor_library", "elementor_snippet", "wpcf7_contact_form"}
)  # fmt: skip
_MOST_POSTS = 20_000
_MARKUP = re.compile(r"</?[a-z][^<>]{0,200}>|[.!?]\s")
_MOST_NAMED = 12
_SPACES = (
    ("http://wordpress.org/export/", "excerpt/", "excerpt"),
    ("http://wordpress.org/export/", "", "wp"),
    ("http://purl.org/rss/1.0/modules/content/", "", "content"),
    ("http://purl.org/dc/elements/", "", "dc"),
)


@dataclass(frozen=True, slots=True)
class Post:
    """One post or page of an export; `line` is where its content begins, or 0."""

    key: str
    title: str
    content: str
    status: str
    address: str
    line: int
    about: Mapping[str, object]


@dataclass(slots=True)
class _Channel:
    """The data about the whole site in an export."""

    language: str = ""
    names: dict[str, str] = field(default_factory=dict)


class WordPressExport:
    """The published posts of one export. `findings` are on what else it contains."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._channel = _Channel()
        every = list(_posts(text, path, self._channel))
        self._posts = {post.key: post for post in every if post.status == "publish"}
        self.parts = tuple(FilePart(key, path) for key in self._posts)
        self.findings = tuple(_unpublished(every, path))
        if not every:
            raise refusal(path, "I002", "The export contains no posts or pages.")

    def original(self, part: FilePart, citations: Citations, _language: str) -> Original:
        """Return the text of one post.

        Raises:
            InputError: it contains no text (I002).
        """
        post = self._posts[part.key]
        citations.set_address(post.address)
        residues: list[Residue] = []
        page = extract_code(as_page(post.content), 1, residues)
        try:
            read = read_html(f"<body>{page}</body>", self._path, citations, residues, is_page=False)
        except InputError as error:
            faults = [replace(f, place=Place(self._path, post.line)) for f in error.findings]
            raise InputError(faults) from error
        if not any(block.kind != "script" or widget_of(block.residues) for block in read.blocks):
            message = "The post contains only code, such as that of a form."
            raise InputError([Finding(Place(self._path, post.line), "I002", message)])
        read = replace(
            read,
            title=post.title or read.title,
            language=self._channel.language,
            about=post.about,
            line=1,
        )
        return with_mapped_lines(
            read, lambda line: line + post.line - 1 if line and post.line else 0
        )


def _posts(text: str, path: str, channel: _Channel) -> Iterator[Post]:
    """Yield the posts with any status in the order of the export.

    Raises:
        InputError: it is not an export, or not well-formed XML (I001, I003, I004).
    """
    taken: dict[str, int] = {}
    for element, parent in elements_of(text, path, "rss"):
        if element.tag == "item":
            fields = _fields(element)
            if _type(fields) not in _NO_TEXTS:
                yield _post(fields, element, channel, taken)
            if len(taken) > _MOST_POSTS:
                raise refusal(path, "I003", f"The export has over {_MOST_POSTS:,} posts.")
            free(element)
        elif parent.tag == "channel":
            _note(element, channel)


def _fields(item: etree._Element) -> dict[str, str]:
    """Return the texts of an item's elements that occur once, by their usual names."""
    return {_name(child.tag): (child.text or "").strip() for child in item}


def _type(fields: Mapping[str, str]) -> str:
    return fields.get("wp:post_type") or "post"


def _post(
    fields: Mapping[str, str], item: etree._Element, channel: _Channel, taken: dict[str, int]
) -> Post:
    name = f"{_type(fields)[:40]} {fields.get('wp:post_id', '')[:20] or len(taken) + 1}"
    content = next((child for child in item if _name(child.tag) == "content:encoded"), None)
    author = fields.get("dc:creator", "")
    about: dict[str, object] = {
        "author": [channel.names.get(author, author)] if author else [],
        "date": fields.get("wp:post_date", ""),
        "slug": fields.get("wp:post_name", ""),
        "excerpt": fields.get("excerpt:encoded", ""),
        "tags": _terms(item, "post_tag"),
        "categories": _terms(item, "category"),
    }
    written = "" if content is None else content.text or ""
    for label, value in _custom_fields(item):
        if known_section(label) and _MARKUP.search(value):
            written += f"\n<h2>{html.escape(label)}</h2>\n{value}"
        else:
            about.setdefault(label, value)
    return Post(
        distinct_key(name, taken),
        fields.get("title", ""),
        written or fields.get("description", ""),
        fields.get("wp:status") or "publish",
        fields.get("link", ""),
        line_in(content),
        MappingProxyType({name: value for name, value in about.items() if value}),
    )


def _custom_fields(item: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the custom fields that an author filled in, each with its name as words.

    For each field, Advanced Custom Fields has a second one with an internal key, “_pay” for “pay”.
    """
    data = [_fields(child) for child in item if _name(child.tag) == "wp:postmeta"]
    values = {each.get("wp:meta_key", ""): each.get("wp:meta_value", "") for each in data}
    for key, value in values.items():
        words = re.sub(r"[_-]+", " ", key).strip()
        is_filled = values.get(f"_{key}", "").startswith("field_") or known_section(words)
        if value and is_filled and not key.startswith("_"):
            yield f"{words[:1].upper()}{words[1:]}"[:80], value


def _terms(item: etree._Element, domain: str) -> list[str]:
    """Return the tags or the categories of a post, without the one for uncategorised posts."""
    return [
        (child.text or "").strip()
        for child in item.iterchildren("category")
        if child.get("domain") == domain and child.get("nicename") != "uncategorized"
    ]


def _note(element: etree._Element, channel: _Channel) -> None:
    """Record the data about the site in an element of the channel."""
    if element.tag == "language":
        channel.language = language_tag(element.text or "")
    elif _name(element.tag) == "wp:author":
        fields = _fields(element)
        login, name = fields.get("wp:author_login", ""), fields.get("wp:author_display_name", "")
        if login and name:
            channel.names[login] = name


def _unpublished(posts: list[Post], path: str) -> Iterator[Finding]:
    left = [post for post in posts if post.status != "publish"]
    for post in left[:_MOST_NAMED]:
        title = post.title[:120] or post.key
        message = f"“{title}” is not published ({post.status[:40]}) and was not imported."
        place = Place(path, post.line)
        yield Finding(place, "I018", message, "Publish it, and export again.", Severity.WARNING)
    if len(left) > _MOST_NAMED:
        message = f"The same goes for {len(left) - _MOST_NAMED} more posts that are not published."
        yield Finding(Place(path), "I018", message, "", Severity.WARNING)


def _name(tag: str) -> str:
    """Return a name with the prefix that exports usually have for its namespace."""
    space, _, name = tag.rpartition("}")
    for start, end, prefix in _SPACES:
        if space[1:].startswith(start) and space.endswith(end):
            return f"{prefix}:{name}"
    return name
