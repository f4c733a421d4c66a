"""A guide's plain texts as a book prints them: with the quotation marks of its language."""

from __future__ import annotations

from guidepub.markdown import typeset
from guidepub.model import Fact, Guide
from guidepub.words.typography import Typography


def typeset_guide(guide: Guide, typography: Typography) -> Guide:
    """Return a guide whose plain texts have typographic quotation marks, dashes and dots.

    Prose, titles of sections and labels are set where they are read as Markdown.
    """

    def optional(text: str | None) -> str | None:
        return None if text is None else typeset(text, typography)

    def fact(stated: Fact) -> Fact:
        update: dict[str, object] = {"of_whom": typeset(stated.of_whom, typography)}
        if isinstance(stated.value, str):
            update["value"] = typeset(stated.value, typography)
        return stated.model_copy(update=update)

    cover = guide.cover and guide.cover.model_copy(
        update={"alt": optional(guide.cover.alt), "credit": optional(guide.cover.credit)}
    )
    occupation = guide.occupation and guide.occupation.model_copy(
        update={"title": optional(guide.occupation.title)}
    )
    return guide.model_copy(
        update={
            "title": typeset(guide.title, typography),
            "subtitle": optional(guide.subtitle),
            "short_title": optional(guide.short_title),
            "dedication": optional(guide.dedication),
            "description": optional(guide.description),
            "cover": cover,
            "occupation": occupation,
            "authors": tuple(
                person.model_copy(update={"name": typeset(person.name, typography)})
                for person in guide.authors
            ),
            "facts": {key: fact(stated) for key, stated in guide.facts.items()},
            "sources": {
                key: source.model_copy(
                    update={
                        "title": typeset(source.title, typography),
                        "publisher": optional(source.publisher),
                        "within": optional(source.within),
                    }
                )
                for key, source in guide.sources.items()
            },
        }
    )
