"""Markup of wikis other than MediaWiki, and of similar tools, is read and not printed."""

from __future__ import annotations

import pytest

from guidepub.importing.markdown.lightweight_markup import in_markdown
from guidepub.importing.markdown.markup_dialects import with_delimiter_rows

_DOKUWIKI = """====== Cooper ======

~~NOTOC~~

**Coopers** make //barrels// from staves((So they say.)).

===== Education =====

  * learn at the bench
    * with a master
  - ask [[https://guild.example|the guild]]

<WRAP center tip>
Ask for ''tools''.
</WRAP>

===== Salary =====

^ Year ^ Pay ^
| one | $10 |
"""
_SPIP = """{{{Tonnelier}}}

Le tonnelier fabrique des {fûts} de chêne.

{{{Formation}}}

Le métier s'apprend [[Enquête de 2020.]] :
-* deux ans chez un {{maître}} ;
-* voir [la guilde->https://guild.example] et [les autres->12].
"""
_CREOLE = """= Cooper

Coopers make **barrels** from //staves//.

== Education

* learn at the bench
* ask [[https://guild.example|the guild]]

== Salary

|=Year|=Pay|
|one|$10|
"""
_TXT2TAGS = """%!target: html
%!options: --toc

= Cooper =

Coopers make //barrels// from staves, see [the guild http://guild.example].

== Education ==

- learn at the bench
"""
_TIDDLYWIKI = """! Cooper

Coopers make ''barrels'' from //staves//, see [[the guild|https://guild.example]].

!! Education

* learn at the bench
"""
_PMWIKI = """(:title Cooper:)
(:keywords trade, wood:)
Coopers make '''barrels''' from staves, see [[https://guild.example | the guild]].

!! Education

* learn at the %red%bench%%
"""
_WIKIDOT = """[[toc]]

+ Cooper

**Coopers** make //barrels// from staves, see [https://guild.example the guild].

++ Education

* learn at the bench
"""
_TYPST = """#set page(paper: "a5")

= Cooper

*Coopers* make _barrels_ from staves. #footnote[So they say.]

== Education

+ learn at the bench
+ ask #link("https://guild.example")[the guild] #pagebreak()
"""
_LATEX = r"""\documentclass[a4paper]{article}
\usepackage[spanish]{babel}
\title{Encuadernador}
\author{Redacci\'on}
\begin{document}
\maketitle

El encuadernador cose pliegos~\cite{gremio} con \emph{prensas} y \textbf{cuchillas}.

\section{Formaci\'on}

\begin{itemize}
  \item Pr\'acticas en un taller\footnote{Seg\'un el gremio.}.
\end{itemize}

% nota interna
\begin{tabular}{ll}
A\~no & Sueldo \\
\hline
1 & 900 \\
\end{tabular}
\end{document}
"""
_TWIKI = """---+ Cooper
%TOC%

The *cooper* makes _barrels_, see [[https://guild.example][the guild]].

---++ Education

   * learn at the bench
"""
_TRAC = """= Cooper =

The ''cooper'' makes '''barrels'''. [[BR]]

== Education ==

 * learn at the bench

||Year||Pay||
||1||10||
"""


@pytest.mark.parametrize(
    ("text", "printed", "signs"),
    [
        (_DOKUWIKI, ("*barrels*", "[^1]: So they say.", "- learn at the bench", "the guild [@", "| one | $10 |", "`tools`"), ("((", "//", "~~", "WRAP", "^ Year")),
        (_SPIP, ("*fûts*", "[^1]: Enquête de 2020.", "- deux ans chez un **maître**", "la guilde [@", "les autres."), ("{{", "->", "-\\*", "[[")),
        (_CREOLE, ("*staves*", "- learn at the bench", "the guild [@", "| one | $10 |"), ("//", "[[", "|=")),
        (_TXT2TAGS, ("*barrels*", "the guild [@", "- learn at the bench"), ("//barrels", "%!")),
        (_TIDDLYWIKI, ("**barrels**", "*staves*", "the guild [@", "- learn at the bench"), ("!!", "''", "[[")),
        (_PMWIKI, ("**barrels**", "the guild [@", "- learn at the bench"), ("(:", "!!", "%red", "%%")),
        (_WIKIDOT, ("**Coopers**", "*barrels*", "the guild [@", "- learn at the bench"), ("[[", "//barrels", "++")),
        (_LATEX, ("*prensas*", "**cuchillas**", "[^1]: Según el gremio.", "- Prácticas", "| 1 | 900 |"), ("\\", "nota interna", "gremio}", "babel")),
        (_TWIKI, ("**cooper**", "the guild [@", "- learn at the bench"), ("%TOC", "---+", "[[")),
        (_TRAC, ("*cooper*", "**barrels**", "- learn at the bench", "| 1 | 10 |"), ("BR", "||", "''")),
        (_TYPST, ("**Coopers**", "[^1]: So they say.", "1. learn at the bench", "the guild [@"), ("#set", "#footnote", "#pagebreak")),
    ],
)  # fmt: skip
def test_the_marks_of_a_wiki_are_read(converted, text, printed, signs):
    made = converted(text, "x.txt")
    assert made.guide.title in ("Cooper", "Tonnelier", "Encuadernador")
    assert not [words for words in printed if words not in made.text]
    body = made.text.split("---\n", 2)[2]
    assert not [sign for sign in signs if sign in body]
    assert len(made.guide.sections) > 1


@pytest.mark.parametrize(
    "text",
    [
        "Never weld alone!\n\n!! This is the first rule of all.\n\n!! This is the second one.\n",
        "The wage is = 20 euros.\n\n- and // or\n- http://a.example//b\n",
        "Use {name} and {{name}} -> both.\n",
        "+ learn at the bench\n\n+ ask the guild\n",
        "Notes ((of the guild)) and ^ signs ^ of old.\n",
    ],
)
def test_texts_that_only_look_like_a_wiki_s_are_none(text):
    assert in_markdown(text) is None


def test_rows_of_cells_alone_become_a_table_of_as_many_lines():
    assert with_delimiter_rows("a\n\n|Year|Pay|\n|one|10|\n\nb").split("\n") == [
        "a", "|Year|Pay|", "| --- | --- |", "|one|10|", "", "b",
    ]  # fmt: skip
    ruled = "\n|Year|Pay|\n|---|---|\n|one|10|"
    assert with_delimiter_rows(ruled) == ruled
    assert with_delimiter_rows("a\n|Year|Pay|\n|one|10|") == "a\n|Year|Pay|\n|one|10|"


def test_marks_of_asciidoc_within_a_line_are_read(converted):
    text = "= Cooper\n:toc:\n\nCoopers make barrels. (((barrel)))\n\n== Education [[edu]]\n\nLearn it.footnote:[So they say.] See xref:a.adoc[the others]. +\nAsk.\n\n|===\n|Year |Pay\n\n|one |$10\n|===\n"
    made = converted(text, "x.txt").text
    assert "[^1]: So they say." in made
    assert "See the others." in made
    assert "| one | $10 |" in made
    assert not any(sign in made for sign in ("(((", "xref", "footnote", "|===", "[[edu"))


def test_marks_of_editors_and_of_makers_of_sites_are_read(converted):
    text = '# Cooper\n\nCoopers work at the {++bench++}{--desk--}.{>>who?<<} It takes {~~two~>three~~} years.\n{ .annotate }\n\n## Education :material-school:\n\n[Ask](https://guild.example){ .md-button }\n\n--8<-- "foot.md"\n\nA> Oak lasts.\n'
    made = converted(text, "x.md")
    body = made.text.split("---\n", 2)[2]
    assert "Coopers work at the bench. It takes three years." in body
    assert "> Oak lasts." in body
    assert not any(sign in body for sign in ("annotate", "material", "md-button", "8<", "{", "~"))
    assert {"desk", "who?", "two"} <= {p.text for p in made.passages if p.fate == "left out"}


@pytest.mark.parametrize("name", ["x.md", "x.html"])
def test_what_a_text_speaks_of_in_code_stays(converted, name):
    code = "`{{ name }}`" if name == "x.md" else "<code>{{ name }}</code>"
    text = f"Writers know that {code} is a place for a name. {{{{ left }}}}"
    page = f"<h1>Technical Writer</h1><p>{text}</p>"
    made = converted(f"# Technical Writer\n\n{text}\n" if name == "x.md" else page, name)
    assert "that `{{ name }}` is a place" in made.text
    assert [residue for residue in made.findings if residue.code == "I020"]


@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_a_title_block_of_pandoc_s_is_a_title(converted, name):
    text = "% Cooper\n% The Desk\n% 2024\n\nCoopers make *barrels*.\n\nEducation\n=========\n\nAt the bench.\n"
    made = converted(text, name)
    assert made.guide.title == "Cooper"
    assert "%" not in made.text.split("---\n", 2)[2]


def test_markdown_in_a_plain_text_is_read_as_such(converted):
    text = "# Cooper\n\nCoopers make **barrels**.[^1]\n\n## Education\n\nAt the [bench](https://guild.example).\n\n[^1]: So they say.\n"
    made = converted(text, "x.txt").text
    assert "[^1]: So they say." in made
    assert "**barrels**" in made


def test_tags_of_a_writer_are_no_commands_of_typst(converted):
    tags = ["#set goals early and often.", "#show up on time.", "#let guests know", "#include all"]
    text = "\n".join(["Cooper", "", *tags, "", "Coopers make barrels.", "", "= many hats ="]) + "\n"
    made = converted(text, "x.txt")
    assert made.guide.title == "Cooper"
    assert all(words.strip("#.") in made.text for words in tags)


def test_a_share_without_its_stroke_ends_no_line_of_latex(converted):
    text = "\\title{Cooper}\n\\section{Pay}\nThey give 10% discounts. % mine\nIt is 5%\nless.\n"
    made = converted(text, "x.txt").text
    assert "They give 10% discounts." in made
    assert "mine" not in made


def test_an_arrow_and_a_sum_are_no_headings_of_creole(converted):
    text = "Cooper\n\n== Pay ==\n\nThey write //this//.\n\n= 2,000 hours\n\n=> See the mill\n"
    made = converted(text, "x.txt")
    assert made.guide.title == "Cooper"
    assert not [p for p in made.passages if p.fate == "title" and p.text != "Cooper"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("= Baker =\n\n//Bread//.\n\n;Tack:a bun\n\n== Pay ==\n", "- **Tack:** a bun"),
        ("= Baker =\n\n//Bread//.\n\n; Tack\n: a bun\n\n== Pay ==\n", "Tack\n: a bun"),
        ("!! Baker\n\n''Bread''.\n\n:Tack:a bun\n\n!! Pay\n", "- **Tack:** a bun"),
        ("#format wiki\n= Baker =\n Tack:: a bun\n\n== Pay ==\n", "- **Tack:** a bun"),
        ("++ Baker\n\n**Bread**.\n\n: Tack : a bun\n\n++ Pay\n", "- **Tack:** a bun"),
    ],
)
def test_terms_stand_beside_their_meanings(text, made):
    markdown, _ = in_markdown(text)
    assert made in markdown


@pytest.mark.parametrize(
    "text",
    [
        "Diver\n\nSee [[Dive Log]].\n\n!! Never dive alone\n!! Log each dive\nDivers note it.\n",
        "A [[diver]] dives.\n\n== Pay ==\n{|\n! Rank !! Wage\n|-\n! Master !! high\n|}\n",
    ],
)
def test_signs_of_exclamation_may_be_none_of_a_wiki_s(text):
    assert in_markdown(text) is None
