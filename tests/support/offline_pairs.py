"""The pairs of the quality set as material for the offline writers, with the names a user would type for them."""

import json
from pathlib import Path

from offline_samples import SAMPLES, TODAY

from jobforge.documents.writing_input import Material

QUALITY = Path(__file__).parent.parent / "quality"
_NAMES = {
    "fullstack__good": ("Pebblestay", "Mid-level Full Stack Developer"),
    "fullstack__stretch": ("Lumen Parking", "Senior iOS Engineer (Swift)"),
    "nurse_community__good": ("Tyneside Community Health", "Community Staff Nurse (Band 5)"),
    "nurse_community__stretch": ("Tyne and Wear Urgent Care CIC", "Advanced Nurse Practitioner"),
    "teacher_primary__good": ("Scoil an Chladaigh", "Primary Class Teacher, Senior Classes"),
    "teacher_primary__stretch": ("St Colman's Special School", "Principal"),
    "electrician_residential__good": ("Sonoita Home Electric", "Residential Electrician"),
    "electrician_residential__stretch": ("Morenci mine", "Industrial Controls Electrician"),
    "accountant_uk__good": ("Calon Community Homes", "Management Accountant"),
    "accountant_uk__stretch": ("Locked & Found Ltd", "Financial Controller"),
    "kfz_de__good": ("Autohaus Habichtswald", "Kfz-Mechatroniker (m/w/d) für Elektrik und Diagnose"),
    "kfz_de__stretch": ("Leineland Logistik", "Werkstattleiter (m/w/d) Nutzfahrzeuge"),
}


def _pair(stem: str, company: str, role: str) -> Material:
    resume = QUALITY / "resumes" / f"{stem.split('__')[0]}.md"
    ad = QUALITY / "ads" / f"{stem}.txt"
    return Material(resume.read_text("utf-8"), ad.read_text("utf-8"), company, role, TODAY)


PAIRS = {stem: _pair(stem, company, role) for stem, (company, role) in _NAMES.items()}
ALL = PAIRS | SAMPLES
ATTACKS = json.loads((QUALITY / "injections.json").read_text("utf-8"))["attacks"]
