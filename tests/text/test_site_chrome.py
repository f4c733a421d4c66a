"""What a site shows around its texts, and sentences that begin like it."""

from __future__ import annotations

import pytest

from guidepub.text.residue.site_chrome import is_chrome, is_page_line, page_words


@pytest.mark.parametrize(
    "text",
    ["Show more", "Related: Best trades", "Posted by Ann on May 2", "Let us know in the comments what you think.", "Back to top ↑", "Home > Careers > Welder", "Tags: welding, trades", "Like us on Facebook", "Continue reading →", "Photo: A. Baker/Agency", "[Image: a welder]", "Welder jobs near me", "Search results for: welder", "Sort by: date", "4 min read · Updated 11 hours ago", "— 147 —", "Lea también: Diez trucos para tu currículum", "Tap to unmute", "Use arrow keys to navigate the carousel.", "Artículo en construcción. Vuelve pronto.", "Cart (0) · Wishlist · Log in", "Page last modified 2/11 by A. Baker", "Publié le 3 mai 2024 par Ana", "Aktualisiert am 3. Mai 2020", "Publicado em 3 de maio de 2020", "Publicado el 3 de mayo de 2020, por Ana Ruiz", "Saiba mais sobre o curso", "Ler mais...", "Zuletzt geändert von admin am 12.03.2017, 14:22 Uhr", "Dernière modification par admin le 12 mars 2017, 14:22", "Última alteração por admin em 12/03/2017 às 14:22"],
)  # fmt: skip
def test_chrome(text):
    assert is_chrome(text)


@pytest.mark.parametrize(
    "text",
    ["They show more care.", "Share this " + "love " * 40, "Related fields pay well.", "Read more books.", "Tags on the bags show the date.", "Search", "By Monday, the dough is ready.", "Responde llamadas y correos.", "Comenta los resultados con el cliente.", "Revisado por un ingeniero, el plano pasa a la obra.", "Imagen: cuide su aspecto.", "Part 2 of 3", "Search for and recapture escapees.", "Tap to loosen the bark.", "Accept all deliveries before noon.", "Author: a person who writes.", "Publicado em 1998, o código ainda vale.", "Leia mais livros.", "Veröffentlicht von der Kammer, gilt der Tarif.", "Folgen Sie uns in die Backstube.", "Zuletzt geändert wurde das Gesetz 2019.", "Mis à jour par la branche, le barème vaut pour tous.", "Escrito por dos maestros, el manual es un clásico.", "Search for jobs near schools.", "Tags: cooks tie them to each tray, with the hour and the name.", "Topics: the cook learns to talk about them with guests.", "Next page: the order for tomorrow, which the chef writes at ten.", "Ler mais livros ajuda.", "Última alteração do forno: a porta nova.", "Étiquettes : les cuisiniers les collent sur chaque boîte avec la date.", "Etiquetas: los cocineros las pegan en cada caja con la fecha."],
)  # fmt: skip
def test_prose(text):
    assert not is_chrome(text)


def test_a_word_that_may_be_a_heading_is_chrome_as_a_paragraph_only():
    assert is_page_line("Search")
    assert is_page_line("Request info")
    assert not is_page_line("The search takes weeks.")
    assert is_page_line("See all prices below")
    assert not is_page_line("See the steps below.")


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("In this blog post, we look at what welders do.", True),
        ("Hover over a state to see wages.", True),
        ("Check out our guide to becoming a plumber.", True),
        ("See the infographic below.", True),
        ("The table below shows wages.", False),
        ("Testers open the mobile version of the site.", False),
        ("The rest of this section is for career changers.", False),
        ("Los errores se anotan en los comentarios.", False),
        ("Déjanos tu opinión en los comentarios.", True),
        ("They log in to the register at five.", False),
        ("Web developers build menus and forms for sites.", False),
    ],
)
def test_what_speaks_of_a_page(text, speaks):
    assert (page_words().search(text) is not None) == speaks


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Nous utilisons des cookies pour améliorer votre visite.", True),
        ("Wir verwenden Cookies, um die Seite zu verbessern.", True),
        ("En poursuivant, vous acceptez les cookies.", True),
        ("Read more: 7 trees you should never plant", True),
        ("Lay the cookies out on a tray.", False),
        ("They read more: a page a day.", False),
    ],
)
def test_banners_and_leads_to_other_pages(text, speaks):
    assert (page_words().search(text) is not None) == speaks
