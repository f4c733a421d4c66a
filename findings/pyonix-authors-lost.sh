#!/bin/sh
# Guessed: contributors of pyonix-core's facade tells all authors of an ONIX 3.0 record, as its page
# says, in each of the forms that ONIX has for a name; and its description is that of the record.
#
# Only names in one piece are told. A person whose name is given in its parts is left out, and so is a
# body; the description is empty with any text.
#
# Shops sort by the parts of a name, and public bodies are authors of guides.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyonix-core==0.2.1
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check onixcheck==0.9.12
cd "$folder"
"$folder/venv/bin/python" - <<'END'
import pathlib
import subprocess
import sys
from importlib.metadata import version

from pyonix_core.facade.product import ProductFacade
from pyonix_core.parsing.parser import parse_onix_stream

RECORD = """<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference"><Header>
<Sender><SenderName>Press</SenderName></Sender><SentDateTime>20241101</SentDateTime></Header><Product>
<RecordReference>org.example.1</RecordReference><NotificationType>03</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780306406157</IDValue>
</ProductIdentifier><DescriptiveDetail><ProductComposition>00</ProductComposition>
<ProductForm>EA</ProductForm><TitleDetail><TitleType>01</TitleType><TitleElement>
<TitleElementLevel>01</TitleElementLevel><TitleText>Welder</TitleText></TitleElement></TitleDetail>
<Contributor><ContributorRole>A01</ContributorRole>{}</Contributor></DescriptiveDetail>
<CollateralDetail><TextContent><TextType>03</TextType><ContentAudience>00</ContentAudience>
<Text>What welders do.</Text></TextContent></CollateralDetail></Product></ONIXMessage>"""
CASES = (
    ("<PersonName>Ada Lima</PersonName>", ["Ada Lima"]),
    ("<NamesBeforeKey>Ada</NamesBeforeKey><KeyNames>Lima</KeyNames>", []),
    ("<CorporateName>Bureau of Labor Statistics</CorporateName>", []),
)
for package in ("pyonix-core", "onixcheck"):
    print(package, version(package))
path = pathlib.Path("list.xml")
for name, expected in CASES:
    path.write_text(RECORD.format(name), "utf-8")
    command = [sys.executable, "-m", "onixcheck", str(path)]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    (product,) = map(ProductFacade, parse_onix_stream(str(path)))
    print(f"{name}: authors {product.contributors}, description {product.description_html!r}")
    assert "VALID - No errors found" in said
    assert product.contributors == expected
    assert product.description_html == ""
END
