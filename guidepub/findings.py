"""One thing wrong with an input or an output, and the errors that carry several.

A finding is plain data: a stable code, a severity, a place, what is wrong and how to
mend it. The table `CODES` names every code that guidepub can report.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from types import MappingProxyType

from guidepub.characters import one_line, printable
from guidepub.errors import GuidepubError

# How many faults of one file are told at once, and how long a message may be.
_MOST = 100
_LONGEST = 400
# Beyond these a comparison of words costs more than it tells.
_LONG_WORD = 60
_MANY_WORDS = 300
_LISTED = 12

CODES: Mapping[str, str] = MappingProxyType(
    {
        "D001": "A file or a folder cannot be read",
        "D002": "A file or a paragraph is too large",
        "D003": "A file is empty",
        "D004": "A file breaks its format's syntax",
        "D005": "A key stands twice",
        "D006": "A YAML anchor, alias or tag is used",
        "D007": "A file is nested too deeply",
        "D008": "Text holds characters that no book can carry",
        "D009": "A file has more faults than are told at once",
        "D010": "A key is unknown",
        "D011": "A value is of the wrong kind",
        "D012": "A key is missing",
        "D013": "A file's name is not UTF-8",
        "D014": "A definition takes too long, or too much memory, to read",
        "D020": "A required section is missing",
        "D021": "A section stands twice",
        "D022": "Sections stand in another order than the catalogue's",
        "D023": "Text stands before the first section",
        "D024": "A section has no text",
        "D030": "A fact is not defined",
        "D031": "A source is not defined",
        "D032": "A directive or role is unknown",
        "D033": "A directive is used wrongly",
        "D034": "A footnote has no definition",
        "D035": "A link leads nowhere",
        "D036": "A mark is of another Markdown, or is not closed",
        "D037": "A note or another definition is unused or stands twice",
        "D038": "A row of a table has more cells than its head",
        "D039": "A text outside of the prose holds a mark",
        "D040": "An image is missing",
        "D041": "A file lies outside the catalogue",
        "D042": "An image cannot be used",
        "D043": "An image has no text alternative",
        "D050": "Two guides share a slug",
        "D051": "An ISBN stands twice",
        "D052": "An ISBN is of no range that is known to be assigned",
        "C001": "A data table cannot be used",
        "C002": "An imprint is unknown",
        "C003": "A theme cannot be used",
        "C004": "An identifier stands twice",
        "C005": "A language is not supported",
        "C006": "A template goes beyond what a theme's templates may do",
        "C007": "A theme's font cannot be used",
        "C008": "A theme could hide a notice, change it or add to it",
        "I001": "A file is of no kind that can be imported",
        "I002": "A file holds no text to import",
        "I003": "A file is too large or too slow to be imported",
        "I004": "A file cannot be read to its end",
        "I006": "A file's encoding was guessed",
        "I007": "Characters that no book can carry were left out",
        "I008": "A definition was edited since it was imported",
        "I009": "Two files give the same definition",
        "I010": "A text has no title",
        "I012": "Sections were joined",
        "I013": "A section has no text in the original",
        "I014": "Front matter was left out",
        "I015": "A text's language is not supported",
        "I016": "A link leads out of the folder that is imported",
        "I020": "Page-script code was lifted out",
        "I021": "A widget became a directive that shows all",
        "I023": "A citation is missing",
        "I030": "A fact has no year or no source in the text",
        "I032": "A text gives a fact two values",
        "I033": "A text asks for two levels of education",
        "I034": "A source is named without a work",
        "I040": "A legal text differs from the register",
        "I041": "A legal text has a retired wording",
        "I042": "A legal text has no notice in the register",
        "I050": "An image was not taken over",
        "I051": "A link of an old site was not kept",
        "I052": "A table was cut",
        "I053": "Words that a Word file does not print were left out",
        "I054": "A table marks no head",
        "I055": "A word that a line's end parts may be joined wrongly",
        "I056": "A part of a Word file was not taken over",
        "I057": "A list's letters became numbers",
        "N001": "An owed notice has no approved wording in the book's language",
        "N002": "Two versions of a notice are in force",
        "N003": "A placeholder of a notice is unknown",
        "N004": "A placeholder of a notice has no value",
        "N005": "A guide names a notice that is not in force",
        "N006": "A guide states what only an approved notice may say",
        "N007": "A notice's dates and its status do not agree",
        "N008": "A notice is not in a finished book as it was approved",
        "N009": "No version of an owed notice is in force",
        "N010": "A notice will lapse soon",
        "R001": "The renderer complained",
        "R002": "A character is in none of the theme's fonts",
        "R003": "A book could not be rendered",
        "R004": "Something has no room on its page",
        "R005": "A picture cannot be drawn",
        "T001": "A text is missing in a finished book, or changed",
        "T002": "Words are joined or parted in a finished book",
        "T003": "A note is missing in a finished book",
        "T004": "An item or a note bears another number in a finished book",
        "T005": "The contents give another page",
        "T006": "A picture lacks its text alternative in a finished book",
        "T007": "A link is missing in a finished book",
        "T008": "A file cannot be held against its guide",
        "T009": "A note begins on another page than its call",
        "B001": "A book could not be written",
        "B002": "A worker failed",
        "B003": "A book takes too long",
        "B004": "A book needs too much memory",
        "B005": "What was built cannot be remembered",
        "B006": "A file cannot be sent to where it is wanted",
        "P001": "A PDF cannot be opened",
        "P002": "A PDF is damaged",
        "P003": "A PDF is encrypted",
        "P005": "A PDF is too large or too slow to be checked",
        "P010": "A font is not embedded",
        "P011": "A font is embedded whole",
        "P012": "A character has no glyph in its font",
        "P013": "A font does not say which characters its glyphs are",
        "P020": "A PDF for the screen is not tagged",
        "P021": "A PDF for the screen does not say its language",
        "P022": "A PDF for the screen does not show its title",
        "P023": "A PDF for the screen does not say that it is PDF/UA",
        "P024": "A figure has no text alternative",
        "P025": "A heading skips a level",
        "P026": "A table has no header cells",
        "P027": "A table's headers do not say for which cells they are",
        "P028": "A link does not say where it leads",
        "P029": "A link is not part of the structure",
        "P030": "A long PDF has no bookmarks",
        "P031": "A long PDF has no page labels",
        "P032": "Content is neither tagged nor marked as decoration",
        "P033": "A list holds what is no item",
        "P034": "An item of a list holds more than a label and a body",
        "P035": "A table holds what is no part of one",
        "P040": "A page for the screen is blank",
        "P041": "Type is cut off",
        "P042": "A picture is too coarse for the screen",
        "P043": "A picture is cut off",
        "P044": "A PDF for the screen is painted in inks",
        "K001": "A press file has no output intent in CMYK",
        "K002": "A press file does not say that it is PDF/X",
        "K003": "A link or another annotation lies on a printed page",
        "K010": "A printed page has no trim box",
        "K011": "A printed page's boxes do not lie in each other",
        "K012": "The bleed is too narrow",
        "K013": "A page has another trim size than the others",
        "K014": "The trim size is not one that is expected",
        "K020": "Something is painted in RGB or Lab",
        "K021": "A picture is in RGB or Lab",
        "K022": "Transparency is blended in RGB",
        "K023": "A colour lays on too much ink",
        "K024": "A picture lays on too much ink",
        "K025": "Small black type is made of several inks",
        "K030": "A printed picture is too coarse",
        "K031": "A printed picture is a little coarse",
        "K040": "Type reaches beyond the trim",
        "K041": "Type stands too near the trim",
        "E001": "An EPUB cannot be read",
        "E002": "An EPUB does not begin with its type",
        "E003": "An EPUB's package document cannot be read",
        "E004": "The manifest lists a file that is missing",
        "E005": "The manifest does not list a file",
        "E006": "An EPUB is too large or too slow to be checked",
        "E007": "A document is not well-formed",
        "E008": "The cover image cannot be read",
        "E010": "An EPUB has no table of contents",
        "E011": "An EPUB has no landmarks",
        "E012": "A link inside an EPUB leads nowhere",
        "E013": "A heading of an EPUB skips a level",
        "E014": "A picture of an EPUB has no text alternative",
        "E015": "An EPUB has no cover image",
        "E016": "The cover image has too few pixels",
        "E017": "The cover image has too many bytes",
        "E018": "A page of the page list leads nowhere",
        "E019": "The page list is out of order",
        "E020": "The page list does not say of which printed book it is",
        "E021": "Accessibility metadata are missing",
        "E022": "Accessibility metadata are not true",
        "E023": "A picture of an EPUB is in inks",
        "E090": "EPUBCheck finds a fault",
        "E091": "EPUBCheck was not asked",
        "E092": "EPUBCheck did not come to an end",
        "W001": "A page of HTML cannot be read",
        "W002": "A page of HTML is too large or too slow to be checked",
        "W003": "A page of HTML does not say its language, or has no title",
        "W004": "A page of HTML loads what is not in it",
        "W005": "A page of HTML runs a script",
        "W006": "A link inside a page of HTML leads nowhere",
        "W007": "A heading of a page of HTML skips a level",
        "W008": "A picture of a page of HTML has no text alternative",
        "W009": "An id stands twice in a page of HTML",
        "A001": "A heading skips a level",
        "A002": "A text alternative says nothing",
        "A003": "A column of a table has no header",
        "A004": "A link does not say where it leads",
        "A005": "A section is far too long or too short",
        "A006": "A heading is set as strong text",
        "G001": "A section reads harder than the catalogue asks for",
        "G002": "A sentence is too long",
        "G003": "A word is one to avoid",
        "G004": "A word seems to be misspelt",
        "G005": "A slip of typing",
        "G006": "Words are written in capitals",
        "M001": "A guarantee is given",
        "M002": "The reader is promised an income",
        "M003": "More is promised than anybody can know",
        "Q001": "Two levels of education are demanded",
        "Q002": "Another level of education is demanded than the fact states",
        "Q003": "Wages stand in the wrong order",
        "Q004": "Words and figure of growth contradict each other",
        "Q005": "Figures of jobs do not fit together",
        "S001": "A projection has run out",
        "S002": "A fact is older than the catalogue allows",
        "S003": "A word of now stands beside an old year",
        "S004": "A source was looked up long ago",
        "S005": "A copyright year is older than the edition",
        "S006": "A figure in the prose is old",
        "V001": "A figure has no source",
        "V002": "A fact has no source",
        "V003": "A figure disagrees with the fact",
        "V004": "One measure has two values",
        "V005": "A figure is another occupation’s",
        "X001": "Page code stands in the text",
        "X002": "A template’s tag stands in the text",
        "X003": "HTML stands in the text",
        "X004": "HTML’s name for a character stands in the text",
        "X005": "A shortcode stands in the text",
        "X006": "The text speaks of a web page",
        "X007": "Brackets hold nothing",
        "X008": "A parenthesis has no partner",
        "X009": "A paragraph ends on a comma or a dash",
        "X010": "A paragraph breaks off",
        "X011": "A stand-in waits for its text",
        "X012": "A word, a sentence or a paragraph stands twice",
        "X013": "A legal text stands in the prose",
        "X014": "A retired notice stands in the prose",
        "X015": "A character was read in the wrong encoding",
        "X016": "The mark of a note leads nowhere",
        "Z001": "An ignore comment or setting is wrong",
        "Z002": "An ignore comment silences nothing",
        "Z003": "A package’s lint rule does not work",
        "Z004": "What an import could not settle is not settled yet",
        "L001": "A notice that a book owes is missing",
        "L002": "A notice does not stand word for word as it was approved",
        "L003": "A notice is claimed by the metadata, but is not in the text",
        "L004": "A notice is in the file, but cannot be seen",
        "L005": "A notice stands in a version that is not in force",
        "L006": "A notice stands in another format of the book, but not in this one",
        "L007": "The copyright years do not agree",
        "L008": "The copyright holder does not agree",
        "L009": "The ISBN does not agree with the edition",
        "L010": "A file cannot be examined for its notices",
        "L011": "It cannot be judged how a notice stands in a file",
    }
)


class Severity(str, Enum):
    """How bad a finding is: an error stops a book, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a finding is: a file, and a line and column, or a page, counted from 1.

    A number of 0 means that the finding is about the whole file or line. The page is the
    sheet's place in its PDF, whatever label it bears. The path is for readers: in a name that
    is not UTF-8 the bytes that are wrong are written out.
    """

    path: str = ""
    line: int = 0
    column: int = 0
    page: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", printable(self.path))

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        if self.page:
            numbers.insert(0, f"p{self.page}")
        return ":".join([one_line(self.path, 4096) or "<guide>", *numbers])


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong: where, what, and how to mend it.

    What a message quotes may come from anywhere, so it is kept to one line of bounded length.
    """

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message, _LONGEST))
        object.__setattr__(self, "remedy", one_line(self.remedy, _LONGEST))

    def __str__(self) -> str:
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.place} {self.code} {self.message}{remedy}"

    def as_dict(self) -> dict[str, object]:
        """Return the finding as plain data, ready for JSON; `page` only where there is one."""
        place = asdict(self.place)
        if not self.place.page:
            del place["page"]
        return asdict(self) | {"place": place, "severity": self.severity.value}


class FindingsError(GuidepubError):
    """An error that carries every finding at once, not just the first."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __reduce__(self) -> tuple[type[FindingsError], tuple[tuple[Finding, ...]]]:
        return type(self), (self.findings,)


class InputError(FindingsError):
    """A definition or a catalogue has faults; `findings` lists them all."""


class RenderError(FindingsError):
    """A book could not be made, or not without losing something; see `findings`."""


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return only the findings that stop a book."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def capped(findings: Iterable[Finding]) -> list[Finding]:
    """Return one file's findings in order, each once, and no more than a reader can use.

    What is left out is not even looked for: a file can have as many faults as it has letters.
    """
    kept: dict[Finding, None] = {}
    for finding in findings:
        if len(kept) == _MOST and finding not in kept:
            place = Place(finding.place.path)
            message = "The file has more faults than are told here."
            return [*sorted(kept), Finding(place, "D009", message, "Mend these first.")]
        kept[finding] = None
    return sorted(kept)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a remedy that names the likeliest known word, or lists those there are."""
    names = sorted(known)
    if len(word) <= _LONG_WORD:
        candidates = [name for name in names if len(name) <= _LONG_WORD][:_MANY_WORDS]
        close = difflib.get_close_matches(word, candidates, n=1, cutoff=0.6)
        if close:
            return f"Did you mean “{close[0]}”?"
    more = ", …" if len(names) > _LISTED else ""
    return f"Known here: {', '.join(names[:_LISTED])}{more}." if names else ""
