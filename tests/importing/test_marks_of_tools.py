"""Markup of other tools: what prints no words is removed, the rest is replaced by its words."""

from __future__ import annotations

import pytest

from guidepub.importing.headings.capitals import recased_heading, spelling
from guidepub.importing.markdown.tool_marks import without_tool_marks


def without_marks(text: str) -> str:
    return "\n".join(without_tool_marks(text.split("\n")).lines)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Bakers bake.\n{: .lead}", "Bakers bake.\n"),
        ('## Pay\n{: #pay .no_toc title="x"}', "## Pay\n"),
        ("They *rise*{:.note} early.", "They *rise* early."),
        ("- Índice\n{:toc max_level=2}", "\n"),
        ("1. TOC\n{:toc}", "\n"),
        ("[TOC]", ""),
        ("Bees fly. \\newpage\nThey \\noindent sting.", "Bees fly.\nThey sting."),
        ("See `\\newpage` in C:\\newpagefiles.", "See `\\newpage` in C:\\newpagefiles."),
        ("See [[Trades#Baker]], [[oven|ovens]].", "See Baker, ovens."),
        ("| [[oven\\|ovens]] |", "| ovens |"),
        ("![[shop.jpg|300]]", "![](<shop.jpg>)"),
        ("A ==hot== oven. ^part-1", "A *hot* oven."),
        ("?> Wear gloves.", "Wear gloves."),
        ('!!! note "Heat"\n    Ovens burn.\n\nNext.', "**Heat**\\\nOvens burn.\n\nNext."),
        ("??? tip\n    A.\n    !!! danger\n        B.\n    C.", "\nA.\n\nB.\nC."),
        ('=== "Pay"\n\n    By the hour.', "**Pay**\n\nBy the hour."),
        ("Pay %%why?%% rises.", "Pay  rises."),
        ("a\n{::comment}\nb\n{:/comment}\nc", "a\n\n\n\nc"),
        # What is code, a formula of percents, or somebody's heading, is none of these.
        ("`[[oven]] {: .x}`", "`[[oven]] {: .x}`"),
        ("```\n==x==\n[TOC]\n```", "```\n==x==\n[TOC]\n```"),
        ("100%% sure, they say.", "100%% sure, they say."),
        ("Up 5%% in May, 7%% in June.", "Up 5%% in May, 7%% in June."),
        ("a\n%%\nb", "a\n%%\nb"),
        ("a {::comment}\nb", "a \nb"),
        ("Bake.[[1]](#note-1)", "Bake.[[1]](#note-1)"),
        ("About 10 ^12", "About 10 ^12"),
        ("!!! never bake alone\n\nNext.", "!!! never bake alone\n\nNext."),
        ("Pay\n====", "Pay\n===="),
    ],
)
def test_marks_of_tools_print_nothing_or_their_words(written, plain):
    assert without_marks(written) == plain


def test_what_is_left_out_is_in_the_report_and_abbreviations_stay(converted):
    text = (
        "# Baker\n\n* TOC\n{:toc}\n\nBakers rise. %%ask Ann%% OSHA looks.\n\n*[OSHA]: the agency\n"
    )
    made = converted(text, "a.md")
    assert "*[OSHA]: the agency" in made.text
    left = {passage.text: passage.fate for passage in made.passages}
    assert left["* TOC {:toc}"] == "furniture"
    assert left["ask Ann"] == "left out"
    assert not made.findings


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("➤ Cut\n➤ *Fit*\n✔️ Clean", ["- Cut", "- *Fit*", "- Clean"]),
        ("→ Cut\n→ Fit", ["- Cut", "- Fit"]),
        ("Tools:\n\n✅ wheel\n✅ rule", ["- wheel", "- rule"]),
    ],
)
def test_lines_of_markdown_with_bullets_of_any_kind_are_items(body, written, items):
    made = body(f"# Glazier\n\n## Duties\n\n{written}\n", "a.md")
    assert "\n".join(items) in made


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("They also:<br>- measure<br>- cut", "They also:\n\n- measure\n- cut"),
        ("👉 Couper<br>👉 Poser", "- Couper\n- Poser"),
        ("Order:<br>1. measure<br>2. cut", "Order:\n\n1. measure\n2. cut"),
        ("<b>•</b> ladder<br><b>• crane</b> too", "- ladder\n- **crane** too"),
        # One alone, or a number that does not count on, begins no list.
        ("– a dash<br>and more", "– a dash\\\nand more"),
        ("2019. A year.<br>1. A one.", "2019\\. A year.\\\n1\\. A one."),
    ],
)
def test_lines_of_a_page_that_are_typed_as_items_are_a_list(body, written, items):
    page = f"<h1>Glazier</h1><h2>Overview</h2><p>{written}</p>"
    assert items in body(page, "a.html")


SEEN = spelling(["Sie sind in Kürze da, sagt der Prüfer vom TÜV.", "On va à Paris avec un CAP."])


@pytest.mark.parametrize(
    ("language", "loud", "quiet"),
    [
        ("de", "DAS WICHTIGSTE IN KÜRZE", "Das Wichtigste in Kürze"),
        ("de", "WAS VERDIENT MAN BEIM TÜV?", "Was verdient man beim TÜV?"),
        ("fr", "LE MÉTIER VU DE PARIS", "Le métier vu de Paris"),
        ("fr", "L'AVENIR AVEC UN CAP", "L'avenir avec un CAP"),
        ("es", "¿CUÁNTO SE GANA?", "¿Cuánto se gana?"),
        ("en-US", "HOW TO GET INTO THE U.S. TRADE", "How to Get into the U.S. Trade"),
        ("en", "WHAT'S NEW: THE PAY", "What's New: The Pay"),
        ("en", "Already Calm", "Already Calm"),
        (
            "en",
            "PART III: CNC WORK WE DO. DR. LEE, PH.D.",
            "Part III: CNC Work We Do. Dr. Lee, PH.D.",
        ),
        ("en", "PAY IN THE U.K. AND AFTER", "Pay in the U.K. and After"),
        ("cs", "TRH PRÁCE", "Trh práce"),
        ("tr", "İŞ ARAYIŞI", "İş arayışı"),
        ("en", "A VERY LONG LINE " * 20, "A VERY LONG LINE " * 20),
    ],
)
def test_headings_in_capitals_are_written_as_titles_of_their_language(language, loud, quiet):
    assert recased_heading(loud, language, SEEN) == quiet


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Glaziers cut glass (see ).", "(see )"),
        ("Many are in unions (, 2019).", "(, 2019)"),
        ("Viele sind Mitglied (vgl. , S. 12).", "(vgl. , S. 12)"),
        ("Pay rose [] last year.", "[]"),
        ("El empleo baja (INE, ) y sube.", "(INE, )"),
        ("Un an suffit (cf. p. ).", "(cf. p. )"),
        ("Hay más [cita requerida] ahora.", "[cita requerida]"),
        ("Pay rose (see Table 2) [1] in Ohio.", ""),
    ],
)
def test_a_citation_of_which_only_the_brackets_are_left_is_reported(converted, line, shown):
    made = converted(f"# Glazier\n\n## Overview\n\n{line}\n", "a.md")
    reported = [finding.message for finding in made.findings if finding.code == "I023"]
    assert len(reported) == bool(shown)
    assert all(shown in message for message in reported)


def test_a_backslash_at_the_end_of_a_paragraph_breaks_nothing(body):
    text = "# Cooper\n\n## Salary\n\nCoopers earned $40,000 in 2023. \\\n{:.facts}\n\nPay is good.\\\n{:.facts}\n"
    assert "\\" not in body(text, "a.md")


def test_marks_of_textile_are_none_of_confluence(body):
    text = 'h1. Pintor\n\nh2. Salario\n\n|_. Año |_. Sueldo |\n| 2022 | 1.450 euros |\n\nh2. Formación\n\nVéase "la guía":https://guia.example.\n'
    made = body(text, "a.txt")
    assert "| Año | Sueldo |" in made
    assert "Véase la guía [@guia]." in made


def test_who_says_a_quotation_of_bbcode_stays(body):
    text = '[b]Tiler[/b]\n\n[b]Overview[/b]\n\nTilers set tiles.\n\n[quote="Ana"]\nI love grout.\n[/quote]\n'
    assert "Ana: I love grout." in body(text, "a.txt")
