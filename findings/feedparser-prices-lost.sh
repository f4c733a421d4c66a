#!/bin/sh
# Guessed: feedparser, which keeps unknown elements of a feed under their names, keeps the price of
# a book in an OPDS catalogue.
#
# It keeps only the currency, and with several prices only that of the last one. The amount, which
# is the text of an element with an attribute, is lost. The feed is valid, and `bozo` is false.
#
# Shops read prices from such catalogues: a free book cannot be told from one for €12.99.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'END'
import feedparser

print("feedparser", feedparser.__version__)
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opds="http://opds-spec.org/2010/catalog"
xmlns:dcterms="http://purl.org/dc/terms/"><id>urn:a</id><title>Guides</title>
<updated>2024-05-01T00:00:00Z</updated><entry><id>urn:b</id><title>Welder</title>
<updated>2024-05-01T00:00:00Z</updated><dcterms:language>en</dcterms:language>
<link rel="http://opds-spec.org/acquisition/buy" href="welder.epub" type="application/epub+zip">
<opds:price currencycode="USD">9.99</opds:price></link>
<link rel="http://opds-spec.org/acquisition/buy" href="welder.pdf" type="application/pdf">
<opds:price currencycode="EUR">12.99</opds:price></link></entry></feed>"""
feed = feedparser.parse(FEED)
(entry,) = feed.entries
print({key: entry[key] for key in ("dcterms_language", "opds_price", "links")})
assert not feed.bozo
assert entry["dcterms_language"] == "en"
assert entry["opds_price"] == {"currencycode": "EUR"}
assert [sorted(link) for link in entry["links"]] == [["href", "rel", "type"]] * 2
assert "9.99" not in str(feed) and "12.99" not in str(feed)
END
