"""Words that are marked for the index and the glossary, as XHTML."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from guidepub.markdown.parsed.marked_words import mark_name
from guidepub.words.markup import quoteattr


class MarkedWords:
    """A method for each type of token, which markdown-it-py finds by name."""

    def index_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Begin words that are in the index; "see" entries have no place."""
        number = tokens[index].meta.get("number")
        if number is None:
            return ""
        return f'<span class="index-mark" id={quoteattr(mark_name(env["prefix"], number))}>'

    def index_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """End words that are in the index."""
        return "</span>" if "number" in tokens[index].meta["opened"].meta else ""

    def index(self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
        """Return a mark that prints nothing."""
        opened = self.index_open(tokens, index, options, env)
        return f"{opened}</span>" if opened else ""

    def term_open(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Begin a term, which is a link at its first use in the book."""
        token = tokens[index]
        if not token.meta.get("first"):
            return ""
        target = quoteattr(env["prose_renderer"].term(token.meta["key"]))
        return f'<a class="term" epub:type="glossref" role="doc-glossref" href={target}>'

    def term_close(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
    ) -> str:
        """End a term."""
        return "</a>" if tokens[index].meta["opened"].meta.get("first") else ""
