"""Pages with parts that buttons open, tabs show, or table rows label."""

from __future__ import annotations

LEAD = "<p>Bookbinders sew books for libraries and readers.</p>"
OUTLOOK = "Few openings come each year in this trade."
TRAINING = "Most learn in a bindery for three years."


def body_of(converted, html):
    page = f'<html lang="en"><head><title>Bookbinder</title></head><body>{html}</body></html>'
    return converted(page, "a.html").text.split("---\n", 2)[2]


def test_what_a_button_opens_has_its_words_as_heading(converted):
    body = body_of(
        converted,
        f"<main><h1>Bookbinder</h1>{LEAD}"
        '<div class="card"><div class="card-header"><button data-target="#a">Job Outlook</button></div>'
        f'<div id="a" class="collapse"><p>{OUTLOOK}</p></div></div>'
        '<button aria-controls="b">A day at the bench</button><section id="b">They fold in the '
        "morning and sew in the afternoon.</section></main>",
    )
    assert f"\n# Career Outlook\n\n{OUTLOOK}\n" in body
    assert "\n## A day at the bench\n\nThey fold in the morning" in body


def test_buttons_of_menus_and_of_more_words_head_nothing(converted):
    body = body_of(
        converted,
        '<header><button aria-controls="m">Menu</button><div id="m"><a href="/a">All careers of '
        'this house</a></div></header><main><h1>Bookbinder</h1><p>They bind <button aria-controls="n">'
        'Read more</button><span id="n">for libraries and readers.</span></p>'
        '<button data-target="#s">Share</button><div id="s"><a href="//x">With all your friends'
        "</a> now</div></main>",
    )
    assert body.startswith("\n# Overview and Job Duties\n\nThey bind for libraries and readers.\n")
    assert body.count("#") == 1


def test_labels_of_tabs_that_became_headings_are_no_list(converted):
    body = body_of(
        converted,
        f'<main><h1>Bookbinder</h1>{LEAD}<div><ul><li><a href="#t1">Training</a></li>'
        f'<li><a href="#t2">Outlook</a></li></ul><div id="t1">{TRAINING}</div>'
        f'<div id="t2" style="display:none">{OUTLOOK}</div></div></main>',
    )
    assert "- Training" not in body
    assert f"\n# Educational Requirements\n\n{TRAINING}\n" in body
    assert f"\n# Career Outlook\n\n{OUTLOOK}\n" in body


def test_rows_of_a_label_and_its_part_are_sections_below_a_row_with_the_title(converted):
    body = body_of(
        converted,
        '<table><tr><td colspan="2"><font size="6">Bookbinder</font></td></tr>'
        f"<tr><td>Training</td><td>{TRAINING}</td></tr><tr><td>Outlook</td><td>{OUTLOOK}<p>Most "
        'come when somebody retires.</td></tr></table><hr><a href="i.html">Home</a> | '
        '<a href="l.html">All careers</a>',
    )
    assert f"\n# Educational Requirements\n\n{TRAINING}\n" in body
    assert f"\n# Career Outlook\n\n{OUTLOOK}\n\nMost come" in body
    assert "All careers" not in body


def test_the_source_of_a_quotation_stays_below_it(converted):
    quote = "<blockquote><p>Sew it twice.</p><footer>A binder in Bath</footer></blockquote>"
    body = body_of(converted, f"<main><h1>Bookbinder</h1>{LEAD}{quote}</main>")
    assert "\n> Sew it twice.\n>\n> A binder in Bath\n" in body


def test_folds_of_elementor_show_what_they_hold_below_their_words(converted):
    item = (
        '<div class="elementor-accordion-item"><div class="elementor-tab-title" role="button" '
        'aria-controls="c-{0}"><a class="elementor-accordion-title">{1}</a></div><div id="c-{0}" '
        'class="elementor-tab-content" role="region" style="display:none"><p>{2}</p></div></div>'
    )
    items = item.format(1, "What training is needed?", TRAINING) + item.format(
        2, "Will there be work?", OUTLOOK
    )
    body = body_of(converted, f"<div><h1>Bookbinder</h1>{LEAD}{items}</div>")
    assert f"\n# Educational Requirements\n\n{TRAINING}\n" in body
    assert f"\n# Career Outlook\n\n{OUTLOOK}\n" in body
    assert body.count(TRAINING) == body.count(OUTLOOK) == 1


def test_labels_in_any_element_and_addresses_of_scripts_head_their_parts(converted):
    by_roles = (
        f'{LEAD}<div role="tablist"><span role="tab" aria-controls="a">Training</span>'
        '<span role="tab" aria-controls="b">Outlook</span></div>'
        f'<div role="tabpanel" id="a"><div>{TRAINING}</div></div>'
        f'<div role="tabpanel" id="b" aria-hidden="true"><div>{OUTLOOK}</div></div>'
    )
    by_script = (
        f"{LEAD}<div><a href=\"javascript:show('a')\">Training</a> "
        "<a href=\"javascript:show('b')\">Outlook</a></div>"
        f'<div class="tabbody" id="a">{TRAINING}</div>'
        f'<div class="tabbody" id="b" style="display:none">{OUTLOOK}</div>'
    )
    for html in (by_roles, by_script):
        body = body_of(converted, f"<main><h1>Bookbinder</h1>{html}</main>")
        assert f"\n# Educational Requirements\n\n{TRAINING}\n" in body
        assert f"\n# Career Outlook\n\n{OUTLOOK}\n" in body
        assert "TrainingOutlook" not in body
        assert "Training Outlook" not in body


def test_what_stands_between_the_cells_of_a_table_stays_above_it(converted):
    body = body_of(
        converted,
        f"<main><h1>Bookbinder</h1>{LEAD}<table>Spring is busy.<tr><th>Month</th><th>Work</th></tr>"
        "<tr><td>March</td><td>Sew</td> Beware of frost. </tr><p>Glue is slow in the cold.</p>"
        "<tr><td>July</td><td>Rest</td></tr></table></main>",
    )
    table = body.index("| Month | Work |")
    for words in ("Spring is busy.", "Glue is slow in the cold.", "Beware of frost."):
        assert 0 < body.index(words) < table


def fold(label, inner):
    return f"<details><summary>{label}</summary>{inner}</details>"


def test_a_fold_within_a_fold_has_its_words_as_heading(converted):
    inner = fold("In private homes", "<p>Families pay by the visit.</p>")
    body = body_of(
        converted,
        f"<main><h1>Bookbinder</h1>{LEAD}{fold('Pay', f'<p>By the book.</p>{inner}')}"
        f"{fold('Clubs and guilds', '<p>Few are left.</p>')}</main>",
    )
    assert "# Salary\n\nBy the book.\n\n## In private homes\n\nFamilies pay" in body
    assert "# Clubs and guilds\n\nFew are left." in body


def test_a_fold_amid_a_text_heads_not_what_goes_on_behind_it(converted):
    body = body_of(
        converted,
        f"<main><h1>Bookbinder</h1>{LEAD}<h2>Pay</h2>{fold('How it was counted', '<p>By hand.</p>')}"
        "<p>Most are paid by the book.</p></main>",
    )
    assert "\nHow it was counted\n" in body


def test_parts_of_components_are_headed_by_what_names_them(converted):
    body = body_of(
        converted,
        f'<main><h1>Bookbinder</h1>{LEAD}<my-accordion><my-item heading="Salary"><p>{OUTLOOK}</p></my-item>'
        f'<div data-tab-title="Education" class="tab-panel"><p>{TRAINING}</p></div>'
        '<my-item heading="Show more"><p>Glue is slow in the cold.</p></my-item></my-accordion></main>',
    )
    assert f"# Salary\n\n{OUTLOOK}" in body
    assert f"# Educational Requirements\n\n{TRAINING}" in body
    assert "Show more" not in body
