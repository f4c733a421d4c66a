"""Statements that exclude each other: in words, in numbers, and what only looks so."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A license is required in every state. You do not need a license to work.", ["Q007"]),
        ("Bakers must be on the food register. Joining the register is up to you.", ["Q007"]),
        ("You apply after passing anatomy and algebra. There are no prerequisites.", ["Q007"]),
        ("Two years of experience are required. No experience is necessary.", ["Q007"]),
        ("You cannot practice without a license. A license is optional.", ["Q007"]),
        ("## No License Needed\n\nAll states require bakers to hold a license.", ["Q007"]),
        ("It is necessary to speak English well. English is not required.", ["Q007"]),
        ("You must be at least 18 years old. The minimum age is 21.", ["Q007"]),
        ("Bakers must be 18. They may start at 16.", ["Q007"]),
        ("You can start with no experience. Shops ask for two years of experience.", ["Q007"]),
        ("A license is required to sign audits. No license is needed to keep books.", []),
        ("Some states require a license. In Ohio no license is needed.", []),
        ("Journeymen need a license. Helpers do not need a license.", []),
        ("Certification is voluntary. Bakers must have a driver's license.", []),
        ("Bakers need a license. A second license is not needed.", []),
        ("No experience is required. Head bakers need five years of experience.", []),
        ("Do bakers need a license? No license is required.", []),
        ("We require shorthand at 80 words. No shorthand is needed.", ["Q007"]),
        ("Aides need no shorthand. Bakers need the shorthand of the shop.", []),
        ("Bakers must be at least 21. There is no upper age limit.", []),
        ("Bakers must be under 35. There is no upper age limit.", ["Q007"]),
        ("You do not need a portfolio. Art schools ask for a portfolio.", []),
        ("You do not need a portfolio. Employers ask for a portfolio.", ["Q007"]),
        ("They do not need a car. A car is needed in the country.", []),
        ("They do not need a car. A car is needed.", ["Q007"]),
        ("There is no desk. Their desk is a truck.", []),
        (
            "Anyone can bake without certification; certification is mandatory in all jobs.",
            ["Q007"],
        ),
        ("Hobbyists can bake without certification; certification is mandatory in all jobs.", []),
        ("Apprentices need no license; bakers must hold a license.", []),
        ("A license is not needed for small jobs; a license is required for gas lines.", []),
        ("No license is needed to start; a license is required to sign off work.", []),
        ("Nobody needs experience to start. Two years of experience are required.", ["Q007"]),
    ],
)
def test_what_is_needed_and_not(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bakers never work nights. Night shifts are part of the job.", ["Q008"]),
        ("## Outdoor Work All Year\n\nBakers never work outdoors.", ["Q008"]),
        ("The work is done entirely outdoors. Bakers spend most of the day indoors.", ["Q008"]),
        ("There is no travel. Bakers travel four days a week.", ["Q008"]),
        ("Nobody works at night. Many bakers work at night.", ["Q008"]),
        ("Shops employ the largest share of bakers. Hotels are the largest employers.", ["Q008"]),
        ("No member has died. The two members who were lost are remembered.", ["Q008"]),
        ("Most bakers work full time. Nearly all bakers are part-time workers.", ["Q008"]),
        ("Bakers work mainly indoors. They spend most of the day outdoors.", ["Q008"]),
        ("Most bakers work full time. Many bakers work part time.", []),
        ("Most bakers work indoors. In summer they work mostly outdoors.", []),
        ("Bakers never work at night in winter. They work nights.", []),
        ("Some do not work nights. Others work nights.", []),
        ("Bakers work indoors. They rarely work outdoors.", []),
        ("Bakers used to work nights. Today bakers do not work nights.", []),
        ("No school charges a fee. Two schools are in the north.", []),
        ("We have no dress code. The dress code at banks is strict.", []),
        ("We do not offer a bonus. The June bonus is paid in two parts.", []),
        ("We do not offer a bonus. The bonus is paid in two parts.", ["Q008"]),
        ("The course includes no internship at all. An internship is part of it.", ["Q008"]),
        ("The course includes no long internship. An internship is part of it.", []),
        ("The course includes no internship. Some schools offer an internship.", []),
        ("In winter there is no internship. An internship is part of the course.", []),
    ],
)
def test_what_never_is_and_is(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bakers travel often. Bakers are home every night.", ["Q008"]),
        ("Most bakers are self-employed. Nearly all are salaried employees.", ["Q008"]),
        ("Overtime is rare. Nearly every baker works overtime each month.", ["Q008"]),
        ("The work is light. Bakers lift sacks of 80 pounds all day.", ["Q008"]),
        ("You are paid while you train. The training is unpaid.", ["Q008"]),
        ("Bakers are certified in every state. In Ohio no certification is needed.", ["Q008"]),
        ("Most bakers are self-employed. Some are salaried employees.", []),
        ("Local bakers are home every night. Traveling bakers are often away from home.", []),
        ("Bakers used to be salaried employees. Most are self-employed.", []),
        ("Overtime is rare in small shops. In large shops bakers often work overtime.", []),
        ("Certification is voluntary in most states. In Ohio certification is needed.", []),
        ("A license is renewed each year. Licenses are renewed every two years.", ["Q006"]),
        ("The guild was founded in 1926. Since its founding in 1951, the guild grew.", ["Q006"]),
        ("Applications close on January 15. The last day to apply is March 1.", ["Q006"]),
        ("Early applications close on January 15. The last day to apply is March 1.", []),
        ("There are three kinds of bread: wheat, rye, oat and barley.", ["Q006"]),
        ("Shops never close, so bakers work nights. Pay for nights can differ.", []),
        ("Tuition is free at state academies. Tuition costs $9,000 there [@bls].", []),
        ("All clinical hours are in person. Treatment at home needs nurses.", []),
        ("## Travel\n\nBakers never travel.", []),
        ("Most bakers work full time. At times, part-time work is common.", []),
        ("Bakers lift sacks of 80 pounds. Pastry work requires little strength.", []),
        ("Employment of bakers is growing. Jobs in supermarkets are declining.", []),
        ("Most bakers do not get benefits. Large employers offer health insurance.", []),
        ("The job is stressful around the holidays. For the rest the pace is relaxed.", []),
        ("Bakers work part time while they study. Most bakers work full time.", []),
        ("Most bakers work in cities. In rural areas jobs are few.", []),
        ("Nobody works on Christmas Day. Bakers work on holidays such as Easter.", []),
        ("Bakers use mathematics daily. No advanced mathematics is needed.", []),
        ("About 10 percent are self-employed [@bls]. Many bakers freelance.", []),
        ("About 2 percent are self-employed [@bls]. Many bakers freelance.", ["Q008"]),
    ],
)
def test_two_ends_of_an_axis(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bakers earn $20 an hour, or about $60,000 a year [@bls].", ["Q006"]),
        ("Bakers earn $20 an hour, or about $41,600 a year [@bls].", []),
        ("A third of bakers, or 33 percent, are women [@bls].", []),
        ("Jobs grew from 100,000 to 150,000, an increase of 50 percent [@bls].", []),
        ("Employment is projected to grow 6 percent from 2024 to 2034 [@bls].", []),
        ("The path takes two years of school and three years of work, six years in all.", ["Q006"]),
        ("They work ten hours a day, four days a week, a 40-hour week.", []),
        ("The shop is open between 10 and 4.", []),
    ],
)
def test_what_a_sentence_says_twice(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Four things count:\n\n- taste\n- time", ["Q006"]),
        ("## Three Tickets You Want\n\n- bread\n- cake", ["Q006"]),
        ("## Two Tickets You Want\n\n- bread\n- cake", []),
        ("The course takes two years:\n\n- bread\n- cake\n- pies", []),
        ("The exam has three parts. Candidates must pass all five parts.", ["Q006"]),
        ("The exam has five parts. Candidates must pass all five parts.", []),
        ("The firm has seven vessels. It crews the firm's eleven vessels.", ["Q006"]),
        ("The firm has seven red vessels. It crews the firm's eleven blue vessels.", []),
        ("The firm has seven vessels and buys four. It crews its eleven vessels.", []),
        ("One baker serves each of our three shops. Our five shops are open late.", ["Q006"]),
        ("Each baker minds two ovens. The nine ovens are lit at four.", []),
        ("The shop has up to six ovens. Its four ovens are lit at four.", []),
        ("The shop has six ovens. Its four other ovens are lit at four.", []),
        ("The bake crew is four. All six of the bake crew are in.", ["Q006"]),
        ("The bake crew is four. Two of the bake crew are in.", []),
        ("Training takes four years. After the full six years, you are a baker.", ["Q006"]),
        ("Training takes four years. After the first two years, you bake alone.", []),
        ("- Bread: 400 hours\n- Cake: 750 hours\n\nThen all 1,150 hours are done.", []),
        ("- Bread: 400 hours\n- Cake: 750 hours\n\nThen all 1,600 hours are done.", ["Q006"]),
        ("The course takes two years. The two months that follow are spent at sea.", []),
        ("Each of the five rooms has a sink. The two back rooms have none.", []),
        (
            "Half of the flour comes from abroad, 30 percent from the south and the rest from nearby.",
            [],
        ),
    ],
)
def test_how_many_are_announced_and_referred_to(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Para trabajar hace falta el carné. Ningún carné es necesario.", ["Q007"]),
        ("Se exige experiencia previa. No se necesita experiencia.", ["Q007"]),
        ("No hace falta título. Para enseñar hace falta título.", []),
        ("El curso no incluye prácticas. Las prácticas duran un mes.", ["Q008"]),
        ("En la pública se exige un examen. En la privada no hay examen.", []),
        ("El empleo crecerá. En esos diez años habrá menos puestos.", ["Q004"]),
        ("Es un trabajo ligero. Se cargan sacos de 50 kilos todo el día.", ["Q008"]),
        ("Es un trabajo ligero. La carga de sacos es pesada.", []),
        ("Se pide una licenciatura. Basta el bachillerato.", ["Q001"]),
        ("Muchos trabajan en las ciudades. En los pueblos hay poco trabajo.", []),
        ("El curso dura 12 semanas. Por la tarde el curso dura 20 semanas.", []),
        (
            "Se puede hornear sin certificado. El certificado es obligatorio en todos los empleos.",
            ["Q007"],
        ),
    ],
)
def test_spanish(body, found):
    assert codes(body, "es") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The shop is open every weekday. It is closed on Wednesdays.", ["Q008"]),
        ("The shop is open Monday through Saturday. On Fridays we are closed.", ["Q008"]),
        ("The shop is open all year. In January the shop is closed.", ["Q008"]),
        ("The shop is open every weekday. Bakers rest. It does not open on Fridays.", ["Q008"]),
        ("The shop is open every weekday. It is closed on Sundays.", []),
        ("The shop is open every weekday. It is closed on Wednesday afternoons.", []),
        ("The shop is open every weekday. The café is closed on Wednesdays.", []),
        ("The shop is open every day. The bakery next to it is closed on Mondays.", []),
        ("We are open every day. Our kitchen is closed on Mondays.", []),
        ("The shop is open every weekday. A café is near. It is closed on Wednesdays.", []),
        ("The shop is open every day except Monday. It is closed on Mondays.", []),
        ("We are open Monday through Friday. We are closed on weekends.", []),
    ],
)
def test_when_a_place_is_open(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The apprenticeship lasts three years. Fourth-year apprentices rest.", ["Q006"]),
        ("The program has six modules. Module 7 is on rye.", ["Q006"]),
        ("The apprenticeship lasts four years. Fourth-year apprentices rest.", []),
        ("The apprenticeship lasts three to five years. Fourth-year apprentices rest.", []),
        ("The course takes two years. Fourth-year students at the university join.", []),
        ("Of the 36 bakers, 22 work days. The other 14 work nights.", []),
        ("The training is unpaid. Trainees are paid by the hour.", ["Q006"]),
        ("Recruits draw full pay while in training. Pay begins only on graduation.", ["Q006"]),
        ("The internship is unpaid. Trainees are paid by the hour.", []),
        ("The course in this town is three years long. Fourth-year students rest.", ["Q006"]),
        ("Everyone here is paid flat rate. Three of our bakers get an hourly wage.", ["Q008"]),
        ("All bakers are paid by the hour. Some drivers are paid by the mile.", []),
        ("All bakers are paid hourly. Some journeymen are on salary.", []),
        ("Each driver owns their truck. Some companies lease the trucks.", []),
        ("The course lasts two years. In the third year, they are journeymen.", []),
        ("Most bakers are paid by the hour. Some are paid by the job.", []),
        ("All bakers are paid by the hour. Some of our bakers also get commission.", []),
        (
            "All states require bakers to hold a license. In several states no license is needed.",
            ["Q008"],
        ),
        ("Most states require a license. In several states no license is needed.", []),
    ],
)
def test_stages_parts_and_ways(body, found):
    assert codes(body) == found


def test_what_is_asked_elsewhere_is_not_asked_here():
    here = "A license is required."
    assert "Q007" not in codes(f"{here}\n\nElsewhere, a license is not required.")
    assert "Q007" in codes(f"{here}\n\nA license is not required.")


@pytest.mark.parametrize(
    ("language", "needed", "needless"),
    [
        ("fr", "Le permis est obligatoire.", "Aucun permis n’est exigé."),
        ("fr", "Il faut un permis de conduire.", "Le permis de conduire n’est pas nécessaire."),
        ("fr", "L’expérience est indispensable.", "On ne demande aucune expérience."),
        ("de", "Ein Führerschein ist Pflicht.", "Ein Führerschein ist nicht nötig."),
        ("de", "Eine Zulassung ist vorgeschrieben.", "Man braucht keine Zulassung."),
        ("de", "Berufserfahrung ist Voraussetzung.", "Verlangt wird keine Erfahrung."),
        ("pt", "A licença é obrigatória.", "Não é preciso licença."),
        ("pt", "Exige-se experiência.", "Não se exige experiência."),
    ],
)
def test_what_is_needed_and_waived_in_other_languages(language, needed, needless):
    assert codes(f"{needed}\n\n{needless}", language) == ["Q007"]
    assert codes(f"{needed}\n\n{needed}", language) == []


@pytest.mark.parametrize(
    ("language", "needed", "needless"),
    [
        ("fr", "Le permis est obligatoire.", "Aucune licence n’est exigée au Québec."),
        ("fr", "Le permis est obligatoire.", "Pour tailler les haies, aucun permis n’est exigé."),
        ("fr", "L’examen d’État est obligatoire.", "L’examen d’entrée n’est pas obligatoire."),
        ("fr", "L’expérience est exigée par certains.", "Aucune expérience n’est exigée."),
        ("de", "Eine Prüfung ist Pflicht.", "Die mündliche Prüfung ist nicht Pflicht."),
        ("de", "Ein Führerschein ist Pflicht.", "Für die Stadt ist ein Führerschein nicht nötig."),
        ("pt", "A licença é obrigatória.", "No Paraná, não é preciso licença."),
        ("pt", "A licença é obrigatória.", "Não se exige experiência."),
    ],
)
def test_what_is_needed_and_waived_of_others_in_other_languages(language, needed, needless):
    assert codes(f"{needed}\n\n{needless}", language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Michigan asks for a high school diploma. Wisconsin does not ask for a diploma."),
        ("en", "Nevada requires a background check. Utah requires no background check."),
        ("en", "In Chicago the shop is closed on Sundays. In Detroit the shop is open on Sundays."),
        ("en", "Florida licenses barbers. Alabama does not license barbers."),
        ("en", "Iowa offers no exam in Spanish. Illinois offers an exam in Spanish."),
        ("en", "The course in Ohio takes 1,500 hours. The course in Kentucky takes 1,800 hours."),
        ("es", "En Jalisco se exige licencia. En Sonora no se exige licencia."),
        ("es", "Andalucía exige examen. Murcia no exige examen."),
        ("es", "El curso en Chile dura dos años. El curso en Perú dura tres años."),
        ("es", "Colombia pide tarjeta profesional. Ecuador no pide tarjeta profesional."),
        ("de", "In Bayern ist ein Meisterbrief nötig. In Hessen ist kein Meisterbrief nötig."),
        ("pt", "No Paraná exige-se licença. Em Goiás não se exige licença."),
        ("en", "Texas requires 600 hours. Ohio requires 1,000."),
        ("en", "Texas asks for a license. Ohio asks for none."),
        ("en", "In Oregon a license is required. In Idaho no license is required."),
        ("en", "Vermont renews the card every two years; Maine renews it every year."),
        ("en", "New York tests applicants in writing. New Jersey does not test them."),
        ("es", "Jalisco exige 600 horas. Sonora exige 1.000."),
        ("es", "En Madrid se exige un título. En Galicia no se exige ninguno."),
        ("de", "Bayern verlangt 600 Stunden. Hessen verlangt 1.000."),
    ],
)
def test_two_places_have_rules_of_their_own(language, body):
    assert codes(body, language) == []
    assert codes("In Ohio the shop is closed on Sundays. In Ohio the shop is open on Sundays.") == [
        "Q008"
    ]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "This college has three terms of ten weeks. The teaching year, forty weeks in three terms, ends in June.", ["Q006"]),
        ("en", "Our certificate course meets for eight Saturdays, six hours each Saturday. That makes 64 hours of class.", ["Q006"]),
        ("en", "There are three terms of twelve weeks each. All twenty-four weeks are spent at the bench.", ["Q006"]),
        ("en", "The program has four modules of thirty hours. In all, students sit through 140 hours.", ["Q006"]),
        ("en", "A season has five voyages of six weeks. In all, hands are away for 35 weeks.", ["Q006"]),
        ("en", "The course has six units of ten lessons. A total of 50 lessons are taught by night.", ["Q006"]),
        ("es", "El curso tiene tres trimestres de diez semanas. En total son cuarenta semanas.", ["Q006"]),
        ("es", "Se hacen cuatro módulos de treinta horas. Suman 140 horas.", ["Q006"]),
        ("en", "The class has 18 students. Of these, ten are from Dayton and the other seven from Xenia; the eighteenth came from Guam.", []),
        ("en", "Each wing has ten rooms with two beds. All twenty beds are taken.", []),
        ("en", "There are two terms of sixteen weeks. The whole thirty-two weeks count.", []),
        ("en", "Each wing has ten rooms with two beds. All thirty beds are taken.", ["Q006"]),
        ("es", "Son las tres de la tarde. Son dos cortes, cuatro tintes y un peinado.", []),
        ("es", "El curso tiene tres trimestres de diez semanas cada uno. En total son 34 semanas con las de exámenes.", []),
        ("en", "The crew has seven people. They are two welders, three fitters and a foreman, with an apprentice in summer.", []),
        ("en", "The team has twelve members. They are two nurses, four aides and a cook in the day shift.", []),
        ("en", "The program takes two semesters of sixteen weeks. All the 14 weeks of clinical work come later.", []),
        ("en", "The program takes two semesters of sixteen weeks each. In all, 14 weeks are spent in the clinic.", []),
        ("en", "There are five days of eight hours each. The full 12 hours of the weekend shift are paid double.", []),
        ("en", "A course has four blocks of six weeks. In total the program lasts 30 weeks because of holidays.", []),
        ("en", "This college has three terms of ten weeks. The teaching year, thirty weeks in three terms, ends in June.", []),
        ("en", "The course meets for eight Saturdays, six hours each Saturday. That makes 48 hours of class.", []),
        ("en", "There are three terms of twelve weeks each. All twelve weeks of the first are spent at the bench.", []),
        ("en", "There are three terms of twelve weeks. With the holidays, the year has fifty weeks in all.", []),
        ("en", "The program has four modules of thirty hours and a placement. In all, students sit through 200 hours.", []),
        ("en", "The guild has 412 members. 388 are journeymen and the other 24 apprentices.", []),
        ("en", "The shop employs 24 people. Among them are 15 cooks, 6 bakers and 2 apprentices.", []),
        ("en", "The shop employs 24 people. They are 15 cooks, 6 bakers and 3 apprentices.", []),
        ("en", "The kitchen has nine stations. Four are hot and the others cold.", []),
        ("en", "The kitchen has nine stations. They are run by four cooks and two bakers.", []),
        ("en", "A week has six shifts of eight hours. Overtime comes to ten hours in all.", []),
        ("en", "A shift has two breaks of ten minutes. In all, it lasts eight hours.", []),
        ("en", "The fleet has 12 trucks. They carry 4 tons of ice and 3 tons of fish.", []),
        ("es", "El curso tiene tres trimestres de diez semanas. En total son treinta semanas.", []),
        ("es", "El taller tiene 24 empleados. De ellos, 15 son cocineros y los otros 9 son aprendices.", []),
        ("es", "Hay cuatro turnos de seis horas. Cada cocinero trabaja 36 horas en total.", []),
    ],
)  # fmt: skip
def test_wholes_and_their_parts(language, body, found):
    assert codes(body, language) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "The shop opens at seven. The shop opens at nine.", ["Q008"]),
        ("en", "Our office closes at five. The office closes at six.", ["Q008"]),
        ("en", "The shift starts at 5:30 a.m. Every shift starts at 7 a.m.", ["Q008"]),
        ("es", "El taller abre a las siete. El taller abre a las nueve.", ["Q008"]),
        ("es", "La jornada empieza a las 6:00. La jornada empieza a las 8:00.", ["Q008"]),
        ("en", "The shop opens at seven. It is small. The shop opens at nine.", ["Q008"]),
        ("en", "The shop opens at seven in the morning. The shop opens at nine.", ["Q008"]),
        ("en", "The shop opens at seven. At Okafor’s, across the street, things are calmer. The shop opens at nine.", []),
        ("en", "The day starts at six. For the office, it is another matter. The day starts at nine.", []),
        ("en", "The library opens at ten. Saturday is busier. The library opens at nine.", []),
        ("en", "Every class starts at eight. The evening class starts at six. The class starts at six.", []),
        ("en", "The morning shift starts at seven. The shift ends at three. The night shift starts at eleven. The shift ends at seven.", []),
        ("en", "The pharmacy opens at seven. In the west wing there is a second one. The pharmacy opens at nine.", []),
        ("en", "The registration opens at 9 a.m. The registration closes at 5 p.m.", []),
        ("es", "El taller abre a las siete. En Laredo es distinto. El taller abre a las nueve.", []),
        ("en", "The shop opens at seven. The office opens at nine.", []),
        ("en", "The shop opens at seven on weekdays. The shop opens at nine on Saturdays.", []),
        ("en", "In summer the yard opens at six. In winter the yard opens at eight.", []),
        ("en", "The shop opens at seven. The shop closes at five.", []),
        ("en", "The day shift starts at six. The night shift starts at ten.", []),
        ("en", "The shop used to open at seven. Now the shop opens at nine.", []),
        ("en", "The shop opens at 7 a.m. The shop opens at seven.", []),
        ("en", "The shop opens at seven. Another shop opens at nine.", []),
        ("en", "One shift starts at six. The second shift starts at two.", []),
        ("en", "Classes begin at eight, and some classes begin at noon.", []),
        ("en", "The shift starts at six or at seven. A shift starts at eight for trainees.", []),
        ("en", "The bell rings at seven. The bell rings again at noon.", []),
        ("es", "El taller abre a las siete. La oficina abre a las nueve.", []),
        ("es", "En verano el taller abre a las siete. En invierno el taller abre a las nueve.", []),
    ],
)  # fmt: skip
def test_one_thing_opens_at_one_hour(language, body, found):
    assert codes(body, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three 12-hour shifts make 36 hours.", []),
        ("Three 12-hour shifts make 40 hours.", ["Q006"]),
        ("Six 4-hour blocks and two 8-hour shifts make 40 hours in total.", []),
        ("A team of three covers two 12-hour shifts, which makes 24 hours.", []),
    ],
)
def test_a_number_of_equal_stretches_is_multiplied(text, found):
    assert codes(text) == found


def test_spanish_multiplies_a_number_of_equal_stretches():
    assert codes("Tres turnos de 12 horas suman 36 horas.", "es") == []
    assert codes("Tres turnos de 12 horas suman 40 horas.", "es") == ["Q006"]


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("de", "Fahrlehrer", "Fahrlehrer müssen eine Fahrlehrerlaubnis haben.\n\nUm als Fahrlehrer zu arbeiten, braucht man keine Fahrlehrerlaubnis."),
        ("de", "Detektiv", "Eine Genehmigung ist Pflicht.\n\nDetektive brauchen keine Genehmigung."),
        ("de", "Detektiv", "Jeder Detektiv braucht eine Lizenz.\n\nFür den Beruf ist keine Lizenz nötig."),
        ("fr", "Chauffeur de taxi", "Les chauffeurs de taxi doivent avoir une carte professionnelle.\n\nAucune carte professionnelle n’est nécessaire pour conduire un taxi."),
        ("fr", "Détective", "Un détective a besoin d’un agrément.\n\nLes détectives n’ont pas besoin d’agrément."),
        ("pt", "Piloto de drone", "Os pilotos de drone precisam de uma licença antes do primeiro voo.\n\nNenhuma licença é necessária para trabalhar como piloto de drone."),
        ("pt", "Detetive", "Todo detetive precisa ter licença.\n\nOs detetives não precisam de nenhuma licença."),
    ],
)  # fmt: skip
def test_a_licence_that_those_of_the_occupation_need_and_do_not_need(language, title, body):
    assert codes(body, language, title=title) == ["Q007"]


@pytest.mark.parametrize(
    ("language", "title", "body"),
    [
        ("de", "Fahrlehrer", "Fahrlehrer müssen eine Fahrlehrerlaubnis haben.\n\nFahrlehrer brauchen keine Gewerbeerlaubnis. Um ein Fahrrad zu lenken, braucht man keine Erlaubnis."),
        ("de", "Detektiv", "Detektive brauchen eine Lizenz.\n\nKunden brauchen keine Lizenz."),
        ("fr", "Chauffeur de taxi", "Les chauffeurs de taxi doivent avoir une carte professionnelle.\n\nPour livrer des repas, aucune carte professionnelle n’est nécessaire."),
        ("fr", "Chauffeur de taxi", "Les chauffeurs de taxi doivent avoir une carte professionnelle.\n\nLes chauffeurs de bus n’ont pas besoin de carte professionnelle."),
        ("pt", "Detetive", "Todo detetive precisa ter licença.\n\nOs jornalistas não precisam de licença. Os detetives não precisam de seguro."),
    ],
)  # fmt: skip
def test_a_licence_that_others_do_not_need_or_of_another_kind(language, title, body):
    assert codes(body, language, title=title) == []


@pytest.mark.parametrize(
    ("language", "title", "body", "code"),
    [
        ("de", "Schweißer", "Die Ausbildung zum Schweißer dauert drei Jahre.\n\nDie Lehre dauert zwei Jahre.", "Q006"),
        ("de", "Schweißer", "Die Lehre dauert dreieinhalb Jahre.\n\nDie dreijährige Ausbildung endet im Juli.", "Q006"),
        ("de", "Schweißer", "Bewerber müssen mindestens 18 Jahre alt sein.\n\nSchon mit 16 Jahren kann man anfangen.", "Q007"),
        ("fr", "Soudeur", "La formation dure trois ans.\n\nLa formation de soudeur s’étend sur dix-huit mois.", "Q006"),
        ("fr", "Soudeur", "Les candidats doivent avoir au moins 18 ans.\n\nOn peut commencer dès 16 ans.", "Q007"),
        ("pt", "Soldador", "O curso dura dois anos.\n\nO curso tem a duração de três anos.", "Q006"),
        ("pt", "Soldador", "A inscrição é gratuita. A inscrição custa um dia, mas a prova não custa nada.", ""),
        ("pt", "Soldador", "É preciso ter pelo menos 18 anos.\n\nPode-se começar aos 16 anos.", "Q007"),
        ("de", "Schweißer", "Die Ausbildung dauert drei Jahre. Nach zwei Jahren Ausbildung kommt die Zwischenprüfung. Die Ausbildung zum Meister dauert ein Jahr; in Teilzeit dauert die Ausbildung vier Jahre.", ""),
        ("de", "Schweißer", "Das Mindestalter beträgt 18 Jahre. Für ein Praktikum reicht es, 15 zu sein. Die Maschine muss mindestens 20 Jahre halten.", ""),
        ("fr", "Soudeur", "La formation dure trois ans. Après un an de formation, l’apprenti soude seul. La formation de formateur dure six mois.", ""),
        ("fr", "Soudeur", "Les candidats doivent avoir au moins 18 ans. Un chef doit avoir 20 ans d’expérience.", ""),
        ("pt", "Soldador", "A formação dura três anos. A formação de formadores dura seis meses.", ""),
    ],
)  # fmt: skip
def test_lengths_of_training_and_ages_in_other_languages(language, title, body, code):
    assert codes(body, language, title=title) == ([code] if code else [])
