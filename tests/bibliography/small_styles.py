"""Small styles of CSL, made for tests."""

from __future__ import annotations

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>A</title><id>a</id><updated>2026-01-01T00:00:00Z</updated>
<category citation-format="{form}"/></info>
"""
PAGES = """<macro name="pages"><choose>
<if variable="locator"><group delimiter=" "><choose><if is-numeric="locator">
<label variable="locator" form="short"/></if></choose><text variable="locator"/></group></if>
<else><text variable="page"/></else></choose></macro>
"""
AUTHOR_DATE = f"""{HEAD.format(form="author-date")}{PAGES}
<macro name="author"><names variable="author"><name form="short" and="text"/></names></macro>
<citation disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")" delimiter="; ">
<group delimiter=", "><group delimiter=" "><text macro="author"/>
<date variable="issued"><date-part name="year"/></date></group><text macro="pages"/></group>
</layout></citation>
<bibliography><sort><key macro="author"/><key variable="title"/></sort><layout suffix=".">
<group delimiter=". "><text macro="author"/><date variable="issued"><date-part name="year"/></date>
<text variable="title" font-style="italic"/><text macro="pages"/><text variable="URL"/></group>
</layout></bibliography></style>
"""
NUMERIC = f"""{HEAD.format(form="numeric")}
<citation><layout vertical-align="sup" delimiter=","><text variable="citation-number"/></layout></citation>
<bibliography second-field-align="flush"><layout><text variable="citation-number" suffix="."/>
<text variable="title"/></layout></bibliography></style>
"""
