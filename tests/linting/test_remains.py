"""What is left of pages, programs and drafts in five languages, and what only looks like it."""

from __future__ import annotations

import pytest
from linting.linted import codes


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "bakers.example/careers/page/3 12/4/2019"),
        ("fr", "Cet article a été publié en 2014."),
        ("de", "Dieser Artikel wurde 2014 veröffentlicht."),
        ("pt", "Este artigo foi publicado em 2014."),
        ("en", "BAKERS' HANDBOOK 47"),
        ("en", "48 BREAD AND BAKERS"),
        ("en", "Chapter 3 | Bread | 41"),
        ("en", "13 | The Baker's Guide"),
        ("de", "Bäcker 23 {1}Brot{/1}"),
        ("en", "About %d bakers sell bread."),
        ("en", "Use <1>two</1> ovens."),
        ("en", "Sheets: =SUM(B2:B9)"),
        ("es", "Total: #¡REF! hornos"),
        ("de", "Teilen auf Facebook"),
        ("de", "Letzte Aktualisierung: 3. März 2016"),
        ("fr", "Date de publication : 03/03/2016"),
        ("pt", "Atualizado em 3 de março de 2016"),
        ("es", "Fecha de actualización: 3 de marzo de 2016"),
        ("en", "Photo 3: please insert picture of a loaf here"),
        ("fr", "Ajouter une photo du four ici"),
        ("de", "Hier bitte ein Foto einfügen"),
        ("pt", "Inserir foto aqui"),
        ("es", "Véase la página ¡Error! Marcador no definido."),
        ("es", "¡Error! No se encuentra el origen de la referencia."),
        ("de", "Die Übersicht steht auf Seite Fehler! Textmarke nicht definiert."),
        ("de", "Siehe Fehler! Verweisquelle konnte nicht gefunden werden."),
        ("fr", "Voir le tableau Erreur ! Source du renvoi introuvable."),
        ("pt", "Ver a página Erro! Indicador não definido."),
        ("en", "The wages stand on page Error! Hyperlink reference not valid."),
        ("en", "The course takes XX weeks, the exam a day."),
        ("en", "Tuition is about XX a year."),
        ("en", "The union was founded in 19XX."),
        ("es", "El curso dura XX semanas."),
        ("de", "Die Lehre dauert XX Monate."),
        ("fr", "La formation dure XX mois."),
        ("es", "El curso se da en [nombre del centro]."),
        ("fr", "Le cours a lieu à [nom de l’école]."),
        ("de", "Der Kurs findet in [Name der Schule] statt."),
        ("fr", "Le cours a lieu à [VILLE À PRÉCISER]."),
        ("fr", "Le mar. 6 oct. 2026 à 09:14, Marie a écrit :"),
        ("de", "Am Di., 6. Okt. 2026 um 09:14 Uhr schrieb Maria Weber:"),
        ("es", "El mar, 6 oct 2026 a las 9:14, Marta escribió:"),
        ("de", "Von meinem iPhone gesendet"),
        ("es", "www.oficios.example – Página 3 de 12"),
        ("es", "Página 4 de 20"),
        ("es", "Guía del fontanero · Pág. 7"),
        ("en", "www.trades.example – Page 3 of 12"),
        ("en", "Page 3 of 12"),
        ("en", "Careers in Plumbing | Page 7"),
        ("en", "12 | Careers in Plumbing"),
        ("en", "3/12"),
        ("en", "Page | 3"),
        ("fr", "www.metiers.example – Page 3 sur 12"),
        ("fr", "Fiche métier plombier – page 2/4"),
        ("fr", "Page 3 sur 12"),
        ("de", "www.berufe.example – Seite 3 von 12"),
        ("de", "Seite 3 von 12"),
        ("de", "Berufsbild Klempner | Seite 7"),
        ("pt", "www.profissoes.example – Página 3 de 12"),
        ("pt", "Guia do encanador | Página 7"),
        ("pt", "Pág. 3/12"),
        ("en", "Plumbers fix pipes.\\n\\nThey work in all weathers."),
        ("en", "Plumbers fix pipes.\\r\\nThey work in all weathers."),
        ("en", "Plumbers fix pipes and drains.\\tThey work in all weathers."),
        ("es", "El fontanero arregla tubos.\\n\\nTrabaja con cualquier tiempo."),
        ("es", "El fontanero arregla ca\\u00f1er\\u00edas."),
        ("fr", "Le m\\u00e9tier s'apprend en deux ans."),
        ("fr", "Le plombier soude.\\nIl raccorde aussi."),
        ("de", "Der Klempner l\\u00f6tet Rohre."),
        ("pt", "O encanador conserta canos.\\n\\nTrabalha cedo."),
        ("en", "Plumbers fix pipes.%20They work."),
        ("en", "Pipes are cut at 45\\u00b0 and joined."),
        ("en", "Plumbers fix pipes.\\\\nThey work."),
        ("en", "The trade pays well.<\\/p>"),
        ("en", "Home » Careers » Trades » Plumber"),
        ("en", "Home > Careers > Trades > Plumber"),
        ("en", "Careers / Trades / Plumber"),
        ("en", "You are here: Home | Trades | Plumber"),
        ("es", "Inicio > Oficios > Fontanero"),
        ("es", "Estás en: Inicio / Oficios / Fontanero"),
        ("fr", "Accueil > Métiers > Plombier"),
        ("fr", "Vous êtes ici : Accueil › Métiers › Plombier"),
        ("de", "Startseite > Berufe > Klempner"),
        ("de", "Sie sind hier: Startseite » Berufe » Klempner"),
        ("pt", "Início > Profissões > Encanador"),
        ("pt", "Você está em: Início » Profissões » Encanador"),
        ("en", "The pay is <strong>good</strong> for the region."),
        ("de", "Die Arbeit ist<br />schwer."),
        ("pt", "O trabalho é &nbsp;duro."),
        ("fr", "Le travail est dur [/caption] et payé."),
        ("es", 'El trabajo es duro [caption id="a"] y se paga.'),
        ("pt", "O trabalho {{ cidade }} é duro."),
        ("de", "Die Arbeit in %STADT% ist schwer."),
        ("en", "The pay in {city} is good."),
        ("en", "Plumbers in [CITY] earn well."),
        ("en", "Dear [Name], the work is hard."),
        ("en", "INSERT CHART HERE"),
        ("fr", "[insérer le tableau ici]"),
        ("de", "[Bild einfügen]"),
        ("pt", "[inserir gráfico aqui]"),
        ("es", "TODO: revisar el sueldo"),
        ("de", "Lorem ipsum dolor sit amet."),
        ("fr", "Texte à venir."),
        ("pt", "Texto a completar."),
        ("en", "Figure 3 about here"),
        ("en", "Click here to read more about plumbers."),
        ("en", "As an AI language model, I cannot give advice."),
        ("de", "Als KI-Sprachmodell kann ich keine Auskunft geben."),
        ("fr", "En tant que modèle de langage, je ne peux pas répondre."),
        ("pt", "Claro! Aqui está uma versão melhorada do texto:"),
        ("fr", "Bien sûr ! Voici une version améliorée du texte :"),
        ("de", "Gerne! Hier ist eine überarbeitete Version des Textes:"),
        ("en", "Sure! Here's a rewritten version of the section:"),
        ("fr", "© 2013 Métiers du Sud SARL. Tous droits réservés."),
        ("de", "© 2014 Berufe GmbH. Alle Rechte vorbehalten."),
        ("fr", "Publié le 12 mars 2014 par admin"),
        ("de", "Veröffentlicht am 12. März 2014 von admin"),
        ("pt", "Compartilhar no Facebook | Compartilhar no WhatsApp | Imprimir"),
        ("de", "Auf Facebook teilen | Drucken"),
        ("fr", "Partager sur Facebook | Imprimer"),
        ("fr", "À compléter par la rédaction avant le 15/10."),
        ("fr", "À relire par Sophie avant envoi."),
        ("fr", "Il manque la photo."),
        ("es", "Por revisar con el departamento legal."),
        ("es", "Falta foto del taller."),
        ("pt", "A completar pela redação antes do envio."),
        ("pt", "Falta revisar este parágrafo."),
        ("de", "Von der Redaktion noch zu ergänzen."),
        ("de", "Zahlen folgen noch."),
        ("de", "Bitte Quelle prüfen!"),
        ("en", "To be reviewed by legal."),
        ("en", "2026 wage figures to come"),
        ("en", "The layers [pls check] are fixed."),
        ("en", "The cutter plans that, [AU: for leather, too? pls confirm] before the first cut."),
        ("de", "Der Ofen ist [Lektorat: stimmt das noch?] sehr heiß."),
        ("es", "El horno [¿seguro?] no se apaga."),
        ("en", 'Bread is shown here. <source srcset="a.webp" type="image/webp">'),
        ("en", "Bakers <wbr>rise early and <mark>knead</mark> dough."),
        ("en", "The oven holds ##### loaves."),
        ("en", "##Duties and Tasks"),
        ("en", "| Oven | Workers |\n|---|--:|\n| Deck | ######## |"),
        ("en", "5 Responses to “How to Become a Plumber”"),
        ("de", "3 Kommentare zu „Klempner werden“"),
        ("es", "Etiquetado con oficios, agua"),
        ("en", "Call 1-800-555-0199 today."),
        ("fr", "Tél. : 01 23 45 67 89"),
        ("en", "Disclosure: we may earn a commission."),
        ("en", '{| class="wikitable"'),
        ("en", "#+TITLE: Plumber"),
        ("en", "Tbd"),
        ("fr", "Publié par admin le 3 mars 2019"),
        ("fr", "Crédit photo : Anne Roy / AFP"),
        ("fr", "Vous aimerez aussi : Devenir boulanger"),
        ("fr", "Consultez notre site pour en savoir plus."),
        ("fr", "Le salaire est de XX euros."),
        ("de", "12 Kommentare"),
        ("de", "Lesezeit: 4 Minuten"),
        ("de", "Das könnte Sie auch interessieren: Bäcker werden"),
        ("de", "Mehr Informationen finden Sie auf unserer Website."),
        ("pt", "Tempo de leitura: 4 minutos"),
        ("pt", "Próximo artigo: Como ser padeiro"),
        ("pt", "Conte nos comentários o que acha."),
        ("es", "Suscríbete al boletín"),
        ("es", "Anuncio"),
        ("fr", "Cet article vous a-t-il été utile ? Oui / Non"),
        ("fr", "Saisissez votre code postal pour trouver une école."),
        ("fr", "Dans cet article, nous verrons comment on devient plombier."),
        ("fr", "Aller au contenu principal"),
        ("fr", "Sommaire [masquer]"),
        ("de", "Zum Inhalt springen"),
        ("de", "PDF herunterladen"),
        ("de", "In diesem Artikel zeigen wir, wie man Klempner wird."),
        ("de", "Fahren Sie mit der Maus über die Karte, um den Lohn zu sehen."),
        ("pt", "Este artigo foi útil? Sim / Não"),
        ("pt", "Assine a nossa newsletter."),
        ("pt", "Assista ao vídeo acima."),
        ("pt", "Mostrar mais"),
        ("es", "En este artículo veremos cómo se forman los fontaneros."),
        ("es", "Introduzca su código postal para encontrar escuelas."),
        ("es", "Portada | Oficios | Aviso legal"),
        ("fr", "Accueil | Métiers | Soudeur"),
        ("de", "Impressum | Datenschutz | AGB"),
        ("pt", "Quem somos | Fale conosco"),
        ("en", "About | Blog | Donate"),
        ("pt", "Com um clique aqui você vê a lista."),
        ("en", "With a click here you see the list."),
        ("pt", "Compartilhe no Facebook | Tweetar | Enviar por e-mail"),
        ("en", "Share on LinkedIn | Save"),
        ("en", "www.florists.example/jobs 12"),
        ("en", "https://www.florists.example/jobs?page=2 3/4"),
        ("de", "www.floristen.example 7"),
        ("fr", "Laissez un commentaire ci-dessous"),
        ("fr", "Écrire un commentaire"),
        ("de", "Hinterlassen Sie einen Kommentar"),
        ("de", "Diesen Beitrag teilen"),
        ("de", "Mehr zum Thema: Floristin werden"),
        ("pt", "Curta nossa página no Facebook"),
        ("pt", "Deixe seu comentário aqui"),
        ("es", "Ver más escuelas"),
        ("fr", "Voir plus d’articles"),
        ("pt", "Ver mais vagas"),
        ("de", "Mehr Berufe anzeigen"),
    ],
)
def test_remains(language, body):
    assert any(code[0] == "X" or code == "G005" for code in codes(body, language))


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "Page 3 of the contract names the pay."),
        ("en", "The form has two pages, and page 3 of 12 is signed by the owner."),
        ("es", "La página 3 de 12 se firma al final del contrato."),
        ("en", "The case lies in `C:\\new\\table`."),
        ("en", "A slope > 30 degrees is climbed with a rope."),
        ("en", "A pipe > 2 inches wide needs a saddle, and a drop < 1 inch a shim."),
        ("de", "Ein Gefälle > 2 % ist zu steil für Abwasser."),
        ("fr", "Une pente > 3 % demande un ancrage solide."),
        ("es", "Una pendiente > 3 % pide un anclaje."),
        ("pt", "Um declive > 3 % pede uma âncora."),
        ("en", "Copper > steel > plastic is how most plumbers rank them."),
        ("en", "Apprentice → journeyman → master is the way up."),
        ("de", "Geselle → Meister → eigener Betrieb ist der Weg."),
        ("fr", "À vérifier avant chaque départ : huile, eau, pneus."),
        ("de", "Der Text folgt dem Alphabet. Die Zahlen kommen von der Kasse."),
        ("es", "Faltan datos sobre el sector en muchas provincias."),
        ("en", "To be reviewed by the board, a drawing needs a seal."),
        ("en", "The client says that “it [the pipe] leaks”, and asks: are the figures right?"),
        ("en", "| Watch | Hours |\n|---|---|\n| Early | 5 a.m. to 1 p.m. |"),
        ("en", "Watch\n: A turn of four hours."),
        (
            "en",
            "Lines are found with `grep`.\n\n| Tool | What it does |\n|---|---|\n| grep | Finds lines |",
        ),
        ("es", "A veces sube un niño solo, a veces una señora que solo quiere charlar."),
        ("en", "Sometimes a child rides alone, sometimes a woman who only wants to talk."),
        ("en", "Tagged with a red label, the valve is set aside until the inspector comes."),
        ("fr", "Le chantier se voit sur notre site de production."),
        ("de", "Auf dieser Seite des Tisches liegt die Zange."),
        ("fr", "Un commentaire du maître vaut mieux que dix pages."),
        ("de", "Die Anzeige am Messgerät steigt."),
        ("pt", "O anúncio saiu no jornal de sábado."),
        ("en", "In 2024 there were 5 responses to each advertisement of the shop [@bls]."),
        ("en", "The code of the valve is 12-345-67, and the next is 12-345-68."),
        ("en", "Programs that stop with “Error! File not found” are mended."),
        ("en", "People with XX chromosomes carry two copies, and size XX is made to order."),
        ("es", "En el siglo XX los gremios desaparecieron."),
        ("fr", "Dans cet article de la loi, le repos de nuit est fixé."),
        ("de", "Zum Inhalt der Prüfung gehört auch Rechnen."),
        ("de", "In diesem Artikel des Gesetzes steht die Nachtarbeit."),
        ("pt", "Neste artigo da lei fixa-se o descanso."),
        ("pt", "Solicite informações ao sindicato."),
        ("es", "Solicite información al gremio."),
        ("en", "Welding I | Thursdays 6-9 p.m. | Room 214 | Certificate"),
        ("en", "Journeyman | Local 9 | Dayton, Ohio"),
        ("en", "Print | Radio | Television"),
        ("en", "News | Sport | Weather"),
        ("es", "Noticias | Deportes | El tiempo"),
        ("es", "Grado medio | Sede Norte | Título de técnico"),
        ("fr", "Cours du soir | Campus de Villeurbanne | BTS"),
        ("de", "Montag | 18 Uhr | Raum 12"),
        ("pt", "Curso noturno | Campus Norte | Certificado"),
        ("pt", "Um interruptor faz clique aqui e outro ali."),
        ("pt", "Cada clique no botão do alicate marca um fio."),
        ("en", "The lock gives a click here and a click there."),
        ("en", "Certificate | Two evenings | Instructor on Facebook"),
        ("de", "Diesen Artikel teilen sich zwei Meister der Werkstatt."),
        ("fr", "Laissez un commentaire dans le cahier de l’atelier quand un vase est cassé."),
        ("de", "Mehr Kurse gibt die Innung im Winter."),
        ("es", "Hay que ver más escuelas antes de elegir."),
        ("pt", "Quem quer ver mais vagas lê o jornal do sindicato."),
        ("en", "The board’s site is www.florists.example and has 12 forms."),
        ("en", "A flow of 5 <10> 3, and the set {a, b}."),
        ("en", "Bakers of Ohio, 2024"),
        ("en", "Add photos of your work, and keep a list of them."),
        ("en", "Bread I | Room 214 | Certificate"),
        ("de", "Im März 2016 wurde die Innung gegründet."),
        ("pt", "Publicado no jornal, o aviso trouxe clientes."),
    ],
)
def test_no_remains(language, body):
    assert codes(body, language) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Copy the code {like this} into the log.", []),
        ("Dear {first name}, plumbers fix pipes.", ["X002"]),
        ("Plumbers fix pipes Page 3 of 12 and drains in all weathers.", ["X006"]),
        ("Sign page 3 of 12 and hand it in.", []),
        ("The plan on Page 3 of 12 shows each pipe.", []),
    ],
)
def test_what_stands_between_words(body, found):
    assert codes(body, title="Plumber") == found


def test_whoever_makes_pages_speaks_of_them():
    body = "The home page is the face of the house."
    assert codes(body, title="Webmaster") == []
    assert codes(body, title="Baker") == ["X006"]
    assert codes("Click here to see the home page.", title="Webmaster") == ["X006"]


def test_what_mail_writes_for_other_letters_is_read():
    assert codes("The baker=E2=80=99s oven is hot.") == ["X015"]
    assert codes("The sum is 3=E2 and the code is A=E2=8.") == []


def test_a_tag_with_spaces_in_it_is_one():
    assert codes('The oven < div class = "hot" > is hot.') == ["X003"]
    assert codes("The oven is < a meter > wide.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reply to each letter within two days. Nobody waits longer."),
        ("en", "Skip to the next row when the cell is full. Then count."),
        ("en", "Photo by the door: the staff of 1954. It hangs crooked."),
        ("en", "Scratches show. Most popular among children are round frames."),
        ("en", "Save the label. It has the date."),
        ("en", "Share it on Facebook if you must, but ask the customer first."),
        ("es", "Suscríbase a una revista del oficio."),
        ("es", "Las bandejas son azules. Etiquetas: cada montura lleva una."),
        ("pt", "Deixe um comentário no registro. Depois feche a loja."),
    ],
)
def test_a_sentence_that_goes_on_is_no_chrome(language, text):
    assert codes(text, language=language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bakers rise early. Reply to JaneDoe",
        "Bakers rise early. Photo by Jane Doe.",
        "Bakers rise early. Skip to: Salary | Training",
        "Share this with your friends",
        "Share it on Facebook.",
    ],
)
def test_chrome_beside_a_text_is_told(text):
    assert {*codes(text)} == {"X006"}


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("en", "Still to check: is the wage right?", "Still to check are the ovens."),
        ("en", "Note to the designer: keep this on one page", "Note to bakers: salt comes last."),
        ("en", "A paragraph is missing here.", "A peel is missing here."),
        ("en", "The oven is of 1911 (year?).", "The oven is of 1911 (or so)."),
        ("de", "Noch zu prüfen: Stimmt der Lohn?", "Noch zu prüfen ist, wer zahlt."),
        ("de", "Hier fehlt noch ein Absatz.", "Hier fehlt noch ein Blech."),
        ("fr", "Reste à vérifier : le salaire est-il bon ?", "Il reste à vérifier les fours."),
        ("fr", "Merci de vérifier ce chiffre !", "Merci de vérifier le four."),
        ("es", "Queda por confirmar: ¿es correcta la fecha?", "Queda por saber quién paga."),
        ("es", "El horno es de 1911 (¿año?).", "El horno es de 1911."),
        ("pt", "Nota para a diagramação: manter em uma página", "Atenção: tinta fresca."),
    ],
)
def test_a_note_to_whoever_makes_the_book_is_told(language, note, text):
    assert codes(note, language=language) == ["X011"]
    assert codes(text, language=language) == []


def test_a_comment_is_told_once():
    assert codes("Bakers rise early. <!-- move this up? -->") == ["X003"]
    assert codes("Bakers rise early. -->") == ["X003"]


@pytest.mark.parametrize(
    "tag",
    ["<step>Cut.</step>", "</para>", "< /div>", '‹div class="step"›', "‹/div›", 'div class="step"'],
)
def test_a_tag_of_any_name_or_in_other_brackets_is_one(tag):
    assert "X003" in codes(f"Cut the loaf. {tag}")


@pytest.mark.parametrize(
    "text", ["If a<b and b>c, then a<c.", "The baker says ‹no›.", "The new div is a section here."]
)
def test_letters_between_signs_are_no_tags(text):
    assert codes(text) == []


def test_styles_of_a_word_processor_are_remains():
    assert "X017" in codes("Bakers bake. mso-style-parent: Normal; They rise early.")


def test_a_sentence_on_an_author_is_no_heading_of_a_page():
    assert codes("About the author of the first handbook on bread, little is known.") == []
    assert codes("About the author: Jane Doe bakes.") == ["X006"]


def test_whoever_writes_pages_is_shown_their_code():
    body = 'Pages hold `&nbsp;`. `lorem ipsum` fills them.\n\n```html\n<b>{{ post.title }}</b>\n[gallery ids="4"]\n```\n'
    assert codes(body, title="Front-End Developer") == []
    assert {"X002", "X011"} <= set(codes(body, title="Baker"))


def test_a_square_bracket_without_its_pair_is_reported():
    body = (
        "Bakers [see p. 12 bake at night.\n\nOvens (the old [brick] ones) stay hot in [0, 1) hours."
    )
    assert codes(body) == ["X008"]


@pytest.mark.parametrize(
    ("language", "body"),
    [("de", "Jetzt bewerben!"), ("fr", "Inscrivez-vous dès maintenant !"), ("pt", "Candidate-se já!"), ("es", "¡Inscríbete ya!")],
)  # fmt: skip
def test_a_button_that_calls_to_apply_is_chrome(language, body):
    assert "X006" in codes(body, language)
