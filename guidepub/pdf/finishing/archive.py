"""The edition for reading as PDF/A-2a (ISO 19005-2) as well as PDF/UA-1, in one file.

WeasyPrint writes one standard at a time; what the other asks for is added to its objects.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

import pydyf

from guidepub.pdf.finishing.marking import extension_schema
from guidepub.pdf.finishing.profiles import profile_stream

# ISO 32000-1, table 165: annotations appear in print, which ISO 19005-2, 6.3.2 asks for.
_PRINT = 4

# The metadata that name a file's parts of PDF/UA and PDF/A.
_IDENTITY = re.compile(rb"\s*\bpdf(?:ua|a)id:(?:part|conformance|rev)=\"[^\"]*\"")

# ISO 19005-2, 6.6.2.3.1 and 6.6.2.3.3: the file describes properties unknown to PDF/A.
_UNIVERSAL_ACCESS = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_DESCRIPTIONS = f"""
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{_UNIVERSAL_ACCESS}
{extension_schema()}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


def make_archival(pdf: pydyf.PDF) -> None:
    """Add to a PDF/UA-1 file what PDF/A-2a asks for."""
    keep(pdf, _DESCRIPTIONS.strip())


def keep(pdf: pydyf.PDF, descriptions: str) -> None:
    """Add what all parts of PDF/A ask for, and to the metadata what says of which part it is."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Annot":
            item["F"] = _PRINT
        if not isinstance(item, pydyf.Stream):
            continue
        if item.extra.get("Subtype") == "/Image":
            # ISO 19005-2, 6.2.8: a reader must not smooth pictures by its own lights.
            item.extra.pop("Interpolate", None)
        elif item.extra.get("Subtype") == "/XML":
            item.stream = [
                part.replace(b"</rdf:RDF>", descriptions.encode()) for part in item.stream
            ]
    _write_output_intent(pdf)


def claim_nothing(pdf: pydyf.PDF) -> None:
    """Take out of the metadata that the file is PDF/UA and PDF/A, which a validator denies."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/XML":
            item.stream = [_IDENTITY.sub(b"", b"".join(item.stream))]


def _write_output_intent(pdf: pydyf.PDF) -> None:
    """Write what the file's RGB means (ISO 19005-2, 6.2.4.3, by the output intent of 6.2.3)."""
    profile = profile_stream(_srgb(), 3)
    pdf.add_object(profile)
    intent = pydyf.Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFA1"})
    intent["OutputConditionIdentifier"] = pydyf.String("sRGB IEC61966-2.1")
    intent["Info"] = pydyf.String("sRGB IEC61966-2.1")
    intent["DestOutputProfile"] = profile.reference
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


@functools.cache
def _srgb() -> bytes:
    """Return the ICC profile that WeasyPrint ships; asked for it, it leaves the file open."""
    return resources.files("weasyprint.pdf").joinpath("sRGB2014.icc").read_bytes()
