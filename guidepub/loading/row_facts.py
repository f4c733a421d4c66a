"""Facts that a template states as one cell of its row: traced as those that name their table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from guidepub.loading.filters import KEEPING
from guidepub.loading.templates import GuideTemplate
from guidepub.model import Fact
from guidepub.tables import DataRow


def with_lineage(
    facts: Mapping[str, Fact], template: GuideTemplate, row: DataRow
) -> Mapping[str, Fact]:
    """Return a row's facts, with the cell of each whose value is the number in one cell.

    None has one unless the table says by which key its rows are looked up, and this row alone
    has its text there: what cannot be found again in a new release is not traced.
    """
    key = row.table.key
    text = row.texts[key] if key is not None else ""
    if key is None or not text or len(row.table.rows_of(key, text)) > 1:
        return facts
    traced = dict(facts)
    for name, fact in facts.items():
        field = template.fields.get(("facts", name, "value"))
        column = field.field_of("row", KEEPING) if field is not None else None
        if column is None or not isinstance(fact.value, Decimal):
            continue
        if column in row.table.columns and row[column].value == fact.value:
            lineage = row.lineage(column, {key: text})
            traced[name] = fact.model_copy(update={"lineage": lineage})
    return traced
