"""Sentences that look like a fault and are none, each beside one that is."""

from __future__ import annotations

import pytest
from linting.linted import codes

from guidepub import Fact, Source
from guidepub.model import Lineage, TableFile


@pytest.mark.parametrize(
    "word", ["didn’t", "couldn't", "wasn't", "won't", "can't", "shan't", "needn't", "who've"]
)
def test_a_contraction_is_no_slip_with_any_apostrophe(word):
    assert codes(f"Bakers {word} stop.") == []
    assert codes("Bakers didnt’t stop.") == ["G005"]


def test_a_credit_names_whose_a_picture_is():
    picture = ":::{figure} loaf.svg\n:alt: A loaf that was cut open.\n"
    assert codes(f"{picture}:credit: Photo: A. Baker, CC BY 4.0\n\nA loaf.\n:::") == []
    assert codes(f"{picture}\nPhoto: A. Baker, CC BY 4.0\n:::") == ["X006"]


def test_a_picture_in_a_line_is_a_word_between_spaces():
    picture = "![A loaf that was cut open.](loaf.svg)"
    assert codes(f"Cut the loaf and {picture} and weigh it.") == []
    assert codes(f"Cut the loaf {picture} and and weigh it.") == ["X012"]


def test_a_list_has_the_source_of_its_lead_in():
    items = "\n\n- Pastry: $45,810\n- Bread: $43,490"
    assert codes(f"Pay by branch was as follows: [@bls]{items}") == []
    assert codes(f"Pay by branch was as follows:{items}") == ["V001", "V001"]
    assert codes(f"Pay differs. [@bls]{items}") == ["V001", "V001"]
    assert codes(f"As follows: [@bls]{items}\n\nThey earn $40,000.") == ["V001"]
    terms = "\n\nFirst year\n: 60 percent of the full rate of pay"
    assert codes(f"The contract says how much [@bls]:{terms}") == []
    assert codes(f"The contract says how much:{terms}") == ["V001"]


@pytest.mark.parametrize(
    ("language", "lead", "rows", "found"),
    [
        ("en", "The Census Bureau reports these shares of jobs:", "- shops, 61 percent of jobs", []),
        ("en", "Jobs were spread as follows:", "- shops, 61 percent of jobs", ["V001"]),
        ("en", "The Census Bureau reports on jobs.", "- shops, 61 percent of jobs", ["V001"]),
        ("es", "Según la Cámara de Comercio, los empleos se reparten así:", "- tiendas: 61 % de los empleos", []),
        ("de", "Laut Zentralverband verteilen sich die Stellen so:", "- Läden: 61 % der Stellen", []),
        ("fr", "L'Insee répartit ainsi les emplois :", "- boutiques : 61 % des emplois", []),
        ("pt", "Segundo o Ministério do Trabalho, são estes os empregos:", "Lojas\n: 61 % dos empregos", []),
        ("en", "According to the Bakers' Guild, jobs were spread so:", "| Industry | Jobs |\n|---|---|\n| Shops | 61% |", []),
        ("en", "Jobs were spread so:", "| Industry | Jobs |\n|---|---|\n| Shops | 61% |", ["V001"]),
    ],
)  # fmt: skip
def test_a_lead_in_names_the_source_of_what_it_leads_to(language, lead, rows, found):
    body = f"{lead}\n\n{rows}"
    assert [code for code in codes(body, language=language) if code == "V001"] == found


def test_a_cited_lead_in_speaks_of_its_own_list():
    items = "\n\n- Ohio: $66,200\n- Texas: $51,700"
    assert codes(f"Median pay differs by state, as this list shows [@bls]:{items}") == []


@pytest.mark.parametrize(
    ("head", "rows", "found"),
    [
        ("Sector | Jobs", "Shops | 12,300", ["V001"]),
        ("Industry | Share", "Shops | 41%", ["V001"]),
        ("Tool | Price", "Whisk | $12", []),
        ("Tool | Price", "Oven | $12,000", ["V001"]),
        ("Tool | Number", "Whisk | 12", []),
    ],
)
def test_a_table_of_statistics_has_a_source(head, rows, found):
    assert codes(f"| {head} |\n|---|---|\n| {rows} |") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Each graduate is guaranteed a residency.", ["M001"]),
        ("No graduate is guaranteed a job.", []),
        ("Members are guaranteed a pension by law.", []),
        ("Two thirds of bakers work nights.", ["V001"]),
        ("Two thirds of the dough is flour.", []),
        ("About half of the states license them.", []),
    ],
)
def test_guarantees_and_shares_in_words(body, found):
    assert [code for code in codes(body) if code[0] in "MV"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A $5 filter lasts three months.", []),
        ("The commission on a $400,000 home will be $24,000.", []),
        ("Each $12 loaf is cut by hand.", []),
        ("Bakers earn a $40,000 salary.", ["V001"]),
        ("Bakers got a $2,000 raise.", ["V001"]),
        ("Bakers earn $40,000 a year.", ["V001"]),
        ("Some two million people work in bakeries.", ["V001"]),
    ],
)
def test_a_price_in_passing_needs_no_source(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Jobs will grow from 457,300 in 2020 to 480,000 in 2034. [@bls]", []),
        ("Jobs are projected to grow between 2020 and 2034. [@bls]", []),
        ("Jobs are projected to grow by 2020. [@bls]", ["S001"]),
        ("Homes built in 1990 will need new wiring.", []),
        ("Wiring from 1960 will need care, and anyone born before 1980 will know it.", []),
        ("A new bakery will be built in 2015.", ["S001"]),
        ("Over the 2024–34 decade, jobs will shrink. [@bls]", []),
        ("Over the 2014–24 decade, jobs will shrink. [@bls]", ["S001"]),
        ("By 2020 half the orders came by phone, and the share will grow.", []),
        ("By 2020 half the orders will come by phone.", ["S001"]),
        ("Those that were expected by 2020 came in 2022.", []),
        ("Members will recall that in 1998 the union had no hall.", []),
        ("## Outlook, 2012–22\n\nJobs grow.", ["S001"]),
        ("## Outlook, 2024–34\n\nJobs grow.", []),
        ("| Measure | Value |\n|---|---|\n| Change, 2012–22 | 3% [@bls] |", ["S001"]),
        ("Starting in 2019, bakers need a permit.", ["S003"]),
        ("All shops must post prices beginning January 1, 2021.", ["S003"]),
        ("Starting in 2019, the bakers of Ohio trained more people.", []),
    ],
)
def test_a_projection_runs_out_in_its_last_year(sentence, found):
    assert codes(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It stands in the Defense Manpower Data Center.", []),
        ("The shop lacks manpower.", ["G003"]),
        ("Manpower is short.", ["G003"]),
        ("Manpower Inc. hires, and so does the Manpower Research Institute.", []),
        ("Mind the blind spot of a forklift.", []),
        ("They bake for the blind.", ["G003"]),
        ("They show the blind how to bake.", ["G003"]),
    ],
)
def test_names_and_expressions_are_no_words_to_avoid(sentence, found):
    assert codes(sentence) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Webmasters keep sites running.", []),
        ("Contact the webmaster.", ["X006"]),
        ("Show more", ["X006"]),
        ("They show more care.", []),
        ("Posted by Ann Baker on Monday", ["X006"]),
        ("Posted by admin", ["X006"]),
        ("Written by Ann Lee | 5 min read", ["X006"]),
        ("Updated on Mar. 3, 2024", ["X006"]),
        ("Posted by the door is the day's list.", []),
        ("Written by hand, the labels fade in the sun.", []),
        ("Updated on the fly, the board shows who is in.", []),
        ('A glossary of <mrk mtype="seg" mid="7">terms saves hours.', ["X003"]),
        ("Here </w:p> ended a paragraph.", ["X003"]),
        ("The relation a < b holds, and 3 < x > 1 too.", []),
        ("Photo credit: A. Baker", ["X006"]),
        ("Let us know in the comments what you think.", ["X006"]),
        ("12 comments", ["X006"]),
        ("The old mechanic carries the wrench he needs.", []),
        ("The mechanic carries the wrench he needs to work.", ["G003"]),
        ("Orders are posted by noon and filled by six.", []),
        ("Work on this site starts at seven.", []),
        ("More is found on this site.", ["X006"]),
        ("Two bakers started in this post.", []),
        ("We start with bread in this post.", ["X006"]),
        ('They print "bread" on each bag.', []),
        ('print "bread";', ["X001"]),
        ("To be written.", ["X011"]),
        ("(insert quote from the owner)", ["X017"]),
        ("SELECT item FROM crib WHERE qty < 3; it runs.", ["X017"]),
        ("The template has a blank, ______, for the name.", []),
        ("Select one course from each; insert tab A into slot B.", []),
        ("The recipe is to be written by hand.", []),
        ("[Bild einfügen] Bakers bake.", ["X011"]),
        ("204 views", ["X006"]),
        ("In the previous slide we saw dough.", ["X006"]),
        ("In the previous slide rule the scale was in inches.", []),
    ],
)
def test_chrome_of_a_site_is_reported_and_sentences_like_it_are_not(body, found):
    assert codes(body) == found


def test_chrome_is_reported_in_a_guide_of_any_language():
    for language in ("en-US", "es", "fr"):
        assert "X006" in codes("Share this page on Facebook", language=language), language


LONG = "Bakers mix flour, water and salt before dawn on each day."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{LONG}\n\nThey rest.\n\n{LONG}", ["X012"]),
        ("The bread is sold in shops. The bread is sold in shops.", ["X012"]),
        ("It rises. It rises.", []),
        ("Rest well.\n\nEat.\n\nRest well.", []),
        ("- Bakers bake rye bread.\n- Rest.\n- Bakers bake rye bread.", ["X012"]),
        ("- Bakers bake rye bread.\n\nThen:\n\n- Bakers bake rye bread.", []),
        ("- Knead dough\n- Rest\n- Knead dough", ["X012"]),
        ("## Rye\n\n- Knead dough\n\n## Wheat\n\n- Knead dough", []),
        ("- Rye\n  - Knead dough\n- Wheat\n  - Knead dough", []),
        (f"{LONG}\n\n- {LONG}", ["X012"]),
        ("Most shops close at noon. They rest. Most shops close at noon.", ["X012"]),
        ("| A | B |\n|---|---|\n| Knead | 4 |\n| Rest | 5 |\n| Knead | 4 |", ["X012"]),
        ("| A | B |\n|---|---|\n| Knead | 4 |\n| Rest | 5 |\n| Knead | 6 |", []),
        ("## Tools\n\nOvens.\n\n## Tools\n\nPans.", ["X012"]),
        ("## Rye\n\n### Tools\n\nOvens.\n\n## Wheat\n\n### Tools\n\nPans.", []),
    ],
)
def test_what_stands_twice(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The equip- ment lasts.", ["G005"]),
        ("They need short- and long-term plans, full- or part-time.", []),
        ("Sales grew 30,1% [@bls].", ["G005"]),
        ("Sales grew 30.1% on 1,200 days [@bls].", []),
    ],
)
def test_slips_within_words_and_figures(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## You’ll earn a competitive salary\n\nWork.", ["M002"]),
        ("## Job security is guaranteed\n\nWork.", ["M003"]),
        ("## You need a salary\n\nWork.", []),
        ("A license gets you to the oven.", []),
        ("A license gets you hired.", ["M001"]),
        ("Pay is guaranteed for four hours.", []),
        ("Pay is guaranteed for life.", ["M001"]),
        ("People on the forums will tell you that you can make six figures.", []),
        ("## Does a Certificate Guarantee a Job?\n\nNo.", []),
        ("Want a guaranteed job?", ["M001"]),
        ("A good job awaits you.", ["M003"]),
        ("No job awaits you.", []),
        ("Employers are lining up for bakers.", ["M003"]),
        ("Bakers never run out of work.", ["M003"]),
        ("Bakers never run out of flour.", []),
        ("A certificate is your ticket to a six-figure income.", ["M002"]),
        ("Graduates walk straight into well-paid jobs.", ["M003"]),
        ("No baker ever goes hungry.", ["M003"]),
        ("Jobs are plentiful and always will be.", ["M003"]),
        ("Robots will never replace bakers.", ["M003"]),
        ("We promise that you will find work.", ["M001"]),
        ("Employers can’t hire fast enough, so you will have a job before you graduate.", ["M003"]),
        ("Beware of schools that say: you will have a job before you graduate.", []),
        ("Be sure to get a copy of the contract.", []),
        ("Every graduate will find a good job.", ["M003"]),
        ("None of our graduates has ever been unemployed.", ["M001"]),
        ("We’ll have you hired within 30 days.", ["M001"]),
        ("You will be a manager within two years.", ["M003"]),
        ("You’ll never have to look for work again.", ["M003"]),
        ("You will get a copy of the contract within two weeks.", []),
        ("All students have work to hand in by Friday.", []),
        ("Those who complete the program will receive a certificate.", []),
        ("Firms were fined for adverts that spoke of guaranteed earnings.", []),
        ("You will receive pay stubs each week.", []),
        ("The contract guarantees overtime pay.", []),
        ("The union contract guarantees forty hours of pay a week.", []),
        ("The school guarantees forty hours of work a week.", ["M001"]),
        ("You cannot fail the exam more than three times.", []),
        ("No career is recession-proof.", []),
        ("The tests must be passed before you can be hired.", []),
    ],
)
def test_promises_in_other_words_and_in_headings(body, found):
    assert codes(body) == found


def test_promises_in_titles_and_descriptions():
    promise = "You will always find work as a baker. Read how."
    assert codes("Bread.", title="Guaranteed Jobs for Bakers") == ["M001"]
    assert codes("Bread.", subtitle="Can anyone guarantee a job?", description=promise) == ["M003"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In Nevada, the median wage was $99,000 in 2025 [@bls].", []),
        ("In hospitals, the median wage was $99,000 in 2025 [@bls].", []),
        ("The median wage is $99,000 or more [@bls].", ["V003"]),
        ("The median wage was $99,000 in 2025 [@bls].", ["V003"]),
        ("The median wage is between $30,000 and $40,000 [@bls].", []),
        ("The median wage is between $50,000 and $60,000 [@bls].", ["V003"]),
        ("The median wage is $34k [@bls].", []),
        ("## Median Pay: $99,000\n\nBakers bake.", ["V003"]),
        ("## Median Pay in Texas: $99,000\n\nBakers bake.", []),
        ("## Texas\n\nThe median wage is $99,000 [@bls].", []),
        ("## Texas\n\nBread.\n\n## All\n\nThe median wage is $99,000 [@bls].", ["V003"]),
        ("| Measure | Value |\n|---|---|\n| Median pay | $99,000 [@bls] |", ["V003"]),
        ("| Measure | Texas |\n|---|---|\n| Median pay | $99,000 [@bls] |", []),
        ("In Texas:\n\n| Measure | Value |\n|---|---|\n| Median pay | $99,000 [@bls] |", []),
    ],
)
def test_a_part_s_figure_is_not_held_against_the_guide_s(sentence, found):
    fact = Fact(value=34000, unit="USD/year", as_of=2025, source="bls")
    assert codes(sentence, facts={"median_wage": fact}) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Employment is expected to dwindle; growth is {fact}`projected_growth`.", ["Q004"]),
        ("Jobs will plunge {fact}`projected_growth`.", ["Q004"]),
        ("Jobs will climb {fact}`projected_growth`.", []),
        ("Sales will go down by +3 percent [@bls].", ["Q004"]),
        ("A decline of +4 percent in sales is expected [@bls].", ["Q004"]),
        ("Sales are expected to pick up by −4 percent [@bls].", ["Q004"]),
        ("Sales fell −3 percent, then grew +2 percent [@bls].", []),
        ("Growth of sales of 2-4 percent is expected [@bls].", []),
        ("Employment may decline in towns, but overall {fact}`projected_growth` more.", []),
    ],
)
def test_the_direction_is_held_against_the_sign(sentence, found):
    fact = Fact(value=6, unit="percent", period=(2024, 2034), source="bls")
    assert codes(sentence, facts={"projected_growth": fact}) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bakers need a bachelor’s degree as well as a medical degree.", []),
        ("Bakers need a bachelor’s degree.", ["Q002"]),
    ],
)
def test_of_steps_of_education_the_last_is_demanded(sentence, found):
    fact = Fact(value="professional", source="bls")
    assert codes(sentence, facts={"entry_education": fact}) == found


@pytest.mark.parametrize(
    ("level", "body", "found"),
    [
        ("bachelor", "No degree is required.", ["Q002"]),
        ("bachelor", "A high school diploma is all it takes.", ["Q002"]),
        ("bachelor", "You do not need a master’s degree.", []),
        ("high-school", "No degree is required.", []),
        ("bachelor", "You need a high school diploma to enter a bachelor’s program.", []),
        (None, "No degree is required.\n\nBakers must have a bachelor’s degree.", ["Q001"]),
        (None, "No degree is required.\n\nBakers must have a diploma.", []),
        (None, "## No Degree Needed\n\nBakers must have a bachelor’s degree.", ["Q001"]),
        (
            None,
            "Bakers must have a bachelor’s degree. No degree is needed; one may learn.",
            ["Q001"],
        ),
        (None, "## No Degree Needed?\n\nBakers must have a bachelor’s degree.", []),
        (None, "No degree is required.\n\n- Education: associate degree required", ["Q001"]),
        (None, "Bakers need no degree.\n\nA bachelor’s degree is a must.", ["Q001"]),
        (
            None,
            "| Item | Value |\n|---|---|\n| Degree | None |\n\nBakers must have a bachelor’s degree.",
            ["Q001"],
        ),
        (None, "Degree\n: Not required\n\nEducation\n: Bachelor’s degree", ["Q001"]),
        (None, "Education\n: Bachelor’s degree preferred\n\nNo degree is required.", []),
        (None, "Bakers must have a bachelor’s degree. Helpers can start without a degree.", []),
        (
            None,
            "Bakers need a bachelor’s degree. To enter culinary school, applicants need a diploma from a high school.",
            [],
        ),
        (
            None,
            "You must first complete a bachelor’s degree. Next, you must complete a master’s degree.",
            [],
        ),
        ("bachelor", "An associate’s degree is the minimum.", ["Q002"]),
        (None, "Nobody is hired without a bachelor’s degree.\n\nBakers need no degree.", ["Q001"]),
        (None, "Nobody is hired without a bachelor’s degree. A bachelor’s degree is required.", []),
        (
            None,
            "A master’s degree is the only way in.\n\nNobody asks bakers for a degree.",
            ["Q001"],
        ),
        ("high-school", "You cannot become an engineer without a bachelor’s degree.", []),
        ("high-school", "| A | B |\n|---|---|\n| Typical degree | None |", []),
        ("high-school", "You cannot work as an engineer without a bachelor’s degree.", []),
        (
            None,
            "To work as a baker, a master’s degree is required. Bakers need only a diploma.",
            [],
        ),
        (
            None,
            "To work as a baker, a master’s degree is required. Bakers need only an associate degree.",
            ["Q001"],
        ),
    ],
)
def test_no_need_of_a_degree_against_a_need(level, body, found):
    facts = {"entry_education": Fact(value=level, source="bls")} if level else {}
    assert codes(body, facts=facts) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Jobs will grow 5 percent [@bls].\n\nJobs for bakers are disappearing.", ["Q004"]),
        ("Jobs will grow.\n\nEmployment is set to shrink.", ["Q004"]),
        ("Jobs will grow.\n\nEmployment in towns is set to shrink.", []),
        ("Jobs will grow 5 percent [@bls].\n\nEmployment will stay flat.", ["Q004"]),
    ],
)
def test_directions_contradict_each_other_without_a_fact(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## A Dying Trade\n\nThey bake.", ["Q004"]),
        ("## Baking Is on the Wane\n\nThey bake.", ["Q004"]),
        ("## Milling Is on the Wane\n\nThey bake.", []),
        ("The number of baking jobs is dwindling.", ["Q004"]),
        ("The number of milling jobs is dwindling.", []),
        ("Jobs will tumble 6 percent, to 90,000 from 80,000. [@bls]", ["Q004"]),
        ("| Item | Value |\n|---|---|\n| Job outlook, 2024–34 | 6% decline [@bls] |", ["Q004"]),
        ("Jobs are projected to grow 6 percent. [@bls] This decline is due to robots.", ["Q004"]),
        ("Jobs are projected to grow 6 percent. [@bls] This growth is due to hunger.", []),
    ],
)
def test_directions_in_headings_and_in_any_verb(body, found):
    rises = "\n\nEmployment is projected to grow 6 percent from 2024 to 2034. [@bls]"
    assert codes(body + rises * ("percent" not in body)) == found


def test_a_fall_of_the_fact_s_size_contradicts_its_sign():
    fact = Fact(value=6, unit="percent", period=(2024, 2034), source="bls")
    assert codes("Employment will fall 6 percent [@bls].", facts={"projected_growth": fact}) == [
        "Q004"
    ]
    assert codes("Employment will grow 9 percent [@bls].", facts={"projected_growth": fact}) == [
        "V003"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "The lowest 10%: $80,000; the highest 10%: $60,000 [@bls]",
        "10th percentile\n: $90,000 [@bls]\n\n90th percentile\n: $70,000 [@bls]",
        "| Percentile | Pay |\n|---|---|\n| 10th | $90,000 |\n| 90th | $60,000 |\n\n[@bls]",
        "| Percentile | Pay |\n|---|---|\n| 10% | $90,000 |\n| 90% | $60,000 |\n\n[@bls]",
        "| Group | Pay [@bls] |\n|---|---|\n| Lowest tenth | $16.30 |\n| Middle of all | $23.85 |\n| Highest tenth | $22.40 |",
        "| Who | Pay [@bls] |\n|---|---|\n| The lowest-paid tenth | $16.30 |\n| The best-paid tenth | $14.40 |",
        "| Who | Pay [@bls] |\n|---|---|\n| Low (10th) | $16.30 |\n| High (90th) | $14.40 |",
    ],
)
def test_percentiles_in_any_layout(body):
    assert codes(body) == ["Q003"]


@pytest.mark.parametrize(
    "rows",
    [
        "| First quarter | $26.30 |\n| Third quarter | $23.85 |",
        "| Top half | $26.30 |\n| Bottom half | $23.85 |",
        "| Lowest grade | $26.30 |\n| Highest grade | $23.85 |",
        "| Low | $26.30 |\n| Middle | $23.85 |\n| High | $20 |",
    ],
)
def test_what_only_looks_like_percentiles(rows):
    assert codes(f"| Part | Pay [@bls] |\n|---|---|\n{rows}") == []


def test_a_longer_name_of_another_occupation_is_not_the_guide_s():
    fact = Fact(value=60000, unit="USD/year", as_of=2024, source="bls")
    body = "{} earned a median of $90,000 [@bls]."
    assert codes(body.format("Bakers"), facts={"median_wage": fact}) == ["V003"]
    assert codes(body.format("Baker inspectors"), facts={"median_wage": fact}) == []


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("median_wage", ["V005"]),
        ("mean_wage", ["V005"]),
        ("starting_wage", ["V005"]),
        ("work_experience", ["V005"]),
        ("wage_of_cooks", []),
    ],
)
def test_a_fact_of_another_code_is_reported_unless_it_has_a_name_of_its_own(key, found):
    fact = Fact(value=40000, source="bls", note="That of 35-2014.")
    assert codes("Bread.", facts={key: fact}, occupation={"soc": "51-3011"}) == found


CELL = Lineage(
    table=TableFile(name="wages", file="w.csv", sha256="0" * 64),
    row=7, key={"code": "51-3011"}, column="A", text="39,990",
)  # fmt: skip


@pytest.mark.parametrize(
    ("lower", "upper", "lineage", "found"),
    [
        (39990, 39990, CELL, []),
        (39990, 39990, None, ["Q003"]),
        (39991, 39990, CELL, ["Q003"]),
    ],
    ids=["equal in a table", "equal as written", "in the wrong order in a table"],
)
def test_wages_that_a_table_has_equal_are_no_contradiction(lower, upper, lineage, found):
    facts = {
        key: Fact(value=value, unit="USD/year", as_of=2024, source="bls").model_copy(
            update={"lineage": lineage}
        )
        for key, value in (("median_wage", lower), ("wage_p75", upper))
    }
    assert codes("Half earn more than {fact}`median_wage`.", facts=facts) == found


def test_wages_of_a_month_are_held_in_order_by_themselves():
    reported = {"median_monthly_wage": 4021, "wage_p75_monthly": 3990, "wage_p75": 58_000}
    facts = {
        key: Fact(value=value, unit="EUR/month", source="bls") for key, value in reported.items()
    }
    assert codes("Half earn more than {fact}`median_monthly_wage`.", facts=facts).count("Q003") == 1


# What guides say of training, rules and work, in words that promises are made of as well.
NO_PROMISES = """\
No student should ever work without supervision.
In an apprenticeship, your tuition is paid by the union.
Your rent is paid out of your wages.
The hardest part is choosing a school.
One decision is which specialty to enter.
Firms compete for the same contracts.
Hotels race to get the rooms ready.
You can plan on a job search of several months.
You can count on work in all weather.
Once the exam is passed, the state issues a license.
Carry the license with your name on it.
You will send orders to the kitchen.
You will turn work on a lathe.
Never take on more work than you can finish.
Nobody will let you touch the saw.
No employer will take you without a license.
Even good students get in only after two tries.
Raises come automatically under the contract.
The least you can expect is a background check.
You do not know what poverty does to a child.
You will not be rich.
It's a trade you can't learn from a book.
"""
NO_PROMISES_IN_SPANISH = """\
No siempre hay trabajo en invierno.
Un florista empieza como ayudante y cobra poco dinero.
Trabaja muchas horas y gana un sueldo modesto.
Quienes tienen título ganan un sueldo mejor.
Quien aprueba la oposición tiene plaza fija.
El trabajo no se acaba al salir del taller.
Los clubes se disputan los títulos.
Después de la formación, trabajarás en equipos de tres.
¿Garantiza el curso un empleo?
"""


@pytest.mark.parametrize(
    ("sentences", "language"), [(NO_PROMISES, "en-US"), (NO_PROMISES_IN_SPANISH, "es")]
)
def test_ordinary_sentences_promise_nothing(sentences, language):
    assert codes(sentences.replace("\n", "\n\n"), language) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "None of our graduates is still without work.",
        "The hardest part is choosing among the offers.",
        "Employers line up to hire you.",
        "The exam is as good as passed.",
        "There is a job with your name on it.",
        "You will be turning clients away.",
        "Nobody can fire you.",
        "The course pays for itself within a year.",
    ],
)
def test_promises_in_like_words(sentence):
    assert codes(sentence)[0].startswith("M")


def test_a_job_by_day_alone_and_weekends_that_are_worked_now_and_then():
    assert codes("Bakers work Monday through Friday. Weekend work is common in May.") == []
    assert codes("It is a nine-to-five job. Bakers work nights.") == ["Q008"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Bakers answer each survey.", ["A009"]),
        ("Bakers bake [see @survey, p. 3].", []),
        ("Bakers bake by night, as @survey [p. 3] says.", []),
        (":::{table} Tools\n:source: survey\n\n| a | b |\n|---|---|\n| c | d |\n:::", []),
    ],
)
def test_a_source_is_cited_by_its_key_alone(body, found):
    sources = {"survey": Source(title="A Survey of Bakers", publisher="P")}
    assert codes(body, sources=sources) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The program takes 18 months. The program takes three years.", ["Q006"]),
        ("The program takes 18 months. The certificate program takes six.", []),
        ("The program takes two years. The certificate program takes nine months.", []),
        ("Never work alone in a trench. Bakers often work alone.", []),
        ("Bakers never work alone. Bakers often work alone.", ["Q008"]),
        ("You must be at least 18. Anyone over the age of 16 may apply.", ["Q007"]),
        ("You must be at least 18. People over the age of 50 are common.", []),
        ("You must be at least 18. Those over the age of 65 may need a test.", []),
        ("Do not climb the silo. Bakers climb the silo with a second baker.", []),
    ],
)
def test_two_statements_are_of_one_thing_and_reported_once(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("language", "example", "behind", "fact"),
    [
        ("en", "Suppose a loaf sells for $4 and an oven bakes 300 a day: that is $1,200.",
         "Then a month brings $31,000, of which half goes to flour and rent.",
         "The typical baker took home $36,650 last year."),
        ("es", "Supongamos que un pan se vende por 2 € y que se hornean 500: son 1.000 €.",
         "Si se hornea cada día, ingresa 30.000 € al mes.",
         "El salario mediano es de 18.400 € al año."),
    ],
)  # fmt: skip
def test_an_example_goes_on_in_the_paragraph_that_takes_it_up(language, example, behind, fact):
    assert codes(f"{example}\n\n{behind}", language) == []
    assert codes(f"{example}\n\n{behind}\n\n{fact}", language) == ["V001"]
    assert codes(f"{example}\n\n{fact}", language) == ["V001"]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("fr", "L’apprenti passe une semaine sur trois à l’école."),
        ("de", "Zwei von fünf Nächten arbeitet der Bäcker."),
        ("pt", "Um em cada dois sábados se trabalha."),
        ("es", "Una de cada tres noches toca guardia."),
        ("es", "Dos de cada tres fines de semana se trabaja."),
        ("pt", "Um em cada dois fins de semana é livre."),
        ("de", "Laut Bundesagentur verdienten Köche im Mittel 2.600 Euro im Monat. Das oberste Zehntel verdiente mehr als 3.900 Euro."),
        ("en", "You must pass each test with 95 percent accuracy."),
        ("en", "A label maker costs $25 and saves more than that each time a rack is moved."),
        ("en", "The room holds 1,200 people."),
        ("fr", "La salle accueille 1 200 personnes."),
        ("es", "La masa lleva un 65 % de agua."),
        ("pt", "A massa leva 65 % de água."),
        ("pt", "| Distrito | Salário médio |\n|---|---|\n| Braga | 920 € |\n\nFonte: INE, 2024"),
        ("en", "A made-up week:\n\n| Day | Sales |\n|---|---|\n| Monday | $640 |\n| Friday | $1,900 |"),
        ("en", "Suppose a shop sells this in a week:\n\n| Day | Sales |\n|---|---|\n| Monday | $640 |\n| Friday | $1,900 |"),
        ("en", "Take a small wedding, for example:\n\n- flowers: $900\n- labor: $650\n- van: $80"),
        ("es", "Imaginemos una boda:\n\n- flores: 900 €\n- mano de obra: 650 €"),
        ("de", "Ein Rechenbeispiel:\n\n- Blumen: 900 €\n- Lohn: 650 €"),
        ("fr", "Par exemple, pour un mariage :\n\n- fleurs : 900 €\n- salaire : 650 €"),
        ("pt", "Imaginemos um casamento:\n\n- flores: 900 €\n- salário: 650 €"),
        ("en", "The median wage was $35,000, according to the Bureau of Labor. The lowest 10 percent earned less than $25,000."),
    ],
)  # fmt: skip
def test_nobody_asks_where_these_figures_come_from(language, body):
    assert "V001" not in codes(body, language)


def test_a_source_goes_on_to_the_tenths_of_its_paragraph_alone():
    median = "The median wage was $35,000, according to the Bureau of Labor."
    assert "V001" in codes(f"{median}\n\nThe lowest 10 percent earned less than $25,000.")
    assert "V001" in codes(f"{median} Bakers in Ohio earned $38,000 a year.")


def test_an_example_leads_to_its_own_list_alone():
    assert "V001" in codes("Suppose this:\n\n- flowers: $900\n\nBakers earn $41,000 a year.")
    assert "V001" in codes("Suppose this:\n\n- flowers: $900\n- the median in 2024: $41,000")


@pytest.mark.parametrize(
    ("language", "title", "body", "found"),
    [
        ("en", "Librarian", "In the 2025 survey of the state's library board, 61 percent of libraries had a vacancy.", []),
        ("en", "Librarian", "In a survey of librarians, 61 percent of libraries had a vacancy.", ["V001"]),
        ("en", "Librarian", "Ohio's Department of Education lists 4,100 librarians.", []),
        ("en", "Librarian", "Employers report that 12 percent of jobs are open.", ["V001"]),
        ("fr", "Facteur", "La Poste annonce que 12 % des postes sont libres.", []),
        ("fr", "Facteur", "Les employeurs annoncent que 12 % des postes sont libres.", ["V001"]),
        ("de", "Briefträger", "Die Deutsche Post meldet, dass 12 % der Stellen frei sind.", []),
        ("de", "Briefträger", "Viele Betriebe melden, dass 12 % der Stellen frei sind.", ["V001"]),
        ("es", "Cartera", "La empresa Correos anuncia que el 12 % de los puestos queda libre.", []),
        ("es", "Cartera", "Los empresarios anuncian que el 12 % de los puestos queda libre.", ["V001"]),
        ("pt", "Padeira", "O relatório da câmara dá 40% de mulheres entre os trabalhadores.", []),
        # What is counted, however it is written.
        ("de", "Versicherungsmakler", "Rund 46.000 Makler gibt es im Land.", ["V001"]),
        ("de", "Versicherungsmakler", "Der Saal fasst 1.200 Gäste.", []),
        ("pt", "Bibliotecária", "Cerca de 70% dos leitores procuram a bibliotecária.", ["V001"]),
        ("pt", "Padeira", "A massa tem 60% de água.", []),
        ("es", "Panadera", "La mediana salarial fue de 31,000 dólares.", ["V001"]),
        ("fr", "Boulanger", "Les boulangers gagnent 31,000 $ par an.", ["V001"]),
        ("fr", "Boulanger", "Un pain pèse 1,250 kg.", []),
    ],
)  # fmt: skip
def test_who_counted_and_what(language, title, body, found):
    assert codes(body, language, title=title) == found


@pytest.mark.parametrize(
    ("language", "announced", "example"),
    [
        ("en", "Let's take an example.", "Ana earns $52,000 and pays 10 percent to the fund."),
        ("en", "Here is a worked example.", "The fund takes 10 percent of her salary of $52,000."),
        ("es", "Un ejemplo.", "Ana cobra 2.000 euros al mes y paga el 10 % al fondo."),
        ("fr", "Prenons un exemple.", "Anne gagne 2 000 € par mois et verse 10 % au fonds."),
        ("de", "Nehmen wir ein Beispiel.", "Anna verdient 2.000 € im Monat."),
        ("pt", "Vejamos um exemplo.", "Ana ganha R$ 2.000 por mês e paga 10% ao fundo."),
        ("en", "Do the arithmetic.", "Ana charges $30 an hour, works 25 hours and keeps $640."),
        ("es", "Hagamos la cuenta.", "Ana cobra 30 dólares por hora y gana 750 dólares."),
        ("fr", "Faisons le calcul.", "Anne facture 40 euros l’heure et gagne 800 euros."),
        ("de", "Rechnen wir.", "Anna verlangt 40 Euro die Stunde und verdient 800 Euro."),
        ("pt", "Façamos a conta.", "Ana cobra 40 reais por hora e ganha 800 reais."),
    ],
)
def test_an_example_that_is_announced_needs_no_source(language, announced, example):
    assert codes(f"{announced} {example}", language) == []
    assert codes(f"{announced}\n\n{example}", language) == []
    assert codes(example, language) == ["V001"]
    assert codes(f"{announced}\n\nEs.\n\n{example}", language) == ["V001"]


@pytest.mark.parametrize(
    ("language", "condition", "rest"),
    [
        ("es", "Si vende doce guitarras a 3,000 dólares,", "ingresa 36,000 dólares al año."),
        ("fr", "Si l’atelier facture 300 euros,", "il gagne 1 200 euros par semaine."),
        ("fr", "Si elle vend douze guitares à 3 000 euros,", "elle gagne 36 000 euros par an."),
        ("de", "Wenn sie zwölf Gitarren zu 3.000 Euro verkauft,", "verdient sie 36.000 Euro im Jahr."),
        ("pt", "Se vender doze por ano a 6.000 reais,", "ganhará 72.000 reais por ano."),
        ("pt", "Se ela cobra 40 reais por hora,", "ela ganha 800 reais por semana."),
    ],
)  # fmt: skip
def test_figures_under_a_condition_are_an_example(language, condition, rest):
    assert codes(f"{condition} {rest}", language) == []
    assert codes(rest.capitalize(), language) == ["V001"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("For decades the profession admitted women only.", []),
        ("In 1950 the schools were still open to women only.", []),
        ("The profession admits women only.", ["G003"]),
        ("Nobody is too old to learn the trade.", []),
        ("Somebody of fifty is too old to learn the trade.", ["G003"]),
    ],
)
def test_who_was_admitted_once_and_who_is_not_shut_out(body, found):
    assert codes(body) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("11-1011.03", []),
        ("2026-11-24", []),
        ("45 200 000", []),
        ("12.500.000", []),
        ("978-0-306-40615-7", []),
        ("202-555-0147", ["X006"]),
        ("+34 912 345 678", ["X006"]),
        ("Tel. 030 1234 567", ["X006"]),
    ],
)
def test_codes_dates_and_sums_in_cells_are_no_telephone(cell, found):
    table = f"A list of offices [@bls].\n\n| Office | Number |\n|---|---|\n| North | {cell} |"
    assert codes(table) == found


def test_things_of_which_none_is_refused_are_there():
    assert codes("No shift is canceled. Every shift is paid.") == []
    assert codes("There is no night shift. Every night shift is paid.") == ["Q008"]


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "Under the county’s contract of 2025, aides are paid $21.40 an hour.", []),
        ("en", "The collective agreement for 2026 sets the first step at $24.10 an hour.", []),
        ("en", "A 2026 city ordinance puts the floor at $19.20 an hour.", []),
        ("en", "Under contract, aides are paid $21.40 an hour.", ["V001"]),
        ("en", "A contract pays $41,000 a year.", ["V001"]),
        ("en", "In 2026 the union agreed, and nurses earn $71,000 a year.", ["V001"]),
        ("en", "The law changed in 2020, and nurses now earn $81,000 a year.", ["V001"]),
        ("es", "El Real Decreto de 2025 fija el salario mínimo en 1.184 € al mes.", []),
        ("es", "Según las tablas salariales de 2026, el sueldo base es de 1.520 € al mes.", []),
        ("es", "Por convenio se cobran 1.520 € al mes.", ["V001"]),
        ("es", "En 2026 una enfermera gana 2.100 € al mes.", ["V001"]),
        ("fr", "Selon la grille indiciaire de 2025, le traitement de départ est de 1 944 € par mois.", []),
        ("fr", "Par contrat, une infirmière gagne 2 100 € par mois.", ["V001"]),
        ("de", "Nach dem Tarifvertrag der Länder beginnt das Gehalt bei 2.930 € im Monat.", []),
        ("de", "Laut Entgelttabelle 2026 verdienen Pflegekräfte 3.180 € im Monat.", []),
        ("de", "Nach Tarif verdienen Pflegekräfte 3.180 € im Monat.", ["V001"]),
        ("pt", "A lei 14.434 fixa o piso em R$ 4.750 por mês.", []),
        ("pt", "Segundo a tabela de vencimentos de 2026, o salário inicial é de R$ 3.900 por mês.", []),
        ("pt", "Pela lei ganham bem, e o salário médio é de R$ 4.900 por mês.", ["V001"]),
        ("pt", "Conforme o edital da prefeitura, publicado em março de 2026, o plantão de doze horas paga R$ 410.", []),
        ("pt", "Pelo edital do concurso, o salário inicial é de R$ 3.200 por mês.", []),
        ("pt", "A convenção coletiva de 2026 fixa o piso em R$ 2.150 por mês.", []),
        ("pt", "Segundo a tabela do sindicato, o piso é de R$ 2.300 por mês.", []),
        ("pt", "Nos termos da lei 14.434, o piso nacional é de R$ 4.750 por mês.", []),
        ("pt", "O plantão de doze horas paga R$ 410.", ["V001"]),
        ("pt", "Segundo dizem, o plantão paga R$ 410.", ["V001"]),
        ("es", "Según la convocatoria del ayuntamiento, publicada en marzo de 2026, la guardia se paga a 180 €.", []),
        ("es", "El convenio colectivo de 2025 fija el salario en 1.450 € al mes.", []),
        ("fr", "Selon l’avis de concours de la mairie, publié en mars 2026, la garde est payée 180 €.", []),
        ("fr", "La convention collective de 2025 fixe le salaire minimum à 1 850 € par mois.", []),
        ("de", "Laut Ausschreibung der Stadt vom März 2026 wird der Dienst mit 180 € bezahlt.", []),
        ("de", "Der Tarifvertrag von 2025 setzt den Lohn auf 2.450 € im Monat fest.", []),
        ("en", "According to the county’s notice of March 2026, a night shift pays $410.", []),
        ("en", "Under the 2026 contract of Local 420, journeymen are paid $41.20 an hour.", []),
        ("en", "The city’s pay scale for 2026 puts the first step at $23.40 an hour.", []),
    ],
)  # fmt: skip
def test_what_sets_pay_is_its_source_if_one_can_tell_which_it_is(language, body, found):
    assert [code for code in codes(body, language) if code == "V001"] == found


@pytest.mark.parametrize(
    ("language", "title", "body", "found"),
    [
        ("en", "Dispatcher", "Dispatchers answer calls. Nearly three quarters of them work for a town or a county.", ["V001"]),
        ("en", "Dispatcher", "Dispatchers answer calls and send help. They hear fear, and they keep their voices level.\n\nNearly three quarters of them work for a town or a county.", ["V001"]),
        ("en", "Dispatcher", "Most workers are young. About two thirds of these live within an hour of the station.", ["V001"]),
        ("en", "Dispatcher", "Two fifths of those who start the course drop out of it.", ["V001"]),
        ("en", "Dispatcher", "Dispatchers have second jobs. Three quarters of us teach.", ["V001"]),
        ("en", "Dispatcher", "Half of all dispatchers work nights.", ["V001"]),
        ("en", "Dispatcher", "Half of the dispatchers in the state earn less than the median.", []),
        ("en", "Dispatcher", "Two thirds of dispatchers earn more than the median.", ["V001"]),
        ("en", "Dispatcher", "Half of the dispatchers eat while the other half answers.", []),
        ("en", "Dispatcher", "Dispatchers lift the cards. The cards have colors. Two thirds of them are red.", []),
        ("en", "Dispatcher", "The console has six screens. Two thirds of them show maps.", []),
        ("en", "Dispatcher", "Dispatchers sort the sheets and put a third of them on the pile.", []),
        ("en", "Dispatcher", "Calls come in waves, and three quarters of them come at night.", []),
        ("en", "Dispatcher", "Dispatchers know each street. A third of the streets have two names.", []),
        ("en", "Dispatcher", "Half of the work is listening.", []),
        ("en", "Dispatcher", "Dispatchers wear gloves. A third of them work at night.", ["V001"]),
        ("en", "Dispatcher", "Dispatchers fill in many forms. Two thirds of them could be dropped.", []),
        ("en", "Dispatcher", "Half of the dispatchers in this book started as helpers.", []),
        ("en", "Dispatcher", "Take forty loaves of rye. About 60 percent of that is flour for the workers.", []),
        ("en", "Dispatcher", "Suppose a worker has three shifts a week. If she earns $30 an hour, a fourth brings $540.", []),
        ("es", "Operador", "Los operadores usan guantes. Un tercio de ellos dura un mes.", []),
        ("es", "Operador", "Un tercio de quienes leen esta guía ya trabaja.", []),
        ("en", "Dispatcher", "Half of the men in the photograph wear hats.", []),
        ("en", "Dispatcher", "Two thirds of all dispatchers work for a county; the rest work for a town.", ["V001"]),
        ("en", "Dispatcher", "When the mill burned in 1911, two thirds of the workers were at lunch.", []),
        ("en", "Dispatcher", "Half of the workers had gone home when the whistle blew.", []),
        ("es", "Operador", "Cuando ardió la fábrica en 1911, dos tercios de los trabajadores estaban comiendo.", []),
        ("fr", "Operador", "À midi, un tiers des salariés était déjà parti.", []),
        ("de", "Operador", "Als 1911 die Fabrik brannte, saß ein Drittel der Männer beim Essen.", []),
        ("pt", "Operador", "Quando a fábrica queimou em 1911, dois terços dos trabalhadores almoçavam.", []),
        ("es", "Operador", "Un tercio de las mujeres de la foto lleva sombrero.", []),
        ("fr", "Operador", "Un tiers des femmes de la photo porte un chapeau.", []),
        ("de", "Operador", "Ein Fünftel der Frauen auf dem Foto trägt einen Hut.", []),
        ("pt", "Operador", "Um terço das mulheres da foto usa chapéu.", []),
        ("fr", "Opérateur", "Les opérateurs remplissent des fiches. Un tiers d’entre elles se perdent.", []),
        ("de", "Operador", "Die Betriebe melden Unfälle. Ein Drittel davon geschieht am Freitag.", []),
        ("de", "Operador", "Die Beschäftigten ziehen viele Nähte. Ein Viertel davon wird geprüft.", []),
        ("pt", "Operador", "As pessoas usam luvas. Um terço delas dura um mês.", []),
        ("es", "Operador", "Los operadores atienden llamadas. Casi tres cuartas partes de ellos trabajan para un municipio.", ["V001"]),
        ("es", "Operador", "Dos tercios de quienes empiezan el curso lo dejan.", ["V001"]),
        ("es", "Operador", "Las llamadas llegan en oleadas. Dos tercios de ellas llegan de noche.", []),
        ("fr", "Operador", "Les salariés répondent aux appels. Près des trois quarts d’entre eux travaillent pour une commune.", ["V001"]),
        ("fr", "Operador", "Les femmes sont nombreuses. Un tiers d’entre elles exercent à temps partiel.", ["V001"]),
        ("fr", "Operador", "Les appels viennent par vagues. Les deux tiers d’entre eux viennent la nuit.", []),
        ("de", "Operador", "Die Beschäftigten nehmen Anrufe an. Fast drei Viertel von ihnen arbeiten für eine Gemeinde.", ["V001"]),
        ("de", "Operador", "Frauen sind in der Mehrheit. Ein Drittel davon arbeitet in Teilzeit.", ["V001"]),
        ("de", "Operador", "Die Bretter sind lang. Zwei Drittel davon legt man weg.", []),
        ("pt", "Operador", "As pessoas atendem chamadas. Quase três quartos delas trabalham para uma prefeitura.", ["V001"]),
        ("pt", "Operador", "As chamadas chegam em ondas. Dois terços delas chegam à noite.", []),
    ],
)  # fmt: skip
def test_shares_of_them_are_shares_of_people(language, title, body, found):
    assert codes(body, language, title=title) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "A $400 call with $120 in parts leaves $280 for the hour.", []),
        ("en", "Two faucets at $85 come to $170, and the buyer pays $190.", []),
        ("en", "Charge $90 for the first hour and $60 for each one after, and a three-hour job brings $210.", []),
        ("en", "Twelve fittings at $4 each make $48.", []),
        ("en", "A truck that costs $30,000 and lasts ten years costs $3,000 a year.", []),
        ("en", "A plumber who bills $90 an hour and works six hours takes in $540 that day.", []),
        ("en", "A plumber in Ohio earns $54,000 a year.", ["V001"]),
        ("en", "The apprentice earns $18 an hour and the journeyman $36.", ["V001"]),
        ("es", "Dos grifos a 85 € suman 170 €, y el cliente paga 190 €.", []),
        ("es", "Una llamada de 400 € con 120 € de material deja 280 €.", []),
        ("es", "Quien cobra 30 € la hora y trabaja seis horas ingresa 180 € ese día.", []),
        ("es", "Los fontaneros ganan 24.500 € al año.", ["V001"]),
        ("fr", "Deux robinets à 85 € font 170 €, et le client en paie 190.", []),
        ("fr", "Une intervention à 400 €, moins 120 € de pièces, laisse 280 € pour l’heure.", []),
        ("fr", "Un plombier gagne 2 100 € par mois.", ["V001"]),
        ("de", "Zwei Hähne zu 85 € machen 170 €, und der Kunde zahlt 190 €.", []),
        ("de", "Berechnet der Betrieb 60 € die Stunde und arbeitet der Geselle sechs Stunden, kommen 360 € zusammen.", []),
        ("de", "Kostet ein Boiler 400 € und verkauft ihn der Betrieb für 520 €, bleiben 120 €.", []),
        ("de", "Verdient ein Geselle 20 € die Stunde und arbeitet er 40 Stunden, so sind das 800 € in der Woche.", []),
        ("de", "Verkauft ein Makler eine Wohnung für 240.000 € und bekommt 5 %, sind das 12.000 €.", []),
        ("de", "Arbeitet jemand drei Stunden zu 60 €, stehen 180 € auf der Rechnung.", []),
        ("de", "Im Monat verdient ein Geselle 2.900 € brutto.", ["V001"]),
        ("de", "Verdient wird gut: 2.900 € brutto im Monat.", ["V001"]),
        ("de", "Ein Meister verdient 4.100 € im Monat.", ["V001"]),
        ("pt", "Duas torneiras a R$ 85 somam R$ 170, e o cliente paga R$ 190.", []),
        ("pt", "Quem cobra R$ 60 por hora e trabalha seis horas recebe R$ 360 no dia.", []),
        ("pt", "Um encanador ganha R$ 2.900 por mês.", ["V001"]),
        ("en", "Plumbers earned $25 an hour for 40 hours, or $1,000 a week.", ["V001"]),
        ("en", "Plumbers earn $61,000 and helpers $31,000, a gap of $30,000.", ["V001"]),
        ("en", "The median pay was $25 an hour, $200 for eight hours.", ["V001"]),
        ("en", "In 2024 the fee was $200, $50 more than the $150 of the year before.", ["V001"]),
        ("en", "Wages rose from $20 to $25 an hour, a raise of $5.", ["V001"]),
        ("en", "The state has 1,200 plumbers, and a license costs them $240.", ["V001"]),
        ("en", "The course costs $4,000, and books cost $300.", ["V001"]),
        ("en", "A plumber who charges $4,000 and pays $1,500 for the boiler keeps $2,500.", []),
        ("en", "The course costs $4,000, of which the state pays $1,000.", ["V001"]),
        ("es", "Los fontaneros ganan 20 € la hora por 8 horas, es decir, 160 €.", ["V001"]),
        ("fr", "Les plombiers gagnent 20 € de l’heure, soit 160 € pour 8 heures.", ["V001"]),
        ("de", "Klempner verdienen 20 € die Stunde, also 160 € in 8 Stunden.", ["V001"]),
        ("pt", "Os encanadores ganham R$ 20 por hora, ou R$ 160 em 8 horas.", ["V001"]),
        ("de", "Verkauft ein Makler eine Wohnung für 240.000 € und behält 3 %, bleiben ihm nach Abzug 6.900 € Lohn.", []),
        ("de", "Arbeitet der Geselle am Sonntag, so bekommt er 60 € Zuschlag.", []),
        ("de", "Nimmt man zwei Lehrlinge, kommen 1.900 € Lohn zusammen.", []),
        ("de", "Mit der Zeit steigt der Lohn, so auf 3.100 € im Monat.", ["V001"]),
        ("de", "Oft sind es 3.100 € Lohn im Monat.", ["V001"]),
        ("de", "Gezahlt werden 3.100 € Lohn im Monat.", ["V001"]),
        ("de", "Makler verdienen 3.100 € im Monat.", ["V001"]),
    ],
)  # fmt: skip
def test_what_a_sentence_works_out_needs_no_source(language, body, found):
    assert codes(body, language, title="Plumber") == found


@pytest.mark.parametrize(
    ("language", "own", "of_all"),
    [
        ("en", "A third of my pupils quit in their first year.", "A third of all bakers quit in their first year."),
        ("en", "“I earned $41,000 in my first year,” one baker recalls.", "“Bakers earn a median of $41,000,” one union claims."),
        ("en", "Beware of ads that promise “$5,000 a week from home.”", "The ad says that bakers earn $90,000 a year."),
        ("en", "That year I made $300 a week.", "A Baker I earns $38,000 a year."),
        ("en", "For $18 an hour I swept floors.", "I found in a survey that 61 percent of workers sleep badly."),
        ("es", "Mi primer sueldo fue de 1 100 euros al mes.", "El sueldo es de 1 100 euros al mes."),
        ("es", "Desconfíe de los anuncios que prometen «gane 5 000 euros al mes».", "Gana 5 000 euros al mes, según dicen."),
        ("fr", "J’ai commencé à 1 450 euros par mois.", "On commence à 1 450 euros par mois."),
        ("fr", "Méfiez-vous des annonces qui promettent « 10 000 euros par mois ».", "Ils gagnent 10 000 euros par mois."),
        ("de", "Im ersten Jahr verdiente ich 1.900 Euro im Monat.", "Im ersten Jahr verdienen sie 1.900 Euro im Monat."),
        ("de", "Vorsicht vor Anzeigen, die „10.000 Euro im Monat“ versprechen.", "Sie verdienen 10.000 Euro im Monat."),
        ("pt", "Meu primeiro salário foi de R$ 1.800.", "O primeiro salário é de R$ 1.800."),
        ("pt", "Desconfie dos anúncios que prometem “R$ 10 mil por mês”.", "Eles ganham R$ 10 mil por mês."),
    ],
)  # fmt: skip
def test_nobody_asks_the_source_of_a_story_or_of_an_offer(language, own, of_all):
    assert "V001" not in codes(own, language=language)
    assert "V001" in codes(of_all, language=language)


def test_a_small_price_has_what_is_paid_behind_a_semicolon():
    assert codes("La pièce coûte 18 € ; ce que paie le client, c’est l’heure.", "fr") == []
    assert codes("Das Teil kostet 18 Euro; bezahlt wird die Stunde.", "de") == []
    assert codes("Die Stunde wird mit 18 Euro bezahlt; das Teil nicht.", "de") == ["V001"]


def test_a_total_behind_a_colon_lists_nothing():
    assert codes("They work two shifts and four extra hours: in all, 44 hours.") == []
    text = "The test has 100 questions in three parts: 40 on safety, 40 on metals and {} on gas."
    assert codes(text.format(20)) == []
    assert codes(text.format(30)) == ["Q006"]


def test_nobody_s_idle_for_a_while_is_no_promise():
    assert codes("Nobody’s idle when the oven is lit. No one sits idle at noon.") == []
    assert codes("Our graduates never stay idle.") == ["M003"]


def test_old_things_stand_beside_new_ones():
    assert codes("Se montan menos hornos nuevos, y los viejos se revisan.", "es") == []
    assert codes("A los viejos no se les contrata.", "es") == ["G003"]


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Source of all figures below: Bureau of Labor Statistics, 2024."),
        ("de", "Quelle der folgenden Zahlen: Statistisches Bundesamt."),
        ("fr", "Source des chiffres suivants : Insee."),
        ("es", "Fuente de las cifras siguientes: INE."),
        ("pt", "Fonte dos números abaixo: IBGE."),
    ],
)
def test_a_source_is_named_for_what_follows(language, lead):
    rows = "| 2024 | 2025 |\n|---|---|\n| 98.000 jobs | 97.000 jobs |"
    assert codes(f"{lead}\n\n- 2024: 98.000", language=language) == []
    # The table above it has another source.
    assert codes(f"{lead}\n\n{rows}", language=language) == []


def test_the_source_of_what_follows_is_not_that_of_what_stands_above():
    rows = "| Year | Jobs |\n|---|---|\n| 2024 | 98,000 |"
    ahead = "Source of the figures below: Bureau of Labor Statistics."
    assert codes(f"{rows}\n\n{ahead}\n\n{rows}") == ["V001"]
    assert codes(f"{rows}\n\nSource: Bureau of Labor Statistics.") == []


def test_a_term_and_a_sentence_have_the_source_of_what_they_go_on_with():
    assert codes("Illinois [@bls]\n: $74,000 a year") == []
    assert codes("Illinois\n: $74,000 a year") == ["V001"]
    counted = (
        "The Bureau of Labor Statistics counted 163,000 bakers. {}, 22 percent of jobs are new."
    )
    assert codes(counted.format("Of these")) == []
    assert codes(counted.format("In Ohio")) == ["V001"]


def test_men_and_women_are_no_more_than_all():
    assert codes("About 80 percent of bakers are men and 30 percent women [@bls].") == ["Q006"]
    assert codes("About 80 percent are men, and 30 percent of the women run a shop [@bls].") == []


def test_a_heading_that_answers_no_promises_nothing():
    assert codes("## Guaranteed Placement? Not Here\n\nThe work is hard.") == []
    assert codes("## Guaranteed Placement\n\nThe work is hard.") == ["M001"]


def test_measures_of_a_list_are_no_remains():
    assert codes("- Amasado: de 8 a 12 minutos\n- Horno: 45 minutos", "es") == []
