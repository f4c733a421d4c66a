"""Kinds of documents that guidepub cannot read, and what to convert each to first."""

from __future__ import annotations

from types import MappingProxyType

_AS_WORD = "Save it as .docx or .odt, and import that."
_AS_PAGE = "Save it as .html, and import that."
_AS_EPUB = "Convert it to .epub, and import that."
_AS_MARKDOWN = "Convert it to Markdown with pandoc, and import that."
# See findings/pandoc-tex-words-lost.sh.
_FROM_TEX = (
    "Convert it to Markdown with pandoc, and import that. Compare it with the original: pandoc drops "
    "the words of commands such as \\rotatebox, \\fbox and \\nicefrac."
)
_AS_PDF = "Export it as PDF, and import that."
_FROM_DESIGN = "Export it as reflowable EPUB, as HTML, or as PDF, and import that. In EPUB and HTML, the names of styles show what is a heading."

REMEDIES = MappingProxyType(
    dict.fromkeys((".doc", ".dot", ".wpd", ".wps", ".pages", ".sxw", ".abw", ".fodt", ".docm", ".gdoc"), _AS_WORD)
    | dict.fromkeys((".mht", ".mhtml", ".webarchive", ".maff", ".warc", ".chm", ".asp", ".aspx", ".jsp", ".shtml"), _AS_PAGE)
    | dict.fromkeys((".mobi", ".azw", ".azw3", ".fb2", ".lit", ".djvu", ".xps"), _AS_EPUB)
    | {".tex": _FROM_TEX}
    | dict.fromkeys((".rst", ".adoc", ".asciidoc", ".org", ".textile", ".ipynb"), _AS_MARKDOWN)
    | dict.fromkeys((".indd", ".idml", ".icml", ".indt", ".indb", ".incx", ".afpub"), _FROM_DESIGN)
    | dict.fromkeys((".qxd", ".sla", ".pub", ".ppt", ".pptx", ".odp", ".key"), _AS_PDF)
)  # fmt: skip
"""What to do with a document, by its suffix in lower case."""
