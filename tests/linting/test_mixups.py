"""Words that are written for others, words that do not agree, and what only looks like either."""

from __future__ import annotations

import re

import pytest
from linting.linted import codes, findings

from guidepub.linting import data
from guidepub.text.vocabulary import spaced


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The union keeps it's own training center."),
        ("en", "They're tools hang on the wall."),
        ("de", "Seit 2019 gilt das neue Gesetzt."),
        ("de", "Der Ofen ist größer wie früher."),
        ("fr", "Sa c'est le métier."),
        ("pt", "A gente vamos ao forno."),
        ("en", "Drivers who loose their license cannot work."),
        ("en", "Journeymen earn more then apprentices."),
        ("en", "You would of learned it in class."),
        ("en", "Their is a shortage of bakers in the valley."),
        ("en", "Your going to need boots."),
        ("en", "A applicant must be at least 18 years old."),
        ("en", "It is an unique trade."),
        ("en", "These tool must be cleaned every night."),
        ("en", "Alway's wear gloves near the oven."),
        ("en", "Each of the workers have a locker."),
        ("en", "The course starts in january."),
        ("en", "The rule says, that helmets must be worn."),
        ("es", "Hay que pagar a el ayuntamiento una tasa."),
        ("es", "¿Por que se tarda tanto?"),
        ("es", "No hay arnés mas seguro que este."),
        ("es", "Los Sabados se trabaja hasta las dos."),
        ("es", "Las plantas Se riegan por la mañana."),
        ("es", "El curso empieza en Enero."),
        ("es", "Puede a ver plazas libres en otoño."),
        ("es", "Los obrero llevan casco."),
        ("es", "Una problema frecuente es el polvo."),
        ("en", "The heat effects the metal."),
        ("en", "How does salt effect the bread?"),
        ("en", "Bad posture effects the back over the years."),
        ("en", "Night shifts effect sleep."),
        ("en", "Workers who are effected by dust wear masks."),
        ("en", "The law will take affect in May."),
        ("en", "It lasts more then two years."),
        ("fr", "Le metier est dur."),
        ("fr", "Parmis les fleurs, la rose domine."),
        ("fr", "L'apprentisage est long."),
        ("fr", "Tout les jours, elle ouvre tôt."),
        ("fr", "Il y à des roses."),
        ("fr", "Ils on des ciseaux."),
        ("de", "Sie arbeitet seid langem hier."),
        ("de", "Man muß früh aufstehen."),
        ("de", "Rosen sind teurer wie ein Strauß Tulpen."),
        ("pt", "O salario é alto."),
        ("pt", "É caro, porem dura."),
        ("pt", "É muito mas caro aqui."),
        ("de", "Sie bleibt, den sie hat ein Haus."),
        ("fr", "Elle gagne d’avantage que lui."),
        ("pt", "Haviam muitas vagas."),
        ("pt", "Chega cedo afim de regar as plantas."),
        ("en", "The course lasts form six to nine weeks."),
        ("en", "Pay ranges form $18 to $30 an hour. [@bls]"),
        ("en", "Classes run form 8 a.m. until noon."),
        ("en", "Each shift, open form ten to six, has a break."),
        ("en", "A customer who looses a key pays for two."),
    ],
)
def test_what_does_not_fit(language, body):
    assert codes(body, language) == ["G005"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "It’s its own trade; it’s open to all, and its tools are kept."),
        ("en", "Loose fittings are tightened, and the crew loose-lays the tiles."),
        ("en", "If it gets better then, bakers rest; more often than not they eat, then bake."),
        ("en", "They would of course rather stay dry, and must of necessity wait."),
        ("en", "Your training starts in May; your being late costs an hour."),
        ("en", "An hour, an heir, a unit, a European, a one-off and a ewe; Class A and B."),
        ("en", "All it takes is a stamp, and what it does for you is another matter."),
        ("en", "A nine-to-five job in one of two job groups; a CNA and an ADN are hired."),
        ("en", "They say “more then ever” in the shop."),
        ("en", "Run `loose your license` twice."),
        (
            "en",
            "They depend, of course, on rain: all depends of course on it. They discuss about 20 cases.",
        ),
        (
            "en",
            "It need not be dear, and rules let everyone work safely. Can she choose her hours?",
        ),
        (
            "en",
            "Texas often requires a permit. Economics always requires some math. Las Vegas always needs it.",
        ),
        (
            "en",
            "Work was harder then because all was done by hand. All employers except new firms file.",
        ),
        (
            "en",
            "When your working area is clean, begin. The design principals sign, and we need more better jobs.",
        ),
        (
            "en",
            "A unanimous vote, a unilateral step, a urologist and a Ugandan; post it at monday.com.",
        ),
        (
            "es",
            "La norma ISO que rige no cambia. Durante esta temporada de verano, tras esta subida de precios.",
        ),
        (
            "es",
            "Si, por ejemplo, llueve, se para. El jefe tiene que preocuparse de todo y vela por que no haya daños.",
        ),
        ("es", "Va a El Salvador, al taller del pueblo; se lo dio a él."),
        ("es", "¿Por qué se tarda? Porque falta gente, y la razón por que luchan es otra."),
        ("es", "Más vale tarde, mas no siempre; en esta casa está cerrada la obra."),
        ("es", "A ver si va a haber plazas; ha ido a la obra y echa agua."),
        ("es", "El Primero de Mayo y el Viernes Santo se cierra el mapa del día."),
        (
            "en",
            "The effects the heat has are known, and the side effects many patients fear are rare.",
        ),
        (
            "en",
            "The board effects a change in the rules, and the change was effected by its chair.",
        ),
        (
            "en",
            "They effect repairs, study how heat affects dough, and the law goes into effect in May.",
        ),
        ("fr", "Tout les gêne, et tout le monde le sait ; ils ont des ciseaux, là où il faut."),
        ("de", "Er lobt den Strauß, den sie band, so schwer wie ein Stein. Ihr seid früh da."),
        ("pt", "Havia muitas vagas; eles fazem dois ramos a fim de ganhar. Mais não disse."),
        ("fr", "Un métier qui à la fois nourrit et fatigue. Que dit-on à la cliente ?"),
        ("fr", "Il doit cela à la patience. Dans ses dernières années, Monet peignait."),
        ("fr", "Ce sont avant tout les horaires. La ville ou la campagne, le jour ou la nuit ?"),
        ("fr", "Les prix, voir plus bas, montent, et cela ne lui donne pas d’avantage."),
        ("fr", "Sa marche est lente."),
        ("fr", "Quand à la fin du mois la paie arrive, on compte."),
        ("de", "Der Laden gehört ihr seit der Wende. Ihr seid zwei Lehrlinge."),
        ("de", "Man schuftete früher wie ein Tier. Sie studierte Human Resource Management."),
        ("de", "Ein Weg, den sie heute nicht mehr ginge. Ein Beruf, den das Gesetz nicht kennt."),
        ("pt", "Para porem a mesa, chegam cedo e pegam a manha do ofício."),
        ("pt", "Trabalha-se muito mas ganha-se pouco, e ele estuda muito mas sabe que não basta."),
        ("en", "The course form has 6 lines to fill."),
        ("en", "The vase takes form in two hours."),
        ("en", "Hand in the pay form 10 days before the end of the month."),
        ("en", "Send the pay form 10 days or up to a month before."),
        ("en", "They're patient, and they're training for the test."),
        ("de", "Es ist nicht mehr wie früher. Der Ofen ist gesetzt."),
        ("pt", "Toda a gente vai ao forno, e a gente gosta."),
        ("en", "The archer looses an arrow, and the hunt looses the dogs."),
    ],
)
def test_what_only_looks_so(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("language", "body", "meant"),
    [
        ("en", "More then ten stems are used.", "than"),
        ("es", "Hace falta buen pulso i paciencia.", "y"),
        ("fr", "Ca coûte cher.", "Ça"),
        ("fr", "On vit bien grâce a elle.", "à"),
        ("de", "Er weiß das der Laden zu ist.", "dass"),
    ],
)
def test_what_was_meant(language, body, meant):
    assert [finding.remedy for finding in findings(body, language)] == [f"Did you mean “{meant}”?"]


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "pt"])
def test_each_row_can_be_tried(language):
    for row in data.table(f"mixups.{language}")["mixups"]:
        assert set(row) == {"words", "meant", "form"}
        assert re.compile(spaced(row["form"])).groups > 0, row
        assert row["words"] == [word.casefold().replace("’", "'") for word in row["words"]]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "Il a travailler toute la nuit."),
        ("fr", "La ou il travaille, il fait chaud."),
        ("fr", "Ses un métier dur."),
        ("fr", "Il travail la nuit."),
        ("fr", "Elle peu être seule au four."),
        ("fr", "Ils son très fatigués."),
        ("fr", "Il se lève tot pour ouvrir l’ecole."),
        ("pt", "Eles vem às seis."),
        ("pt", "As padeiras tem dois fornos."),
        ("pt", "Ha dois turnos."),
        ("pt", "A massa descança uma hora."),
        ("pt", "Ela faz pão a dez anos."),
        ("de", "Die Bäckerin weis, wann der Teig ruht."),
        ("de", "Sie glaubt, das der Teig ruht."),
        ("de", "Sie backt nähmlich Brot."),
        ("de", "Der Offen ist heiß."),
        ("es", "El horno esta caliente."),
        ("es", "Tiene que aver harina."),
        ("en", "Bakers must loose no time."),
        ("en", "The dough will raise for an hour."),
    ],
)
def test_words_for_others_in_five_languages(language, body):
    assert set(codes(body, language)) == {"G005"}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "Il a hier vendu cent pains, et elle a cher payé le four."),
        ("fr", "La ou les personnes inscrites reçoivent une lettre ; ses deux fours chauffent."),
        ("fr", "Son travail lui plaît, un peu de farine suffit, et il peut être tard."),
        ("pt", "Eles têm dois fornos e vêm cedo; há dois turnos."),
        ("pt", "Vende a dez anos de prazo e trabalha de 2 a 10 horas."),
        ("de", "Sie glaubt das nicht. Er zeigt das Brot, das die Kundin will."),
        ("de", "Sie sagt das ein anderes Mal, und der offene Ofen ist heiß."),
        ("es", "El lunes esta tienda cierra; la panadera esta vez no abre."),
        ("en", "Never loose the strap. A raise comes in May, and prices rise."),
    ],
)
def test_words_that_only_look_like_others(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The midwife cant leave early.", "The cant of the deck is small."),
        ("The shop cant open on Sunday.", "Thieves’ cant is a jargon."),
        ("He cant stop.", "A welder must cant a plate by ten degrees."),
        ("Lets look at a day on the ward.", "A landlord lets rooms. Who lets them?"),
        ("Whos there?", "Whose is it?"),
    ],
)
def test_contractions_without_their_sign(bad, good):
    assert len(codes(bad)) == 1
    assert codes(good) == []


def test_plurals_of_contractions_are_words():
    assert codes("The do’s and don’ts hang on the wall.") == []
    assert codes("The baker don’st sleep.") == ["G005"]


def test_a_pair_of_words_that_are_mentioned_together_is_no_mixup():
    assert codes("El más y el mas, el aún y el aun no se confunden.", "es") == []
