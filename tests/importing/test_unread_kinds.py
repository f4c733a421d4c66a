"""Messages about documents that import cannot read."""

from guidepub.importing import import_all


def test_a_text_of_latex_is_compared_after_pandoc_has_turned_it_into_markdown(tmp_path):
    path = tmp_path / "welder.tex"
    path.write_text("\\section{Pay} Work 7\\nicefrac{1}{2} hours.", "utf-8")
    [done] = import_all([path], tmp_path / "out")
    [finding] = done.findings
    assert finding.code == "I001"
    assert "\\nicefrac" in finding.remedy
