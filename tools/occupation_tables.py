"""`python -m tools.occupation_tables SOURCES -o DIR`: the tables of `examples/occupations`.

SOURCES is a folder with the releases as their publishers give them, which nothing here fetches:

    onet_29_3/    O*NET 29.3 as tab-separated text: Occupation Data, Job Zones, Task Statements,
                  Sample of Reported Titles, Related Occupations
    national_M2024_dl.xlsx            Occupational Employment and Wage Statistics, May 2024
    ooh/occupations_ooh_2024-34.csv   the pages of the Occupational Outlook Handbook, 2024-34

Of all 1,016 occupations, or with `--sample` of the forty whose tables lie in the repository. No
figure is computed or changed: a table has the publishers' own cells, and says which row holds.
What is added are names, what an occupation is called in a sentence, and for a few occupations whom
to ask what entry takes.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, str]

SAMPLE = tuple(
    """11-1011.00 11-1011.03 11-9111.00 13-1021.00 13-2011.00 15-1252.00 15-2011.00 17-2051.00
    19-1029.04 21-1093.00 23-1011.00 23-2011.00 25-1071.00 25-2031.00 27-2011.00 27-2042.00
    29-1141.00 29-1171.00 29-1216.00 29-1243.00 29-2012.00 31-1121.00 31-2011.00 31-2012.00
    33-2011.00 35-2014.00 35-3023.00 37-2012.00 39-5012.00 41-2011.00 43-9022.00 45-2092.00
    47-2031.00 47-2111.00 49-9081.00 51-3011.00 51-4121.00 53-3032.00 53-6011.00 55-3016.00""".split()
)
"""Large and small, growing and shrinking, hourly and yearly, with and without figures of their own."""

_WAGES = (
    "OCC_CODE OCC_TITLE O_GROUP TOT_EMP H_MEAN A_MEAN H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 "
    "A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY"
).split()
_OUTLOOK = (
    "soc_code title entry_education work_experience training num_jobs_2024 projected_employment_2034 "
    "outlook_pct outlook_desc employment_change url"
).split()
_NO_LEVEL = "See How to Become One"
# As many other titles are named in the running text.
_LEADING = 3
# Some occupations that the survey of employers counts only together.
_COMBINED = {
    "21-1011": "21-1018", "21-1014": "21-1018",
    "25-2055": "25-2052", "25-2056": "25-2052",
    "25-9042": "25-9045", "25-9043": "25-9045", "25-9049": "25-9045",
    "51-2022": "51-2028", "51-2023": "51-2028",
    "53-1042": "53-1047", "53-1043": "53-1047", "53-1044": "53-1047", "53-1049": "53-1047",
}  # fmt: skip
# What O*NET writes behind a title and people before it.
_TAILS = (
    "Postsecondary|General|Hand|Wood|Metal and Plastic|Metal|Oil and Gas|Private Household|"
    "Restaurant|Fast Food|Short Order|Institution and Cafeteria|Nonrestaurant|Middle School|Secondary School|"
    "Elementary School|Kindergarten|Preschool|School|Quarry|Clerical|Mechanical|Dispensing|Farm Products|"
    "Auto Damage|Short-Term|Theatrical and Performance|Transit and Intercity|Agricultural Products|"
    "Synthetic and Glass Fibers|Wholesale and Manufacturing|"
    "Kindergarten and Elementary School|Preschool, Elementary, Middle, and Secondary School|Motor Vehicles|Special Education|"
    "Television, Video, and Film|Construction and Maintenance|Floor, Ceiling, and Wall|Vegetation|"
    "Crop, Nursery, and Greenhouse|Recordkeeping|Machinery|Restaurant, Lounge, and Coffee Shop"
)
_TAIL = re.compile(rf"(.+?), ({_TAILS})")
# Titles that no rule turns round as a person would: most need a word between their parts.
_NAMES = {
    "Atmospheric, Earth, Marine, and Space Sciences Teachers, Postsecondary":
        "postsecondary teachers of atmospheric, earth, marine, and space sciences",
    "Clergy": "members of the clergy",
    "Cooks, Short Order": "short-order cooks",
    "Computer Systems Engineers/Architects": "computer systems engineers and architects",
    "Dentists, All Other Specialists": "dentists in other specialties",
    "Directors, Religious Activities and Education": "directors of religious activities and education",
    "Education and Childcare Administrators, Preschool and Daycare":
        "preschool and daycare administrators",
    "Education Administrators, Kindergarten through Secondary":
        "education administrators from kindergarten through secondary school",
    "Electrical and Electronics Installers and Repairers, Transportation Equipment":
        "electrical and electronics installers and repairers of transportation equipment",
    "Electrical and Electronics Repairers, Commercial and Industrial Equipment":
        "electrical and electronics repairers of commercial and industrial equipment",
    "Electrical and Electronics Repairers, Powerhouse, Substation, and Relay":
        "electrical and electronics repairers of powerhouses, substations, and relays",
    "Eligibility Interviewers, Government Programs": "eligibility interviewers for government programs",
    "Entertainers and Performers, Sports and Related Workers, All Other":
        "other entertainers, performers, sports workers, and related workers",
    "Excavating and Loading Machine and Dragline Operators, Surface Mining":
        "excavating and loading machine and dragline operators in surface mining",
    "Farmworkers, Farm, Ranch, and Aquacultural Animals":
        "farmworkers who tend farm, ranch, and aquacultural animals",
    "First-Line Supervisors of All Other Tactical Operations Specialists":
        "first-line supervisors of other tactical operations specialists",
    "First-Line Supervisors of Helpers, Laborers, and Material Movers, Hand":
        "first-line supervisors of helpers, laborers, and hand material movers",
    "Fraud Examiners, Investigators and Analysts": "fraud examiners, investigators, and analysts",
    "Helpers, Construction Trades, All Other": "other helpers in the construction trades",
    "Infantry": "members of the infantry",
    "Laborers and Freight, Stock, and Material Movers, Hand":
        "laborers and hand movers of freight, stock, and materials",
    "Loading and Moving Machine Operators, Underground Mining":
        "loading and moving machine operators in underground mining",
    "Mathematical Science Teachers, Postsecondary": "postsecondary teachers of mathematical science",
    "Meter Readers, Utilities": "utility meter readers",
    "Physicians, Pathologists": "pathologists",
    "Poets, Lyricists and Creative Writers": "poets, lyricists, and creative writers",
    "Potters, Manufacturing": "potters in manufacturing",
    "Pressers, Textile, Garment, and Related Materials":
        "pressers of textiles and garments",
    "Roof Bolters, Mining": "roof bolters in mining",
    "Sales Representatives, Wholesale and Manufacturing, Technical and Scientific Products":
        "wholesale and manufacturing sales representatives of technical and scientific products",
    "Special Forces": "members of the special forces",
    "Stone Cutters and Carvers, Manufacturing": "stone cutters and carvers in manufacturing",
    "Teaching Assistants, Except Postsecondary": "teaching assistants other than postsecondary",
    "Transportation Vehicle, Equipment and Systems Inspectors, Except Aviation":
        "transportation vehicle, equipment, and systems inspectors",
}  # fmt: skip
_NURSES = (
    "Registered nurses are licensed by the states, and a state may ask for a certificate besides: "
    "ask its board of nursing which."
)
_EMERGENCIES = (
    "Every state licenses or certifies this work. Ask your state’s office of emergency medical "
    "services what it requires before you enroll anywhere."
)
_AGENCY = "Ask the agency that you would work for what age, schooling, and training it requires."
_FIRE = (
    "Ask the fire department or agency that you would work for what age, schooling, training, and "
    "certificates it requires, and whether there is an examination."
)
_POST = (
    "Ask the United States Postal Service what it requires, and whether there is an examination."
)
_PROFESSORS = (
    "Teaching at a college or university as a rule takes no license. In a field whose practice is "
    "licensed, a department may ask for that license: see its postings."
)
_SCHOOLS = (
    "Public schools as a rule require a license or certificate of the state, and private schools "
    "may. Ask your state’s department of education what it takes, and in what order."
)
# Of those who hold an office or serve a government, by the code of an occupation or of the whole
# it belongs to: whom to ask what entry takes. Advice on looking about among employers, and a word
# about those who work for themselves, would be out of place.
_PUBLIC = {
    "11-1031": "Legislators are elected. The office that runs the elections of your state can say who "
        "may stand and what a candidate has to file.",
    "11-9131": _POST,
    "23-1021": "Ask the agency that holds the hearings what it requires, and whether a license to "
        "practice law is part of it.",
    "23-1023": "Judges are elected or appointed; ask your state’s court administrator how seats are "
        "filled and whether a law degree is required.",
    "33-1011": _AGENCY, "33-1012": _AGENCY, "33-1021": _FIRE,
    "33-2011": _FIRE, "33-2021": _FIRE, "33-2022": _FIRE,
    "33-3011": _AGENCY, "33-3012": _AGENCY, "33-3021": _AGENCY, "33-3031": _AGENCY,
    "33-3041": _AGENCY, "33-3051": _AGENCY, "33-3052": _AGENCY,
    "33-9093": "Most screeners work for the Transportation Security Administration; ask it what age, "
        "schooling, and training it requires, and how it checks a candidate’s background.",
    "43-5051": _POST, "43-5052": _POST, "43-5053": _POST,
    "53-2021": "Most controllers work for the Federal Aviation Administration; ask it what age, "
        "training, and certificate it requires.",
    "55": "If you later want a state license, ask that state’s board whether it counts military "
        "training.",
}  # fmt: skip
# Occupations that every state licenses, by the board that does so.
_BOARDS = {
    "medical board": "29-1211 29-1212 29-1213 29-1214 29-1215 29-1216 29-1217 29-1218 29-1221 "
        "29-1222 29-1223 29-1224 29-1229 29-1241 29-1242 29-1243 29-1249",
    "licensing board for physician assistants": "29-1071",
    "board of nursing": "29-2061",
    "board of dentistry": "29-1021 29-1022 29-1023 29-1024 29-1029 29-1292",
    "board of pharmacy": "29-1051",
    "board of optometry": "29-1041",
    "board of chiropractic": "29-1011",
    "board of podiatry": "29-1081",
    "board of veterinary medicine": "29-1131",
    "board of psychology": "19-3033",
    "licensing board for this kind of therapy": "29-1122 29-1123 29-1127",
    "board of audiology": "29-1181",
    "board for counselors and therapists": "21-1013 21-1014",
    "board of barbers and cosmetologists": "39-5011 39-5012",
    "board of architects": "17-1011",
    "board of surveyors": "17-1022",
    "real estate commission": "41-9021 41-9022",
    "department of insurance": "41-3021",
}  # fmt: skip
# Whom else to ask, where the usual advice is idle.
_LICENSED = {
    code: f"Every state licenses this work. Ask your state’s {board} what it requires before you "
    "enroll anywhere."
    for board, codes in _BOARDS.items()
    for code in codes.split()
} | {
    "13-2011": "An accountant may work without a license, but who would be a certified public "
        "accountant needs one: ask your state’s board of accountancy what it requires.",
    "23-1011": "Every state licenses lawyers. Ask its bar or its highest court what schooling, "
        "examination, and character it requires.",
    # These share a code with a licensed occupation, and not its license.
    "17-1022.01": "", "29-1071.01": "", "29-1122.01": "",
    "29-1141": _NURSES, "29-1151": _NURSES, "29-1161": _NURSES, "29-1171": _NURSES,
    "29-2042": _EMERGENCIES, "29-2043": _EMERGENCIES,
    "25-1": _PROFESSORS,
    "21-1012": "A counselor in a public school as a rule needs a license or certificate of the state, "
        "one at a college or a career center none. Ask your state’s department of education.",
    "11-9032": _SCHOOLS, "19-3034": _SCHOOLS,
    "25-201": _SCHOOLS, "25-202": _SCHOOLS, "25-203": _SCHOOLS, "25-205": _SCHOOLS,
    "31-1131": "Nursing homes that federal programs pay may employ only assistants who have passed "
        "a training program and a test that the state has approved. Ask the state’s registry of "
        "nurse aides which programs count.",
    "53-2031": "Flight attendants need a certificate of the Federal Aviation Administration, which "
        "the airline’s own training leads to. Ask the airline what it requires of a beginner.",
}  # fmt: skip
# Titles that the description of an occupation excludes. Those that another occupation bears as
# its own name are found by themselves.
_EXCLUDED = {
    "43-9081.00": {"Copy Editor", "News Copy Editor", "Editorial Assistant", "Typesetter"},
}  # fmt: skip
_ASIDE = re.compile(r", (?:Except|Including) .*?(?=, All Other$|$)")
_OTHER = re.compile(r"(.+?),? All Other(?: Specialists)?")
_LICENSE = re.compile(
    r"\b(?:requir\w+|must)\b.*\b(?:licens\w+|certificat\w+)|\b(?:licens|certificat)\w+.*\brequired\b",
    re.I,
)
_OF_ONE_SEX = re.compile(r"(?:[mM]an|[wW]oman|[bB]oy|tress|[hH]ostess|[mM]aid)\b")
_KEPT = re.compile(r"English|Spanish|American|[A-Z]{2,}.*|.*[a-z][A-Z].*")


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("sources", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--sample", action="store_true", help="only the occupations of the sample")
    choice = parser.parse_args()
    chosen = SAMPLE if choice.sample else None
    choice.output.mkdir(parents=True, exist_ok=True)
    for name, rows in tables(choice.sources, chosen).items():
        path = choice.output / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        print(f"{path}  {len(rows):,} rows")


def tables(sources: Path, chosen: Sequence[str] | None = None) -> dict[str, list[Row]]:
    """Return the rows of each table, of the chosen O*NET codes or of all."""
    onet = sources / "onet_29_3"
    known = _tabbed(onet / "Occupation Data.txt")
    codes = {row["O*NET-SOC Code"]: row["Title"] for row in known}
    kept = set(codes if chosen is None else chosen)
    wages = [dict(zip(_WAGES, row, strict=True)) for row in _sheet(sources)]
    outlook = _outlook(sources)
    zones = {row["O*NET-SOC Code"]: row["Job Zone"] for row in _tabbed(onet / "Job Zones.txt")}
    occupations = [
        _occupation(row, zones, wages, outlook) for row in known if row["O*NET-SOC Code"] in kept
    ]
    used = (
        {row["oews"] for row in occupations} | {row["group"] for row in occupations} | {"00-0000"}
    )
    pages = {row["ooh"] for row in occupations}
    titles = {code: (codes[code], name_of(codes[code])) for code in codes if code in kept}
    return {
        "occupations": occupations,
        "parts": list(_parts(codes, {code[:7] for code in kept})),
        "tasks": list(_tasks(onet, kept)),
        "titles": list(_titles(onet, titles, codes)),
        "related": list(_related(onet, kept)),
        "wages": [row for row in wages if row["OCC_CODE"] in used],
        "outlook": [row for row in outlook if row["soc_code"] in pages],
    }


def name_of(title: str) -> str:
    """Return an occupation's title as it is called in a sentence: `postsecondary law teachers`."""
    if title in _NAMES:
        return _NAMES[title]
    title = _ASIDE.sub("", title)
    if title.startswith("Helpers--"):
        return f"helpers of {_small(title.removeprefix('Helpers--'))}"
    if found := _OTHER.fullmatch(title):
        return _people(f"other {name_of(found[1])}")
    found = _TAIL.fullmatch(title)
    if found:
        # “Farm products” before a noun are “farm product”.
        before = _small(found[2])
        before = before[:-1] if before.endswith(("products", "vehicles", "fibers")) else before
        return f"{before} {_small(found[1])}"
    return _small(title)


def whom_to_ask(code: str) -> tuple[str, bool]:
    """Return whom to ask what entry takes, or nothing, and whether the work is for a government.

    It stands under an O*NET code, or under the longest beginning of it.
    """
    parts = [code[:length] for length in (10, 7, 6, 4, 2)]
    for table in (_PUBLIC, _LICENSED):
        if found := next((part for part in parts if part in table), ""):
            return table[found], table is _PUBLIC
    return "", False


def _people(name: str) -> str:
    return f"workers in {name}" if name.endswith(" occupations") else name


def _small(text: str) -> str:
    """Return a title in small letters; two that a stroke joins stand side by side in a sentence."""
    text = text if text.startswith("Driver/") else text.replace("/", " and ")
    text = " ".join(word if _KEPT.fullmatch(word) else word.lower() for word in text.split())
    return text.replace("serving related", "serving-related")


def _occupation(
    row: Row,
    zones: Mapping[str, str],
    wages: Sequence[Row],
    outlook: Sequence[Row],
) -> Row:
    """Return the row of an occupation, with the code under which each source counts it.

    `kin` is what people are whom the classification gathers under “All Other”. `whose` tells
    whether the figures of pay are its own or those of a wider group, `combined` that the survey
    has a code of its own for that, and `pay` whether they are by year or hour; `license` is what
    the description says of one that is asked for. `ask` is whom to ask what entry takes, where
    that is not the usual advice, and `public` tells that people hold an office or serve a
    government. Projections are those of the occupation or of that same group.
    """
    code = row["O*NET-SOC Code"]
    soc = code[:7]
    titles = {each["OCC_CODE"]: each["OCC_TITLE"] for each in wages}
    pages = {each["soc_code"]: each["title"] for each in outlook}
    counted = (soc, _COMBINED.get(soc, ""), f"{soc[:6]}0")
    oews = next((each for each in counted if each in titles), "")
    ooh = next((each for each in (soc, oews) if each in pages), "")
    group = f"{soc[:2]}-0000"
    ask, is_public = whom_to_ask(code)
    other = _OTHER.fullmatch(_ASIDE.sub("", row["Title"]))
    hourly = any(each["HOURLY"] for each in wages if each["OCC_CODE"] == oews)
    pay = "" if not oews else "hour" if hourly else "year"
    return {
        "onet": code,
        "soc": soc,
        "title": row["Title"],
        "name": name_of(row["Title"]),
        "kin": _people(name_of(other[1])) if other else "",
        "description": row["Description"],
        "zone": zones.get(code, ""),
        "license": _license(row["Description"]),
        "ask": ask,
        "public": "yes" if is_public else "",
        "oews": oews,
        "combined": "yes" if oews in _COMBINED.values() else "",
        "whose": "" if not oews else "own" if oews == soc and code.endswith(".00") else "wider",
        "pay": pay,
        "oews_name": name_of(titles[oews]) if oews else "",
        "ooh": ooh,
        "ooh_name": _small(pages[ooh]) if ooh else "",
        "total": "00-0000",
        "group": group if group in titles else "",
        "group_name": _small(titles[group].removesuffix(" Occupations")) if group in titles else "",
    }


def _license(description: str) -> str:
    """Return the sentences by which a description asks for a license or a certificate."""
    sentences = re.split(r"(?<=[a-z)]\.) ", description.strip())
    return " ".join(each for each in sentences if _LICENSE.search(each) and "reported" not in each)


def _parts(titles: Mapping[str, str], socs: set[str]) -> Iterator[Row]:
    """Yield the occupations that O*NET describes beside the one whose code they share."""
    for code, title in titles.items():
        if code[:7] in socs and not code.endswith(".00"):
            yield {"soc": code[:7], "onet": code, "name": name_of(title)}


def _tasks(onet: Path, kept: set[str]) -> Iterator[Row]:
    """Yield tasks, those that are at the core of an occupation first."""
    rows = [row for row in _tabbed(onet / "Task Statements.txt") if row["O*NET-SOC Code"] in kept]
    for row in sorted(rows, key=lambda row: (row["O*NET-SOC Code"], row["Task Type"] != "Core")):
        # What is new, or was never put before workers, has no type.
        kind = row["Task Type"].lower() or "unrated"
        yield {"onet": row["O*NET-SOC Code"], "task": row["Task"], "kind": kind}


def _titles(
    onet: Path, kept: Mapping[str, tuple[str, ...]], known: Mapping[str, str]
) -> Iterator[Row]:
    """Yield other titles of occupations than their own; the text of a guide names those that lead.

    These are titles that O*NET's site for beginners shows, the plainest first, and last those that
    another of the known occupations bears: a food preparation worker, who does not cook, is no cook.
    """
    bearers: dict[str, set[str]] = {}
    for code, title in known.items():
        bearers.setdefault(_bare(title.partition(",")[0]), set()).add(code[:7])
    found: dict[str, dict[str, Row]] = {code: {} for code in kept}
    for row in _tabbed(onet / "Sample of Reported Titles.txt"):
        code, title = row["O*NET-SOC Code"], row["Reported Job Title"]
        short = title.partition(" (")[0]
        # O*NET spells out one short title in several ways: “CNC Mill Operator (Computer …)”.
        if code in kept and _bare(short) not in map(_bare, kept[code]):
            shown = row["Shown in My Next Move"]
            found[code].setdefault(
                _bare(short), {"onet": code, "title": title, "short": short, "lead": shown}
            )
    for code, titles in found.items():
        own = _bare(" ".join(kept[code]))
        others = {name for name, socs in bearers.items() if code[:7] not in socs}
        others |= set(map(_bare, _EXCLUDED.get(code, ())))
        ranked = sorted(titles, key=lambda bare: (bare in others, *_plainness(titles[bare], own)))
        plainest = [titles[bare] for bare in ranked[:_LEADING]]
        for row in titles.values():
            yield {**row, "lead": "yes" if row in plainest else ""}


def _plainness(row: Row, own: str) -> tuple[bool, bool, bool, int]:
    """Return by what titles are sorted: last what repeats a part of the occupation's, or is of men or women."""
    words = row["short"].split()
    has_initials = "(" in row["title"] or any(sum(map(str.isupper, word)) > 1 for word in words)
    is_of_one_sex = bool(_OF_ONE_SEX.search(row["short"]))
    is_last = is_of_one_sex or _bare(row["short"]) in own
    return is_last, row["lead"] != "Y", has_initials, len(words)


def _bare(title: str) -> str:
    """Return a title in the singular, without signs: what two must share to be one."""
    words = (re.sub(r"[^a-z]+", "", word) for word in title.lower().split())
    return "".join(
        re.sub(r"(?<=ss|sh|ch)es$|(?<=[^s])s$", "", re.sub("ies$", "y", w)) for w in words
    )


def _related(onet: Path, kept: set[str]) -> Iterator[Row]:
    for row in _tabbed(onet / "Related Occupations.txt"):
        if row["O*NET-SOC Code"] in kept and row["Relatedness Tier"] != "Supplemental":
            yield {
                "onet": row["O*NET-SOC Code"],
                "code": row["Related O*NET-SOC Code"],
                "title": row["Related Title"],
                "name": name_of(row["Related Title"]),
            }


def _outlook(sources: Path) -> list[Row]:
    """Return the Handbook's pages that have a code.

    A page of several occupations, such as assistants and aides together, has the code of all: its
    figures are of none of them, and serve only where the survey of employers counts them so too.
    """
    rows = _read(sources / "ooh" / "occupations_ooh_2024-34.csv", csv.DictReader)
    kept = [{column: row[column] for column in _OUTLOOK} for row in rows]
    for row in kept:
        for column in ("entry_education", "work_experience", "training"):
            row[column] = "" if row[column] == _NO_LEVEL else row[column]
    return [row for row in kept if row["soc_code"]]


def _sheet(sources: Path) -> Iterator[list[str]]:
    """Yield the national rows of the wage statistics as they are: whole dollars a year, dollars and cents an hour."""
    from openpyxl import load_workbook

    book = load_workbook(sources / "national_M2024_dl.xlsx", read_only=True)
    rows = book.worksheets[0].iter_rows(values_only=True)
    head = next(rows)
    columns = [head.index(name) for name in _WAGES]
    for row in rows:
        cells = zip(_WAGES, (row[column] for column in columns), strict=True)
        yield [_written(cell, 2 if name.startswith("H_") else 0) for name, cell in cells]


def _written(value: object, decimals: int) -> str:
    if isinstance(value, (int, float)):
        return f"{value:.{decimals}f}"
    return "" if value is None else str(value)


def _tabbed(path: Path) -> list[Row]:
    """Return the rows of O*NET's text, in which quotation marks are signs like others."""
    return _read(path, lambda lines: csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(path: Path, reader: Callable[[Iterable[str]], Any]) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(reader(file))


if __name__ == "__main__":
    main()
