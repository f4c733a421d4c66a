"""Promises in five languages, and what denies, doubts, counts or asks."""

from __future__ import annotations

import pytest
from linting.linted import codes


def reported(body, language):
    return [code for code in codes(body, language) if code[0] == "M"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Choose this career and you are set for life."),
        ("en", "Pass the exam and your pay doubles, no matter where you live."),
        ("en", "With this certificate, you'll earn more than most nurses."),
        ("en", "You will earn more than your friends with degrees."),
        ("en", "You'll make twice what you make today."),
        ("en", "Within a year you will out-earn your teachers."),
        ("en", "Jobs are waiting for you the day you finish."),
        ("en", "Finish the course and employers will line up."),
        ("en", "Your first sale is certain within a week."),
        ("en", "After our course you are guaranteed thirty customers."),
        ("en", "Every graduate finds work within a month."),
        ("en", "You cannot fail with this license."),
        ("en", "A plumber is never out of work."),
        ("en", "This trade will always need you."),
        ("en", "Money will never be a worry again."),
        ("en", "Get certified and watch your salary soar."),
        ("en", "We place 100 percent of our graduates."),
        ("en", "Your investment pays for itself in no time, guaranteed."),
        ("en", "Unemployment is unknown in this trade."),
        ("en", "Success is yours if you enroll."),
        ("es", "Con este título le lloverán las ofertas."),
        ("es", "Con nuestro curso tendrá empleo asegurado desde el primer día."),
        ("es", "Nunca le faltará trabajo."),
        ("es", "Todos nuestros alumnos encuentran trabajo en un mes."),
        ("es", "Ganará el doble que hoy."),
        ("es", "Tendrá la vida resuelta."),
        ("es", "El éxito está asegurado."),
        ("es", "Saldrá con un contrato bajo el brazo."),
        ("fr", "L'emploi est garanti après la formation."),
        ("fr", "Vous trouverez un emploi à coup sûr."),
        ("fr", "Avec ce diplôme, vous ne serez jamais au chômage."),
        ("fr", "Tous nos élèves trouvent un emploi en un mois."),
        ("fr", "Votre réussite est assurée."),
        ("fr", "Vous gagnerez deux fois plus, c'est certain."),
        ("fr", "100 % de nos diplômés sont embauchés."),
        ("de", "Nach dem Kurs ist Ihnen eine Stelle sicher."),
        ("de", "Mit diesem Abschluss finden Sie garantiert Arbeit."),
        ("de", "Sie werden nie wieder arbeitslos sein."),
        ("de", "Alle unsere Absolventen finden sofort eine Stelle."),
        ("de", "Ihr Erfolg ist garantiert."),
        ("de", "Sie verdienen mit Sicherheit das Doppelte."),
        ("pt", "Com este curso, o emprego é garantido."),
        ("pt", "Emprego garantido na primeira semana."),
        ("pt", "Nunca lhe faltará trabalho."),
        ("pt", "Garantimos emprego a todos os alunos."),
        ("pt", "O sucesso é certo."),
        ("pt", "Todos os nossos alunos conseguem emprego em um mês."),
        ("pt", "Você vai ganhar o dobro, com certeza."),
        ("en", "100 percent of our students pass the exam on the first try."),
        ("en", ":::{tip} You'd Have to Try Hard Not to Get Hired\n\nApply in spring.\n\n:::"),
        (
            "en",
            ":::{table} A Job That's Yours for Sure\n\n| Week | Task |\n|---|---|\n| 1 | Anatomy |\n\n:::",
        ),
        ("en", "You would have to work hard to fail this exam."),
        ("en", "[You can't fail our exam: see the dates](https://school.example/dates)"),
        ("es", "Lo difícil es no encontrar trabajo."),
        ("fr", "Il est difficile de ne pas trouver d'emploi après ce cours."),
        ("de", "Man muss sich anstrengen, um nicht eingestellt zu werden."),
        ("pt", "Difícil é não arrumar emprego."),
        ("en", "Job security is total."),
        ("en", "Job security is complete for those who finish."),
        ("en", "Your income is secure for life."),
        ("en", "The job security is absolute."),
        ("en", "Success is certain."),
        ("en", "A job is a sure thing."),
        ("es", "La seguridad laboral es total."),
        ("es", "El éxito es seguro."),
        ("fr", "La sécurité de l'emploi est totale."),
        ("fr", "Le succès est certain."),
        ("de", "Die Arbeitsplatzsicherheit ist absolut."),
        ("de", "Der Erfolg ist sicher."),
        ("pt", "A segurança no emprego é total."),
        ("en", "In this trade, job security here is absolute."),
        ("en", "Income stability is rock solid."),
        ("es", "La estabilidad laboral es absoluta."),
        ("de", "Der Erfolg ist Ihnen sicher."),
        ("fr", "Avec nous, la réussite est assurée."),
        ("pt", "A estabilidade no emprego é absoluta."),
        ("en", "Job placement: every graduate is guaranteed a position."),
        ("en", "Students are promised a job before they finish."),
        ("en", "The college guarantees its graduates a place in a shop."),
        ("en", "Holders of the card are guaranteed a position."),
        ("fr", "À chaque élève est garanti un poste."),
        ("fr", "L’école garantit un travail à ses élèves."),
        ("de", "Die Schule garantiert Arbeit nach dem Kurs."),
        ("pt", "A cada aluno é garantida uma vaga de emprego."),
        ("es", "La academia garantiza su empleo."),
        ("en", "No applicant is turned away."),
        ("en", "No apprentice is ever turned away."),
        ("fr", "Vous gagnerez un excellent salaire."),
        ("fr", "Vous toucherez de très bons revenus."),
        ("fr", "Avec ce diplôme, vous aurez un salaire confortable."),
        ("fr", "Vous êtes sûr de trouver un emploi."),
        ("fr", "Vous serez certaine de décrocher un poste."),
        ("de", "Sie werden ein hervorragendes Gehalt verdienen."),
        ("de", "Mit diesem Kurs verdienen Sie ein Spitzengehalt."),
        ("de", "Sie werden ein hohes Einkommen erzielen."),
        ("de", "Du wirst ein sehr gutes Gehalt bekommen."),
        ("pt", "Você ganhará um ótimo salário."),
        ("pt", "Você vai receber um salário excelente."),
        ("pt", "Você certamente vai conseguir emprego."),
        ("pt", "Com certeza você encontrará uma vaga."),
    ],
)
def test_promises(language, body):
    assert reported(body, language)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        (
            "en",
            "There is no such thing as a guaranteed position, though firms do offer internships.",
        ),
        ("en", "There is no such thing as a sure job in this trade."),
        ("en", "No school can promise a job, and no honest one does."),
        ("en", "Nobody walks out of school into a six-figure salary."),
        ("en", "A license is not a promise of work."),
        ("en", "Don't believe anyone who says you will always have work."),
        ("en", "Be wary of schools that promise a job to every graduate."),
        ("en", "It would be wrong to say that every graduate finds a job."),
        ("en", "Not every graduate will find work within a year."),
        ("en", "About half of the people pass at the first try."),
        ("en", "Most candidates pass the exam on the first attempt."),
        ("en", "Some 62 percent pass on the first try."),
        ("en", "Few pass the test at the first try."),
        ("en", "Is a job guaranteed after the course?"),
        ("en", "Will you find work? That depends on the season."),
        ("en", "A bond guarantees that the work will be finished."),
        ("en", "The contract guarantees forty hours of pay a week."),
        ("en", "The maker guarantees his pumps for ten years."),
        ("en", "A union card guarantees nothing."),
        ("en", "Some say that plumbers never go hungry, but winters are slow."),
        ("en", "You will earn the trust of customers, one pipe at a time."),
        ("en", "You'll earn credits toward a degree."),
        ("en", "You will never be bored, some say; others disagree."),
        ("es", "No hay empleo garantizado en este oficio."),
        ("es", "No existe el trabajo seguro para siempre."),
        ("es", "Nadie puede asegurar un empleo al terminar."),
        ("es", "Desconfíe de quien le prometa un puesto fijo."),
        ("es", "¿Hay trabajo asegurado al terminar?"),
        ("es", "El fabricante garantiza la caldera durante dos años."),
        ("fr", "Il n'existe pas d'emploi garanti dans ce métier."),
        ("fr", "Méfiez-vous des écoles qui garantissent un emploi."),
        ("fr", "L'emploi est-il garanti après la formation ?"),
        ("fr", "Le fabricant garantit la chaudière pendant deux ans."),
        ("de", "Eine garantierte Stelle gibt es nicht."),
        ("de", "Vorsicht vor Schulen, die eine Stelle garantieren."),
        ("de", "Ist der Arbeitsplatz garantiert?"),
        ("de", "Der Hersteller garantiert fünf Jahre Dichtheit."),
        ("pt", "Não existe emprego garantido nesta profissão."),
        ("pt", "Desconfie de escolas que garantem emprego."),
        ("pt", "O emprego é garantido depois do curso?"),
        ("en", "The outfit mends what breaks, and nobody's gone hungry yet."),
        ("en", "\"You'll be rich,\" a recruiter told one student, who didn't believe it."),
        ("en", 'A policy with "lifetime income" in its name pays until the buyer dies.'),
        ("en", "You'll know your rank within a month."),
        ("en", "Every student is guaranteed a locker."),
        ("en", "The state guarantees each student a place in public school."),
        ("de", "Das Programm garantiert Arbeit an echten Werkstücken."),
        ("pt", "A cada aluno é garantida uma vaga no laboratório."),
        ("en", "A school that guarantees its graduates jobs breaks the rules of its accreditor."),
        ("de", "Die Gesellinnen sind gefragt. Sie verdienen ein gutes Gehalt."),
        ("de", "Mit dem Diplom bekommen sie ein hohes Gehalt, weil die Kammer es so will."),
        ("de", "Wer fragt: „Bekommen Sie ein gutes Gehalt?“, bekommt oft keine Antwort."),
        ("en", "You'll always find flour in your hair."),
        ("en", "Within a week you will have your badge."),
        ("es", "Sabrás tu puesto en la lista en un mes."),
        ("en", "Job security is not total; layoffs come."),
        ("en", "Site security is total on launch days."),
        ("en", "The total is written on the ticket. The lock is secure."),
        ("en", "No job is a sure thing."),
        ("es", "La seguridad de la obra es total responsabilidad del capataz."),
        ("fr", "La sécurité du chantier est totale."),
        ("de", "Der Arbeitsplatz ist sicher, wenn der Helm sitzt."),
        ("pt", "A segurança da obra é da empresa."),
        ("en", "Job security is never total."),
        ("en", "The chapter on job security is complete."),
        ("en", "Income stability is not perfect, and few expect it."),
        ("es", "La seguridad laboral es total responsabilidad de la empresa."),
        ("es", "La estabilidad laboral no es absoluta."),
        ("fr", "La sécurité de l'emploi n'est pas totale."),
        ("fr", "Le succès n'est jamais certain."),
        ("de", "Der Erfolg ist nicht sicher, und die Arbeitsplatzsicherheit ist nicht absolut."),
        ("de", "Der Erfolg ist keineswegs sicher."),
        ("pt", "A segurança no emprego não é total."),
        ("en", "The exam is never easy, and nobody passes it without work."),
        ("en", "You'll never get rich in this trade, but you'll never be bored."),
        ("es", "Te pedirán el carné en la puerta."),
        ("es", "Un trabajo para toda la vida: eso no existe."),
        ("es", "Un empleo para toda la vida, eso no existe en ningún sitio."),
        ("de", "Eine Stelle auf Lebenszeit: das gibt es nicht."),
        (
            "en",
            "The maker guarantees a compressor for ten years, and the shop guarantees its own work for one.",
        ),
        ("en", "A good roofer guarantees the work in writing."),
        ("en", "We guarantee our work, the sign says."),
        ("en", "Every patient is guaranteed a second opinion."),
        ("en", "Tenants are guaranteed a warm room by the city code."),
        ("es", "El taller garantiza su trabajo por un año."),
        ("fr", "Le couvreur garantit son travail dix ans."),
        ("de", "Die Innung garantiert gute Arbeit."),
        ("pt", "A empresa garante o trabalho por cinco anos."),
        ("en", "No call is refused."),
        ("en", "No report is turned down without a reason."),
        ("en", "No train is replaced at night."),
        ("fr", "Vous gagnerez un peu moins la première année."),
        ("fr", "Vous gagnerez la confiance de l’équipe."),
        ("fr", "Vous n’êtes pas sûr de trouver un emploi."),
        ("fr", "Soyez sûr de vos gestes."),
        ("fr", "Le chef est sûr de trouver un emploi de son temps."),
        ("de", "Sie werden ein Gehalt nach Tarif bekommen."),
        ("de", "Sie verdienen kein hohes Gehalt."),
        ("de", "Sie werden ein gutes Gefühl für den Stahl bekommen."),
        ("pt", "Você ganhará experiência."),
        ("pt", "Você não ganhará um ótimo salário."),
        ("pt", "Você vai receber um salário conforme a tabela."),
        ("pt", "O mestre certamente vai conseguir um forno novo."),
    ],
)
def test_no_promises(language, body):
    assert reported(body, language) == []


@pytest.mark.parametrize(
    ("language", "nobody", "promise"),
    [
        ("en", "Nobody will get rich.", "Nobody is left without a job."),
        ("en", "None of our graduates is promised a place.", "None of our graduates is unemployed."),
        ("es", "Nadie tiene el empleo asegurado.", "Nadie se queda sin trabajo."),
        ("en", "Nobody likes to be out of work.", "Nobody stays out of work."),
        ("es", "A nadie le gusta quedarse sin trabajo.", "Nadie acaba en el paro."),
        ("pt", "Ninguém sabe se vai ficar sem trabalho.", "Ninguém fica sem trabalho."),
        ("pt", "Ninguém trabalha sem contrato.", "Com este diploma ninguém acaba no desemprego."),
        ("fr", "Personne ne parle du chômage.", "Personne ne reste sans emploi."),
        ("de", "Keiner weiß, ob er arbeitslos wird.", "Niemand bleibt ohne Arbeit."),
    ],
)  # fmt: skip
def test_what_nobody_has_is_no_promise(language, nobody, promise):
    assert reported(nobody, language) == []
    assert reported(promise, language)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "Le contrat vous garantit un salaire."),
        ("es", "El empleo no está asegurado."),
        ("es", "Un sueldo nunca está garantizado."),
        ("en", "“You'll be rich in a year,” the advertisement said."),
    ],
)
def test_what_a_contract_gives_or_is_denied_or_an_advertisement_says(language, body):
    assert reported(body, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "There is no doubt that your job is guaranteed."),
        ("en", "Beyond any doubt your position is guaranteed."),
        ("es", "No hay duda de que tu empleo está garantizado."),
        ("fr", "Il n’y a aucun doute que votre emploi est garanti."),
        ("de", "Es besteht kein Zweifel, dass Ihre Stelle garantiert ist."),
        ("pt", "Não há dúvida de que o seu emprego está garantido."),
    ],
)
def test_whoever_denies_a_doubt_denies_no_promise(language, body):
    assert codes(body, language)[0].startswith("M")


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "No job is guaranteed, and there is no doubt about that."),
        ("de", "Keine Stelle ist garantiert, daran besteht kein Zweifel."),
        ("fr", "Aucun emploi n’est garanti, sans aucun doute."),
        ("pt", "Nenhum emprego está garantido, sem dúvida."),
    ],
)
def test_a_promise_is_denied_beside_a_doubt_that_is(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "You are one course away from the job of your dreams."),
        ("es", "¡Gana 3.000 euros al mes desde el primer día!"),
        ("es", "Tu futuro, garantizado."),
        ("fr", "Gagnez jusqu’à 5 000 € par mois !"),
        ("fr", "Avec ce diplôme, vous trouverez toujours du travail."),
        ("fr", "Un métier à vie, sans risque de chômage."),
        ("de", "Verdienen Sie bis zu 5.000 € im Monat!"),
        ("de", "Mit diesem Abschluss finden Sie immer Arbeit."),
        ("pt", "Ganhe até R$ 9.000 por mês!"),
        ("pt", "Nunca mais ficará desempregado."),
        ("pt", "Com este diploma, você sempre terá trabalho."),
    ],
)
def test_amounts_to_earn_and_work_for_ever_are_promises(language, body):
    assert reported(body, language)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "The exam is two weeks away from the start of class."),
        ("es", "Su puesto, asegurado contra incendios, está en la plaza."),
        ("fr", "Vous gagnerez 200 heures de pratique. On ne trouve pas toujours du travail."),
        ("de", "Verdienen Sie 2.000 €, zahlen Sie Steuern. Manche haben immer Kunden."),
        ("pt", "Ganhe 10 minutos com uma boa luz. Nem sempre terá trabalho."),
    ],
)
def test_what_is_gained_otherwise_is_no_promise(language, body):
    assert not reported(body, language)


@pytest.mark.parametrize(
    ("language", "promised", "open_"),
    [
        ("fr", "Si vous suivez ce cours, vous trouverez un emploi.", "Si vous suivez ce cours, vous apprendrez à rédiger un bail."),
        ("fr", "À l’issue de la formation, vous aurez un emploi.", "À l’issue de la formation, vous aurez un diplôme."),
        ("fr", "Avec ce diplôme, vous trouverez tout de suite du travail.", "Avec ce diplôme, vous trouverez plus facilement un emploi."),
        ("de", "Wenn Sie diesen Kurs besuchen, finden Sie eine Stelle.", "Wenn Sie diesen Kurs besuchen, lernen Sie Verträge lesen."),
        ("de", "Mit diesem Abschluss bekommen Sie sofort Arbeit.", "Mit diesem Abschluss finden Sie Arbeit in Verlagen und Kliniken."),
        ("de", "Dank unserer Schule werden Sie eingestellt.", "Mit der Ausbildung allein bekommen Sie keine Stelle."),
        ("pt", "Se fizer este curso, você vai conseguir um emprego.", "Se fizer este curso, você aprenderá a redigir um contrato."),
        ("pt", "Com este diploma, você encontrará trabalho na hora.", "Com este diploma, será mais fácil conseguir um emprego."),
        ("pt", "Faça o curso e será contratado.", "Ao terminar o curso, você receberá um certificado."),
        ("es", "Si hace este curso, encontrará empleo.", "Si hace este curso, aprenderá a redactar un contrato."),
    ],
)  # fmt: skip
def test_a_course_is_no_sure_way_to_a_job(language, promised, open_):
    assert codes(promised, language) == ["M003"]
    assert codes(open_, language) == []


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "Der Erfolg ist nie garantiert."),
        ("pt", "O sucesso nunca é garantido."),
        ("fr", "Le succès n’est jamais garanti."),
        ("es", "El éxito nunca está garantizado."),
        ("en", "Success is never guaranteed."),
    ],
)
def test_what_is_never_sure_is_no_promise(language, body):
    assert codes(body, language) == []


def test_what_a_customer_is_guaranteed_is_no_promise_to_readers():
    assert reported("A bonded contractor guarantees the owner that the work is done.", "en") == []
    assert reported("The school guarantees you that you will find work.", "en") == ["M001"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "“You'll earn six figures by June” is a line from an advertisement that nobody should trust."),
        ("es", "«Ganarás una fortuna»: así empieza más de un anuncio."),
        ("fr", "« Vous gagnerez une fortune », ainsi commence plus d’une annonce."),
    ],
)  # fmt: skip
def test_what_an_advertisement_says_is_not_promised_here(language, body):
    assert codes(body, language) == []


def test_what_the_publisher_s_own_brochure_says_is_promised():
    assert codes("“You'll earn six figures by June,” says our brochure.") == ["M002"]


def test_a_promise_that_is_called_ours_is_no_advertisement_of_others():
    assert codes("“We guarantee you a job” is our promise, printed on every poster.") == ["M001"]
    assert codes("“We guarantee you a job,” read the posters of a school in 1990.") == []
