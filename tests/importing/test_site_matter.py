"""Words that a site, a sender or a printer added to a text are left out and reported."""

from __future__ import annotations

import re

import pytest

from guidepub.importing.matter.site_matter import required_letters, site_matter
from guidepub.importing.originals.original import OriginalBlock

_PROSE = OriginalBlock("paragraph", "Ship pilots guide ships in all weathers. " * 9, "")


def _left(*blocks: OriginalBlock) -> list[str]:
    found = site_matter([_PROSE, *blocks, _PROSE], "Ship Pilot")
    return [block.text for part, _ in found for block in part]


def _paragraphs(*texts: str) -> list[OriginalBlock]:
    return [OriginalBlock("paragraph", text, text) for text in texts]


@pytest.mark.parametrize(
    "line",
    [
        "Edit this page on GitHub · Last built 2 September 2026",
        "Save this career | Print | E-mail a friend",
        "Let me know if you’d like a version for another state!",
        "Suscríbete por 1 € al mes",
        "Página optimizada para Internet Explorer",
        "Diese Seite ist optimiert für Firefox.",
        "Page optimisée pour une résolution de 1024x768",
        "Página otimizada para Google Chrome",
        "This site works best in Safari.",
        "TODO: check the wages",
        "© Getty Images / stock photo",
        "Symbolbild. Foto: picture alliance",
        "Foto de archivo: EFE",
        "Créditos da imagem: Pexels",
        "Photo AFP",
        "La suite après la publicité",
        "Continúa tras la publicidad",
        "Schriftgröße: A A A",
        "Por Redacción, 3 de mayo de 2021",
        "You can unsubscribe at any time from our list.",
        "Si no ve correctamente este correo, ábralo en su navegador.",
        "Envoyé de mon téléphone",
        "Créez votre alerte e-mail",
        "Alle Angaben ohne Gewähr. Diese Seite drucken | Nach oben",
        "Jetzt bewerben",
        "Compartilhe no WhatsApp",
        "Lesezeit: 3 Minuten | Zuletzt aktualisiert: 12.03.2022",
        "Lesen Sie auch: Tischler werden",
        "Foto: dpa/Max Muster",
        "Lecture : 3 min",
        "Publié le 12/03/2020",
        "Comparte este artículo en Facebook",
        "Comentários (3)",
        "Par Julie Martin",
        "[[_TOC_]]",
        "[edit]",
        "import TabItem from '@theme/TabItem';",
        "Kategorie: Berufe in der Schifffahrt",
        "Name ____________ Period ____",
    ],
)
def test_lines_of_a_site_a_mail_and_a_tool_are_known(line):
    assert _left(*_paragraphs(line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Apply now if you want to work the fall fairs; by August the crews are full.",
        "Ship pilots subscribe to the tide tables of the harbors that they work in, which cost them little.",
        "Federal openings are posted by each agency, where applicants can sort them by grade.",
        "Privacy lawyers advise firms on what a cookie notice has to say.",
        "The operator of the press has to print this page first and the cover last.",
        "La empresa publica los turnos cada lunes.",
        "Die Seite des Schiffes wird jedes Jahr gestrichen.",
        "They help keep the harbor safe.",
        "Of course, not everybody likes heights.",
        "Most of them write a monthly newsletter for clients.",
        "Do not remove the guard while the saw runs.",
        "Working as an AI engineer takes mathematics.",
        "Todo soldador necesita un carné.",
        "Todo depende de la ciudad",
        "Related jobs",
        "Category: residential wiring and repairs.",
        "Inscrivez-vous à la chambre des métiers.",
        "Diese Seite teilen sich zwei Monteure.",
        "Deixe seu currículo nas oficinas.",
        "Lecture de plans : deux semaines.",
        "Por Madrid pasan muchos.",
    ],
)
def test_sentences_of_a_guide_stay(line):
    assert not _left(*_paragraphs(line))


def test_a_list_of_duties_stays():
    duties = OriginalBlock("list", "Write reports Subscribe to wires", "")
    assert not _left(duties)


def test_a_heading_of_the_site_s_takes_what_stands_below_it_up_to_the_next():
    heads = [OriginalBlock("heading", text, text, level=2) for text in ("Related reads", "Pay")]
    below = _paragraphs("Ten Jobs at Sea", "It pays.")
    assert _left(heads[0], below[0], heads[1], below[1]) == ["Related reads", "Ten Jobs at Sea"]


def test_a_line_of_the_site_s_takes_the_list_below_it_and_no_prose():
    items = OriginalBlock("list", "Así es el examen Pilotos: 9.000 euros", "")
    [line] = _paragraphs("Te puede gustar")
    assert _left(line, items, _PROSE) == [line.text, items.text]


def test_a_heading_of_the_site_s_over_most_of_a_text_is_none():
    head = OriginalBlock("heading", "Comments", "Comments", level=1)
    assert not [*site_matter([head, _PROSE, _PROSE], "Ship Pilot")]


def test_a_ladder_is_no_trail_of_pages(converted):
    prose = "".join(f"Ship pilots guide ships, in all weathers, number {n}.\n\n" for n in range(6))
    text = f"# Ship Pilot\n\n## Advancement\n\n{prose}Apprentice > pilot > harbor master\n"
    assert "harbor master" in converted(text, "x.md").text


def test_links_below_a_heading_of_similar_careers_stay(converted):
    links = "".join(f"<a href='#'>{name}</a> " for name in ("Mate", "Diver", "Stoker", "Cook"))
    page = f"<h1>Ship Pilot</h1><p>{_PROSE.text}</p><h2>Other careers at sea</h2><p>{links}</p>"
    assert "Stoker" in converted(f"<html lang=en>{page}", "x.html").text


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        (r"\bsubscribe to\b", "subscribe"),
        (r"\b(?:view|read) our guest ?book", "guest"),
        # What may be left out, or be another letter, need not stand there.
        (r"colou?rs?", "colo"),
        (r"schlagw[oö]rte{1,2}r", "schlagw"),
        (r"ab\d+cdx*", "ab"),
        (r"^\W*(?:by|von) (?-i:[A-Z]\w+(?: (?:de|von))?)", ""),
    ],
)
def test_letters_that_stand_in_all_that_a_pattern_finds(form, letters):
    assert required_letters(form) == letters


@pytest.mark.parametrize(
    "text",
    [
        "Journalists write the news. They ask people to subscribe to the paper and run a newsletter. Most start at a small paper. Many hold a degree.",
        "Subscribe to the local paper. Write a newsletter of your own. Start with short stories. Ask an editor to read them.",
    ],
)
def test_a_paragraph_that_mostly_speaks_of_other_things_stays(text):
    assert not [*site_matter([_PROSE, *_paragraphs(text), _PROSE], "Ship Pilot")]


@pytest.mark.parametrize(
    "text",
    [
        "Getty Images pays by the picture.",
        "Foto de boda: de 900 a 2.000 euros por reportaje.",
        "Stock sites such as Unsplash and Pexels pay nothing.",
        "Von der Redaktion hängt ab, was gedruckt wird.",
    ],
)
def test_sentences_on_pictures_and_editors_stay(text):
    assert not _left(*_paragraphs(text))


_LEAD = (
    "<h1>Marceneiro</h1><h2>O que faz</h2><p>O marceneiro constrói móveis sob medida e restaura peças"
    " antigas, em oficinas pequenas. Mede, corta, cola e lixa durante todo o dia.</p>"
)


@pytest.mark.parametrize(
    "part", ['div class="vagas"', 'div class="autor"', "aside", 'div id="bottom"']
)
def test_a_part_with_the_heading_of_a_section_is_text_whatever_names_its_place(body, part):
    inner = f"<{part}><h2>Mercado</h2><p>O emprego deve crescer 4% de 2023 a 2033.</p></{part.split()[0]}>"
    text = body(f'<html lang="pt"><body>{_LEAD}{inner}<p>© 2023 Portal</p></body></html>')
    assert "O emprego deve crescer" in text


@pytest.mark.parametrize(
    "part",
    [
        '<div class="related"><h3>Salário</h3><p>Veja quanto ganha um pedreiro em todo o país.</p></div>',
        '<div class="widget ads"><h3>Formação</h3><p>Faça o nosso curso de marcenaria hoje mesmo.</p></div>',
        '<aside><h3>Formação</h3><p>Peça agora o folheto do nosso curso.</p><form><input></form></aside>',
        '<div class="vagas"><h3>Mercado</h3><ul><li><a href="x">Vagas em Recife</a></li></ul></div>',
    ],
)  # fmt: skip
def test_what_names_a_site_s_own_matter_stays_out_below_such_a_heading(body, part):
    text = body(f'<html lang="pt"><body>{_LEAD}{part}</body></html>')
    assert text.endswith("todo o dia.")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("» MORE: [How to Become an Electrician](/electrician)", False),
        ("**Ähnlich:** [Die besten Jobs](/jobs/)", False),
        ("Sigue leyendo: [Jardinero](../jardinero.html)", False),
        ("→ [Gardener salaries](/gardener/pay/)", False),
        ("[→ Open day](/open)", False),
        ("Source: [The Bureau](/bureau/)", True),
        ("Application: [the form](/form.pdf)", True),
        ("Shops post openings. See [the list](/list/).", True),
        ("Salary: [$33,000](/florist/pay/)", True),
        ("The trade's guild: [Guild of Florists](https://guild.example/)", True),
    ],
)
def test_a_line_that_only_leads_to_another_page_of_the_site_is_left_out(body, line, is_kept):
    text = f"# Florist\n\nFlorists arrange flowers.\n\n## Outlook\n\nFew shops open.\n\n{line}\n"
    words = re.search(r"\[([^]]+)\]", line)[1]
    assert (words in body(text, "a.md") or "{fact}" in body(text, "a.md")) == is_kept


LAYOUT = '<html lang="{}"><body><table><tr><td><img src="logo.gif" alt="Trades"></td></tr><tr><td>{}</td></tr>{}</table></body></html>'
FLORIST = "<h1>Florist</h1><h2>Overview</h2><p>Florists arrange cut flowers.</p><h2>Pay</h2><p>It varies.</p>"


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>Your ad here | Contact | About</td></tr>",
        "<tr><td>Advertise here!</td></tr><tr><td>Contact</td><td>Site map</td></tr>",
        "<tr><td>Hier könnte Ihre Werbung stehen!<br>Werbung</td></tr><tr><td>Kontakt<br>Impressum</td></tr>",
        "<tr><td>Anúnciese aquí<br>Espacio publicitario</td></tr><tr><td>Aviso legal<br>Contacto</td></tr>",
        "<tr><td>Anuncie aqui</td></tr><tr><td>Mapa do site</td><td>Fale conosco</td></tr>",
        "<tr><td>Votre publicité ici</td></tr><tr><td>Plan du site<br>Mentions légales</td></tr>",
    ],
)
def test_logos_menus_and_room_for_advertisements_around_a_text_are_left_out(body, row):
    assert body(LAYOUT.format("en", FLORIST, row), "a.html") == (
        "# Overview and Job Duties\n\nFlorists arrange cut flowers.\n\n# Salary\n\nIt varies."
    )


def test_a_paragraph_about_advertisements_and_pictures_of_logos_in_a_text_stay(body):
    words = "“Advertise with us” is the line that buyers hear most."
    made = body(
        f"# Media Buyer\n\n## Overview\n\n{words}\n\n![A logo](logo.png)\n\nPress\n\nPrint\n",
        "a.md",
    )
    assert words in made
    assert "logo" in made
    assert made.endswith("Press\n\nPrint")
