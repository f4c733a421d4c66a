"""French and German guides are read for what needs few words: figures, tables, marks, doubles."""

from __future__ import annotations

from datetime import date

import pytest
from linting.linted import codes, findings

from guidepub import Fact

FACTS = {"median_wage": Fact(value=32500, unit="EUR/year", as_of=2024, source="bls")}


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("fr", "Le salaire médian des boulangers est de 45 000 € par an. [@bls]", ["V003"]),
        ("fr", "Le salaire médian est de 32 500 € par an. [@bls]", []),
        ("fr", "Le salaire médian des bouchers est de 45 000 € par an. [@bls]", []),
        ("de", "Der Medianlohn beträgt 45.000 € im Jahr. [@bls]", ["V003"]),
        ("de", "Der Medianlohn beträgt 32.500 € im Jahr. [@bls]", []),
        ("fr", "Les les boulangers pétrissent.", ["X012"]),
        ("fr", "Nous nous levons tôt.", []),
        ("de", "Sie kneten den den Teig.", ["X012"]),
        ("de", "Sie wissen, dass die die Arbeit machen.", []),
        (
            "fr",
            "| Centile | Salaire |\n|---|---|\n| 10 % | 40 000 € |\n| 90 % | 30 000 € |\n\n[@bls]",
            ["Q003"],
        ),
        (
            "de",
            "| Perzentil | Lohn |\n|---|---|\n| 10 % | 40.000 € |\n| 90 % | 30.000 € |\n\n[@bls]",
            ["Q003"],
        ),
        ("it", "| Attrezzo | Prezzo |\n|---|---|\n| Martello | 12 € |", []),
        ("nl", "| Provincie | Gemiddeld loon |\n|---|---|\n| Utrecht | 2.900 € |", ["V001"]),
        ("fr", "| Région | Salaire |\n|---|---|\n| Nord | 40 000 € |", ["V001"]),
        (
            "fr",
            "| Qui | Salaire [@bls] |\n|---|---|\n| Les 10 % les moins payés | 40 000 € |\n| Médiane | 30 000 € |",
            ["Q003"],
        ),
        (
            "de",
            "| Wer | Lohn [@bls] |\n|---|---|\n| Die untersten 10 % | 40.000 € |\n| Mitte | 30.000 € |",
            ["Q003"],
        ),
        (
            "pt",
            "| Quem | Salário [@bls] |\n|---|---|\n| Os 10 % que ganham menos | 40.000 € |\n| Mediana | 30.000 € |",
            ["Q003"],
        ),
        ("fr", "Les ventes devraient reculer de +4 % d'ici à 2034 [@bls].", ["Q004"]),
        ("fr", "Les ventes devraient baisser de −4 %, puis progresser de +2 % [@bls].", []),
        ("de", "Der Umsatz soll bis 2034 um −4 % wachsen [@bls].", ["Q004"]),
        ("de", "Der Umsatz schrumpft bis 2034 um +4 % [@bls].", ["Q004"]),
        ("de", "Der Umsatz sinkt um −4 % und wächst dann um +2 % [@bls].", []),
        ("pt", "As vendas devem crescer −4 % até 2034 [@bls].", ["Q004"]),
        ("es", "Se espera que las ventas disminuyan un +4 % [@bls].", ["Q004"]),
    ],
)
def test_figures_tables_and_doubles(language, body, found):
    assert codes(body, language, title="Boulanger", facts=FACTS) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("fr", "D’ici 2020, la demande va augmenter.", ["S001"]),
        ("fr", "D’ici 2040, la demande va augmenter.", []),
        ("fr", "En 2015, la demande avait augmenté.", []),
        ("fr", "L’année prochaine (2019), le métier aura un nouvel examen.", ["S003"]),
        ("fr", "Les inscriptions pour 2018-2019 sont ouvertes.", ["S003"]),
        ("de", "Bis 2020 werden die Stellen um ein Zehntel wachsen.", ["S001"]),
        ("de", "Bis 2040 werden die Stellen um ein Zehntel wachsen.", []),
        ("de", "Bis 2020 wurden Bäcker dort ausgebildet.", []),
        ("de", "Im nächsten Jahr (2019) beginnt der Kurs.", ["S003"]),
        ("pt", "A procura deve crescer até 2020.", ["S001"]),
        ("es", "El próximo año, 2016, entrará en vigor la ley.", ["S003"]),
        ("es", "La matrícula para el curso 2014-2015 está abierta.", ["S003"]),
        ("en", "The 2010 census will employ thousands of clerks.", ["S003"]),
        ("en", "The 2030 census will employ thousands of clerks.", []),
        ("en", "The 2015 code was the first that had ovens in it.", []),
    ],
)
def test_years_before_the_edition_in_words_of_a_time_to_come(language, body, found):
    edition = date(2026, 11, 24)
    assert codes(body, language, title="Boulanger", published=edition) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("fr", "Votre poste sera garanti par notre école.", ["M001"]),
        ("fr", "Le salaire est garanti par la convention collective.", []),
        ("fr", "Tous nos élèves trouvent un emploi.", ["M001"]),
        ("fr", "Tous les élèves passent un examen.", []),
        ("fr", "Vous ne manquerez jamais de travail.", ["M003"]),
        ("de", "Ihre Einstellung ist nach dem Kurs garantiert.", ["M001"]),
        ("de", "Alle Absolventen finden sofort eine Stelle.", ["M001"]),
        ("de", "Alle Auszubildenden erhalten eine Vergütung.", []),
        ("pt", "Quem faz o curso tem emprego garantido.", ["M001"]),
        ("pt", "O salário mínimo é garantido por lei.", []),
        ("pt", "Todos os nossos alunos conseguem uma vaga.", ["M001"]),
        ("pt", "Ninguém pode garantir um emprego.", []),
        ("pt", "Nunca lhe faltará trabalho.", ["M003"]),
    ],
)
def test_promises_that_no_one_could_mean_otherwise(language, body, found):
    assert codes(body, language, title="Boulanger") == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Löhne: Glasuren schmelzen bei 1.250 °C.", []),
        ("fr", "Les boulangers gagnent en moyenne 2 280 € brut par mois.", ["V001"]),
        ("fr", "- prime de nuit : 210 € par mois", ["V001"]),
        ("fr", "Deux tiers des boulangers travaillent la nuit.", ["V001"]),
        ("fr", "Un mètre ruban à 12 € suffit.", []),
        ("fr", "Supposons que le salaire soit de 2 000 € par mois.", []),
        ("fr", "Selon l'Insee, le salaire médian est de 24 500 € par an.", []),
        ("fr", "L'alliage contient 12 % de cuivre.", []),
        ("de", "Bäcker verdienen im Schnitt 2.980 € brutto im Monat.", ["V001"]),
        ("de", "Die Beschäftigung wächst bis 2034 um 4 Prozent.", ["V001"]),
        ("de", "Der Teig ruht 12 Stunden bei 4 Grad.", []),
        ("de", "Laut Statistischem Bundesamt verdienen Bäcker 2.980 € im Monat.", []),
        ("pt", "Os padeiros ganham em média R$ 2.280 por mês.", ["V001"]),
        ("pt", "O setor tem 43.200 trabalhadores.", ["V001"]),
        ("pt", "Uma trena de R$ 12 basta.", []),
    ],
)
def test_figures_of_people_and_pay_have_a_source(language, body, found):
    assert codes(body, language, title="Boulanger") == found


@pytest.mark.parametrize(
    ("language", "title", "body", "found"),
    [
        ("de", "Bäcker", "Das unterste Zehntel verdient weniger als 3.000 € im Monat, der Median liegt bei 2.800 € im Monat, das oberste Zehntel verdient mehr als 4.000 € im Monat [@bls].", ["Q003"]),
        ("de", "Bäcker", "Der Median liegt bei 2.800 € im Monat [@bls]. Das unterste Zehntel verdient weniger als 3.000 € im Monat [@bls].", ["Q003"]),
        ("de", "Bäcker", "Das obere Viertel bekommt ab 2.500 € brutto, der Median beträgt 2.900 € brutto [@bls].", ["Q003"]),
        ("de", "Bäcker", "Die unteren 10 % verdienen weniger als 3.100 € im Monat, die oberen 10 % mehr als 2.900 € [@bls].", ["Q003"]),
        ("es", "Panadero", "El décimo inferior gana menos de 1.900 euros al mes, la mediana es de 1.600 euros y el décimo superior gana más de 2.400 euros [@bls].", ["Q003"]),
        ("es", "Panadero", "La mediana es de 1.600 euros al mes [@bls]. El 10 % que menos gana cobra menos de 1.900 euros al mes [@bls].", ["Q003"]),
        ("fr", "Boulanger", "Le premier décile gagne moins de 2 100 € par mois, le salaire médian est de 1 900 € par mois [@bls].", ["Q003"]),
        ("fr", "Boulanger", "Les 10 % les moins payés gagnent moins de 2 100 € par mois, les 10 % les mieux payés plus de 2 000 € [@bls].", ["Q003"]),
        ("pt", "Padeiro", "O décimo inferior ganha menos de 1.900 euros por mês, a mediana é de 1.600 euros por mês [@bls].", ["Q003"]),
        ("pt", "Padeiro", "Os 10 % mais mal pagos ganham menos de 1.900 euros e os 10 % mais bem pagos ganham mais de 1.700 euros [@bls].", ["Q003"]),
        ("en", "Baker", "The lowest 10 percent earned less than $41,000, the median was $39,000 and the highest 10 percent earned more than $60,000 [@bls].", ["Q003"]),
        ("en", "Baker", "P10: $22,400 | P50: $21,000 | P90: $50,000 [@bls]", ["Q003"]),
        ("de", "Bäcker", "Das unterste Zehntel verdient weniger als 2.000 € im Monat, der Median liegt bei 2.800 € im Monat, das oberste Zehntel verdient mehr als 4.000 € im Monat [@bls].", []),
        ("de", "Bäcker", "Der Median liegt bei 2.800 € im Monat [@bls]. In Hamburg verdient das unterste Zehntel weniger als 2.900 € [@bls].", []),
        ("de", "Bäcker", "Der Median liegt bei 2.800 € im Monat, bei Köchen bei 2.600 € [@bls].", []),
        ("es", "Panadero", "El décimo inferior gana menos de 1.200 euros al mes, la mediana es de 1.600 euros y el décimo superior gana más de 2.400 euros [@bls].", []),
        ("es", "Panadero", "La mediana es de 1.600 euros al mes [@bls]. En Madrid el décimo inferior gana menos de 1.700 euros [@bls].", []),
        ("fr", "Boulanger", "Les 10 % les moins payés gagnent moins de 1 800 € par mois, les 10 % les mieux payés plus de 3 000 € [@bls].", []),
        ("pt", "Padeiro", "Os 10 % mais mal pagos ganham menos de 900 euros e os 10 % mais bem pagos ganham mais de 1.700 euros [@bls].", []),
        ("es", "Panadero", "La mediana es de 1.600 euros al mes [@bls]. El décimo inferior de los pasteleros gana menos de 1.700 euros [@bls].", []),
    ],
)  # fmt: skip
def test_wages_of_a_sentence_rise_with_their_ranks(language, title, body, found):
    assert [code for code in codes(body, language, title=title) if code == "Q003"] == found


@pytest.mark.parametrize(
    ("language", "body", "is_over"),
    [
        ("fr", "L'emploi devrait croître de 5 % entre 2014 et 2024 [@bls].", True),
        ("fr", "La nouvelle loi entrera en vigueur en 2025.", True),
        ("fr", "D'ici 2022, il manquera 3 000 fleuristes [@bls].", True),
        ("de", "Die Beschäftigung soll von 2014 bis 2024 um 5 Prozent wachsen [@bls].", True),
        ("de", "Das neue Gesetz tritt 2025 in Kraft.", True),
        ("de", "Bis 2022 werden 3.000 Floristinnen fehlen [@bls].", True),
        ("pt", "Prevê-se que o emprego cresça 5 % de 2014 a 2024 [@bls].", True),
        ("pt", "A nova lei entrará em vigor em 2025.", True),
        ("pt", "Até 2022 faltarão 3.000 floristas [@bls].", True),
        ("fr", "La loi est entrée en vigueur en 2015. L'emploi passera de 49 000 en 2024 à 52 000 en 2034 [@bls].", False),
        ("de", "Das Gesetz trat 2015 in Kraft. Die Beschäftigung wächst von 49.000 im Jahr 2024 auf 52.000 im Jahr 2034 [@bls].", False),
        ("pt", "A lei entrou em vigor em 2015. O emprego passará de 49.000 em 2024 a 52.000 em 2034 [@bls].", False),
        ("fr", "De 2014 à 2024, l'emploi a crû de 5 %. Le nouveau pont, ouvert en 2019, entre dans la ville.", False),
        ("fr", "La nouvelle loi entrera en vigueur en 2030.", False),
        ("de", "Das neue Gesetz, das 2015 kam, gilt weiter. Das neue Haus steht seit 2019.", False),
        ("de", "Bis 2022 werden Sträuße gebunden, dann kam der Brand.", False),
        ("pt", "De 2014 a 2024 o emprego cresceu 5 %. Deve-se lembrar que em 2019 a loja fechou.", False),
        ("pt", "A florista deve renovar a licença que tirou de 2014 a 2024.", False),
    ],
)  # fmt: skip
def test_forecasts_and_new_laws_that_have_run_out(language, body, is_over):
    assert bool({"S001", "S003"} & {*codes(body, language, title="Floristin")}) is is_over


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "The bottom quarter earned at most $29,000, the middle half from $29,000 to $43,000 [@bls].", []),
        ("en", "The bottom quarter earned $31,000, the middle half from $29,000 to $43,000 [@bls].", ["Q003"]),
        ("en", "The lowest tenth earned $29,000, the median was $29,000, the top tenth $50,000 [@bls].", ["Q003"]),
        ("es", "- 10 % inferior: 1.600 € [@bls]\n- Mediana: 1.500 € [@bls]", ["Q003"]),
        ("de", "- Unterstes Zehntel: 2.600 € [@bls]\n- Median: 2.500 € [@bls]", ["Q003"]),
        ("fr", "- 1er décile : 1 900 € [@bls]\n- Médiane : 1 800 € [@bls]", ["Q003"]),
        ("pt", "- 10 % inferiores: 1.900 € [@bls]\n- Mediana: 1.800 € [@bls]", ["Q003"]),
        ("es", "El empleo subió de 52.000 a 49.000 [@bls].", ["Q004"]),
        ("fr", "L'emploi est passé en hausse de 52 000 à 49 000 [@bls].", ["Q004"]),
        ("de", "Die Zahl der Stellen stieg von 52.000 auf 49.000 [@bls].", ["Q004"]),
        ("pt", "O emprego subiu de 52.000 para 49.000 [@bls].", ["Q004"]),
        ("de", "Die Zahl der Stellen fiel von 52.000 auf 49.000, der Lohn stieg von 2.000 € auf 2.300 € [@bls].", []),
        ("es", "El empleo bajó de 52.000 en 2014 a 49.000 en 2024 y el sueldo subió de 1.200 a 1.400 euros [@bls].", []),
        ("es", "La tienda creció de 2 a 3 locales. La formación va de 2014 a 2010 [@bls].", []),
        ("fr", "Les emplois ont augmenté de 52 000 en 2014 à 49 000 en 2024 [@bls].", ["Q004"]),
        ("fr", "La rémunération progresse de 1 800 € à 2 300 € [@bls].", []),
        ("de", "Die Zahl sank von 52.000 (2014) auf 55.000 [@bls].", ["Q004"]),
        ("pt", "Os empregos caíram de 52.000 para 49.000 e as vendas cresceram de 10 para 12 [@bls].", []),
    ],
)  # fmt: skip
def test_lists_of_ranks_and_numbers_that_rise_to_a_lower_one(language, body, found):
    stated = [code for code in codes(body, language, title="Floristin") if code in ("Q003", "Q004")]
    assert stated == found


def test_a_ratio_is_named_with_its_whole_number():
    found = findings("Un mineur sur trois cents mourait chaque année dans la mine.", "fr")
    assert [f.message.partition(" has")[0] for f in found] == ["“Un mineur sur trois cents”"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Employment will fall 5 percent, a healthy rise for the trade [@bls]."),
        ("es", "Las ventas bajarán un 5 %, un buen aumento [@bls]."),
        ("fr", "Les ventes devraient reculer de 5 %, une belle hausse [@bls]."),
        ("de", "Der Umsatz soll um 5 % sinken, ein schöner Zuwachs [@bls]."),
        ("pt", "As vendas devem cair 5%, um bom aumento [@bls]."),
    ],
)
def test_a_change_is_called_the_opposite_of_what_its_verb_says(language, body):
    assert codes(body, language) == ["Q004"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Sales rose 5 percent, a decline from the 8 percent of before [@bls]."),
        ("en", "Sales fell 5 percent, a smaller drop than before [@bls]."),
        ("es", "Las ventas subieron un 5 %, un descenso frente al 8 % de antes [@bls]."),
        ("de", "Der Umsatz wuchs um 5 %, ein Rückgang gegenüber den 8 % von vorher [@bls]."),
    ],
)
def test_a_change_that_is_compared_with_another(language, body):
    assert codes(body, language) == []
