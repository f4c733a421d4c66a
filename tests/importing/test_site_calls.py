"""Appeals of a site to its readers are left out; those of a guide are kept."""

from __future__ import annotations

import pytest

from guidepub.importing.matter.calls import is_call


@pytest.mark.parametrize(
    "text",
    [
        "Love this post? Pin it for later.",
        "Enjoying this guide? Get our weekly tips straight to your inbox.",
        "Love careers? Join 12,000 readers who get one new trade a week by email.",
        "Never miss a post: sign up and we'll send new guides to you.",
        "¿Te gusta esta guía? Recibe nuestros consejos en tu correo cada semana.",
        "Suscríbete y no te pierdas ninguna guía.",
        "Recevez nos conseils chaque semaine dans votre boîte mail.",
        "Hol dir unsere Tipps jede Woche direkt ins Postfach.",
        "Gostou deste guia? Receba nossas dicas toda semana no seu e-mail.",
        "If you enjoyed this article, please share it with your friends.",
        "Don't forget to subscribe to our channel.",
        "Click here to download our free lettering worksheet!",
        "Check out our other career guides.",
        "Print this page or save it as a PDF.",
        "¿Te ha gustado este artículo? Compártelo con tus amigos.",
        "No olvides suscribirte a nuestro canal.",
        "Cuéntanos en los comentarios qué opinas.",
        "Dale a me gusta y comparte.",
        "N'hésitez pas à laisser un commentaire ci-dessous.",
        "Vous avez aimé cette fiche ? Dites-le-nous en commentaire !",
        "Épinglez cette image pour plus tard.",
        "Hat dir der Artikel gefallen? Teile ihn mit deinen Freunden.",
        "Hier kannst du die Checkliste kostenlos herunterladen.",
        "Vergiss nicht, unseren Kanal zu abonnieren.",
        "Gostou deste artigo? Partilhe com os amigos.",
        "Conte-nos nos comentários o que achou.",
        "Curta nossa página no Facebook.",
        "Subscribe now for free weekly updates.",
        "Sign up with your email and never miss a guide.",
        "Our best tips delivered straight to your inbox.",
        "Verpasse keinen Beitrag mehr!",
        "Keine Neuigkeiten mehr verpassen.",
        "Erhalten Sie neue Beiträge per E-Mail.",
        "Apúntate gratis a nuestro boletín.",
    ],
)
def test_what_a_site_asks_is_known(text):
    assert is_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "Register for the exam by e-mail.",
        "Register with the state board, which sends reminders by e-mail.",
        "Sign up for e-mail updates from the state board.",
        "Subscribe to the guild's newsletter.",
        "Exam results are sent to your e-mail.",
        "Never miss an article in the trade press.",
        "Verpassen Sie die Anmeldefrist nicht.",
        "Verpassen Sie keine Prüfung.",
        "Bekommen Sie neue Aufträge per E-Mail, antworten Sie schnell.",
        "Suscriba el contrato por correo certificado.",
        "Apúntate al curso gratis del SEPE.",
        "Share your work with other writers before you send it out.",
        "Print this advice and pin it above your desk: a portfolio says more than a transcript.",
        "Subscribe to the journals of your trade.",
        "Leave a note for the next shift.",
        "Save the offcuts for later.",
        "Did you like drawing as a child? Then this may be for you.",
        "Love this post? Pin it for later. Welders join metal.",
        "Deja secar la cola una noche.",
        "Descarga la mercancía con guantes.",
        "Partagez votre atelier avec un confrère.",
        "Abonnez-vous à une revue du métier.",
        "Teile die Arbeit mit den Kollegen.",
        "Hier kannst du viel lernen.",
        "Partilhe as ferramentas com os colegas da oficina.",
        "Descarregue o camião com cuidado.",
    ],
)
def test_what_a_guide_asks_is_none(text):
    assert not is_call(text)


def test_a_list_of_networks_is_a_site_s_and_of_one_who_works_on_them_a_guide_s(converted):
    prose = "Coopers make barrels from staves of oak, and they toast them over fire."
    networks = "Share this:\n\n- Facebook\n- Reddit\n"
    assert "Reddit" not in converted(f"# Cooper\n\n{prose}\n\n{networks}", "x.md").text
    title, duty = "Social Media Manager", "- Ask followers to subscribe to the newsletter"
    text = f"# {title}\n\n{prose}\n\n## Networks\n\n- Facebook\n- Reddit\n\n## Duties\n\n{duty}\n- Buy advertisements\n- Share news\n"
    made = converted(text, "x.md").text
    assert "- Reddit" in made
    assert duty in made


def test_what_plug_ins_put_into_a_text_is_left_out_and_its_own_boxes_are_not(converted):
    text = """# Cooper

Coopers make barrels from staves of oak, and they toast them over fire, as they did of old.

<div class="sharedaddy sd-sharing-enabled"><h3>Pass it on</h3><ul><li>Reddit</li></ul></div>

<aside class="sidebar">A barrel lasts sixty years.</aside>

<div id="jp-relatedposts"><p>Ten gifts for makers</p></div>
"""
    made = converted(text, "x.md")
    assert "lasts sixty years" in made.text
    assert not any(words in made.text for words in ("Reddit", "Pass it on", "Ten gifts"))
    assert {"named sharedaddy", "named jp-relatedposts"} <= {p.note for p in made.passages}
