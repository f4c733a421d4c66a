"""Slips of typing, what was copied with a text, and what only looks like either."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "He said “Stop\" and left."),
        ("en", "He said \"stop and left."),
        ("en", "They said “ stop” twice."),
        ("en", "NUrses learn."),
        ("en", "He ran 2O miles."),
        ("en", "The baker works. the oven cools."),
        ("en", "Flour weighs 40 pounds lbs in all."),
        ("en", "The early 20 th century came."),
        ("en", "The oven cools .They rest."),
        ("en", "It takes ten months ,and no less."),
        ("en", "The bus says \"full\".The next one comes."),
        ("en", "Yes, , it does."),
        ("en", "They start at 2;30 at night."),
        ("en", "They work every day. the oven cools."),
        ("en", "Its not unusual to bake at night."),
        ("en", "Sort three bags : red, white and brown."),
        ("en", "The exam takes 3hours in all."),
        ("en", "Bring flour,a scale and a bowl."),
        ("en", "They bake at night; Some rest by day."),
        ("es", "Se hornea de noche. luego se reparte."),
        ("es", "Se paga a diario ."),
        ("es", "Escoge la masa ,la corta y la hornea."),
        ("en", "He ﬁ nds the bread."),
        ("en", "The oven hangs;; it swings."),
        ("en", "It weighs 12.500,00 grams."),
        ("es", "La masa crece.Luego se hornea."),
        ("es", "«Toca como si hablaras\", le dijo."),
        ("fr", "Le pain est prêt.Puis on mange."),
        ("en", "The oven is 4 ,2 meters long."),
        ("de", "Die Bäckerei ver¬ kauft Brot."),
        ("en", "The pay was $21,50 an hour [@bls]."),
        ("en", "There where twelve bakers at the oven."),
        ("de", "Er sagte „Halt und ging."),
    ],
)  # fmt: skip
def test_a_slip(language, body):
    assert codes(body, language) == ["G005"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Saw 4\" by 8\" boards, \"rough\" or planed."),
        ("en", "“One paragraph begins here\n\n“and the next goes on.”"),
        ("en", "The balloon said \"What?!\" loudly."),
        ("en", "Use flour, incl. rye, approx. two cups, etc. and salt."),
        ("en", "PhDs and RNs drive DeWalt trucks by McAllister."),
        ("en", "It goes boom boom tap, boom boom tap."),
        ("en", "What the dough is is less important."),
        ("en", "The interval (0, 1] is half open."),
        ("en", "I tried \"sewist\" once."),
        ("en", "They write \"blak velvett\" as it stands."),
        ("en", "The screen reads \"PRESS ENTER TO CONTINUE\" all night."),
        ("en", "They program in .NET and C, and its own tools; see 3;4."),
        ("en", "The coiler and the biller go crutching with a combi."),
        ("en", "Bakers, etc. the like, bake."),
        ("en", "Use $$x and a half."),
        ("es", "La tienda cierra a las dos, opera de noche y liquida el guion."),
        ("es", "Ha tenido que rehacer el periodo; el junior rotula."),
        ("de", "Er sagte „Halt!“ und ging."),
        ("fr", "Il dit : « Le pain » ; puis il part ?"),
        ("es", "Dijo «para» y “sigue”."),
        ("en", "The log reads \"theres a fire\"; radio traffic is in capitals: UNIT 4 TO BASE SEND MEDIC."),
        ("en", "They mould poolish in a 20-lb. tub; ask for No. 10 bags, approx. two."),
        ("es", "Hay sesiones, comisiones y versiones; véase pág. 4 y ss."),
    ],
)  # fmt: skip
def test_no_slip(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Most con tracts run for a year."),
        ("en", "The apprentice ship lasts four years."),
        ("en", "Maintenence crews bake at night."),
        ("en", "It makes a diferrence to the dough."),
        ("es", "Se corta con un cuhillo."),
        ("es", "Se firman declarasiones cada mes."),
    ],
)
def test_a_word_that_is_misspelt(language, body):
    assert codes(body, language) == ["G004"]


def test_words_without_the_space_between_them():
    assert codes("They lay theirfirst course within twoyears.") == ["G004", "G004"]


def test_a_sign_before_its_figure_that_stands_twice():
    assert "G005" in codes("It costs $$60 an hour.")
    assert "G005" not in codes("It costs $60 an hour.")


def test_a_word_that_a_line_s_end_parted():
    assert codes("They need equip-ment and co-workers for on-line re-entry.") == ["G004"]


def test_a_word_that_is_written_as_it_sounds():
    assert codes("Se trabaja bajo precion y demaciado.", "es") == ["G004", "G004"]


def test_a_word_with_a_hyphen_that_stands_twice():
    assert codes("The walk-in walk-in key hangs there.") == ["X012"]


@pytest.mark.parametrize(
    "body",
    [
        "Certainly! Here’s a revised version of the section: Bakers mix dough.",
        "IMG_4471-oven-1024x683.jpg\n\nBakers mix dough.",
        "The sheets are folded, 42 THE BAKER’S MANUAL and the boards laced.",
        "See Error! Reference source not found.",
        "Bakers learn fast :smile: and well.",
        "Bakers read https://example.com/a?utm_source=blog daily.",
        "Sent from my iPhone",
        "Bakers [inaudible] bread.",
    ],
)
def test_what_a_program_wrote(body):
    assert codes(body) == ["X017"]


@pytest.mark.parametrize(
    "body",
    [
        "Here are the tools that bakers use.",
        "Save the scan as `2281-p04.tif` or as a .jpg.",
        "The ratio is 5:30:20 for rye.",
        "They read the BAKER’S MANUAL at night.",
    ],
)
def test_what_no_program_wrote(body):
    assert codes(body) == []


def test_a_raised_figure_behind_a_word_is_the_mark_of_a_note():
    assert codes("The oven holds 900 degrees³⁴.") == ["X016"]
    assert codes("The shop has 40 m² and 10⁶ spores.") == []


@pytest.mark.parametrize(
    "body",
    [
        "Programmers call print() and main() all day.",
        "Templates hold `{{ user.name }}` as a mark.",
        "They save the scan as case-12.tif in the folder.",
        "Dear Ms. Hale,\n\nThe bread is ready.",
        "A line such as “Photo: A. Ruiz” stands under it.",
        "Users click on the button, and they share this page on Facebook.",
        "The crew on this site wears helmets.",
    ],
)
def test_what_is_spoken_of_is_no_residue(body):
    assert codes(body) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("pt", "O encanador chega cedo , monta a bancada e começa."),
        ("pt", "O trabalho é duro,, mas bem pago."),
        ("pt", "O banco paga bem.O trabalho é duro."),
        ("pt", "Traz ferramentas,canos e fios."),
        ("pt", "A obra acabou ."),
        ("pt", "A obra ( a segunda) acabou."),
        ("pt", "“Quem mede, não erra, diz o mestre."),
        ("pt", "«Quem mede, não erra, diz o mestre."),
        ("pt", 'O mestre diz: "quem mede não erra.'),
        ("pt", "Que trabalho é este ?"),
        ("pt", "A obra acaba  cedo hoje."),
        ("pt", "Trabalha-se por con- ta própria."),
        ("de", "Die Arbeit ist schwer , aber schön."),
        ("de", "Man braucht Geduld,, und Kraft."),
        ("de", "„Wer misst, irrt nicht, sagt der Meister."),
        ("de", "Der Meister sagt: »Wer misst, irrt nicht."),
        ("de", "Die Prüfung ist im Mai.Danach beginnt die Arbeit."),
        ("de", "Sie arbeiten draußen ,auch im Winter."),
        ("de", "Die Lehre ( drei Jahre) ist lang."),
        ("de", "Was kostet das ?"),
        ("fr", "Le plombier coupe,soude et raccorde."),
        ("fr", "Le travail est dur ,mais payé."),
        ("fr", "Le travail est dur , mais payé."),
        ("fr", "Il faut du temps.. et de la force."),
        ("fr", "Il dit : “On mesure deux fois."),
        ("fr", "Le chantier finit ."),
        ("es", "El oficio es duro , pero se paga bien."),
        ("es", "El oficio es duro,, pero se paga bien."),
        ("es", "«Medir dos veces, dice el maestro."),
        ("es", "El maestro dice: “medir dos veces."),
        ("es", "¿Cuánto se gana."),
        ("es", "Cuánto se gana?"),
        ("es", "¡Cuidado con la sierra."),
        ("es", "Lo importante es haber si le gusta."),
        ("es", "Hay que ver si ay trabajo."),
        ("es", "Vamos haber qué pasa."),
        ("es", "Tubo que parar la obra."),
        ("es", "No se si vendrá."),
        ("es", "Halla o no trabajo, se cobra."),
        ("es", "Los fontaneros valla donde valla trabajan."),
        ("es", "El albañil va ha trabajar temprano."),
        ("es", "Se a roto la llave."),
        ("es", "Ay que cortar el agua."),
        ("es", "Por que no hay plazas, se espera."),
        ("es", "La obra a terminado en mayo."),
        ("es", "Asta el lunes no se cobra."),
        ("es", "El agua se hecha por el desagüe."),
        ("es", "Han echo la zanja."),
        ("en", "They should of waited for the truck."),
        ("en", "She would of left sooner."),
        ("en", "The crew could of been hurt."),
        ("en", "They must of known it."),
        ("en", "The pipes may of been bent."),
        ("en", "You shouldn't of cut it."),
        ("en", "They'd of called first."),
        ("en", "Plumbers who might not of seen it ask."),
        ("en", "A supervisor had ought to of known."),
        ("en", "They where late for the job."),
        ("en", "Plumbers are use to the cold."),
        ("en", "They are suppose to wear gloves."),
        ("en", "The pay is alot better."),
        ("en", "They have went home."),
        ("en", "I seen it myself."),
        ("en", "Irregardless of the weather they work."),
        ("en", "The affects of cold are known."),
        ("en", "The principle reason is pay."),
        ("en", "The company's are hiring."),
        ("en", "Apple's are sold by the pound."),
        ("en", "Plumber's earn more than cooks."),
        ("en", "They work hard ,and they earn well."),
        ("en", '"They work hard, says the boss.'),
        ("en", "He said, “measure twice."),
        ("en", "The pipe( the old one) leaks."),
        ("en", "They work hard;they earn well."),
        ("en", "The pipe leaks , the tap drips."),
        ("en", "The pipe leaks,, the tap drips."),
        ("en", "The pipe leaks. . The tap drips."),
        ("en", "The  pipe leaks."),
        ("en", "The pipe leaks.It is old."),
        ("en", "The pipe leaks. it is old."),
        ("de", "Die Ausbil- dung dauert drei Jahre."),
        ("de", "Das Werk- zeug liegt bereit."),
        ("de", "Man braucht viel Kör- perkraft."),
        ("de", "In der Werk- statt entstehen Rohre."),
        ("fr", "Il sort lors- que la pluie cesse."),
        ("es", "Se hace por- que conviene."),
        ("en", "She is there- fore on time."),
        ("fr", "L' équipe change à six heures, et l’on n' improvise pas."),
        ("fr", "Qu' il neige ou non, on part d' abord."),
        ("fr", "Dans l ’atelier, il n ’attend pas."),
        ("pt", "Um copo d' água basta."),
        ("en", "It does n't matter, and they don' t sleep."),
        ("en", "The plumber 's van is full."),
        ("en", "The shop is open from 8 a.m to 6 p.m."),
        ("en", "The cooler holds 36° F degrees."),
        ("fr", "Le bouquet coûte 5 €€."),
        ("es", "La plomera a cortado los tubos."),
    ],
)
def test_slips_in_five_languages(language, body):
    assert "G005" in codes(body, language)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            "pt",
            "O mestre disse: “mede duas vezes”, e saiu. «Bom dia», respondeu o aprendiz; “até já”.",
        ),
        ("pt", "A obra custa R$ 1.200,50 e dura 3,5 dias; às 8h30 começa."),
        ("pt", "O guarda-chuva, o fim de semana e o pré-aviso ficam na obra."),
        ("de", "„Guten Tag“, sagt sie, „wie geht es?“ Und er: »Gut.« Dann ‚nichts‘."),
        (
            "de",
            "Die Ein- und Ausgänge, Vor- und Nachteile, Reise- hinter Kochbüchern und Kinder- neben Jugendzimmern.",
        ),
        ("de", "Haupt- oder Nebenberuf, be- und entladen, Lehr-, Lern- und Prüfungszeit."),
        ("fr", "Il dit : « On mesure deux fois », puis il part. « Pourquoi ? » demande-t-elle !"),
        ("fr", "L’atelier ouvre à 7 h 30 ; le soir, il ferme : c’est tout."),
        ("es", "A ver si hay trabajo; va a haber obras, y haber trabajado ayuda."),
        ("es", "El tubo que gotea se cambia; la valla que cierra la obra es alta."),
        ("es", "Se ha hecho, se echa agua, y quien haya visto lo dice; se halla cerca."),
        (
            "en",
            "The plumber's van is full, the plumbers' union is strong, and the 1990s were good.",
        ),
        ("en", "The plumber's on call, the boss's car is old, and Plumber's Helper is a tool."),
        ("en", "The foreman walks past the exam room, and the past year was good."),
        ("en", "The shop's open on Monday, the boss's car is here, and what's known is known."),
        ("en", "Nobody has seen it; have they seen it, and had he gone there?"),
        ("en", "The might of the union, the will of the client and a must of the trade."),
        ("en", "They know where they were, and where necessary they stop."),
        ("en", "The pipe is of use to them, and it's no use to complain. They use to-do lists."),
        ("es", "El asta de la bandera y el hasta luego; ¡ay! Ay de mí."),
        ("es", "Va a haber obras, puede haber seis llaves, y lo hecho, hecho está."),
        ("es", "Se acercó a la obra y se fue a paso ligero; se da a conocer."),
        ("de", "Der Dienst ist Früh- statt Spätdienst, und es ist Hans' Ofen."),
        ("fr", "L'équipe change l’heure jusqu'à dix heures ; on dit « d' » devant une voyelle."),
        ("en", "The plumbers' spoons, the '90s, rock 'n' roll, and an 's at the end."),
    ],
)
def test_no_slip_in_five_languages(language, body):
    assert codes(body, language) == []


def test_a_word_that_several_rules_find_is_reported_once_by_what_is_meant():
    assert codes("There is work for welders who dont mind heights.") == ["G005"]
    assert codes("There is work for welders who dont mnid heights.") == ["G005", "G004"]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("de", "Gesellen tragen Kluft, Hut und Stenz,", ["X009"]),
        ("de", "Die Prüfung ist im Sommer, im Winter aber nur in der", ["X010"]),
        ("fr", "Le facteur trie les plis, les colis et les", ["X010"]),
        ("pt", "A bibliotecária arruma os livros nas estantes e", ["X010"]),
        ("pt", "A bibliotecária arruma os livros, as revistas,", ["X009"]),
        ("es", "El sastre corta la tela y la", ["X010"]),
        ("en", "Bakers weigh the flour and the", ["X010"]),
        ("de", "Liebe Frau Weber,", []),
        ("fr", "Cher client,", []),
        ("pt", "Cara leitora,", []),
        ("de", "So fängt der Tag an", []),
        ("en", "The dough is rich in vitamin A", []),
    ],
)
def test_a_paragraph_that_breaks_off(language, body, found):
    assert codes(f"{body}\n\n2026.", language) == found


@pytest.mark.parametrize(
    "signed", ["Yours, R. Webb", "— Anna Webb", "Maria Lopez", "With kind regards, Anna"]
)
def test_a_signature_needs_no_stop(signed):
    letter = "> Dear editor, I bake for a hotel in town, and would like to bake for you. "
    assert codes(letter + signed) == []
    assert codes(
        letter + "Bakers who rise early and bake for two shops at once often ask both"
    ) == ["X010"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Cuánto dura una vista?\n\nDos días.", ["G005"]),
        ("## ¿Cuánto dura una vista\n\nDos días.", ["G005"]),
        ("| Qué se pide? | Respuesta |\n|---|---|\n| Carné | Sí |", ["G005"]),
        ("## ¿Cuánto dura una vista?\n\nDos días.", []),
        ("## Qué hace un sastre\n\nCorta.", []),
    ],
)
def test_a_spanish_heading_or_cell_has_both_marks_of_a_question(body, found):
    assert codes(body, "es") == found
