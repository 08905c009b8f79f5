"""A licence or certificate is held only where the sources say so, not where it is planned, begun or expired."""

from jobforge.enums import Severity
from jobforge.factcheck.registry import EVERYWHERE, LETTER, Check, Example

CHECK = Check(
    code="fact.licence",
    severity=Severity.BLOCK,
    applies_to=EVERYWHERE,
    why="A licence or certificate is held only where the sources say so, not where it is planned, begun or expired.",
    wrong=(
        Example("Permis B et BE", source="Permis B"),
        Example("I hold a driving licence of the classes B and C.", source="Driving licence B", kind=LETTER),
        Example("Dispongo de los permisos C y D.", source="Permiso de conducir C", kind=LETTER),
        Example("Certified fire marshal, level 3", source="Fire marshal training, 2020", section="certificates"),
        Example("I am a certified NEBOSH holder.", source="NEBOSH General Certificate: working towards", kind=LETTER),
        Example(
            "I also hold a valid forklift licence.",
            source="Forklift licence (counterbalance), expired 2021",
            section="certificates",
            kind=LETTER,
        ),
    ),
    right=(
        Example("Führerschein B", source="Führerschein BE"),
        Example("I hold a driving licence.", source="Driving licence B and C1", kind=LETTER),
        Example("Fire marshal training, 2020", source="Fire marshal training, 2020", section="certificates"),
        Example(
            "I also hold a forklift licence.",
            source="Forklift licence (counterbalance), valid until 2031",
            section="certificates",
            kind=LETTER,
        ),
    ),
)
