import pytest

from guidepub.text.figures.extents import extents
from guidepub.text.figures.tallies import misfits
from guidepub.text.statements.attributes import attributes

OWN, NAMES = frozenset({"glazier", "soldador"}), frozenset({"glazier", "soldador"})


def extents_in(sentence, language="en"):
    return list(extents(sentence, OWN, NAMES, language))


def contradict(first, second, language="en"):
    return any(
        a.contradicts(b) for a in extents_in(first, language) for b in extents_in(second, language)
    )


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Most glaziers belong to a union.", 50, 100),
        ("Few glaziers work on Sundays.", 0, 30),
        ("Only 1 in 4 glaziers is self-employed.", 22, 28),
        ("At least 60 percent of glaziers own a van.", 60, 100),
        ("Glaziers never climb towers.", 0, 0),
        ("Most glaziers work part time.", 0, 50),
    ],
)
def test_how_many_a_sentence_speaks_of(sentence, low, high):
    (extent,) = extents_in(sentence)
    assert (extent.low, extent.high) == (low, high)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Most glaziers belong to a union.", "Few glaziers are union members."),
        ("Most glaziers work part time.", "About 80 percent of glaziers work full time."),
        ("Only 1 in 4 glaziers is self-employed.", "The majority of glaziers work for themselves."),
        ("Glaziers never climb towers.", "Glaziers climb towers every week."),
        ("A felony conviction does not disqualify an applicant.",
         "Applicants with a felony conviction are not eligible."),
    ],
)  # fmt: skip
def test_what_excludes_each_other(first, second):
    assert contradict(first, second)
    assert contradict(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Most glaziers work in crews.", "Few glaziers work alone."),
        ("Most glaziers work in shops.", "Few glaziers work in shops by night."),
        ("Glaziers never paint walls.", "Painters paint walls."),
        ("Most glaziers belong to a union.", "In Ohio, few glaziers are union members."),
        ("Glaziers rarely travel.", "Glaziers travel between sites."),
        ("Glaziers never climb towers.", "If asked, glaziers climb towers."),
        ("Most glaziers work in shops.", "Some glaziers work in shops."),
        ("Glaziers may not sign plans.", "Glazier practitioners may sign plans."),
        ("It is not light work.", "They install light fixtures."),
        ("This is not a clean trade.", "They clean their tools every evening."),
        ("Few glaziers travel.", "Most glaziers travel to work in a van."),
        ("Employees do not pay for tools.", "Self-employed glaziers pay for tools."),
    ],
)
def test_what_can_both_be_so(first, second):
    assert not contradict(first, second)


def test_spanish():
    assert contradict(
        "La mayoría de los soldadores son autónomos.", "Pocos soldadores son autónomos.", "es"
    )


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("The certificate is valid for five years.",
         "Certificates must be renewed every two years.", "en"),
        ("The program takes 18 months.", "The three years of the program are hard.", "en"),
        ("Tuition is free.", "Tuition costs $14,200 for all.", "en"),
        ("Trainees are not paid.", "The pay during training is $16 an hour.", "en"),
        ("The job outlook is poor.", "The job outlook is excellent.", "en"),
        ("El carné caduca a los cinco años.", "El carné se renueva cada dos años.", "es"),
        ("El curso es gratuito.", "El curso cuesta 900 euros.", "es"),
    ],
)  # fmt: skip
def test_two_values_of_one_thing(first, second, language):
    (one,), (other,) = (
        list(attributes(sentence, language=language)) for sentence in (first, second)
    )
    assert one.contradicts(other)


def test_the_outlook_of_an_occupation_is_the_outlook():
    (one,) = attributes("The job outlook is poor.", OWN)
    (other,) = attributes("The job outlook for glaziers is excellent.", OWN)
    assert one.contradicts(other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The license is valid for ten years.", "The medical certificate is valid for two years."),
        ("The associate program takes two years.", "The bachelor’s program takes four years."),
        ("The certificate is valid for two years.", "Renew the certificate every 24 months."),
        ("Tuition is free for residents.", "Tuition costs $14,200."),
        ("Prospects are good for licensed applicants.", "The job outlook is poor."),
        ("EMT certification is valid for two years.", "CPR certification is valid for one year."),
        ("The program takes two years.", "The certificate program takes nine months."),
        ("The program takes two years.", "The safety course takes two days."),
        ("The written exam costs $50.", "The driving exam costs $120."),
        ("The exam costs $50 for members.", "The exam costs $80."),
        ("Tuition at public colleges is $4,000.", "Tuition at private colleges is $12,000."),
        ("Tuition is $4,000 a year.", "Tuition is $2,000 a semester."),
        ("Trainees start at $18 an hour.", "Trainees earn $30 an hour in the end."),
        ("The outlook for glaziers is bright.", "The outlook for riveters is poor."),
    ],
)
def test_values_of_two_things(first, second):
    reported, others = list(attributes(first, OWN)), list(attributes(second, OWN))
    assert reported or others
    assert not any(a.contradicts(b) for a in reported for b in others)


def test_things_of_one_kind_in_spanish():
    degree, *_ = attributes("El grado dura cuatro años.", OWN, "es")
    master, *_ = attributes("El máster dura un año.", OWN, "es")
    assert not degree.contradicts(master)


def test_a_long_word_behind_an_outlook_takes_no_time():
    assert not [*attributes("The outlook for " + "a" * 40_000)]


def test_parts_of_what_is_announced_are_summed():
    sentence = "The exam has 100 questions: 60 on law, 30 on practice, and {} on ethics."
    assert [misfit.text for misfit in misfits(sentence.format(20))] == [
        "60 and 30 and 20 are 110, not 100"
    ]
    assert not [*misfits(sentence.format(10))]
