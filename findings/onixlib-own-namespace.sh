#!/bin/sh
# Guessed: onixlib reads what its page says, ONIX 3.0 files with reference names as publishers send them,
# in the namespace that EDItEUR's own schema has: http://ns.editeur.org/onix/3.0/reference.
#
# It knows another one, http://www.editeur.org/onix/3.0/reference. Of a file that the schema takes for
# valid its parser yields no book, and no error either.
#
# A shop's list that is read so is empty, as if there were nothing new.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check onixlib==0.1.4 onixcheck==0.9.12
cd "$folder"
"$folder/venv/bin/python" - <<'END'
import pathlib
import subprocess
import sys
from importlib.metadata import version

from onixlib import parse

RECORD = """<ONIXMessage release="3.0" xmlns="{}"><Header><Sender><SenderName>Press</SenderName>
</Sender><SentDateTime>20241101</SentDateTime></Header><Product>
<RecordReference>org.example.1</RecordReference><NotificationType>03</NotificationType>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9780306406157</IDValue>
</ProductIdentifier><DescriptiveDetail><ProductComposition>00</ProductComposition>
<ProductForm>EA</ProductForm><TitleDetail><TitleType>01</TitleType><TitleElement>
<TitleElementLevel>01</TitleElementLevel><TitleText>Welder</TitleText></TitleElement></TitleDetail>
</DescriptiveDetail></Product></ONIXMessage>"""
OWN = "http://ns.editeur.org/onix/3.0/reference"
OTHER = "http://www.editeur.org/onix/3.0/reference"
for package in ("onixlib", "onixcheck"):
    print(package, version(package))
for namespace, expected in ((OWN, []), (OTHER, ["9780306406157"])):
    path = pathlib.Path("list.xml")
    path.write_text(RECORD.format(namespace), "utf-8")
    print(f"in {namespace}: {(found := [product.isbn for product in parse(str(path))])}")
    assert found == expected
    command = [sys.executable, "-m", "onixcheck", str(path)]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    is_valid = "VALID - No errors found" in said
    print("the schema takes it for valid:", is_valid)
    assert is_valid is (namespace == OWN)
END
