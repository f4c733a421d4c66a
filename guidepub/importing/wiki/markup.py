"""Converts MediaWiki markup to HTML, by way of mwparserfromhell.

Lines keep their numbers. Only the wiki could expand templates: those that cite a work, and a few
others, are read; the rest are extracted as page-script code.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from guidepub.importing.originals.escaping import spaced
from guidepub.importing.originals.original import Residue
from guidepub.importing.originals.residues import CLOSE, OPEN
from guidepub.importing.pages.generated_pages import GeneratedNotes
from guidepub.importing.wiki.lines import LIST_TAGS, WikiLine, blocks_of, placed
from guidepub.importing.wiki.values import shown_by

# Templates that cite a work, on wikis in five languages.
_CITING = re.compile(r"\s*(?:cite|citation|(?:cite|cita|citar|citation|lien|literatur|quelle)\s+[\w ]+|literatur|internetquelle|ouvrage|article|lien|harvard|obra citada|enlace web|link)\s*$", re.I)  # fmt: skip
# Templates that a wiki replaces by the list of notes.
_LISTING = re.compile(r"\s*(?:reflist|references?|referências|referencias|refs?|références|einzelnachweise|notelist|notas(?: e referências)?|listaref|notes|fußnoten)\s*$", re.I)  # fmt: skip
# Templates that write a note, and those that cite a listed work by author and year.
_NOTES = re.compile(
    r"\s*(?:refn|efn(?:-\w+)?|#tag:ref|note|nota|nota de rodapé|nre|fußnote)\s*", re.I
)
_SHORT_NOTES = re.compile(r"\s*(?:sfnp?|harvsp|harvnp)\s*", re.I)
_SHORT_NAMES = re.compile(r"\s*(?:harv|harvnb|harvtxt|harvcoltxt|sfnref)\s*", re.I)
# Templates for block quotations, followed by the author.
_QUOTING = re.compile(r"\s*(?:(?:block|long|c)?quot(?:e|ation)(?: box)?|zitat|cita|citação|citação2|citation bloc|début citation)\s*", re.I)  # fmt: skip
_NOTE_WORDS = ("1", "text", "texte", "texto")
_QUOTED_TEXT = ("1", "text", "quote", "texte", "texto", "citation")
_QUOTED_AUTHOR = ("2", "author", "autor", "auteur", "person")
_QUOTED_WORK = ("3", "source", "title", "quelle", "fuente", "fonte", "cite")
# Boxes that link to other pages of a wiki, or ask its readers for help.
_OF_THE_WIKI = re.compile(r"\s*(?:portale?|portail|portal(?: bar)?|main(?: article)?|see(?: also)?|further|hauptartikel|siehe auch|articles? détaillée?s?|vt|ap|artículo principal|véase también|artigo principal|ver também|rp|navbox.{0,40}|navigationsleiste.{0,40}|palette.{0,40}|commons(?:cat| category)?|authority control|normdaten|bases|autorité|control de autoridades|controle de autoria|.{0,20}-?stub|ébauche.{0,30}|esboço.{0,30}|esbozo.{0,30}|short description|dmy dates|use \w+ dates|use \w+ english)\s*", re.I)  # fmt: skip
# Templates that question the words before them, or in their argument.
_DOUBTS = re.compile(r"\s*(?:citation needed.{0,20}|cn|fact|better source.{0,20}|page needed|verif(?:y|ication needed).{0,20}|clarify.{0,20}|when|who|by whom|which|where|dubious.{0,20}|disputed.{0,20}|according to whom|cita requerida|demostrar|cr|referencia necesaria|référence (?:nécessaire|à confirmer|souhaitée|incomplète)|refnec|refsou|réf\.? nécessaire|citation nécessaire|quand|qui|quoi|carece de fontes.{0,20}|sem[- ]fontes|quem|quando|wann|wer)\s*", re.I)  # fmt: skip
_TITLES = ("title", "titel", "título", "titulo", "titre", "obra")
_MADE_BY = ("author", "autor", "auteur", "last", "apellidos", "apellido", "nachname", "nom", "sobrenome", "último")  # fmt: skip
_FIRST = ("first", "vorname", "nombre", "prénom", "nome", "primeiro")
_MADE_AT = ("publisher", "work", "website", "verlag", "werk", "editorial", "editora", "éditeur", "site", "sitio web", "obra", "publicado")  # fmt: skip
_MADE_IN = ("date", "year", "datum", "jahr", "fecha", "año", "data", "ano", "année")
# Arguments of a citation that readers do not need.
_UNPRINTED = frozenset("url archiveurl archive-url accessdate access-date abruf zugriff fechaacceso acessodata consulté le isbn issn doi ref id lang language idioma língua langue sprache archivedate archive-date url-status".split())  # fmt: skip
_WRAPPING = frozenset(
    {"nowrap", "nobr", "lang", "small", "em", "strong", "abbr", "sic", "unbulleted list"}
)
_DROPPED = frozenset(
    {"reflist", "references", "notelist", "toc", "clear", "-", "refbegin", "refend"}
)
_SAME = frozenset("b i u s sub sup small strong em code tt kbd del ins br center blockquote div p span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd big".split())  # fmt: skip
_BLOCKS = frozenset({"table", "pre", "source", "syntaxhighlight", "blockquote", "div", "center", "gallery", "hr", "poem", "ul", "ol", "dl", "p"})  # fmt: skip
_VERBATIM = frozenset({"pre", "source", "syntaxhighlight", "nowiki", "math", "score", "timeline"})
_EMPTY = {"br": "<br>", "hr": "<hr>"}
_FILE = re.compile(
    r"\s*(?:file|image|datei|bild|archivo|imagen|fichier|ficheiro|imagem|arquivo)\s*:\s*", re.I
)
_CATEGORY = re.compile(r"\s*(?:category|kategorie|categor[ií]a|catégorie)\s*:\s*", re.I)
_OTHER_LANGUAGE = re.compile(r"\s*[a-z]{2,3}(?:-[a-z]{2,8})?\s*:[^/]")
_PICTURE_WORD = re.compile(r"\s*(?:thumb|thumbnail|frame|frameless|border|left|right|center|none|upright(?:=.*)?|\d*x?\d+\s*px|alt=.*|link=.*|lang=.*|page=.*|class=.*|mini|miniatur|miniaturadeimagen|vignette|esquerda|direita|izquierda|derecha|centro|links|rechts|hochkant(?:=.*)?|gauche|droite)\s*", re.I)  # fmt: skip
_ALT = re.compile(r"\s*alt\s*=\s*(.*)", re.I | re.S)
_SWITCH = re.compile(r"__[A-Z]{3,20}__")
_INFOBOX = re.compile(r"(?:.{0,40}infobox|info/|ficha\b|infocaixa|taxobox)", re.I)
_NAMES = (
    "name",
    "title",
    "occupation",
    "official_names",
    "nombre",
    "nom",
    "nome",
    "titel",
    "beruf",
)
_DEEPEST = 24
# If such a template has more words than this as its argument, they belong to the text.
_FEW_WORDS = 2


@dataclass
class WikiPage:
    """Generates the HTML of a page.

    `categories` are the page's, `name` is its name for its subject, and `asides` are what readers
    of the wiki do not see.
    """

    residues: list[Residue]
    categories: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    name: str = ""
    _line: int = 1
    _notes: GeneratedNotes = field(default_factory=GeneratedNotes)
    _named: dict[str, int] = field(default_factory=dict)
    _lines: list[WikiLine] = field(default_factory=lambda: [WikiLine(1)])

    def html(self, nodes: Sequence[Any]) -> str:
        """Return the HTML of a page's nodes, with its notes at the end."""
        for node, after in zip_longest(nodes, nodes[1:]):
            if _kind(node) == "Text":
                self._text(str(node))
                continue
            shown = self._node(node, 0)
            if self._is_block(node, after):
                self._lines.append(WikiLine(self._line, shown, True))
                self._line += str(node).count("\n")
                self._lines.append(WikiLine(self._line))
            else:
                self._lines[-1].html += shown
                self._line += str(node).count("\n")
        return "".join(placed(blocks_of(self._lines))) + self._notes.listed()

    def _is_block(self, node: Any, after: Any) -> bool:
        """Return whether a node is a block, by its kind or because it has lines of its own."""
        if _kind(node) == "Template":
            ends = after is None or (_kind(after) == "Text" and str(after).startswith("\n"))
            return ends and not self._lines[-1].html.strip()
        return _kind(node) == "Heading" or str(getattr(node, "tag", "")) in _BLOCKS

    def _text(self, text: str) -> None:
        first, *rest = _SWITCH.sub("", text).split("\n")
        self._lines[-1].html += html.escape(first, quote=False)
        for words in rest:
            self._line += 1
            self._lines.append(WikiLine(self._line, html.escape(words, quote=False)))

    def _nodes(self, code: Any, depth: int) -> str:
        """Return the HTML of a node's content."""
        if code is None:
            return ""
        if depth > _DEEPEST:
            return html.escape(str(code))
        return "".join(self._node(node, depth) for node in code.nodes)

    def _node(self, node: Any, depth: int) -> str:
        made = self._makers.get(_kind(node))
        return made(node, depth) if made else self._extracted(node)

    @functools.cached_property
    def _makers(self) -> Mapping[str, Callable[[Any, int], str]]:
        return {
            "Text": lambda node, _: _plain(node),
            "HTMLEntity": lambda node, _: str(node),
            "Comment": lambda node, _: self._comment(node),
            "Heading": self._heading,
            "Wikilink": self._link,
            "ExternalLink": self._address,
            "Tag": self._tag,
            "Template": self._template,
        }

    def _heading(self, node: Any, depth: int) -> str:
        level = min(max(int(node.level), 1), 6)
        return f"<h{level}>{self._nodes(node.title, depth + 1)}</h{level}>"

    def _address(self, node: Any, depth: int) -> str:
        address = html.escape(str(node.url))
        return f'<a href="{address}">{self._nodes(node.title, depth + 1) or address}</a>'

    def _comment(self, node: Any) -> str:
        self.asides.append(spaced(str(node.contents)))
        return ""

    def _tag(self, node: Any, depth: int) -> str:
        tag = spaced(str(node.tag)).lower()
        if getattr(node, "wiki_markup", "") in LIST_TAGS:
            return str(node.wiki_markup)
        if tag == "ref":
            return self._note(node, depth)
        if tag == "table":
            return f"<table>{self._rows(node.contents, depth + 1)}</table>"
        if tag == "references":
            return self._notes_within(node.contents, depth)
        if tag in _VERBATIM or tag in _EMPTY or tag == "gallery":
            return _verbatim(tag, str(node.contents or ""))
        inner = self._nodes(node.contents, depth + 1)
        return f"<{tag}>{inner}</{tag}>" if tag in _SAME else inner

    def _rows(self, contents: Any, depth: int) -> str:
        """Return the rows of a table; cells before the first row mark are also a row."""
        rows, loose = [], []
        for node in contents.nodes if contents is not None else ():
            tag = str(getattr(node, "tag", ""))
            if tag == "tr":
                rows.append("".join(self._cell(cell, depth) for cell in _cells(node.contents)))
            elif tag in ("td", "th"):
                loose.append(node)
        captions = [node for node in loose if str(node.contents).startswith("+")]
        head = "".join(self._cell(node, depth) for node in loose if node not in captions)
        shown = [f"<caption>{self._nodes(node.contents, depth)[1:]}</caption>" for node in captions]
        return "".join([*shown[:1], *(f"<tr>{row}</tr>" for row in (head, *rows) if row)])

    def _cell(self, node: Any, depth: int) -> str:
        spans = "".join(
            f' {name}="{value}"'
            for attribute in node.attributes
            if (name := spaced(str(attribute.name)).lower()) in ("rowspan", "colspan")
            and (value := spaced(str(attribute.value or "")).strip("\"'")).isdigit()
        )
        return f"<{node.tag}{spans}>{self._nodes(node.contents, depth + 1).strip()}</{node.tag}>"

    def _link(self, node: Any, depth: int) -> str:
        target = str(node.title)
        if _CATEGORY.match(target):
            self.categories.append(spaced(_CATEGORY.sub("", target, count=1)))
            return ""
        if _FILE.match(target):
            return self._picture(_FILE.sub("", target, count=1), node.text)
        if _OTHER_LANGUAGE.match(target) and node.text is None:
            self.asides.append(spaced(target))
            return ""
        words = self._nodes(node.text, depth + 1) or html.escape(target.lstrip(":"), quote=False)
        return f'<a href="/wiki/{html.escape(spaced(target.lstrip(":"))[:300])}">{words}</a>'

    def _picture(self, name: str, settings: Any) -> str:
        """Return a picture with its caption, the last argument that is not an option."""
        arguments = str(settings or "").split("|")
        alt = next((match[1] for part in arguments if (match := _ALT.fullmatch(part))), "")
        captions = [
            part for part in arguments if part.strip() and not _PICTURE_WORD.fullmatch(part)
        ]
        words = re.sub(r"'{2,5}|\[\[(?:[^\]|]{0,200}\|)?|\]\]", "", "|".join(captions[-1:]))
        return _image(name, alt or words)

    def _note(self, node: Any, depth: int) -> str:
        """Return the call of a note, which may be a repeated call of a named one."""
        name = next(
            (spaced(str(a.value)) for a in node.attributes if spaced(str(a.name)) == "name"), ""
        )
        return self._called(name, node.contents, depth)

    def _called(self, name: str, contents: Any, depth: int) -> str:
        """Return the call of a named note, whose words may be at another of its calls."""
        number = self._named.get(name, 0) if name else 0
        if not number:
            number = self._notes.begin()
            if name:
                self._named[name] = number
        if contents is not None and str(contents).strip():
            self._notes.write(number, self._nodes(contents, depth + 1).strip())
        return self._notes.call(number)

    def _notes_within(self, code: Any, depth: int) -> str:
        """Record the words of notes defined in a list of notes; they are called above it."""
        if code is not None:
            self._nodes(code, depth + 1)
        return ""

    def _short_citation(self, node: Any) -> str:
        """Return the names, year and page in a template's short citation."""
        given = " ".join(spaced(str(each.value)) for each in node.params if not each.showkey)
        page = _param(node, "p", "pp", "page", "pages")
        return html.escape(f"{given}, p. {page}" if page else given, quote=False)

    def _quotation(self, node: Any, depth: int) -> str:
        """Return a block quotation with its author below."""
        given = {
            spaced(str(each.name)).lower(): self._nodes(each.value, depth + 1).strip()
            for each in node.params
        }
        text, author, work = (
            next((given[name] for name in names if given.get(name)), "")
            for names in (_QUOTED_TEXT, _QUOTED_AUTHOR, _QUOTED_WORK)
        )
        whose = ", ".join(filter(None, (author, work)))
        below = f"<p>— {whose}</p>" if whose else ""
        return f"<blockquote><p>{text}</p>{below}</blockquote>" if text else ""

    def _template(self, node: Any, depth: int) -> str:
        name = spaced(str(node.name)).lower()
        is_doubt = _DOUBTS.fullmatch(name) is not None
        if is_doubt and (words := _questioned_words(node)) is not None:
            return self._nodes(words, depth + 1)
        if name in _DROPPED or _LISTING.fullmatch(name):
            return self._notes_within(node.get("refs").value if node.has("refs") else None, depth)
        if is_doubt or _OF_THE_WIKI.fullmatch(name):
            self.asides.append(spaced(str(node)))
            return ""
        made = self._template_note(name, node, depth) or self._template_output(name, node, depth)
        if made is not None:
            return made
        if not self.name:
            names = [_param(node, key) for key in _NAMES] if _INFOBOX.match(name) else []
            self.name = next(filter(None, names), "")
        return self._extracted(node)

    def _template_output(self, name: str, node: Any, depth: int) -> str | None:
        """Return the output of a template within the text (a quotation, work or value), or None."""
        if _QUOTING.fullmatch(name) and (quotation := self._quotation(node, depth)):
            return quotation
        if _CITING.fullmatch(name) and (work := self._work(node, depth)):
            return work
        if name in _WRAPPING and node.params:
            return self._nodes(node.params[-1].value, depth + 1)
        shown = shown_by(node)
        return None if shown is None else html.escape(shown, quote=False)

    def _template_note(self, name: str, node: Any, depth: int) -> str | None:
        """Return the call of a note that a template writes, or None."""
        if _SHORT_NOTES.fullmatch(name) and node.params:
            cited = self._short_citation(node)
            number = self._named.get(cited) or self._notes.begin()
            self._named[cited] = number
            self._notes.write(number, cited)
            return self._notes.call(number)
        if _SHORT_NAMES.fullmatch(name) and node.params:
            return self._short_citation(node)
        words = next((node.get(key).value for key in _NOTE_WORDS if node.has(key)), None)
        if not _NOTES.fullmatch(name) or words is None:
            return None
        return self._called(_param(node, "name", "nom", "nombre", "nome"), words, depth)

    def _work(self, node: Any, _depth: int) -> str:
        """Return the title of a work, with a link to its address, and the other details."""
        title = html.escape(_param(node, *_TITLES), quote=False)
        address = html.escape(_param(node, "url"))
        link = f'<a href="{address}">{title or address}</a>' if address else title
        numbered = ((*names, *(f"{name}1" for name in names)) for names in (_FIRST, _MADE_BY))
        first, last = (_param(node, *names) for names in numbered)
        author = " ".join(filter(None, (first, last)))
        others = (_param(node, *_MADE_AT), _param(node, *_MADE_IN))
        parts = [html.escape(part, quote=False) for part in (author, *others)]
        known = ". ".join(part.rstrip(".") for part in (parts[0], link, *parts[1:]) if part)
        if title:
            return known
        # A template of an unknown wiki: its arguments in order.
        values = (
            spaced(str(each.value))
            for each in node.params
            if spaced(str(each.name)).lower() not in _UNPRINTED
        )
        given = html.escape(". ".join(filter(None, values)), quote=False)
        return f'<a href="{address}">{given}</a>' if address and given else given or known

    def _extracted(self, node: Any) -> str:
        self.residues.append(Residue(str(node), self._line))
        return f"{OPEN}{len(self.residues) - 1}{CLOSE}"


def _questioned_words(template: Any) -> Any:
    """Return the words that a template questions, `{{citation needed|…}}`, or None."""
    first = next((each for each in template.params if not each.showkey), None)
    return first.value if first is not None and len(str(first.value).split()) > _FEW_WORDS else None


def _param(template: Any, *names: str) -> str:
    found = (str(template.get(name).value) for name in names if template.has(name))
    return next(
        (plain for value in found if (plain := spaced(re.sub(r"[\[\]]{2}", "", value)))), ""
    )


def _plain(node: Any) -> str:
    return html.escape(_SWITCH.sub("", str(node)).replace("\n", " "), quote=False)


def _verbatim(tag: str, contents: str) -> str:
    """Return the HTML of an element whose content is not markup."""
    if tag in _EMPTY:
        return _EMPTY[tag]
    if tag == "gallery":
        return "".join(map(_gallery_picture, contents.split("\n")))
    shown = html.escape(contents, quote=False)
    return f"<pre>{shown}</pre>" if tag in _BLOCKS else shown.replace("\n", " ")


def _kind(node: Any) -> str:
    return type(node).__name__


def _cells(contents: Any) -> Iterator[Any]:
    if contents is not None:
        yield from (n for n in contents.nodes if str(getattr(n, "tag", "")) in ("td", "th"))


def _image(name: str, words: str) -> str:
    return f'<img src="{html.escape(spaced(name))}" alt="{html.escape(spaced(words))}">'


def _gallery_picture(line: str) -> str:
    name, _, words = line.partition("|")
    return _image(_FILE.sub("", name, count=1), words) if name.strip() else ""
