"""The title of a guide is the occupation, whatever the title of the text, page or mail is."""

from __future__ import annotations

import re

import pytest
from words import codes

from guidepub.importing.headings.title_names import are_same_name, names_in, pattern_of, recased


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How Much Does a Sommelier Make in 2026?", "Sommelier"),
        ("Is Being a Court Reporter Worth It in 2026?", "Court Reporter"),
        ("Is Becoming a Glazier Right for You?", "Glazier"),
        ("Explore Health Careers: Radiation Therapist", "Radiation Therapist"),
        ("What is it really like to be a sign language interpreter?", "sign language interpreter"),
        ("TITLE:  Actuary", "Actuary"),
        ("Become a Wind Turbine Technician | JobSite", "Wind Turbine Technician"),
        ("Inicio > Profesiones > Geólogo de minas", "Geólogo de minas"),
        ("Perfil ocupacional: Higienistas dentales", "Higienistas dentales"),
        ("Fiche métier : Boulanger (F/H)", "Boulanger"),
        ("Devenir sage-femme en 2026", "sage-femme"),
        ("Was macht eigentlich eine Optikerin?", "Optikerin"),
        ("Physiotherapeut/in: Gehalt und Beruf", "Physiotherapeut/in"),
        ("Koch / Köchin", "Koch / Köchin"),
        ("Como ser cabeleireiro(a) | Associação", "cabeleireiro"),
        ("💻 Desenvolvedor de Software", "Desenvolvedor de Software"),
        ("R A U C H F A N G K E H R E R", "RAUCHFANGKEHRER"),
    ],
)
def test_the_name_stands_first_of_what_a_title_holds(title, name):
    assert next(names_in(title)).name == name


@pytest.mark.parametrize(
    "whole",
    ["Job Analyst", "Careers Adviser", "Page Designer", "Life Coach", "Nurses in Ohio",
     "Welders, Cutters, and Brazers", "Cabeleireiro e cabeleireira"],
)  # fmt: skip
def test_a_name_with_a_word_of_titles_in_it_stays_whole(whole):
    assert [each.name for each in names_in(whole)] == [whole]


@pytest.mark.parametrize("title", ["Career Guide", "Home", "Page 1 of 2", "By Marjorie Teague", "Job Outlook", "info@a.example"])  # fmt: skip
def test_what_any_page_has_is_no_name(title):
    assert not list(names_in(title))


def test_names_are_compared_without_number_and_sex():
    assert are_same_name("Higienista dental", "Higienistas dentales")
    assert are_same_name("Mechatroniker/in", "Mechatronikerinnen")
    assert not are_same_name("Nurse", "Nurse Practitioner")
    assert pattern_of("Elevator Mechanic").search("the elevator mechanics")
    assert not pattern_of("Cook").search("the cookery book")


def test_capitals_become_those_of_the_language():
    assert recased("TUGBOAT CAPTAIN", "en") == "Tugboat Captain"
    assert recased("PROFESSOR DO ENSINO PRIMÁRIO", "pt") == "Professor do ensino primário"
    assert recased("enólogo", "es") == "Enólogo"


_LONG = "on most days, in all weathers, with a crew of four and for as long as the work of the tide takes"


def test_a_line_of_a_handout_that_the_prose_repeats_is_the_title(converted):
    text = f"COUNTY HANDOUT -- DO NOT REMOVE\n\nSHIP PILOT\n(Rev. 8/26)\n\nPay\n\nShip pilots guide ships {_LONG}.\n"
    made = converted(text, "x.txt")
    assert made.guide.title == "Ship Pilot"
    assert "I010" not in codes(made)


def test_a_title_on_a_line_of_its_own_above_others_is_found(converted):
    text = f"Ship Pilot: Everything You Need to Know\nPosted by Harbor Staff\n\nPay\n\nShip pilots guide ships {_LONG}.\n"
    assert converted(text, "x.txt").guide.title == "Ship Pilot"


def test_a_text_without_a_title_has_whom_its_sentences_are_about(converted):
    text = f"Ship pilots guide ships {_LONG}.\n\nTo become a ship pilot, you go to sea {_LONG}.\n"
    assert converted(text, "x.md").guide.title == "Ship Pilot"


def test_the_rest_of_a_title_is_the_subtitle_and_sections_are_none(converted):
    prose = f"\n\nEl geólogo de minas baja {_LONG}.\n"
    made = converted(f"# Geólogo de minas: la guía sin humo{prose}", "x.md")
    assert (made.guide.title, made.guide.subtitle) == ("Geólogo de minas", "la guía sin humo")
    made = converted(f"# Geólogo de minas: qué hace y cuánto gana{prose}", "x.md")
    assert (made.guide.title, made.guide.subtitle) == ("Geólogo de minas", None)


def test_a_page_s_own_title_beats_its_site_s_and_what_is_seldom_named(converted):
    page = f"<title>Tide Worker - Harbor Careers</title><h1>Ship Pilot</h1><p>Ship pilots guide ships {_LONG}. At Harbor Careers we say so."
    assert converted(f"<html lang=en>{page}", "x.html").guide.title == "Ship Pilot"


def test_small_letters_of_a_page_s_title_are_not_of_the_name(converted):
    page = f"<h1>Ship Pilot <small>Sailors and <i>Others</i></small></h1><p>Ship pilots guide ships {_LONG}."
    made = converted(f"<html lang=en>{page}", "x.html")
    assert (made.guide.title, made.guide.subtitle) == ("Ship Pilot", "Sailors and Others")


def test_what_stands_above_a_title_is_the_publisher_s_and_is_reported(converted):
    text = f"Rev. C\n\nCounty Careers Office\n\nSHIP PILOT\n\nPay\n\nShip pilots guide ships {_LONG}.\n"
    made = converted(text, "x.txt")
    assert made.guide.title == "Ship Pilot"
    assert "County" not in made.text
    above = [p.text for p in made.passages if p.note == "above the title"]
    assert above == ["Rev. C", "County Careers Office"]


def test_prose_above_a_title_stays(converted):
    text = f"They work at sea {_LONG}.\n\nSHIP PILOT\n\nPay\n\nShip pilots guide ships {_LONG}.\n"
    assert "They work at sea" in converted(text, "x.txt").text


def test_sentences_above_a_title_and_headings_with_its_name_stay(converted):
    heads = ("Why Become a Ship Pilot?", "A Day in the Life of a Ship Pilot")
    parts = "".join(f"## {head}\n\nIt is hard {_LONG}.\n\n" for head in heads)
    text = (
        f"Vol. 3, No. 2.\n\nIt pays well.\n\n# Ship Pilot\n\nShip pilots steer {_LONG}.\n\n{parts}"
    )
    made = converted(text, "x.md")
    assert made.guide.title == "Ship Pilot"
    assert [p.text for p in made.passages if p.note == "above the title"] == ["Vol. 3, No. 2."]
    assert [p.text for p in made.passages if p.fate == "title"] == ["Ship Pilot"]


def test_the_head_of_a_mail_and_its_letter_are_left_out(converted):
    mail = "De : Awa <awa@a.example>\nObjet : TR: Fiche métier pilote\n\nSalut Moussa,\n\nVoici la fiche que je t'avais promise à la foire de Dakar. Lis-la jusqu'au bout !\n\n"
    text = (
        f"{mail}PILOTE\n\nSalaire\n\nLe pilote guide les navires {_LONG}.\n\nCordialement,\nAwa\n"
    )
    made = converted(text, "x.txt")
    assert made.guide.title == "Pilote"
    assert not any(word in made.text for word in ("Awa", "Objet", "promise"))


@pytest.mark.parametrize(
    ("heading", "title", "subtitle"),
    [
        ("Ship Pilot (steam & sail)", "Ship Pilot", "steam & sail"),
        ("Ship Pilot (m/f/d)", "Ship Pilot", None),
        ("Ship Pilot: Everything You Need to Know", "Ship Pilot", None),
        ("Ship Pilot: what I wish I had known before the first tide", "Ship Pilot",
         "what I wish I had known before the first tide"),
    ],
)  # fmt: skip
def test_a_subtitle_says_something(converted, heading, title, subtitle):
    made = converted(f"# {heading}\n\nShip pilots guide ships {_LONG}.\n", "x.md")
    assert (made.guide.title, made.guide.subtitle) == (title, subtitle)


def test_a_page_s_own_heading_is_kept_where_the_prose_never_says_it(converted):
    page = f"<title>Ship Pilots and Mates - pay</title><h1>Lodesman</h1><p>They guide ships {_LONG}, and ship pilots and mates at that."
    assert converted(f"<html lang=en>{page}", "x.html").guide.title == "Lodesman"


_AT_WORK = {
    "en": "## Education\n\nMost learn it at work, and some go to school for a year or two before they begin.",
    "es": "## Formación\n\nLa mayoría aprende en el trabajo, y algunos van a la escuela durante un año o dos.",
    "fr": "## Formation\n\nLa plupart apprennent sur le tas, et certains vont à l’école pendant un an ou deux.",
    "de": "## Ausbildung\n\nDie meisten lernen es bei der Arbeit, und manche gehen vorher ein Jahr zur Schule.",
    "pt": "## Formação\n\nA maioria aprende no trabalho, e alguns vão à escola por um ou dois anos antes.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "heading", "begins", "title"),
    [
        ("en", "What Nobody Tells You About Working as a Ship Pilot", "Ship pilots guide ships into the harbor.", "Ship Pilot"),
        ("en", "Farrier in Ten Easy Steps", "Farriers trim and shoe horses.", "Farrier"),
        ("en", "How to Become a Tour Guide", "A tour guide leads groups through the old town.", "Tour Guide"),
        ("en", "Is Being a Locksmith a Good Career?", "Locksmiths open doors and cut keys.", "Locksmith"),
        ("en", "What crane operators really do", "Crane operators lift loads.", "Crane Operator"),
        ("es", "Cómo ser guía de montaña en cinco pasos", "El guía de montaña conduce grupos por senderos.", "Guía de montaña"),
        ("fr", "Guide de haute montagne", "Le guide de haute montagne encadre des groupes.", "Guide de haute montagne"),
        ("fr", "Être sage-femme aujourd’hui", "La sage-femme suit les grossesses.", "Sage-femme"),
        ("de", "Der Beruf des Orgelbauers", "Orgelbauer bauen und stimmen Orgeln.", "Orgelbauer"),
        ("pt", "Tudo o que precisa de saber para ser padeiro", "O padeiro faz pão de madrugada.", "Padeiro"),
    ],
)  # fmt: skip
def test_the_name_with_which_sentences_begin_is_the_title(
    converted, language, heading, begins, title
):
    made = converted(f"# {heading}\n\n{begins}\n\n{_AT_WORK[language]}\n", "x.md")
    assert (made.guide.title, made.guide.subtitle) == (title, None)
    assert [p.text for p in made.passages if p.fate == "title"] == [heading]


@pytest.mark.parametrize("title", ["Roofer or Carpenter?", "Roofer vs. Carpenter"])
def test_a_title_of_two_of_whom_sentences_speak_is_kept_whole(converted, title):
    text = f"# {title}\n\nRoofers cover houses. Carpenters frame them.\n\n{_AT_WORK['en']}\n"
    assert converted(text, "x.md").guide.title == title


def test_a_word_of_a_title_that_sentences_are_like_is_no_name(converted):
    text = f"# Técnico de farmacia\n\nCuenta pastillas y cobra.\n\nLos farmacéuticos ganan más que los técnicos de farmacia.\n\n{_AT_WORK['es']}\n"
    assert converted(text, "x.md").guide.title == "Técnico de farmacia"


@pytest.mark.parametrize(
    ("language", "title", "begins"),
    [
        ("pt", "Técnico em radiologia", "A radiologia usa raios X. Todos usam dosímetro."),
        ("fr", "Conducteur de tramway", "Le tramway glisse dans la ville."),
        ("es", "Técnico de laboratorio", "El laboratorio abre a las siete."),
        ("de", "Kaufmann im Einzelhandel", "Der Einzelhandel wächst. Kaufleute beraten Kunden."),
        ("en", "Wind Turbine Technician", "The wind turns. Turbines need care."),
    ],
)
def test_what_a_title_says_of_what_kind_somebody_is_is_no_name(converted, language, title, begins):
    made = converted(f"# {title}\n\n{begins}\n\n{_AT_WORK[language]}\n", "x.md")
    assert made.guide.title == title


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Heating and Cooling Technician", "Technicians mend furnaces and coolers in houses."),
        ("Fish and Game Warden", "Wardens patrol rivers and woods."),
        ("Cook and Baker", "Bakers bake bread. They rise early."),
        ("Plombier et chauffagiste", "Le chauffagiste pose des chaudières."),
        ("Maler und Lackierer", "Lackierer lackieren Türen und Fenster in Wohnungen."),
        ("Traductora e intérprete", "Los intérpretes trabajan en juicios y congresos."),
        ("Pintor e decorador", "O decorador escolhe cores e móveis para as casas."),
    ],
)
def test_a_name_that_joins_two_words_is_the_whole_title(converted, title, sentence):
    for text, name in (
        (f"# {title}\n\n{sentence}\n", "a.md"),
        (f"{title}\n\nOverview\n\n{sentence}\n", "a.txt"),
    ):
        assert re.search(rf"\ntitle: \"?{title}\"?\n", converted(text, name).text)


def test_a_joined_heading_of_sections_is_no_part_of_the_name(converted):
    text = "# Salary and Outlook for Bakers\n\nBakers bake bread. They rise early.\n"
    assert "\ntitle: Baker\n" in converted(text, "a.md").text


def test_an_ending_in_brackets_is_no_subtitle(converted):
    text = "# Infirmier(ère)\n\n## Salaire\n\nLes infirmiers gagnent leur vie à l’hôpital.\n"
    assert "subtitle" not in converted(text, "a.md").text


def test_who_sends_a_mail_is_not_its_text_s_title(converted):
    text = "From: Ann\nTo: Bob\nSubject: Draft\n\nHi Bob,\n\nCooper\n\nOverview\n\nCoopers make barrels. They bend staves.\n"
    assert converted(text, "x.txt").guide.title == "Cooper"


@pytest.mark.parametrize(
    ("name", "asked", "sentence"),
    [
        ("Roofer", "What do they do all day?", "Roofers carry shingles."),
        ("Dachdecker", "Was machen sie?", "Dachdecker decken Dächer mit Ziegeln."),
        ("Fontanero", "¿Qué hacen ellos?", "Los fontaneros reparan fugas."),
    ],
)
def test_who_is_asked_about_is_no_title(converted, name, asked, sentence):
    page = f"<head><title>New Page 1</title></head><p><font size=6>{name}</font></p><h3>{asked}</h3><p>{sentence}</p>"
    assert converted(f"<html>{page}</html>", "x.html").guide.title == name


def test_a_sentence_below_a_heading_is_no_title_again(converted):
    text = "# Rigger\n\nRiggers work by the water.\n\n## Salary\n\nRiggers earn.\n\n## Education\n\nAt work."
    guide = converted(text, "text.md").guide
    assert {"Riggers earn.", "At work."} <= {section.body.strip() for section in guide.sections}


SITES = [
    ("en", "Harbor County Library", "Becoming a Farrier", "Farriers trim hooves.", "What Farriers Learn", "Farrier"),
    ("de", "Berufskolleg Nord", "Wie wird man Böttcher?", "Böttcher bauen Fässer.", "Ausbildung", "Böttcher"),
    ("fr", "Lycée Jean-Zay", "Devenir relieuse", "La relieuse coud des livres.", "Quelle formation ?", "Relieuse"),
    ("pt", "Escola Técnica do Vale", "Como se tornar ferreiro", "O ferreiro forja grades.", "Formação", "Ferreiro"),
    ("es", "Centro El Roble", "Cómo ser guarnicionero", "El guarnicionero cose sillas.", "Formación", "Guarnicionero"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "site", "head", "sentence", "below", "name"), SITES)
def test_the_heading_that_leads_to_the_occupation_is_the_title_below_a_site_s_name(
    converted, language, site, head, sentence, below, name
):
    page = f"""<html lang="{language}"><head><title>Home</title></head><body>
<header><h1>{site}</h1><p class="tagline">Aaa bbb ccc</p></header>
<div><h2>{head}</h2><p>{sentence}</p><h2>{below}</h2><p>Ok, 3.</p></div>
<div id="pie"><p>Tel. 55 44</p></div></body></html>"""
    imported = converted(page, "page.html")
    assert f"title: {name}\n" in imported.text
    assert "Tel. 55" not in imported.text
    assert "Aaa" not in imported.text
    assert head not in imported.text


@pytest.mark.parametrize(
    ("head", "letter", "closing", "note"),
    [("Von: A\nBetreff: AW: Text Lutier, letzte Fassung\nDatum: Montag", "Liebe Frau K.,", "Viele Grüße\nA. S.",
      "Diese E-Mail ist vertraulich. Bitte löschen Sie sie sonst."),
     ("From: Editorial Desk\nSubject: RE: Lutier text, final", "Dear Ms. K.,", "Kind regards\nthe desk",
      "This e-mail is confidential. If it is not yours, delete it.")],
)  # fmt: skip
def test_a_mail_s_text_names_it_and_its_letter_is_left_out(converted, head, letter, closing, note):
    text = f"{head}\n\n{letter}\n\nJxxx jyyy jzzz.\n\nLutier\n\nOverview\n\nLutiers build violins, and listen to them.\n\nTraining\n\nLutiers learn for three years.\n\n{closing}\n\n{note}\n"
    imported = converted(text, "mail.txt")
    assert "title: Lutier\n" in imported.text
    assert "jyyy" not in imported.text
    assert note[:12] not in imported.text


def test_fields_of_a_front_matter_that_state_figures_are_rows_of_the_text(converted):
    text = (
        "---\ntitle: Tapicero\nlang: es\nsalario_mediano: 1.350 € al mes (2023)\n"
        "reading_time: 5\nfeatured_image: a.jpg\n---\n# Tapicero\n\nLos tapiceros forran sillas.\n"
    )
    made = converted(text, "tapicero.md")
    assert str(made.guide.facts["median_monthly_wage"].value) == "1350"
    assert "- Salario mediano: 1.350 € al mes (2023)\n\nLos tapiceros" in made.text
    message = next(each.message for each in made.findings if each.code == "I014")
    assert message == "These keys of the front matter were left out: featured_image, reading_time."


def test_abbreviations_of_a_title_in_capitals_stay_as_the_text_has_them(converted):
    text = "HVAC TECHNICIAN\n\nOverview\n\nHVAC technicians install cooling equipment.\n"
    assert converted(text).guide.title == "HVAC Technician"
