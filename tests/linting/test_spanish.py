"""Spanish guides: the same kinds of faults as in English, by the words of Spanish."""

from __future__ import annotations

import pytest
from linting import linted


def codes(body):
    return linted.codes(body, "es", title="Florista")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # Promises.
        ("Le garantizamos un empleo al terminar.", ["M001"]),
        ("El empleo está garantizado para todos.", ["M001"]),
        ("Ganará un buen sueldo desde el primer día.", ["M002"]),
        ("Nunca le faltará trabajo en este oficio.", ["M003"]),
        ("Es un oficio a prueba de crisis.", ["M003"]),
        ("Nadie le garantiza un empleo.", []),
        ("Desconfíe si una escuela garantiza un empleo.", []),
        ("Los floristas ganan por hora.", []),
        # Figures without a source.
        ("El 12 % de los trabajadores es autónomo.", ["V001"]),
        ("El salario medio es de 24.500 dólares al año.", ["V001"]),
        ("El salario medio es de $24,500 al año.", ["V001"]),
        ("El salario medio es de $24,500 al año. [@bls]", []),
        ("El curso dura 40 horas y 3 meses.", []),
        ("Por ejemplo, si usted cobra 500 dólares, guarde la mitad.", []),
        # Time.
        ("El empleo crecerá con rapidez hasta 2016.", ["S001"]),
        ("Se prevé que el empleo aumente de 2012 a 2022.", ["S001"]),
        ("La ley entró en vigor en 2016.", []),
        ("El empleo crecerá hasta 2099.", []),
        ("De 2024–34 el empleo crecerá.", []),
        ("Las casas construidas en 1990 necesitarán cables nuevos.", []),
        # What cannot both be so.
        ("La tienda abre de lunes a sábado. Cierra los miércoles.", ["Q008"]),
        ("La tienda abre de lunes a viernes. Cierra los domingos.", []),
        ("El aprendizaje dura tres años. Los aprendices de cuarto año descansan.", ["Q006"]),
        ("El aprendizaje dura cuatro años. Los aprendices de cuarto año descansan.", []),
        ("Todos los floristas cobran por hora. Tres de los floristas van a destajo.", ["Q008"]),
        # What is needed.
        ("No hace falta coche. En el campo hace falta un coche.", []),
        ("No se necesita portafolio. Las escuelas de arte piden un portafolio.", []),
        ("Se exige el bachillerato. No hace falta título universitario.", []),
        ("Se exige un grado universitario. No se necesita ningún título.", ["Q001"]),
        ("Para ser florista se exige una licenciatura. No se exigen estudios.", ["Q001"]),
        ("Para ser médico se exige una licenciatura. No se exigen estudios.", []),
        # What a page leaves behind.
        ("Haga clic aquí para ver las escuelas.", ["X006"]),
        ("Usamos cookies para mejorar su experiencia.", ["X006"]),
        ("En esta página encontrará la lista.", ["X006"]),
        ("La página del libro es gruesa.", []),
        # Slips.
        ("Los los floristas cortan tallos.", ["X012"]),
        ("Es muy muy temprano.", []),
        ("Cortan tallos , y atan ramos.", ["G005"]),
        ("Los floristas cortan tallos y", ["X010"]),
        ("La formacion dura un año.", ["G004"]),
        ("La formación dura un año.", []),
        ("El florista trabaja en la tienda.", []),
    ],
)
def test_faults_are_found_by_the_words_of_spanish(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(("language", "body"), [("fr", "Ils coupent , puis lient."), ("de", "Sie binden (  Sträuße ).")])  # fmt: skip
def test_slips_of_typing_are_found_in_each_language(language, body):
    assert "G005" in linted.codes(body, language, title="Fleuriste")


def test_the_signs_of_french_have_their_space():
    body = "Que font-ils ? Ils lient ; ils coupent : tout !"
    assert "G005" not in linted.codes(body, "fr", title="Fleuriste")


def test_a_comma_is_no_sum_that_is_guaranteed():
    assert "M001" not in codes("Se paga por pieza, con un mínimo garantizado.")
    assert "M001" in codes("Cobrará 900 euros garantizados.")


@pytest.mark.parametrize(
    "word",
    ["podria", "deberian", "comian", "tecnicos", "titulacion", "mision", "numeros", "jovenes", "psicologas", "segun"],
)  # fmt: skip
def test_an_accent_that_its_ending_or_its_verb_asks_for_is_missed(word):
    assert codes(f"Se sabe: {word} siempre vuelve al taller.") in (["G004"], ["G005"])


@pytest.mark.parametrize("word", ["Segun", "Tambien", "Formacion", "Educacion"])
def test_a_first_word_without_its_accent_is_reported(word):
    assert codes(f"{word} el taller cierra.") == ["G004"]


@pytest.mark.parametrize(
    "body",
    [
        "Concepcion abre el taller, y Garcia cobra. Martinez paga.",
        "Las medias, los caracteres y las razones llegan por radio.",
        "Una secretaria y una funcionaria firman. La becaria ayuda.",
        "La agencia da la noticia a la familia y a la industria.",
        "Los almacenes, los bienes y los trenes cierran.",
    ],
)
def test_words_and_names_that_need_no_accent(body):
    assert codes(body) == []


def test_what_is_paid_for_a_thing_is_its_price():
    assert codes("El taller cobra 15 euros por una llave.") == []
    assert codes("El taller cobra 15 euros por una hora.") == ["V001"]
    assert codes("El taller cobra 15 euros por un curso.") == ["V001"]
