"""Neighbours of what editors met in real guides: each fault beside what only looks like one."""

from __future__ import annotations

import pytest
from linting.linted import codes

_NO_SOURCE = "Say a house sells for $300,000. The fee is 5 percent: $15,000."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # Worked examples go on to the end of their paragraph; small things have prices.
        (_NO_SOURCE, []),
        ("Picture a desk that is sold for $2,000. The seller gives 15 percent.", []),
        (f"{_NO_SOURCE} The median agent earned $54,000 in 2024.", ["V001"]),
        ("With 40 tabs like that you would go home with about $430.", []),
        ("A gavel costs $30, a catalog $12.", []),
        ("The exam costs $200.", ["V001"]),
        ("- Alaska: $294", ["V001"]),
        ("The invoice is for 1,200 frames.", []),
        ("The state has 3,500 dentists.", ["V001"]),
        ("Nearly three in four calls are medical.", ["V001"]),
        ("Nine times out of ten it is the fuse.", []),
        ("Their largest employers [@bls] were\n\n1. hospitals, 27 percent of jobs", []),
        ("According to the U.S. Bureau of Labor Statistics, bakers earned $51,000.", []),
        ("[See Pay Here](https://pay.example): bakers earn $51,000.", ["V001"]),
        ("If you like flour, read on. Bakers earn $51,000 a year.", ["V001"]),
        ("The American Nurses Association has 12,000 members.", ["V001"]),
        ("Cut one in two pieces.", []),
        ("Bakers [@bls] are many (as in 2024.)\n\n- Ohio: $52,000", ["V001"]),
        ("The [Bureau of Labor Statistics](https://stats.example) puts it at $51,000.", []),
        ("According to people in the trade, bakers earn $96,000.", ["V001"]),
        ("In the [trade paper](https://pay.example) bakers earn $96,000.", ["V001"]),
        # Years.
        ("## What 2023 Will Bring\n\nWork.", ["S003"]),
        ("## Hiring Trends for 2019\n\nWork.", ["S003"]),
        ("## What 2023 Brought\n\nWork.", []),
        ("## The Stock Market Crash of 1929\n\nWork.", []),
        ("## The Hiring Market in 2019\n\nWork.", ["S003"]),
        ("Panels from 2005 will still give four fifths of their power.", []),
        # Typing.
        ("The tolerance of a lens is 0,12 inches.", ["G005"]),
        ("The origin of the mill is the point (0,0).", []),
        ("Each bearing is inspec-ted.", ["G004"]),
        ("An electro-plated part and an infra-red lamp.", []),
        # Words for people.
        ("The first stewardesses of 1930 had to be nurses.", []),
        ("The National Association for the Advancement of Colored People gives grants.", []),
        ("Workmen’s Circle of Boston trains volunteers. Workmen’s pay is low.", ["G003"]),
        ("Today’s stewardess leads an evacuation.", ["G003"]),
        ("An adviser asks a blind student which format suits her best.", []),
        ("The queen is hers, the honey ours.", []),
        ("Ann knows her customers and Bob his suppliers.", []),
        # Promises.
        ("Nobody can promise you work, and layoffs come with every slump.", []),
        ("You will earn your first fee after the class, if the studio hires you.", []),
        ("| Test | What |\n|---|---|\n| Exam | Everyone passes with our notes |", ["M003"]),
        ("You will always have work, even if the economy crashes.", ["M003"]),
        ("Schools that promise “a job for life” are best left alone.", []),
        ("Everyone passes security before the shift.", []),
        ("<!-- guidepub: please check the dates again -->\nBakers bake.", []),
        ("<!-- guidepub: disable next line -->\nBakers bake.", ["Z001"]),
        # Remains of pages, and words of those who make pages.
        ("The newsletter and privacy policy are checked by a lawyer.", []),
        ("Terms of Use and Privacy Policy", ["X013"]),
        ("The words “All rights reserved” go on the imprint page.", []),
        ("They fill a layout with lorem ipsum until the copy arrives.", []),
        ("Lorem ipsum dolor sit amet.", ["X011"]),
        ("Tags such as &lt;b&gt; are written with their names.", []),
        ("They mark missing words with TK.", []),
        ("Colonies are graded X, XX and XXX.", []),
        ("The fee is XXX dollars.", ["X011"]),
        ("Write to <jobs@kitchen.example> or see <https://kitchen.example/apply>.", []),
        # Degrees, named by no level.
        ("A degree is required.\n\nYou do not need a degree to become a baker.", ["Q001"]),
        ("There are no academic requirements.\n\nA degree is required.", ["Q001"]),
        ("No degree is needed.\n\nApplications without a degree are returned unread.", ["Q001"]),
        ("A driving certificate is required. There are no academic requirements.", []),
        ("A degree helps. No degree is needed. The oven must reach 350 degrees.", []),
        ("| Sales | Q1 | Q2 |\n|---|---|---|\n| 2024 | $140 | $90 |\n\n[@bls]", []),
        ("| Of | 10% | Median |\n|---|---|---|\n| A | $14,000 | $9,000 |\n\n[@bls]", ["Q003"]),
        ("| A | B |\n|---|---|\n| x | $5 |\n\n[@bls]\n\n| A | B |\n|---|---|\n| y | 6 |", []),
        # Percentiles: what is out of place is reported, not its neighbour.
        ("10th percentile: $90,000. Median: $50,000. 90th percentile: $80,000. [@bls]", ["Q003"]),
    ],
)  # fmt: skip
def test_english(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("fr", "Elle lit : « Qui a écrit “bonjour” deux fois ? »", []),
        ("fr", "Il demande : « Pouvez-vous ?\n\n« Oui », répond-elle.", ["G005"]),
        ("fr", "« Nous cousons.\n\n« Et nous dormons. »", []),
        ("fr", "La forma- tion dure deux ans.", ["G005"]),
        ("fr", "Les travaux avant- et après-vente, pré- voire post-production.", []),
        ("fr", "Le chef chauffe le le fer.", ["X012"]),
        ("fr", "## Perspectives 2020\n\nDu pain.", ["S003"]),
        ("de", "»Guten Tag«, sagt der Koch.", []),
        ("de", "Die Aus- bildung dauert drei Jahre.", ["G005"]),
        ("de", "Ein- und Ausschalten, Vor- bzw. Nachteile.", []),
        ("de", "Bis 2022 werden 5.000 Bäcker gesucht. [@bls]", ["S001"]),
        ("de", "Bis 2022 wurden Ziegel knapp.", []),
        ("de", "Bis 1990 wird der Teig von Hand geknetet.", []),
        ("de", "## Was 2023 bringt\n\nBrot.", ["S003"]),
        (
            "de",
            "| Land | Unteres Quartil | Median |\n|---|---|---|\n| A | 4.588 € | 4.050 € |\n\n[@bls]",
            ["Q003"],
        ),
        (
            "de",
            "| Perzentil | Euro |\n|---|---|\n| 25. | 33.900 |\n| Median | 29.700 |\n\n[@bls]",
            ["Q003"],
        ),
        ("fr", "Nous vous garantissons un emploi.", ["M001"]),
        ("fr", "Le diplôme ne garantit pas un emploi. Emploi garanti ? Non.", []),
        ("fr", "La convention garantit un salaire minimum, et la garantie du four deux ans.", []),
        ("fr", "La loi fixe un salaire minimum garanti. Le travail assuré la nuit compte.", []),
        ("de", "Sie sichern die Unfallstelle und die Baustelle.", []),
        ("de", "Wir garantieren saubere Arbeit.", []),
        ("de", "Wir sichern Ihnen einen Arbeitsplatz.", ["M001"]),
        ("de", "Der Abschluss garantiert einen sicheren Job.", ["M001"]),
        ("de", "Niemand garantiert einen Arbeitsplatz. Der Tarif garantiert den Lohn.", []),
        ("es", "Dos de cada tres barcos tienen más de treinta años.", ["V001"]),
        ("es", "El n.º 14.502 del registro; el carné cuesta 2 €.", []),
        ("es", "Usted no ganará lo mismo en Miami que en Boston.", []),
        ("es", "Un contrato indefinido no es un contrato para siempre.", []),
        ("es", "- Sueldo de cinco cifras sin experiencia, sí o sí", ["M001"]),
        ("es", "«Primero amasamos.\n\n»Luego dormimos.»", []),
        ("es", "Haz clic con el cierre del ahumador. Haz clic con el ratón.", ["X006"]),
        ("es", "El electricísta y la jóven aprenden.", ["G004", "G005"]),
        ("es", "Los jóvenes, las imágenes, los bíceps y los países.", []),
        ("es", "Un guion, un truhan y la fe.", []),
        ("es", "Este público publicó quejas: «¡Más despacio!».", []),
        ("es", "## Tendencias para 2019\n\nPan.", ["S003"]),
    ],
)
def test_other_languages(language, body, found):
    assert codes(body, language) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A caption that says “link in bio” has a link in the bio.", []),
        ("They keep a page’s menus and search box in order.", []),
        ("“Skip to content” is a link for readers who use a keyboard.", []),
        ("Click here to apply.", ["X006"]),
    ],
)
def test_whoever_makes_pages_speaks_of_pages(body, found):
    assert codes(body, title="Webmaster") == found
