"""The phases from their start to their document: order, failure, cancellation, another go, versions, and staleness."""

from services import User


def test_the_three_phases_make_three_documents_one_after_the_other(user: User) -> None:
    user.resume()
    application = user.application()
    assert user.status(application) == {
        "application_id": application,
        "current_phase": None,
        "status": "idle",
        "progress": 0.0,
        "completed_at": None,
        "error_message": None,
    }
    user.finish(application, "research", "resume", "cover-letter")
    documents = user.rest("GET", f"/applications/{application}/documents").json()
    assert all(documents[kind]["content"] for kind in ("research_report", "optimized_resume", "cover_letter"))
