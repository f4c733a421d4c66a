"""The accessibility features of an EPUB for records, by EDItEUR's code list 196."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from guidepub.model.catalogs.accessibility import Certificate, Exemption
from guidepub.trade.products import TradeProduct

# What each EPUB has, the pages of the laid-out print edition with their list among it;
# conformance is claimed of certified files alone.
_ACCESS = ("10", "11", "13", "14", "19", "29", "36", "41", "52")
_EXEMPTIONS: Mapping[Exemption, str] = MappingProxyType(
    {"microenterprise": "75", "disproportionate-burden": "76", "fundamental-alteration": "77"}
)
_PUBLISHER_CONTACT = "99"


def access_features(product: TradeProduct) -> Iterator[tuple[str, str]]:
    """Yield the codes of what an EPUB has, claims and is exempt from, each with its words if any."""
    stated = product.catalog.accessibility
    yield from ((code, "") for code in _ACCESS)
    yield from _claimed(product.certificate)
    if stated.exemption:
        yield _EXEMPTIONS[stated.exemption], ""
    if email := stated.contact or product.imprint.email:
        yield _PUBLISHER_CONTACT, email


def _claimed(certificate: Certificate | None) -> Iterator[tuple[str, str]]:
    """Yield the claims of a certified EPUB, and its certifier."""
    if certificate is None or certificate.wcag is None or certificate.level is None:
        return
    yield "04", ""
    yield {"2.0": "80", "2.1": "81", "2.2": "82"}[certificate.wcag], ""
    yield {"A": "84", "AA": "85", "AAA": "86"}[certificate.level], ""
    yield "90", certificate.certified_by
    if certificate.credential:
        yield "88", certificate.credential
    if certificate.evaluated:
        yield "91", certificate.evaluated.strftime("%Y%m%d")
    if certificate.report:
        yield "94", certificate.report
