"""English articles go by the sound of a word, not by its letter."""

import pytest

from guidepub.words.articles import article

AN = """accountant hour hourly honest honor honorary heir X-ray MRI FBI RN LPN EMT NGO umbrella
uninsured unimportant unidentified undertaker usher 8 80 18 11 11,000 18,500 800 8-hour HVAC SUV M.D.
F-16 L.P.N. urn upholsterer only onerous uncle otter HR Émigré “actuary” 87th I"""
A = """union unit university uniform user usual usable European eulogy ewe one one-time once ukulele
uranium urologist urine utility utensil utopia house hotel historian teacher yoga PhD CEO B-52 U-turn
T-shirt NASA UFO U.S. CPA 1 12 110 1,100 100 1100 180 118 118,000 unicycle Ugandan uterus ubiquitous
STEM MIG use user-experience (union)"""


@pytest.mark.parametrize("word", AN.split())
def test_words_that_begin_with_a_vowel_sound_take_an(word):
    assert article(word) == "an"


@pytest.mark.parametrize("word", [*A.split(), "", "…"])
def test_words_that_begin_with_a_consonant_sound_take_a(word):
    assert article(word) == "a"


def test_only_the_first_word_counts():
    assert [article("union of engineers"), article("able union")] == ["a", "an"]
