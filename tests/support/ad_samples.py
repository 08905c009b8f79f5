"""A saved page of a job ad with a JobPosting, as boards publish them. The employer is invented."""

import json

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Backend Developer",
    "hiringOrganization": {"@type": "Organization", "name": "Harbour Labs"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Bristol", "addressCountry": "UK"}},
    "description": "<p>We need someone for our booking service.</p><h3>Requirements</h3><ul><li>Three years of Python"
    "</li><li>PostgreSQL</li><li>Good written English</li></ul><p>We offer a pension and 28 days of holiday.</p>",
}
PAGE = (
    f'<!doctype html><html><head><script type="application/ld+json">{json.dumps(POSTING)}</script></head>'
    "<body><nav>Jobs</nav><main><h1>Backend Developer</h1></main></body></html>"
)
