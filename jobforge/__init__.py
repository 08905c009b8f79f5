"""JobForge: from a resume and a job ad, three documents a person can send."""

__version__ = "1.0.0"
