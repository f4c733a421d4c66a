"""Definitions that nobody would write but to do harm: deep, wide, long, endless, of no kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

_SIZES = (3, 30, 300, 3000)


def hostile(chance: Random) -> tuple[str, str | bytes]:
    """Return the name and the content of a file that is meant as a definition."""
    kind = chance.choice(("md", "md", "md", "head", "yaml", "json", "bytes"))
    size = chance.choice(_SIZES)
    if kind == "md":
        parts = [
            chance.choice(_BODIES)(min(size, 600), chance) for _ in range(chance.randint(1, 3))
        ]
        return "hostile.md", "---\ntitle: Hostile\n---\n# A\n\n" + "\n\n".join(parts) + "\n"
    if kind == "head":
        return "hostile.md", f"---\ntitle: Hostile\n{chance.choice(_HEADS)(size)}\n---\n# A\n\nB.\n"
    if kind == "yaml":
        sections = "sections:\n  - {title: A, body: B}\n"
        return "hostile.yaml", f"title: Hostile\n{chance.choice(_HEADS)(size)}\n{sections}"
    if kind == "json":
        return "hostile.json", chance.choice(_JSON)(size)
    good = "---\ntitle: Hostile\n---\n# A\n\nB.\n"
    return "hostile.md", chance.choice(_BYTES)(good, chance)


def _words(size: int, chance: Random) -> str:
    return " ".join("w" * chance.randint(1, 12) for _ in range(size))


_BODIES: tuple[Callable[[int, Random], str], ...] = (
    lambda size, _: ">" * size + " a",
    lambda size, _: "- " * size + "a",
    lambda size, _: "\n".join("  " * n + "- a" for n in range(size)),
    lambda size, _: "*a " * size + "b* " * size,
    lambda size, chance: (
        chance.choice(("[", "![", "[^", "^[", "[@", "<", "`", "{", "~", "$")) * size
    ),
    lambda size, _: "x" * (size * 30),
    lambda size, _: "| a " * 3 + "|\n" + "|---" * 3 + "|\n" + ("| b " * 3 + "|\n") * size,
    lambda size, _: "| a " * size + "|\n" + "|---" * size + "|\n" + "| b " * size + "|",
    lambda size, _: "A.[^0]\n\n" + "\n\n".join(f"[^{n}]: N.[^{n + 1}]" for n in range(size)),
    lambda size, _: "A.[^a]\n\n[^a]: B.[^b]\n\n[^b]: C.[^a][^b]",
    lambda size, _: "\n".join(":" * (size - n + 3) + "{note}" for n in range(size)) + "\nx",
    lambda size, _: "\n\n".join(f"## Head {n}\n\nText." for n in range(size)),
    lambda size, _: "```\n" + "x" * size * 10 + "\n",
    lambda size, _: "\n".join(f"[l{n}]: https://a.example/{n}" for n in range(size)),
    lambda size, _: (
        "\n".join(f"*[{'a' * (n + 1)}]: b" for n in range(min(size, 99))) + "\n\n" + "a" * size
    ),
    lambda size, _: f":::{{chart}} C\n:facts: {', '.join(f'f{n}' for n in range(size))}\n:::",
    lambda size, _: ":::{table} T\n:source: nobody\n\nno table\n:::",
    lambda size, _: ":::{figure} ../../outside/secret.svg\n:alt: A.\n\nB.\n:::",
    lambda size, _: (
        "![A.](../outside/secret.svg) ![B.](file:///etc/hostname) ![C.](http://127.0.0.1:9/)"
    ),
    lambda size, _: "<script>alert(1)</script>\n\n<img src=x onerror=y>\n\n[a](javascript:b)",
    lambda size, _: "{fact}`" + "a" * size + "` {source}`b` {unknown}`c`",
    lambda size, _: "a\u0301" * size + " \u202eabc\u202c " + "\u05d0" * size,
    lambda size, _: "&#0; &#x110000; &#xD800; " + "&amp;" * size,
    lambda size, chance: _words(size * 5, chance),
    lambda size, _: "{{ 7 * 7 }} {% raw %} ${a} #{b} <%= c %>",
)

_HEADS: tuple[Callable[[int], str], ...] = (
    lambda size: "facts: " + "[" * size,
    lambda size: "facts: " + "{a: " * size,
    lambda size: "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]",
    lambda size: "tags: !!python/object/apply:os.getcwd []",
    lambda size: "facts:\n" + "".join(f"  f{n}: {{value: {n}}}\n" for n in range(size)),
    lambda size: f"subtitle: {'S' * size * 10}",
    lambda size: f"description: {'word ' * size}",
    lambda size: f"tags: [{', '.join(f't{n}' for n in range(size))}]",
    lambda size: f"facts: {{a: {{value: {'9' * size}}}}}",
    lambda size: "facts: {a: {value: 1e999, unit: USD/year}}",
    lambda size: "facts: {a: {value: .nan}}\nedition: 99999999999999999999",
    lambda size: "published: 0000-00-00\nlanguage: xx-YY-zz",
    lambda size: "slug: ../../../up\nimprint: ../../x",
    lambda size: "authors:\n" + "".join(f"  - {{name: N{n}}}\n" for n in range(size)),
    lambda size: "title: Twice\ntitle: Thrice",
    lambda size: "? [complex, key]\n: value",
    lambda size: "notices: [{text: Mine.}]",
    lambda size: "origin: /etc/hostname\ncontent_hash: x\nmodel_config: {}",
    lambda size: "sources: {s: {title: T, publisher: P, url: 'javascript:a'}}",
    lambda size: "facts: {a: {value: 1, source: nobody}}\nat_a_glance: [a, a, b]",
    lambda size: "description: |\n" + "".join(f"  line {n}\n" for n in range(size)),
)

_JSON: tuple[Callable[[int], str], ...] = (
    lambda size: "[" * size,
    lambda size: '{"a":' * size,
    lambda size: json.dumps({"title": "A", "sections": [{"title": "B", "body": "C"}] * size}),
    lambda size: '{"title": "\\ud800", "sections": [{"title": "A", "body": "\\udfff"}]}',
    lambda size: '{"title": "A", "title": "B", "sections": 1}',
    lambda size: '{"title": 1e999, "sections": [NaN, Infinity]}',
    lambda size: '{"title": "A", "facts": {"a": {"value": ' + "1" * size + "}}}",
    lambda size: '{"title": "A", "sections": [{"title": "B", "body": "C", "line": -1}]}',
    lambda size: "null",
    lambda size: '"title"',
)

_BYTES: tuple[Callable[[str, Random], bytes], ...] = (
    lambda text, chance: text.encode("utf-16"),
    lambda text, chance: text.encode("utf-32"),
    lambda text, chance: text.replace("B", "é").encode("latin-1"),
    lambda text, chance: b"\xef\xbb\xbf" * 3 + text.encode(),
    lambda text, chance: text.encode().replace(b"B", b"\0"),
    lambda text, chance: chance.randbytes(2000),
    lambda text, chance: b"---\ntitle: H\n---\n" + chance.randbytes(500),
    lambda text, chance: b"",
    lambda text, chance: text.encode().replace(b"\n", b"\r"),
    lambda text, chance: text.encode() + b"\xed\xa0\x80\xed\xbf\xbf",
)
