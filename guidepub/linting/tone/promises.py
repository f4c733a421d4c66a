"""M: promises of jobs, pay and success that nobody can keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from guidepub.linting import data
from guidepub.linting.texts.alarms import Alarm
from guidepub.linting.texts.blocks import LINES, Sentence
from guidepub.linting.texts.parts import SentencePart, alarm_on, shown
from guidepub.linting.texts.rules import rules_in
from guidepub.linting.texts.subjects import Subject
from guidepub.text.naming.occupations import is_person, looks_like_one
from guidepub.text.punctuation.quoting import is_quoted
from guidepub.text.punctuation.sentences import sentences
from guidepub.text.vocabulary import compiled, spaced, written_out
from guidepub.text.weighed.assurances import assurance_of

# Negations that do not deny a promise: “there is no doubt that your job is guaranteed”.
_NO_DOUBT = re.compile(
    r"\b(?:no|not\s+an?|without\s+(?:an?|any)|beyond(?:\s+any)?)\s+(?:doubts?|questions?)\b"
    r"|\b(?:no\s+(?:hay|cabe|existe)|sin)\s+(?:(?:la\s+menor|ninguna|ningún\s+tipo\s+de|lugar\s+a)\s+)?dudas?\b"
    r"|\b(?:n['’](?:y\s+a|existe)\s+(?:pas\s+(?:le\s+moindre\s+|l['’]ombre\s+d['’]un\s+)?(?:de\s+)?|aucun\s+|nul\s+)|sans\s+(?:aucun\s+|nul\s+)?|aucun\s+|nul\s+)doute\b"
    r"|\b(?:kein(?:en|erlei)?|ohne(?:\s+jeden)?|außer)\s+zweifel\b"
    r"|\b(?:não\s+(?:há|existe)|sem)\s+(?:(?:a\s+menor|nenhuma|qualquer|sombra\s+de)\s+)?dúvidas?\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:!?—]\s|,\s+(?:so|but|yet|and|because)\s", re.IGNORECASE)
_MOST_SHOWN = 60
# Headers of columns and terms name things: “Guaranteed pay”.
_LINES = LINES - {"head", "term"}
# “Does a certificate guarantee a job?” is a question; “Want a guaranteed job?” is a promise.
_ASKED = re.compile(
    r"\W*(?:(?:how|when|why|what|which|who|where)\b(?!\s+not\b)|(?:does|do|is|are|can|will|should)\s+(?!you\s+(?:want|like)\b|not\b)"
    r"|¿\s*(?!quier|busc|dese|necesit|sab[ei]|por\s+qué\s+no|te\s|le\s|listo|prepara))",
    re.IGNORECASE,
)
# A “not” right after a promise denies it as well.
_NOT_SO = re.compile(r"[^.;]{0,10}?(?:\b(?:not|never)\b|n['’]t\b)")
# A denial within the words of a promise: “Erfolg ist nie garantiert”.
_NEVER_SURE = re.compile(
    r"\b(?:nie|niemals|nunca|jamais|jamás|never|rarely|seldom|hardly|selten|kaum|raramente|rarement)\s+(?:[\w-]+\s+)?(?:garan|guarant|assegur|asegur|assur|sicher|gewiss|cert)",
    re.IGNORECASE,
)
# “Nobody’s idle when a main bursts” is about a moment at work.
_IDLE_FOR_A_WHILE = re.compile(
    r"(?:nobody|no\s+one)(?:['’]s|\s+is|\s+sits|\s+stands)?\s+idle", re.IGNORECASE
)
# “Some welders earn six figures” is about some of them.
_SOME_OF_THEM = re.compile(
    r"\b(?:some|few|many|most|several|a\s+handful\s+of|who|those|best|top|half|thirds?|quarters?|(?<!100\s)percent|one\s+in|\w+\s+in\s+(?:ten|five|four|three))\b|(?<!100)(?<!100\s)%",
    re.IGNORECASE,
)
_EARNS = frozenset({"earn", "make", "maki", "pass"})
# “You cannot fail the exam more than three times” is a rule.
LIMIT = re.compile(
    r"\b(?:cannot|can['’]t|may\s+not)\s+(?:fail|miss|lose)\b[^.;]{0,60}?\b(?:more\s+than|twice)\b",
    re.IGNORECASE,
)
"""Matches limits on how often one may fail, which are not promises."""
# “Guaranteed placement? Not here.”
_ANSWERED_NO = re.compile(
    r"\?\s+(?:no(?!\s+(?:problem|doubt|question|worr\w+|matter))|not|none|never|nobody|hardly|wrong|think\s+again|an?\s+myth|nada|nunca|ninguna?|nadie|nein|nie|non|jamais|personne|não|ninguém)\b",
    re.IGNORECASE,
)
# “Nobody can promise you work.”
_NONE_CAN = re.compile(
    r"\b(?:nobody|no\s+one|nothing|no\s+\w+|none|who)\s+(?:can|could|may|will|should)\s+(?:ever\s+|honestly\s+|truly\s+)?(?:promise|guarantee|assure|say|know|tell|predict|foresee)\b"
    r"|\b(?:nobody|no\s+one|none|no\s+\w+)\s+(?:\w+\s+){0,3}?(?:is|are|will\s+be)\s+(?:ever\s+)?(?:guaranteed|promised|assured)\b"
    r"|\b(?:nadie|ning[uú]n[oa]?(?:\s+\w+)?|nada)\s+(?:puede|podrá|debe|sabe)n?\s+(?:\w+\s+)?(?:promete|garantiza|asegura|sabe|deci|prev)r?\w*\b",
    re.IGNORECASE,
)
_SURE = r"(?:guarante\w+|sure|certain|safe|secure|lifelong|garant\w+|asegurad\w+|assegurad\w+|segur[oa]s?|assurée?s?|sûre?s?|sicher\w*|for life|de por vida|para siempre|para sempre|à vie)"
# “There is no such thing as a sure job”, “es gibt keine garantierte Stelle”.
_NONE_IS_SURE = re.compile(
    rf"\b(?:there\s+(?:is|are|['’]s)\s+(?:no|not|hardly|rarely)|there\s+(?:isn|aren)['’]t|no\s+such\s+thing\s+as|no\s+(?:existe|hay)n?|não\s+(?:existe|há)m?|il\s+n['’](?:existe|y\s+a)\s+(?:pas|aucun\w*|guère)|gibt\s+es\s+(?:nicht|kein\w*))\b(?!\s+(?:(?:a|la\s+menor|ninguna|any|the\s+least|de)\s+)?(?:doubts?|questions?|dudas?|dúvidas?|doute|Zweifel)\b)[^.,;:]{{0,40}}\b{_SURE}\b"
    rf"|\b{_SURE}\b[^.,;:]{{0,40}}\b(?:gibt\s+es\s+(?:nicht|nirgends|kaum|selten)|n['’]existe(?:nt)?\s+pas|no\s+existen?|não\s+existem?|do(?:es)?\s+not\s+exist)\b"
    # “Un trabajo para toda la vida: eso no existe.”
    r"|[:,–—]\s*(?:that|it|(?:eso|ese|esa|esto)|isso|cela|ça|das|den|die|es)\s+(?:no\s+existe|does\s+not\s+exist|doesn['’]t\s+exist|não\s+existe|n['’]existe\s+pas|gibt\s+es\s+nicht)\b"
    r"|\b(?:wrong|naive|dishonest|mistaken|foolish|untrue|a\s+mistake)\s+to\s+(?:say|think|believe|assume|expect)\b",
    re.IGNORECASE,
)
# A condition that others decide: “You will earn your first fee …, if the studio hires you”.
_IF_OTHERS = re.compile(
    r"(?<!even)(?<!as)[,\s]\s*(?:if|provided|as\s+long\s+as)\s+(?:the|an?|your|some\w*|they|work|there)\s+(?!course|class|program|school|exam)\w+"
    r"|(?<!incluso)(?<!aun)(?<!aún)(?<!ni)(?<!como)[,\s]\s*si\s+(?:el|la|los|las|una?|hay|se)\s+\w+",
    re.IGNORECASE,
)
# “The union contract guarantees forty hours” states a rule.
_BY_RULE = re.compile(
    r"\b(?:contracts?|agreements?|union|locals?|laws?|bonds?|warrant(?:y|ies)|polic(?:y|ies)|insurance|states?|government|army|navy|manufacturers?|makers?|suppliers?|contrats?|conventions?|lois?|accords?|tarifvertrag|vertrag|gesetz|tarif|statutes?|acts?|ordinances?|regulations?|rules?|code|constitution|award|convenio|ley|contrato|lei|acordo|sindicato|syndicat|gewerkschaft)\s+(?:also\s+|still\s+|vous\s+|nous\s+|te\s+|leur\s+|lui\s+|le\s+|les\s+|lhe\s+|lhes\s+)?$",
    re.IGNORECASE,
)
_BY_RULE_AFTER = re.compile(
    r"[^.;]{0,40}?\b(?:by|under)\s+(?:\w+\s+)?(?:law|contract|statute|agreement|union|constitution)\b",
    re.IGNORECASE,
)
# “Schools that promise “a job for life” are best left alone.”
_OTHERS_PROMISE = re.compile(
    r"\b(?:that|which|who|que)\s+(?:promise|guarantee|advertise|offer|claim|boast|promet|garantiza|anuncia|ofrece)\w*\s+(?:you\s+|of\s+)?[“‘\"«]",
    re.IGNORECASE,
)
# ““You’ll be rich in a year,” the advertisement said”; what “our brochure” says is the text's own.
_ADVERTISED = re.compile(
    r"\b(?:ads?|advert\w*|recruiters?|sales(?:m[ae]n|people|person)|posters?|brochures?|flyers?|leaflets?|anuncios?|folletos?|carteles?|annonces?|publicités?|affiches?|prospectus|(?:\w+)?anzeigen?|(?-i:Werbung)|plakate?|prospekte?|anúncios?|cartaz(?:es)?|folhetos?)\b",
    re.IGNORECASE,
)
_OUR_OWN = re.compile(
    r"\b(?:our|we|nuestr[oa]s?|notre|nos|nous|unsere?[rsnm]?|wir|noss[oa]s?)\b", re.IGNORECASE
)
# ““You'll be rich,” he told a student, who didn't believe it.”
_DISBELIEVED = re.compile(
    r"\b(?:(?:did|do|does)(?:n['’]t| not) (?:believe|trust)|(?:was|were|is|are|proved) (?:wrong|mistaken|lying|false|untrue|nonsense)|laughed|knew better|not true|shook (?:his|her|their) heads?"
    r"|no (?:lo|le|les) (?:creyó|creyeron)|(?:mintió|mintieron|se equivocó|se rio)|ne l[’']a pas cru|glaubte (?:es|ihm|ihr) nicht|não acreditou)\b",
    re.IGNORECASE,
)
# “A product with “lifetime income” in its name”.
_NAMED = re.compile(
    r"\b(?:called|named|labell?ed|entitled|words?|term|phrase|slogan|llamad[oa]s?|palabras?|término|mots?|terme|Wort|Wörter|palavras?)\s+[“\"«„]?$"
    r"|^[^.”\"»“]{0,20}[”\"»“],?\s+(?:in (?:its|their|the) (?:name|title)|stands?|is printed|en su nombre|dans son nom|im Namen|no nome)",
    re.IGNORECASE,
)
# “No one has been laid off yet” is about the past, unless it is about a school's graduates.
_SO_FAR = re.compile(
    r"(?!.*\b(?:graduat\w+|students?|alumni|school|course|program|finish\w*|trainees?)\b).*?(?:\bha(?:s|ve|d)\b|['’](?:s|ve|d)\b)[^.;]{0,60}\byet\b(?! another)",
    re.IGNORECASE | re.DOTALL,
)
# “You'll never get rich”, “nobody passes without work”.
_NEVER_RICH = re.compile(
    r"\b(?:never|not|nunca|jamás)\s+(?:\w+\s+){0,2}?(?:rich|wealthy|millionaires?|a\s+fortune|much|a\s+lot|ric[oa]s?|millonari[oa]s?)\b",
    re.IGNORECASE,
)
_BY_EFFORT = re.compile(
    r"\b(?:pass\w*|learn\w*|succeed\w*|master\w*|gets?\s+(?:far|there|anywhere)|becomes?|wins?|comes?)\s+(?:\w+\s+){0,3}?without\s+(?:hard\s+)?work\b"
    r"|\b(?:aprueb|aprend|triunf|lleg)\w*\s+(?:\w+\s+)?sin\s+trabajo\b",
    re.IGNORECASE,
)
# “No call is refused” is about calls; “no student is refused” is a promise to students.
_NO_THING_IS = re.compile(
    r"\W*(?:no|not\s+(?:one|a\s+single)|never\s+an?)\s+(?:\w+\s+)?(?P<thing>\w+)\s+(?:is|are|will\s+be|gets?|goes)\s+(?:ever\s+)?(?:turned|refused|rejected|replaced|missed|ignored)\b",
    re.IGNORECASE,
)
_LEARNER = re.compile(r"apprentice|pupil|trainee|alumn\w+|nurse", re.IGNORECASE)
_GUARANTEES = re.compile(r"(?:^|\s)(?:guarant|garant|asegur)", re.IGNORECASE)
_DUTY = re.compile(
    r"\bmust\b|(?<!never\s)\b(?:has|have|needs?|required)\s+to\b|\b(?:deben?|tienen?\s+que)\b",
    re.IGNORECASE,
)

# “You’d have to try hard not to get hired” is not a duty.
_DUTY_TO_FAIL = re.compile(
    r"\bnot\s+to\b|\bto\s+(?:fail|be\s+out|stay|end\s+up|go\s+hungry|lose)\b|\b(?:no|suspender|fracasar|quedarse)\b",
    re.IGNORECASE,
)


# The lists for these languages are short, so that questions are never promises in them.
_SHORT_LISTS = frozenset({"de", "fr", "pt"})


@dataclass(frozen=True, slots=True)
class _Promise:
    """A kind of promise: its pattern in a language, and its message."""

    code: str
    pattern: re.Pattern[str]
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class _PromisingWords:
    """The words of a language that make a promise, and those that deny or doubt one."""

    rows: tuple[_Promise, ...]
    denial: re.Pattern[str]
    doubt: re.Pattern[str]

    @property
    def unlisted(self) -> _Promise:
        """The row whose message is used for promises that are not in a list."""
        return next(row for row in self.rows if row.code == "M003")


@cache
def _promising_words(language: str) -> _PromisingWords:
    """Return the promising words of a language, compiled when they are first needed."""
    table = data.table(f"promises.{language}")
    promises = {
        code: [written_out(form, table["parts"]) for form in forms]
        for code, forms in table["promises"].items()
    }
    denied = table["denied"]
    return _PromisingWords(
        _rows(promises), _whole_words(denied), _whole_words(table.get("doubted", denied))
    )


def _whole_words(forms: str) -> re.Pattern[str]:
    return compiled(rf"(?<!\w)(?:{spaced(forms)})(?!\w)")


def _rows(promises: Mapping[str, Iterable[str]]) -> tuple[_Promise, ...]:
    messages = data.table("promises.en")["messages"]
    return tuple(
        _Promise(code, re.compile("|".join(forms) or "(?!)", re.IGNORECASE), **messages[code])
        for code, forms in promises.items()
    )


def _promises(language: str, subject: Subject) -> Iterator[Alarm]:
    words = _promising_words(language)
    lines = (block for block in subject.blocks if block.passage.kind in _LINES)
    for sentence in (*subject.sentences, *(Sentence(block.text, 0, block) for block in lines)):
        if found := _promise_in(words, language, sentence.text):
            yield _alarm(subject, found[0], SentencePart(sentence, *found[1:]))
    for field in ("title", "subtitle", "description"):
        text = getattr(subject.guide, field) or ""
        for begin, end in sentences(text):
            if found := _promise_in(words, language, text[begin:end]):
                message = found[0].message.format(shown(found[2], _MOST_SHOWN))
                place = subject.document.place((field,))
                yield Alarm(found[0].code, place, message, found[0].remedy)


def _promise_in(
    words: _PromisingWords, language: str, text: str
) -> tuple[_Promise, int, str] | None:
    """Return the promise in a sentence, the offset of its words, and the words, or None."""
    if LIMIT.search(text) or is_open_question(text):
        return None
    is_question = language in _SHORT_LISTS and text.rstrip(' »”"').endswith("?")
    if is_question or is_denied(text) or _is_left_open(text) or _SO_FAR.match(text):
        return None
    for row in words.rows:
        match = row.pattern.search(text)
        # A sentence that denies or doubts a promise does not make one.
        if match is not None and not _denied(words, text, match):
            return row, match.start(), match[0]
    # Not in other languages, where words of doubt also occur in promises: “nadie se queda sin trabajo”.
    if language == "en" and words.doubt.search(text):
        return None
    found = assurance_of(text, language)
    if found is not None and (
        _IDLE_FOR_A_WHILE.fullmatch(found.text)
        or _is_of_others(text, found.start, found.start + len(found.text))
    ):
        return None
    return None if found is None else (words.unlisted, found.start, found.text)


def is_denied(text: str) -> bool:
    """Return whether a whole sentence says that nothing is certain, or that nobody can know."""
    denying = (_NONE_CAN, _NONE_IS_SURE, _NEVER_RICH, _BY_EFFORT, _ANSWERED_NO, _NEVER_SURE)
    plain = _NO_DOUBT.sub(" ", text)
    things = _NO_THING_IS.match(plain)
    is_of_things = things is not None and not _is_somebody(things["thing"])
    return is_of_things or any(form.search(plain) for form in denying)


def _is_somebody(noun: str) -> bool:
    return (
        is_person(noun) or looks_like_one(noun.casefold()) or _LEARNER.fullmatch(noun) is not None
    )


def is_disbelieved(text: str) -> bool:
    """Return whether a sentence quotes a claim and then says that it is not true."""
    quoted = re.match(r"\W*[“«„\"][^”»“\"]{1,200}[”»“\"]", text)
    return quoted is not None and _DISBELIEVED.search(text, quoted.end()) is not None


def is_open_question(text: str) -> bool:
    """Return whether a sentence is a genuine question, not a rhetorical one."""
    return _ASKED.match(text) is not None and text.rstrip(' ”"»').endswith("?")


def _is_left_open(text: str) -> bool:
    """Return whether a sentence has a condition that others decide: “if the studio hires you”."""
    found = list(_IF_OTHERS.finditer(text))
    return bool(found) and found[-1].start() > 0 and "guarant" not in text.casefold()


def _alarm(subject: Subject, promise: _Promise, part: SentencePart) -> Alarm:
    message = promise.message.format(shown(part.text, _MOST_SHOWN))
    return alarm_on(subject, promise.code, part, message, promise.remedy)


def _denied(words: _PromisingWords, text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence denies or doubts the promise in it."""
    before = _NO_DOUBT.sub(" ", text[: match.start()])
    clause = _CLAUSE.split(before)[-1]
    return bool(
        words.denial.search(clause)
        or (match[0][:4].casefold() in _EARNS and _SOME_OF_THEM.search(clause))
        or words.doubt.search(before)
        or (
            _GUARANTEES.search(match[0])
            and (_BY_RULE.search(before) or _BY_RULE_AFTER.match(text, match.end()))
        )
        or _NOT_SO.match(text, match.end())
        or _NEVER_SURE.search(match[0])
        or _is_of_others(text, *match.span())
        or (_DUTY.search(match[0]) and not _DUTY_TO_FAIL.search(match[0]))
    )


def _is_of_others(text: str, start: int, end: int) -> bool:
    """Return whether a promise is quoted: an advertisement's, one not believed, or words alone."""
    before, after = text[:start], text[end:]
    return is_quoted(text, start, end) and bool(
        _OTHERS_PROMISE.search(before)
        or (_ADVERTISED.search(f"{before} {after}") and not _OUR_OWN.search(f"{before} {after}"))
        or _DISBELIEVED.search(after)
        or _NAMED.search(before[-40:])
        or _NAMED.search(after)
    )


RULES = tuple(rules_in(("de", "en", "es", "fr", "pt"), ("M001", "M002", "M003"), _promises))
