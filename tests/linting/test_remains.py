"""What is left of pages, programs and drafts in five languages, and what only looks like it."""

from __future__ import annotations

import pytest
from linting.told import codes


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("es", "www.oficios.example – Página 3 de 12"),
        ("es", "Página 4 de 20"),
        ("es", "Guía del fontanero · Pág. 7"),
        ("en", "www.trades.example – Page 3 of 12"),
        ("en", "Page 3 of 12"),
        ("en", "Careers in Plumbing | Page 7"),
        ("en", "12 | Careers in Plumbing"),
        ("en", "3/12"),
        ("en", "Page | 3"),
        ("fr", "www.metiers.example – Page 3 sur 12"),
        ("fr", "Fiche métier plombier – page 2/4"),
        ("fr", "Page 3 sur 12"),
        ("de", "www.berufe.example – Seite 3 von 12"),
        ("de", "Seite 3 von 12"),
        ("de", "Berufsbild Klempner | Seite 7"),
        ("pt", "www.profissoes.example – Página 3 de 12"),
        ("pt", "Guia do encanador | Página 7"),
        ("pt", "Pág. 3/12"),
        ("en", "Plumbers fix pipes.\\n\\nThey work in all weathers."),
        ("en", "Plumbers fix pipes.\\r\\nThey work in all weathers."),
        ("en", "Plumbers fix pipes and drains.\\tThey work in all weathers."),
        ("es", "El fontanero arregla tubos.\\n\\nTrabaja con cualquier tiempo."),
        ("es", "El fontanero arregla ca\\u00f1er\\u00edas."),
        ("fr", "Le m\\u00e9tier s'apprend en deux ans."),
        ("fr", "Le plombier soude.\\nIl raccorde aussi."),
        ("de", "Der Klempner l\\u00f6tet Rohre."),
        ("pt", "O encanador conserta canos.\\n\\nTrabalha cedo."),
        ("en", "Plumbers fix pipes.%20They work."),
        ("en", "Pipes are cut at 45\\u00b0 and joined."),
        ("en", "Plumbers fix pipes.\\\\nThey work."),
        ("en", "The trade pays well.<\\/p>"),
        ("en", "Home » Careers » Trades » Plumber"),
        ("en", "Home > Careers > Trades > Plumber"),
        ("en", "Careers / Trades / Plumber"),
        ("en", "You are here: Home | Trades | Plumber"),
        ("es", "Inicio > Oficios > Fontanero"),
        ("es", "Estás en: Inicio / Oficios / Fontanero"),
        ("fr", "Accueil > Métiers > Plombier"),
        ("fr", "Vous êtes ici : Accueil › Métiers › Plombier"),
        ("de", "Startseite > Berufe > Klempner"),
        ("de", "Sie sind hier: Startseite » Berufe » Klempner"),
        ("pt", "Início > Profissões > Encanador"),
        ("pt", "Você está em: Início » Profissões » Encanador"),
        ("en", "The pay is <strong>good</strong> for the region."),
        ("de", "Die Arbeit ist<br />schwer."),
        ("pt", "O trabalho é &nbsp;duro."),
        ("fr", "Le travail est dur [/caption] et payé."),
        ("es", 'El trabajo es duro [caption id="a"] y se paga.'),
        ("pt", "O trabalho {{ cidade }} é duro."),
        ("de", "Die Arbeit in %STADT% ist schwer."),
        ("en", "The pay in {city} is good."),
        ("en", "Plumbers in [CITY] earn well."),
        ("en", "Dear [Name], the work is hard."),
        ("en", "INSERT CHART HERE"),
        ("fr", "[insérer le tableau ici]"),
        ("de", "[Bild einfügen]"),
        ("pt", "[inserir gráfico aqui]"),
        ("es", "TODO: revisar el sueldo"),
        ("de", "Lorem ipsum dolor sit amet."),
        ("fr", "Texte à venir."),
        ("pt", "Texto a completar."),
        ("en", "Figure 3 about here"),
        ("en", "Click here to read more about plumbers."),
        ("en", "As an AI language model, I cannot give advice."),
        ("de", "Als KI-Sprachmodell kann ich keine Auskunft geben."),
        ("fr", "En tant que modèle de langage, je ne peux pas répondre."),
        ("pt", "Claro! Aqui está uma versão melhorada do texto:"),
        ("fr", "Bien sûr ! Voici une version améliorée du texte :"),
        ("de", "Gerne! Hier ist eine überarbeitete Version des Textes:"),
        ("en", "Sure! Here's a rewritten version of the section:"),
        ("fr", "© 2013 Métiers du Sud SARL. Tous droits réservés."),
        ("de", "© 2014 Berufe GmbH. Alle Rechte vorbehalten."),
        ("fr", "Publié le 12 mars 2014 par admin"),
        ("de", "Veröffentlicht am 12. März 2014 von admin"),
        ("pt", "Compartilhar no Facebook | Compartilhar no WhatsApp | Imprimir"),
        ("de", "Auf Facebook teilen | Drucken"),
        ("fr", "Partager sur Facebook | Imprimer"),
    ],
)
def test_remains(language, body):
    assert any(code[0] == "X" or code == "G005" for code in codes(body, language))


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Page 3 of the contract names the pay."),
        ("en", "The form has two pages, and page 3 of 12 is signed by the owner."),
        ("es", "La página 3 de 12 se firma al final del contrato."),
        ("en", "The case lies in `C:\\new\\table`."),
        ("en", "A slope > 30 degrees is climbed with a rope."),
        ("en", "A pipe > 2 inches wide needs a saddle, and a drop < 1 inch a shim."),
        ("de", "Ein Gefälle > 2 % ist zu steil für Abwasser."),
        ("fr", "Une pente > 3 % demande un ancrage solide."),
        ("es", "Una pendiente > 3 % pide un anclaje."),
        ("pt", "Um declive > 3 % pede uma âncora."),
        ("en", "Copper > steel > plastic is how most plumbers rank them."),
        ("en", "Apprentice → journeyman → master is the way up."),
        ("de", "Geselle → Meister → eigener Betrieb ist der Weg."),
    ],
)
def test_no_remains(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Copy the code {like this} into the log.", []),
        ("Dear {first name}, plumbers fix pipes.", ["X002"]),
        ("Plumbers fix pipes Page 3 of 12 and drains in all weathers.", ["X006"]),
        ("Sign page 3 of 12 and hand it in.", []),
        ("The plan on Page 3 of 12 shows each pipe.", []),
    ],
)
def test_what_stands_between_words(body, found):
    assert codes(body, title="Plumber") == found
