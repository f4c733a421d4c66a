#!/bin/sh
# Guessed: rdflib keeps a value as its file has it, in a graph and in the Turtle it writes.
#
# Numbers lose their leading zeros, and durations are converted: the ISCO code 0110 of
# commissioned officers, typed as an integer, becomes 110, which is no code of ISCO, and a course
# of P18M takes P1Y6M. Strings, and the trailing zeros of decimals, are kept.
#
# Classifications of occupations are published as RDF. A code that was typed as a number no longer
# matches the tables that it leads to.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0
"$folder/venv/bin/python" - <<'END'
from importlib.metadata import version

from rdflib import Graph, URIRef

TURTLE = """
@prefix e: <http://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:officer e:typed "0110"^^xsd:integer ; e:bare 0110 ; e:text "0110" ;
    e:course "P18M"^^xsd:duration ; e:wage 48100.00 .
"""
EXPECTED = {"typed": "110", "bare": "110", "text": "0110", "course": "P1Y6M", "wage": "48100.00"}

print("rdflib", version("rdflib"))
graph = Graph().parse(data=TURTLE, format="turtle")
for name, expected in EXPECTED.items():
    value = str(graph.value(URIRef("http://example.org/officer"), URIRef(f"http://example.org/{name}")))
    print(name, value)
    assert value == expected
made = graph.serialize(format="turtle")
print(made)
assert "0110 " not in made.replace('"0110"', "") and "P18M" not in made
END
