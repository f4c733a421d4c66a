"""What a function gave of a text is kept, but not that of long ones."""

from guidepub.words.remembering import remembered

_CALLS: list[str] = []


@remembered(2)
def _length(text: str, more: int = 0) -> int:
    """Return a length."""
    _CALLS.append(text)
    return len(text) + more


def _calls(*texts: str) -> int:
    _CALLS.clear()
    for text in texts:
        assert _length(text) == len(text)
    return len(_CALLS)


def test_the_last_texts_are_asked_for_once():
    assert _calls("a", "bc", "a", "bc") == 2
    # The third takes the place of the one that was asked for longest ago.
    assert _calls("bc", "def", "a") == 2


def test_what_is_asked_beside_counts():
    assert [_length("a"), _length("a", 3), _length("a", more=4)] == [1, 4, 5]


def test_long_texts_are_not_kept():
    assert _calls("x" * 1001, "x" * 1001) == 2


def test_a_function_keeps_its_name_and_what_it_says_of_itself():
    assert (_length.__name__, _length.__doc__) == ("_length", "Return a length.")
