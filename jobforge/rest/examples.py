"""Example bodies of the REST routes, after the specification's; `/docs` fills its forms with them."""

from typing import Any

from pydantic import BaseModel

from jobforge import inputs

_RESUME = (
    "# John Doe\n\n## Experience\n\n### Team Lead, Acme (2019 - 2025)\n\n- Led a team of six developers\n"
    "- Cut the time to release from ten days to two\n"
)

EXAMPLES: dict[type[BaseModel], dict[str, Any]] = {
    inputs.Register: {"email": "user@example.com", "password": "SecurePass123!", "full_name": "John Doe"},  # nosec B105
    inputs.Login: {"email": "user@example.com", "password": "SecurePass123!"},  # nosec B105
    inputs.ApplicationCreate: {
        "company_name": "Google",
        "role_title": "Senior Developer",
        "job_description": "We are looking for an experienced developer who knows Python and PostgreSQL well.",
        "job_url": "https://careers.google.com/jobs/123",
        "location": "Toronto, ON",
        "priority_level": "high",
        "additional_context": "Found through LinkedIn, know someone there",
    },
    inputs.ApplicationChange: {},  # changes nothing, so that a form sent as it is filled in harms nothing
    inputs.DocumentWrite: {"content": "# Updated Research Report\n\n## Job Analysis\nUpdated content..."},
    inputs.CoverLetterStart: {
        "additional_context": "I'm particularly interested in their AI/ML projects. "
        "I have experience with TensorFlow and PyTorch."
    },
    inputs.ResumeWrite: {
        "name": "Management Resume",
        "content": _RESUME,
        "focus_area": "management",
        "is_primary": False,
    },
}
