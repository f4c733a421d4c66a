"""What a clause states with known words alone, and what one word more makes of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guidepub.text.measured.measures import statements
from guidepub.text.naming.occupations import is_own, names_of

TITLES = {"en": "Roofer", "es": "Camarero", "fr": "Serveur", "de": "Kellner", "pt": "Garçom"}


def stated(language: str, sentence: str) -> dict[str, Decimal]:
    own = names_of(TITLES[language], language=language)
    found = statements(sentence, own, language)
    return {
        each.key: each.value
        for each in found
        if each.is_exact and not each.narrowed and is_own(each.who or "", own)
    }


@pytest.mark.parametrize(
    ("language", "sentence", "facts"),
    [
        ("es", "El salario de un camarero es, de media, de 17.400 euros al año.", {"mean_wage": 17400}),
        ("es", "El 10 % con menores ingresos percibe menos de 12.000 euros, y el 10 % con mayores ingresos, más de 24.000.", {"wage_p10": 12000, "wage_p90": 24000}),
        ("es", "Crecimiento previsto hasta 2034: 4 %", {"projected_growth": 4}),
        ("fr", "Évolution prévue de l’emploi d’ici 2030 : +5 %", {"projected_growth": 5}),
        ("fr", "La profession emploie 118 000 personnes.", {"employment": 118000}),
        ("fr", "Chaque année, 1 200 emplois de serveur se libèrent.", {"annual_openings": 1200}),
        ("de", "Als Kellner verdient man im Schnitt 26.800 Euro brutto im Jahr.", {"mean_wage": 26800}),
        ("de", "Laut Bundesagentur für Arbeit gibt es 190.000 Kellner in Deutschland.", {"employment": 190000}),
        ("de", "Bis 2034 kommen 60.000 Stellen hinzu.", {"employment_change": 60000}),
        ("pt", "A profissão emprega 530.000 pessoas.", {"employment": 530000}),
        ("pt", "O emprego vai cair 2 % até 2034.", {"projected_growth": -2}),
        ("en", "How many there are: 155,400", {"employment": 155400}),
        ("en", "Growth: 5 percent, 2024–34, faster than the average of 3 percent for all occupations.", {"projected_growth": 5}),
        ("fr", "Pour 2022-2032, on table sur une hausse de 1,5 %.", {"projected_growth": Decimal("1.5")}),
        ("de", "Zwischen 2024 und 2034 geht die Zahl der Stellen um 6 Prozent zurück.", {"projected_growth": -6}),
        ("en", "The middle of the pack earns $24.50 an hour.", {"median_hourly_wage": Decimal("24.50")}),
    ],
)  # fmt: skip
def test_known_words_state_a_measure_in_any_order(language, sentence, facts):
    assert stated(language, sentence) == facts


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", [
            "In Denver, roofers earn a median of $52,000 a year.",
            "The median for roofers at commercial firms is $55,000.",
            "Foremen have a median wage of $68,000.",
            "Roofers made a median of $30,000 in the nineties.",
            "The median wage of roofers rose by $2,000 last year.",
            "Roofers with a license average $58,000 a year.",
            "The average for construction laborers is $46,000.",
            "The average worker earns $61,000.",
            "Roofers could earn an average of $60,000 by 2030.",
            "Self-employed roofers average $62,000 a year.",
            "In 2010 there were 80,000 roofers; today 64,000 remain.",
            "About 900 people work as roofers at the shipyard.",
            "Some 1,200 roofers work in Denver.",
            "About 2,000 roofers are employed by the state.",
            "Nearly 350 roofers work for the company.",
            "In Ohio 4,100 people work as roofers.",
            "Some 600 roofers work on the new stadium.",
            "Employment of roofers in Texas will grow 9 percent by 2034.",
            "The solar business will grow 30 percent by 2034.",
            "Employment of roofers grew 6 percent from 2014 to 2024.",
            "Roofers' unions expect to add 2,000 members.",
        ]),
        ("es", [
            "En 2010 había 80.000 camareros; hoy quedan 64.000.",
            "El salario medio en España es de 27.000 euros al año.",
            "El salario medio de los trabajadores españoles es de 27.000 euros.",
            "Los camareros de hotel ganan de media 19.000 euros al año.",
            "El salario medio de un cocinero es de 21.000 euros.",
            "Con propinas, un camarero gana de media 22.000 euros.",
            "En verano un camarero gana de media 24.000 euros.",
            "El salario medio de los camareros subió 900 euros en 2023.",
            "El salario medio de los camareros jóvenes es de 14.000 euros.",
            "El salario medio neto de un camarero es de 15.000 euros al año.",
            "Los jefes de sala cobran de media 28.000 euros al año.",
            "En Mallorca trabajan 14.000 camareros.",
            "El turismo crecerá un 5 % hasta 2030.",
            "El empleo de camareros creció un 5 % entre 2014 y 2024.",
            "El hotel da empleo a 1.200 personas.",
            "Cada año abren 3.000 bares.",
            "El empleo podría caer un 4 % hasta 2030.",
        ]),
        ("fr", [
            "Le salaire moyen en France est de 39 000 euros brut par an.",
            "Le salaire moyen des cuisiniers est de 24 000 euros.",
            "À Nice, le salaire moyen des serveurs est de 23 000 euros.",
            "Avec les pourboires, un serveur gagne en moyenne 26 000 euros.",
            "Un serveur expérimenté gagne en moyenne 27 000 euros par an.",
            "Le salaire médian des serveurs du luxe est de 31 000 euros.",
            "Le salaire moyen des serveurs était plus élevé de 1 000 euros.",
            "Le salaire net moyen d'un serveur est de 18 500 euros par an.",
            "Le groupe emploie 12 000 serveurs.",
            "Paris compte 30 000 serveurs.",
            "Le tourisme devrait croître de 4 % d'ici 2030.",
            "L'emploi des serveurs a augmenté de 4 % entre 2010 et 2020.",
            "Chaque année, 5 000 restaurants ouvrent.",
            "L'emploi pourrait reculer de 3 % d'ici 2030.",
        ]),
        ("de", [
            "Das Durchschnittsgehalt in Deutschland liegt bei 51.000 Euro im Jahr.",
            "In Sachsen verdienen Kellner im Schnitt 24.000 Euro im Jahr.",
            "Köche verdienen im Schnitt 31.000 Euro im Jahr.",
            "Kellner im Fünf-Sterne-Hotel verdienen im Schnitt 33.000 Euro im Jahr.",
            "Mit Trinkgeld verdienen Kellner im Schnitt 30.000 Euro im Jahr.",
            "Das Durchschnittsgehalt von Oberkellnern liegt bei 35.000 Euro.",
            "Das Durchschnittsgehalt der Kellner stieg um 1.200 Euro.",
            "Erfahrene Kellner verdienen im Schnitt 32.000 Euro im Jahr.",
            "In Berlin arbeiten 19.000 Kellner.",
            "Die Kette beschäftigt 2.400 Kellner.",
            "Der Umsatz soll bis 2030 um 5 Prozent wachsen.",
            "Die Zahl der Kellner ist seit 2014 um 8 Prozent gesunken.",
            "Jedes Jahr schließen 4.000 Gaststätten.",
            "Die Beschäftigung könnte bis 2030 um 4 Prozent sinken.",
        ]),
        ("pt", [
            "O salário médio no Brasil é de R$ 38.000 por ano.",
            "O salário médio dos cozinheiros é de R$ 28.000 por ano.",
            "Em Curitiba, os garçons ganham em média R$ 26.000 por ano.",
            "Com gorjetas, um garçom ganha em média R$ 34.000 por ano.",
            "Um garçom experiente ganha em média R$ 36.000 por ano.",
            "O salário médio dos garçons de hotel é de R$ 30.000 por ano.",
            "O salário médio dos garçons aumentou R$ 1.200 em 2023.",
            "No Rio trabalham 40.000 garçons.",
            "A rede emprega 1.500 garçons.",
            "O turismo deve crescer 5 % até 2030.",
            "O emprego de garçons cresceu 5 % entre 2014 e 2024.",
            "Todos os anos abrem 4.000 restaurantes.",
            "O emprego poderia cair 4 % até 2030.",
        ]),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_narrows_what_is_stated(language, sentences):
    found = {sentence: stated(language, sentence) for sentence in sentences}
    assert {sentence: facts for sentence, facts in found.items() if facts} == {}
