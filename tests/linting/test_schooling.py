"""Schooling that is needed here and needless, or enough, there: in five languages."""

from __future__ import annotations

import pytest
from linting import linted
from linting.linted import codes

from guidepub import Fact


def contrary(title: str, language: str, body: str) -> bool:
    """Return whether lint finds two statements on schooling that exclude each other."""
    return "Q001" in linted.codes(body, language, title=title)


@pytest.mark.parametrize(
    ("title", "language", "body"),
    [
        ("Welder", "en", "No one can be a welder without a bachelor's degree.\n\nA high school diploma is all that employers want."),
        ("Welder", "en", "Welders have to have earned an associate degree.\n\nNo schooling beyond high school is needed."),
        ("Welder", "en", "Anyone can become a welder without a degree.\n\nA bachelor's degree is indispensable."),
        ("Welder", "en", "# No College Required\n\nText.\n\n# Getting in\n\nWelders must hold an associate degree."),
        ("Welder", "en", "Shops will not consider anyone who lacks a bachelor's degree.\n\nA degree is optional."),
        ("Welder", "en", "**Education:** None required\n\nWelders must have completed a bachelor's degree."),
        ("Welder", "en", "The law obliges welders to hold an associate degree.\n\nNo degree is asked for."),
        ("Welder", "en", "Employers insist on a bachelor's degree.\n\nYou can start welding with nothing more than a high school diploma."),
        ("Welder", "en", "| Requirement | Detail |\n|---|---|\n| Education | Bachelor's degree |\n| Age | 18 |\n\nWelders do not need to go to college."),
        ("Welder", "en", "Having a bachelor's degree is a precondition for the job.\n\nThe job is open to people who never finished high school."),
        ("Welder", "en", "A bachelor's degree is absolutely essential.\n\nCollege is not needed."),
        ("Welder", "en", "Nobody gets hired unless they hold a bachelor's degree.\n\nA degree is not something employers look for."),
        ("Welder", "en", "It is mandatory to hold an associate degree.\n\nA degree makes no difference to employers."),
        ("Welder", "en", "An associate degree is obligatory.\n\nThere is no need for a degree in this trade."),
        ("Welder", "en", "Welding demands a bachelor's degree.\n\nYou don't have to have a degree to weld."),
        ("Welder", "en", "You cannot enter the trade with less than a bachelor's degree.\n\nA high school diploma suffices."),
        ("Welder", "en", "Each candidate has to show a bachelor's degree.\n\nCandidates without a degree are just as welcome."),
        ("Welder", "en", "The minimum is an associate degree.\n\nWelders must have a bachelor's degree."),
        ("Welder", "en", "A welder is expected to hold a bachelor's degree.\n\nThe trade never asks for a degree."),
        ("Welder", "en", "A bachelor's degree in metallurgy is compulsory.\n\nWelders are hired straight out of high school, with no degree."),
        ("Soldador", "es", "Es obligatorio tener un título universitario.\n\nNo se pide ningún título."),
        ("Soldador", "es", "Nadie puede ser soldador sin una licenciatura.\n\nPara ser soldador basta el bachillerato."),
        ("Soldador", "es", "Los soldadores tienen que haber terminado un grado universitario.\n\nLos soldadores no necesitan estudios superiores."),
        ("Soldador", "es", "# Sin título\n\nTexto.\n\n# No hace falta título\n\nTexto.\n\nEs imprescindible una licenciatura."),
        ("Soldador", "es", "**Estudios:** ninguno\n\nSe exige una licenciatura."),
        ("Soldador", "es", "El título universitario es un requisito indispensable.\n\nCualquiera puede trabajar de soldador sin estudios."),
        ("Soldador", "es", "La ley exige un título universitario.\n\nEl título universitario es opcional."),
        ("Soldador", "es", "Es imposible trabajar de soldador sin título universitario.\n\nNo es necesario ningún título."),
        ("Soldador", "es", "Las empresas exigen una licenciatura.\n\nLa carrera no se exige."),
        ("Soldador", "es", "Sin un grado universitario nadie contrata.\n\nSolo se pide el bachillerato."),
        ("Soldador", "es", "Hay que tener una licenciatura.\n\nUn título no es necesario para ejercer."),
        ("Soudeur", "fr", "Un diplôme universitaire est indispensable.\n\nAucun diplôme n'est demandé."),
        ("Soudeur", "fr", "Nul ne peut exercer sans un master.\n\nLe bac suffit pour exercer."),
        ("Soudeur", "fr", "Le soudeur doit être titulaire d'une licence.\n\nLe soudeur n'a pas besoin de diplôme."),
        ("Soudeur", "fr", "# Aucun diplôme requis\n\nTexte.\n\nLa licence est obligatoire."),
        ("Soudeur", "fr", "**Diplôme :** aucun\n\nIl faut une licence."),
        ("Soudeur", "fr", "La loi exige une licence.\n\nOn peut devenir soudeur sans diplôme."),
        ("Soudeur", "fr", "Impossible de travailler sans un BTS.\n\nLe diplôme est facultatif."),
        ("Soudeur", "fr", "Les soudeurs sont tenus d'avoir une licence.\n\nIl n'est pas nécessaire d'avoir un diplôme."),
        ("Soudeur", "fr", "Les employeurs exigent un master.\n\nIl suffit d'avoir le bac."),
        ("Soudeur", "fr", "Sans licence, personne n'est embauché.\n\nLe métier est ouvert à tous, sans diplôme."),
        ("Soudeur", "fr", "Il faut obligatoirement un master.\n\nLes études supérieures ne sont pas nécessaires."),
        ("Schweißer", "de", "Ein Hochschulabschluss ist Pflicht.\n\nEin Studium wird nicht verlangt."),
        ("Schweißer", "de", "Ohne Studium kann niemand als Schweißer arbeiten.\n\nEs genügt der Hauptschulabschluss."),
        ("Schweißer", "de", "Schweißer müssen ein Studium abgeschlossen haben.\n\nSchweißer brauchen kein Studium."),
        ("Schweißer", "de", "# Kein Studium nötig\n\nText.\n\nEin Bachelor ist unerlässlich."),
        ("Schweißer", "de", "**Ausbildung:** keine erforderlich\n\nEin Bachelor ist vorgeschrieben."),
        ("Schweißer", "de", "Das Gesetz schreibt ein Studium vor.\n\nEin Studium ist freiwillig."),
        ("Schweißer", "de", "Wer als Schweißer arbeiten will, muss einen Bachelor haben.\n\nAuch ohne Hochschulabschluss kann man Schweißer werden."),
        ("Schweißer", "de", "Es ist unmöglich, ohne Studium in den Beruf einzusteigen.\n\nEin Studium ist nicht erforderlich."),
        ("Schweißer", "de", "Die Betriebe verlangen ein abgeschlossenes Studium.\n\nNach einem Studium fragt niemand."),
        ("Schweißer", "de", "Ein Masterabschluss wird vorausgesetzt.\n\nFür den Beruf reicht der mittlere Schulabschluss aus."),
        ("Schweißer", "de", "Ein Studium ist die Voraussetzung.\n\nEin Hochschulabschluss ist nicht notwendig."),
        ("Schweißer", "de", "Unverzichtbar ist ein Hochschulabschluss.\n\nEin Studium braucht hier niemand."),
        ("Soldador", "pt", "O diploma universitário é obrigatório.\n\nNão se exige nenhum diploma."),
        ("Soldador", "pt", "Ninguém pode ser soldador sem curso superior.\n\nBasta ter o ensino médio."),
        ("Soldador", "pt", "Os soldadores têm de ter concluído um curso superior.\n\nOs soldadores não precisam de diploma."),
        ("Soldador", "pt", "# Nenhum diploma exigido\n\nTexto.\n\nÉ indispensável ter curso superior."),
        ("Soldador", "pt", "**Escolaridade:** nenhuma\n\nExige-se curso superior."),
        ("Soldador", "pt", "A lei exige curso superior.\n\nO diploma é opcional."),
        ("Soldador", "pt", "É impossível trabalhar como soldador sem curso superior.\n\nNão é preciso diploma algum."),
        ("Soldador", "pt", "As empresas exigem um diploma universitário.\n\nQualquer pessoa pode trabalhar como soldador sem diploma."),
        ("Soldador", "pt", "Sem diploma superior ninguém é contratado.\n\nO ensino médio é suficiente."),
        ("Soldador", "pt", "O soldador deve possuir bacharelado.\n\nO curso superior é dispensável."),
        ("Welder", "en", "Welders need no degree.\n\nAn associate degree is compulsory for every welder."),
        ("Welder", "en", "A high school diploma is all you need to become a welder.\n\nWelders, by law, must hold a bachelor's degree."),
        ("Welder", "en", "| Item | Answer |\n|---|---|\n| Degree required | none |\n| Age | 18 |\n\nA bachelor's degree is mandatory for welders."),
        ("Pharmacy Technician", "en", "Pharmacists, of course, need a doctoral degree. A high school diploma is enough for pharmacy technicians.\n\nPharmacy technicians must have an associate degree."),
        ("Soldador", "es", "Para ser soldador basta con la secundaria.\n\nLos soldadores, por ley, deben tener una licenciatura."),
        ("Soldador", "es", "Título exigido: ninguno.\n\nLa licenciatura es obligatoria para ser soldador."),
        ("Enfermera", "es", "No se exige ningún título universitario para ser enfermera.\n\nLas enfermeras, en todo el país, necesitan una licenciatura."),
        ("Soudeur", "fr", "Aucun diplôme n'est exigé pour devenir soudeur.\n\nLe baccalauréat est obligatoire pour devenir soudeur."),
        ("Soudeur", "fr", "Un CAP suffit pour devenir soudeur.\n\nLes soudeurs, partout en France, doivent avoir une licence."),
        ("Soudeur", "fr", "Diplôme requis : aucun\n\nIl faut une licence pour devenir soudeur."),
        ("Bäcker", "de", "Ein Studium ist für Bäcker nicht nötig.\n\nBäcker müssen ein abgeschlossenes Studium haben, bevor sie anfangen dürfen."),
        ("Bäcker", "de", "Der Hauptschulabschluss genügt, um Bäcker zu werden.\n\nFür Bäcker ist ein Bachelorabschluss Pflicht."),
        ("Bäcker", "de", "Erforderlicher Abschluss: keiner\n\nOhne Abitur kann niemand Bäcker werden."),
        ("Padeiro", "pt", "Para ser padeiro basta o ensino médio.\n\nOs padeiros, por lei, devem ter uma licenciatura."),
        ("Padeiro", "pt", "Não se exige diploma superior para ser padeiro.\n\nÉ obrigatória uma licenciatura para trabalhar como padeiro."),
    ],
)  # fmt: skip
def test_what_is_needed_and_not_is_reported(title, language, body):
    assert contrary(title, language, body)


@pytest.mark.parametrize(
    ("title", "language", "body"),
    [
        ("Veterinarian", "en", "Veterinarians must have a Doctor of Veterinary Medicine degree. Most applicants to these programs have a bachelor's degree, although it is not required for admission."),
        ("Veterinarian", "en", "Veterinarians need a DVM. The degree takes four years after a bachelor's degree, and the schools that award it require courses in biology."),
        ("Veterinarian", "en", "Every veterinarian must earn a professional degree. Veterinary technologists need a bachelor's degree, and veterinary technicians an associate degree."),
        ("Veterinarian", "en", "Veterinarians must be licensed. A bachelor's degree is needed for entry into veterinary school. Veterinarians need a professional degree."),
        ("Veterinarian", "en", "Veterinarians need a professional degree. Their receptionists need a high school diploma."),
        ("Veterinarian", "en", "Veterinarians need a professional degree. For the front desk, a high school diploma is enough."),
        ("Veterinarian", "en", "Veterinarians need a professional degree. A high school diploma is required of the aides who hold the animals."),
        ("Veterinarian", "en", "You need a bachelor's degree before veterinary school. Then comes the professional degree, which every veterinarian must earn."),
        ("Veterinarian", "en", "A professional degree is required. In the 1920s a high school diploma was enough."),
        ("Veterinarian", "en", "A professional degree is required in the United States. In other countries a bachelor's degree is enough."),
        ("Veterinarian", "en", "Veterinarians need a DVM. A master's degree is required to teach."),
        ("Veterinarian", "en", "Veterinarians need a professional degree. No degree is needed to volunteer at a shelter."),
        ("Veterinarian", "en", "## Veterinary assistants\n\nA high school diploma is required.\n\n## Veterinarians\n\nVeterinarians need a professional degree."),
        ("Registered Nurse", "en", "Nurses need a diploma, an associate degree or a bachelor's degree. Any of the three is enough."),
        ("Registered Nurse", "en", "Registered nurses must have at least an associate degree in nursing. Hospitals with magnet status require a bachelor's degree."),
        ("Registered Nurse", "en", "Registered nurses need an associate degree. Clinical nurse specialists need a master's degree. Nurse practitioners must have a master's degree."),
        ("Registered Nurse", "en", "Registered nurses need an associate degree. Anyone who wants to teach needs a master's degree."),
        ("Registered Nurse", "en", "An associate degree is enough to sit for the exam. Many nurses go back for a bachelor's degree, which military service requires."),
        ("Registered Nurse", "en", "Nurses need an associate degree. The army requires a bachelor's degree."),
        ("Registered Nurse", "en", "Nurses need an associate degree. A bachelor's degree is required for administrative posts."),
        ("Registered Nurse", "en", "An associate degree is required. Without a bachelor's degree, nurses cannot rise to head a ward."),
        ("Registered Nurse", "en", "An associate degree is required. A high school diploma is needed for admission."),
        ("Registered Nurse", "en", "Practical nurses can work without a degree. Registered nurses need an associate degree."),
        ("Registered Nurse", "en", "No degree is needed to begin as an orderly. A registered nurse must have an associate degree."),
        ("Registered Nurse", "en", "Some states once required no degree at all. Today nurses need an associate degree."),
        ("Registered Nurse", "en", "Nurses need an associate degree. New York requires a bachelor's degree within ten years."),
        ("Registered Nurse", "en", "By 2035 a bachelor's degree will be required. Today nurses need an associate degree."),
        ("Welder", "en", "A high school diploma is required. Welding inspectors must have an associate degree."),
        ("Welder", "en", "A high school diploma is enough. To become a welding engineer you need a bachelor's degree."),
        ("Welder", "en", "Welders need a high school diploma and a postsecondary certificate. A high school diploma is required."),
        ("Welder", "en", "You need a high school diploma. Employers in aerospace require an associate degree."),
        ("Welder", "en", "No degree is required, but a high school diploma is."),
        ("Welder", "en", "Some shops require an associate degree. A high school diploma is enough in most."),
        ("Welder", "en", "A high school diploma or a certificate is required. Either is enough."),
        ("Welder", "en", "A degree is required of welding engineers, not of welders. Welders need a high school diploma."),
        ("Welder", "en", "One way in is an apprenticeship; no degree is needed. The other is a college program, which requires a high school diploma."),
        ("Welder", "en", "Welders need no degree. Foremen need a bachelor's degree."),
        ("Welder", "en", "Welders need no degree. The foreman must have a bachelor's degree."),
        ("Welder", "en", "Welders do not need a degree. Their teachers must hold a bachelor's degree."),
        ("Welder", "en", "Welders do not need a degree. If you want to design bridges, a degree is required."),
        ("Médico", "es", "Para entrar en la facultad se exige el bachillerato. Los médicos deben tener un grado universitario."),
        ("Médico", "es", "Primero hace falta el bachillerato. Después se exige el grado en medicina."),
        ("Médico", "es", "Los médicos deben tener un título universitario. A los celadores les basta el bachillerato."),
        ("Médico", "es", "El título universitario es obligatorio. Los técnicos de laboratorio no necesitan título universitario."),
        ("Médico", "es", "Se exige un título universitario. Antes no se pedía ningún título."),
        ("Médico", "es", "Se exige un título universitario. En otros países no se exige ningún título."),
        ("Médico", "es", "Los médicos deben tener el grado. Para dar clase en la universidad se exige el doctorado."),
        ("Médico", "es", "Para estudiar Medicina es obligatorio el bachillerato. El médico debe tener un grado universitario."),
        ("Médico", "es", "El acceso a la carrera exige el bachillerato. Para ejercer se exige el título universitario."),
        ("Médico", "es", "Las enfermeras necesitan un grado. Los médicos necesitan un máster."),
        ("Soldador", "es", "Se exige el título de técnico. Los inspectores deben tener un título universitario."),
        ("Soldador", "es", "No se exige ningún título. Algunas empresas piden el bachillerato."),
        ("Soldador", "es", "Basta el bachillerato. Los ingenieros de soldadura necesitan un grado universitario."),
        ("Soldador", "es", "No hace falta título. Para ser ingeniero hace falta un grado universitario."),
        ("Soldador", "es", "No se necesita título universitario, pero sí el bachillerato."),
        ("Soldador", "es", "No es obligatorio tener estudios; ayuda tener el bachillerato."),
        ("Ärztin", "de", "Ärztinnen brauchen ein abgeschlossenes Studium. Für das Studium ist das Abitur vorgeschrieben."),
        ("Ärztin", "de", "Wer Medizin studieren will, braucht das Abitur. Ärztinnen müssen ein Studium abgeschlossen haben."),
        ("Ärztin", "de", "Ein Studium ist Pflicht. Arzthelferinnen brauchen kein Studium."),
        ("Ärztin", "de", "Ein Studium ist Pflicht. Für medizinische Fachangestellte genügt ein mittlerer Schulabschluss."),
        ("Ärztin", "de", "Das Studium setzt das Abitur voraus. Ohne Studium kann man nicht als Ärztin arbeiten."),
        ("Ärztin", "de", "Zunächst braucht man das Abitur. Danach ist ein Studium erforderlich."),
        ("Ärztin", "de", "Früher war kein Studium nötig. Heute ist ein Studium vorgeschrieben."),
        ("Ärztin", "de", "Ein Studium ist vorgeschrieben. In der Schweiz genügt ein Diplom."),
        ("Ärztin", "de", "Ein Studium ist Pflicht. Ein Doktortitel ist nicht erforderlich."),
        ("Ärztin", "de", "Die Hochschulen verlangen das Abitur. Ein Studium ist Pflicht."),
        ("Tischler", "de", "Eine Ausbildung ist vorgeschrieben. Ein Studium ist nicht nötig."),
        ("Tischler", "de", "Ein bestimmter Schulabschluss ist nicht vorgeschrieben. Die Ausbildung dauert drei Jahre und ist Pflicht."),
        ("Tischler", "de", "Rechtlich ist kein Schulabschluss vorgeschrieben. Viele Betriebe verlangen den Hauptschulabschluss."),
        ("Tischler", "de", "Kein Studium nötig. Innenarchitekten brauchen ein Studium."),
        ("Tischler", "de", "Ein Hauptschulabschluss genügt. Wer Lehrer werden will, braucht ein Studium."),
        ("Médecin", "fr", "Le bac est exigé pour s'inscrire à la faculté. Le médecin doit avoir un doctorat."),
        ("Médecin", "fr", "Il faut d'abord le bac. Ensuite, un doctorat est obligatoire."),
        ("Médecin", "fr", "Un doctorat est obligatoire. Les secrétaires médicales n'ont pas besoin de diplôme."),
        ("Médecin", "fr", "Un doctorat est obligatoire. Pour les aides-soignants, aucun diplôme n'est exigé."),
        ("Médecin", "fr", "Autrefois, aucun diplôme n'était exigé. Aujourd'hui, un doctorat est obligatoire."),
        ("Médecin", "fr", "L'entrée en première année exige le bac. Le doctorat est obligatoire pour exercer."),
        ("Médecin", "fr", "Pour entrer en faculté, il faut le bac. Pour exercer, il faut un doctorat."),
        ("Médecin", "fr", "Un doctorat est obligatoire. En Belgique, un master suffit."),
        ("Soudeur", "fr", "Aucun diplôme n'est exigé, mais un CAP est apprécié."),
        ("Soudeur", "fr", "Un CAP suffit. Les ingénieurs doivent avoir un master."),
        ("Soudeur", "fr", "Aucun diplôme n'est obligatoire. Certains employeurs exigent un CAP."),
        ("Soudeur", "fr", "Le CAP est exigé. Le bac n'est pas nécessaire."),
        ("Médica", "pt", "Para entrar na faculdade é preciso ter o ensino médio. A médica deve ter diploma superior."),
        ("Médica", "pt", "Primeiro é preciso o ensino médio. Depois exige-se o curso superior."),
        ("Médica", "pt", "O diploma superior é obrigatório. Para os auxiliares basta o ensino médio."),
        ("Médica", "pt", "Antes não se exigia diploma. Hoje o diploma superior é obrigatório."),
        ("Médica", "pt", "O diploma superior é obrigatório. As recepcionistas precisam do ensino médio."),
        ("Médica", "pt", "O vestibular exige o ensino médio completo. A médica deve ter curso superior."),
        ("Médica", "pt", "Exige-se curso superior. Em outros países basta o ensino médio."),
        ("Soldador", "pt", "Basta o ensino médio. Os engenheiros devem ter curso superior."),
        ("Soldador", "pt", "Não se exige diploma. Algumas empresas pedem o ensino médio."),
        ("Soldador", "pt", "Não é preciso ter curso superior, mas exige-se o ensino médio."),
        ("Pharmacy Technician", "en", "A high school diploma is enough to become a pharmacy technician.\n\nThe pharmacist needs a doctoral degree, and a bachelor's degree before that."),
        ("Welder", "en", "A high school diploma is enough for welders.\n\nInspectors, on the other hand, must hold a bachelor's degree, and some need a master's degree."),
        ("Welder", "en", "Welders must have a high school diploma.\n\nWelding engineers are required to have a bachelor's degree. They must also hold a license."),
        ("Técnica en farmacia", "es", "Basta con el diploma de secundaria.\n\nLos farmacéuticos, en cambio, necesitan un doctorado."),
        ("Soldador", "es", "Para ser soldador basta con la secundaria.\n\nEl ingeniero necesita una licenciatura; también se le exige un máster."),
        ("Soldador", "es", "Basta con la secundaria para empezar.\n\nQuien quiera enseñar en el instituto debe tener una licenciatura."),
        ("Auxiliar de veterinaria", "es", "Los veterinarios deben tener un doctorado. A ellos se les exige además una licencia. Para la auxiliar basta la secundaria."),
        ("Aide-soignant", "fr", "Le brevet suffit pour commencer.\n\nLes infirmiers, eux, doivent avoir une licence ; un master est exigé des cadres."),
        ("Soudeur", "fr", "Un CAP suffit pour devenir soudeur.\n\nL'ingénieur doit avoir un master. On lui demande aussi l'anglais."),
        ("Agent de sécurité", "fr", "Aucun diplôme n'est exigé. Qui veut diriger une équipe doit avoir une licence."),
        ("Bäcker", "de", "Für Bäcker genügt der Hauptschulabschluss.\n\nDie Lebensmittelchemikerin braucht ein abgeschlossenes Studium; ein Master wird erwartet."),
        ("Bäcker", "de", "Der Hauptschulabschluss genügt.\n\nLehrer, versteht sich, müssen ein Studium haben."),
        ("Auxiliar de farmácia", "pt", "Basta o ensino médio.\n\nO farmacêutico, por sua vez, precisa de uma licenciatura; pede-se também um estágio."),
        ("Padeiro", "pt", "Para ser padeiro basta o ensino médio.\n\nQuem queira dar aulas deve ter uma licenciatura."),
        ("Padeiro", "pt", "Os engenheiros precisam de um mestrado. Pede-se-lhes ainda inglês. Para ser padeiro basta o ensino médio."),
        ("Chef", "en", "You can start as a chef with only a high school diploma.\n\nA few hotels ask for an associate degree."),
    ],
)  # fmt: skip
def test_ladders_others_and_pasts_are_no_contradiction(title, language, body):
    assert not contrary(title, language, body)


def test_of_three_statements_two_are_reported_once():
    body = "No degree is needed.\n\nBakers need a bachelor's degree.\n\nBakers must hold a bachelor's degree."
    assert linted.codes(body).count("Q001") == 1


def test_labels_stand_before_their_values():
    head = "| Education | Age |\n|---|---|\n| None required | 18 |"
    assert contrary("Baker", "en", f"{head}\n\nBakers must hold an associate degree.")
    assert not contrary("Baker", "en", f"{head}\n\nBakers must be 18.")


@pytest.mark.parametrize(
    ("title", "language", "body", "is_contrary"),
    [
        ("Welder", "en", "Employers require a bachelor's degree.\n\nEntry-level welders need a master's degree.", True),
        ("Delineante", "es", "Es obligatorio el título de bachiller.\n\nNo hace falta ningún título.", True),
        ("Delineante", "es", "Es obligatorio el título de bachiller.\n\nNo hace falta ningún título universitario.", False),
        ("Soldador", "pt", "Pede-se o ensino médio.\n\nNenhum diploma universitário é exigido.", False),
        ("Soldador", "pt", "Pede-se o ensino médio.\n\nNenhum diploma é exigido.", True),
        ("Soudeur", "fr", "Le baccalauréat est exigé.\n\nAucun diplôme universitaire n'est exigé.", False),
        ("Soldador", "es", "No hace falta ningún título.\n\nQuien quiera ser ingeniero necesita un grado en ingeniería.", False),
        ("Soldador", "pt", "Não é preciso nenhum diploma.\n\nQuem quer ser engenheiro precisa de licenciatura.", False),
        ("Welder", "en", "Degree required: none\n\nWelders must have a bachelor's degree in physics or materials science.", True),
        ("Welder", "en", "Degree required: none\n\nWelders must have a bachelor's degree in physics or a related field.", True),
        ("Welder", "en", "Degree required: none\n\nWelders must have a bachelor's degree in physics or two years of practice.", False),
        ("Soldador", "es", "No hace falta ningún título.\n\nLos soldadores deben tener un título universitario en Física o Química.", True),
        ("Soldador", "es", "No hace falta ningún título.\n\nLos soldadores deben tener un título universitario en Física o dos años de práctica.", False),
        ("Soudeur", "fr", "Aucun diplôme n'est exigé.\n\nLes soudeurs doivent avoir un master en physique ou en chimie.", True),
        ("Soldador", "pt", "Não é preciso diploma.\n\nOs soldadores precisam de um mestrado em Física ou Química.", True),
        ("Welder", "en", "No degree is needed.\n\n| Occupation | Education |\n|---|---|\n| Engineers | Bachelor's degree |", False),
        ("Welder", "en", "No degree is needed.\n\n| Occupation | Education |\n|---|---|\n| Welders | Bachelor's degree |", True),
    ],
)  # fmt: skip
def test_whose_schooling_is_spoken_of(title, language, body, is_contrary):
    assert contrary(title, language, body) == is_contrary


@pytest.mark.parametrize(
    ("title", "language", "body", "is_contrary"),
    [
        ("Guía turístico", "es", "Es obligatorio tener un título universitario.\n\nPara ser guía basta con la educación primaria.", True),
        ("Cozinheiro", "pt", "É obrigatório ter o ensino médio completo.\n\nBasta o ensino fundamental.", True),
        ("Cuisinier", "fr", "Le baccalauréat est exigé.\n\nLe brevet des collèges suffit.", True),
        ("Koch", "de", "Das Abitur ist Pflicht.\n\nEin Hauptschulabschluss genügt.", True),
        ("Cook", "en", "A high school diploma is required.\n\nAn eighth-grade education is enough.", True),
        ("Sastre", "es", "Se exige el bachillerato.\n\nLa educación primaria es obligatoria en España.", False),
        ("Professora", "pt", "É exigida a licenciatura.\n\nO ensino fundamental precisa de professoras.", False),
        ("Cook", "en", "A high school diploma is required.\n\nElementary school is where most learn to read.", False),
        # The level, the verb and whoever needs it, in this order.
        ("Logopädin", "de", "Ein Studium ist Pflicht.\n\nEin Studium brauchen Logopädinnen nicht, eine Lehre genügt.", True),
        ("Tischler", "de", "Ein Studium ist Pflicht.\n\nEin Studium benötigt ein Tischler nicht.", True),
        ("Tischler", "de", "Ein Studium ist Pflicht.\n\nEin Studium brauchen Verkäufer nicht.", False),
        # Of a place or a part of the work.
        ("Baker", "en", "Bakers need no degree. A degree in chemistry is required for the laboratory.", False),
        ("Baker", "en", "Bakers need no degree. A degree is required for work in the test kitchen.", False),
        ("Baker", "en", "Bakers need no degree. A degree is required for the trade.", True),
        ("Baker", "en", "Bakers need no degree. A degree is required for the license.", True),
        ("Baker", "en", "No degree is needed, a high school diploma is enough.\n\nA degree is required.", True),
    ],
)  # fmt: skip
def test_schooling_that_ends_early_that_stands_first_or_is_of_a_part(
    title, language, body, is_contrary
):
    assert contrary(title, language, body) == is_contrary


def test_the_usual_requirement_is_a_demand():
    lower = "A high school diploma is enough."
    assert contrary(
        "Welder", "en", f"A bachelor's degree is the usual requirement for entry.\n\n{lower}"
    )
    school = "A bachelor's degree is the usual requirement for entry to a master's program."
    assert not contrary("Welder", "en", f"{school}\n\n{lower}")


def test_what_denies_by_itself_is_named_by_what_is_not_needed():
    text = "A bachelor's degree is required.\n\nNo formal education is required."
    (found,) = linted.findings(text)
    assert found.message.startswith("A high school diploma is not required here; line ")
    assert found.message.endswith(" says that “bachelor's degree” is required.")


@pytest.mark.parametrize(
    ("level", "body", "found"),
    [
        ("high-school", "Welders must hold a bachelor's degree before starting work.", ["Q002"]),
        ("high-school", "Welders first finish high school, then train for a year.", []),
        ("bachelor", "Welders must finish high school before they enter college.", []),
        ("none", "No formal education is required. Welders who want to teach must have a bachelor's degree.", []),
    ],
)  # fmt: skip
def test_a_step_is_held_against_the_fact_by_what_it_leads_to(level, body, found):
    facts = {"entry_education": Fact(value=level, source="bls")}
    codes = linted.codes(body, title="Welder", facts=facts, sources=linted.SOURCES)
    assert [code for code in codes if code in ("Q001", "Q002")] == found


def test_a_label_that_denies_is_reported_by_what_is_not_needed():
    body = "Degree required: none\n\nA bachelor's degree is mandatory for welders."
    (finding,) = [f for f in linted.findings(body, title="Welder") if f.code == "Q001"]
    assert "that an associate degree is not required" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "## What about technicians?\n\nThey need a high school diploma.",
        "**And the aides?**\n\nA: They need a high school diploma.",
        "A bachelor’s degree is not required by every college of pharmacy.",
    ],
)
def test_what_others_or_schools_ask_for_contradicts_nothing(text):
    body = f"Pharmacists must have a doctor of pharmacy degree.\n\n{text}"
    assert codes(body, title="Pharmacist") == []


def test_a_question_on_those_in_the_occupation_is_answered_for_them():
    body = "Librarians must have a master’s degree.\n\nDo librarians need a degree? They need no degree."
    assert codes(body, title="Librarian") == ["Q001"]


def test_what_stands_behind_a_hyphen_is_no_level_of_its_own():
    body = "É preciso ter bacharelado. Uma {}graduação não é exigida."
    assert codes(body.format("pós-"), "pt", title="Advogado") == []
    assert codes(body.format(""), "pt", title="Advogado") == ["Q001"]


@pytest.mark.parametrize(
    ("title", "language", "body"),
    [
        ("Topógrafa", "pt", "É obrigatória a licenciatura.\n\nQuem dirige um gabinete municipal tem de ter um mestrado."),
        ("Schweißer", "de", "Ein Hauptschulabschluss reicht.\n\nWer eine Werkstatt leitet, braucht einen Masterabschluss."),
        ("Soldador", "es", "Basta la educación secundaria.\n\nQuien dirige un taller debe tener un máster."),
        ("Welder", "en", "A high school diploma is enough.\n\nAnyone who runs a city office must have a master's degree."),
    ],
)  # fmt: skip
def test_whoever_does_something_else_may_need_another_degree(title, language, body):
    assert not contrary(title, language, body)


def test_whoever_does_the_work_needs_what_the_guide_says():
    body = "A high school diploma is enough.\n\nAnyone who welds must have a bachelor's degree."
    assert contrary("Welder", "en", body)
