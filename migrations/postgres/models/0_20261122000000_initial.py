from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "user_account" (
    "id" UUID NOT NULL PRIMARY KEY,
    "email" VARCHAR(254) NOT NULL UNIQUE,
    "full_name" VARCHAR(255) NOT NULL,
    "password_hash" VARCHAR(60) NOT NULL,
    "tokens_since" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON COLUMN "user_account"."tokens_since" IS 'Unix seconds; a token issued earlier is not accepted';
CREATE TABLE IF NOT EXISTS "application" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(255) NOT NULL,
    "company_name" VARCHAR(255) NOT NULL,
    "role_title" VARCHAR(255) NOT NULL,
    "job_url" VARCHAR(2048),
    "job_description" TEXT NOT NULL,
    "digest" VARCHAR(32) NOT NULL,
    "location" VARCHAR(255),
    "priority_level" VARCHAR(8) NOT NULL,
    "additional_context" TEXT,
    "status" VARCHAR(32) NOT NULL,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "applications_of_user" ON "application" ("user_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "applications_by_status" ON "application" ("user_id", "status", "created_at", "id");
CREATE INDEX IF NOT EXISTS "applications_by_priority" ON "application" ("user_id", "priority_level", "created_at", "id");
COMMENT ON COLUMN "application"."digest" IS 'of the job description: tells whether it changed';
COMMENT ON COLUMN "application"."priority_level" IS 'LOW: low\nMEDIUM: medium\nHIGH: high';
COMMENT ON COLUMN "application"."status" IS 'DRAFT: draft\nRESEARCH_COMPLETE: research_complete\nRESUME_COMPLETE: resume_complete\nCOVER_LETTER_COMPLETE: cover_letter_complete';
COMMENT ON COLUMN "application"."search_text" IS 'company, role and location, folded';
CREATE TABLE IF NOT EXISTS "document" (
    "id" UUID NOT NULL PRIMARY KEY,
    "document_type" VARCHAR(32) NOT NULL,
    "content" TEXT NOT NULL,
    "version" INT NOT NULL,
    "author" VARCHAR(8) NOT NULL,
    "made_from" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "application_id" UUID NOT NULL REFERENCES "application" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_document_applica_02d9b9" UNIQUE ("application_id", "document_type")
);
COMMENT ON COLUMN "document"."document_type" IS 'RESEARCH_REPORT: research_report\nOPTIMIZED_RESUME: optimized_resume\nCOVER_LETTER: cover_letter';
COMMENT ON COLUMN "document"."author" IS 'AI: ai\nUSER: user';
COMMENT ON COLUMN "document"."made_from" IS 'digests and versions of the ad, the resume and the earlier documents';
COMMENT ON TABLE "document" IS 'The newest version of a document, and what its last generated text was made from.';
CREATE TABLE IF NOT EXISTS "document_version" (
    "id" UUID NOT NULL PRIMARY KEY,
    "version" INT NOT NULL,
    "content" TEXT NOT NULL,
    "author" VARCHAR(8) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "document_id" UUID NOT NULL REFERENCES "document" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_document_ve_documen_2b4939" UNIQUE ("document_id", "version")
);
COMMENT ON COLUMN "document_version"."author" IS 'AI: ai\nUSER: user';
CREATE TABLE IF NOT EXISTS "phase_run" (
    "id" UUID NOT NULL PRIMARY KEY,
    "phase" VARCHAR(16) NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL,
    "attempt" INT NOT NULL,
    "fence" BIGINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "lease_until" TIMESTAMPTZ,
    "resume_id" UUID,
    "additional_context" TEXT,
    "provider" VARCHAR(16),
    "model" VARCHAR(255),
    "input_tokens" INT,
    "output_tokens" INT,
    "notes" JSONB NOT NULL,
    "error_code" VARCHAR(32),
    "error_message" TEXT,
    "estimated_completion" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "application_id" UUID NOT NULL REFERENCES "application" ("id") ON DELETE CASCADE,
    "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_phase_run_applica_2a5412" UNIQUE ("application_id", "fence")
);
CREATE INDEX IF NOT EXISTS "runs_of_user" ON "phase_run" ("user_id");
COMMENT ON COLUMN "phase_run"."phase" IS 'RESEARCH: research\nRESUME: resume\nCOVER_LETTER: cover_letter';
COMMENT ON COLUMN "phase_run"."status" IS 'QUEUED: queued\nPROCESSING: processing\nCOMPLETED: completed\nFAILED: failed\nCANCELLED: cancelled';
COMMENT ON COLUMN "phase_run"."attempt" IS 'which try this is; grows with failures only';
COMMENT ON COLUMN "phase_run"."fence" IS 'grows with every change of hands, over all runs of the application';
COMMENT ON COLUMN "phase_run"."sequence" IS 'of the last event under this fence';
COMMENT ON COLUMN "phase_run"."lease_until" IS 'when a silent worker''s run may be taken over';
COMMENT ON COLUMN "phase_run"."resume_id" IS 'the resume it was started with; plain, so that it may go';
COMMENT ON COLUMN "phase_run"."provider" IS 'ANTHROPIC: anthropic\nOPENAI: openai\nOFFLINE: offline';
COMMENT ON COLUMN "phase_run"."notes" IS 'what the writer has to say of its text, such as a failover';
COMMENT ON TABLE "phase_run" IS 'One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.';
CREATE TABLE IF NOT EXISTS "resume" (
    "id" UUID NOT NULL PRIMARY KEY,
    "name" VARCHAR(255) NOT NULL,
    "content" TEXT NOT NULL,
    "digest" VARCHAR(32) NOT NULL,
    "focus_area" VARCHAR(32),
    "is_primary" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "resumes_of_user" ON "resume" ("user_id", "updated_at");
COMMENT ON COLUMN "resume"."digest" IS 'of the content: tells whether it changed';
COMMENT ON COLUMN "resume"."focus_area" IS 'SOFTWARE_DEVELOPMENT: software_development\nMANAGEMENT: management\nDATA_SCIENCE: data_science\nCONSULTING: consulting\nOTHER: other';
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
        CREATE UNIQUE INDEX one_primary_resume ON resume (user_id) WHERE is_primary;
        CREATE UNIQUE INDEX one_active_run ON phase_run (application_id) WHERE status IN ('queued', 'processing');
        CREATE INDEX runs_to_do ON phase_run (status, created_at) WHERE status IN ('queued', 'processing');"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztXetz2joW/1c0/rLdmWwmr6ZdurMzBJyWvQlkebR32tzxKLYAbY3EteRSttv/fSXZxm"
    "9iEyAO9ZcQJB3Z/p0j6TzND21GLWSz4+Z8bmMTckyJ1gA/NAJnSPyT1X0ENDifh52ygcMH"
    "W42HiYEPjDvQ5KJrDG2GRJOFmOnguX8l4tq2bKSmGIjJJGxyCf7TRQanE8SnyBEdX/4QzZ"
    "hY6Dti8usPbYyRban/NZchx8CWvKjpIMiRZUAuv4k2SYe+zx3EmLgqC6YKnjFyz8ygY0NO"
    "pR5qOVf9miIXz6G+/DwCeRdmHHKXPfkWHpZGOFPpm5g7mDqYLw0bfUP2Nm4mmHHN7Ujy+V"
    "dD3VFMfrx7Uu1GQDsaddrXaqTk/INhUtudkXD0fMmnlKyGuy62jiWN7Jsgghz5NBGJkgLj"
    "y1/Q5AmPaOCOi1ZSY4UNFhpD15Zyqf1j7BJTPixQV5J/Lv7p31pkmGF0e0NjoA8NQyshxq"
    "YAUcCECZc4//jpzRsColo1eYHWh2b/1fnlXxUElPGJozoVXNpPRQg5NEKuhyirzxTOrSl0"
    "snEOxieQFje6CcZBQwhyuNYD+AKAdgCpNoPfhbCTCZ+Kr2evX6/B+GOzr2AWoxTOVGxO3s"
    "bV9bvOvL6faoUF+Jp0NodkaZTFOUlX410Mb4faYufH3C6FdpyqxroY1v+hD4br2GWAjpBs"
    "hLK/B1cU5JOLt0VQFsPyYVadaZyjN5jCeyjO03y8E6QHId1rYB7qvw/lzDPG/rSj4L66bf"
    "6ucJ8t/Z6bXvd9MDzCjNZN7yrBAgtPEONlJD2kqDLgGh0DoSMDIScg0iMWGrJtBhZTpUED"
    "zIE5hWSCvOcsuS7OzwqsivOz3DUhu+LssGloKBRlSJTmAPeeXWzwaYMgDbZO3JkCvCPuDh"
    "ITpYBPz7K/FaHNkIXdWUmdXGwMnxrApot7cqu3O6PbBvDmuScfOu8/NMAUT6abrIQix0P+"
    "2ZA6GKBlYXnL0BZwEy5OgTJnQzb1ISyNfZ8Ooc29yfoIqfe4LiwHjnnZZdHuN6+HDaBo70"
    "lfH+gSO6PVu7270Yd6Awi7E0HHnBrSfLERR2rU6FaPj3FnKDKi1fuo9w3RORQf4TiTfkOO"
    "WDqci49gdDWOH/8hyy64BFml9QLf/jwC0jQCkFggOD+PwJjaVlFNYN9LMe6xinOmLXo4nq"
    "EciztGmWCO5ZMeB//sbGGGPiWhk42pM0HHvieV0MVzOJeGnVt9MGze3sV41W4OddlzFuNT"
    "0PrqMrGaVpOAT53hByC/gs+9rp70WK3GDT9LT6UGXU4N8eCGOKwieAXNQVNMBNy5taEIxC"
    "lrEXi5IhA6tYs6kKN+8C16kaurCT3iNJZ++fHXTJ9xEOWIQ3tNHYQn5De0TKk7CUB9YR75"
    "07xMSMPWUP914GIVyIgKlHh28cRSfZG4NwetZlv3Ih8P0Py6gI5l5EAtbkcoS/LKKbyvfN"
    "Lr3/rIzrNsfajb/jQHBHfcUJ1ChgzHJU/E6U7O03fJIeEkxYye0Yh4xQQv3TU7myVbIIET"
    "9Ujy2vJKSbnKCPxGZS4/6mtFRz0W8tWGUwQIWiDGgTAOZAgS0DGAIJjlSGmqiynkAHMGbC"
    "gGrvgIpOINFpCBGbQQGDt0dpxUYndzhYyA9JdorNTfJoJreFL5RyJmXQdKnzVQGmdOCvBi"
    "pn5qkkrbgCsDv6/f9frDiHnvoDl1+D3p3QltrfNZbxuemd8AVFDP8H+FEu3Z+XHzPm7VV8"
    "OYV74vUsqQj5BUmYGV9Zf5O2sa8g7JQTxCkUAc706rOd0R3OJmxcffzk4v3ly8Pb+8eCuG"
    "qLtctbxZw5FOd5h0A7sCkQyNvNieFFJXWZa1ZqcBIL4no4HcRgIT5Jkd8PKYN+Qxnwb/X4"
    "NeN1uWY0RJJwM2OfgfsDHbmVRHDuMHF9scE3YsL1v2PPYjnEwpRP76ZMCPJ0LrSH16h4Aa"
    "Ir+K08PGyAExs+ZJ+5OEef3+lNyKEke/nKB2ItYepNqJWItAXATSBlpRGytNWbsU17sUE8"
    "nfT/QsJnLOXybAjzoY01L2dD+jERzk2/E3fgzV9gNhwl7caQFsa7xqEWQfd64ZEfNpu3UV"
    "X8JreCIYXKn2XlXKe/VCLO5dpstt2eiu3UZ7dxvVfo7n8nPUBvEvbw0lzvmiB3aCrLaD1t"
    "tB0XDoE42gA4z5HyUsoIRwlTV/dqnKrzIJMnT4aJZBvvK+ymkopLVrPYKAEAmHe/FqRX0M"
    "Pk0pEpqcX73BZCEHh1/FP1zFub9zMEZCit6BxZSCKRVPBiABMr/TAVTMaIpvHi0glE8F09"
    "Ih871euWAoXc2dMkIyC58fKWmWSSUFSrtr++ZZ7RsldJtqhiviSiuGQTQ+DMMHyfVBTv22"
    "Y+2nlwW0yNOkUhKqkbLrxRdKiKEuskquBu3fI32ktxvAo74nd/1eSx8MOt33DTB3qCk3Gz"
    "KRDPPKHdqSW16Jgxh93ezcyKYxxLb83mp2W/qNajIlMra9WSHe9hkqnkWu0gyWXtsU5tjB"
    "UaIEJ8eSale8PDk+2f+m1u6Nrm50cNfXW51Bxw9WrjR71SmbRAP2FJe+3rxJGr5iBc/mGU"
    "phrvcmQlHZfAltMcXmVJxHS6ETYKEhsHdg4tAFAwvMp0r4XSEmQhuwlwWlfcs+Hk+LSKF+"
    "hSe5wK9Iquw00yIwSyVtGWhaQoET/1jsCMijA0DbBlL/WUX143GVwgz5+9nZ+fmbs5Pzy7"
    "evL968ef32ZMWZdNc6Fl113ksuxbanNNsYEuCV5lyUan/MK7kjBfXaKu9UsI5w4BKpMqsV"
    "tBK+qnLGRtKmcQnHGdXE6x1JCdIteJL2U7QqdjlEhFnExFEuuLWgzlfk/IXJdQVmcAkekL"
    "KLiFpxxXh3SG4lvxq0nJUUI3qCsbQnCYgkQmEvPVyZy8hSO/A7MLcFa48Ao2IVq7xyJRgT"
    "+mRpeNSgqkvJqxbjELrxN2xl1VcVfdlCSF9h/LVmd/ih37vrtBoAEj516BybMp9c78oACJ"
    "0jIoMgvevrm05XppWPxzYmG5V/b9/oUc66bAblZHwGBBXmSPFA6u7fO4LJ3OUGp+JYzLAs"
    "czW4JNlGWlzV0N6ySUNdvhG2Kboa3DS4hHKUAWp+KviKoBpp4PJ6pdPAVS2cVHEWDubCEp"
    "kK/YZTwIQKI4wVWSQn9QGh3rjC2Bd9UFn2W9F2d5L8jRyHyheOWKXeIBinOrx9fvt1Vx5i"
    "M8QYnGRAna9spggPAe1965mICStZZWb4fufM7LD1JnneHC/GNv8lEznqXJ5fXgR898MGIh"
    "CnrBd6lbm8CihustQTtDWnq8zpulJph57R+l1SdeFXtdIeixZ+JaV4CwDX7+x6jmTSvgoe"
    "aRmppH7P0bpEUicc8xy/qROph34s1VLdaJ1tWYk9+wjUPxrzXPGPuras/oGHLQEeJAz58l"
    "H1H3YYU9NlBnQQzGbF4wHw+AwVdg1rg9718FOzrxtt/aN+07u71bvDBmB0zIXGgMQ835BN"
    "57K+5Z7cNrvN97o3wlMTvHZhfjaNQaujd1t6A6gNm5lYpoHJ3OLuYHQzVDnHko2uDPJM7k"
    "lv+EFmh1N1jleC65jJX4qbQWeZ5voVpTaCJOcAjxEmmP0gKHe1EFct+936rnq9m9jWd9VJ"
    "7m2j2yu9/+pUoR8mFWfUL9du4F/dbVS/46gWgdq5Vb8ofbeQvlSni0I9w+UScCPf4aIeCJ"
    "omdQu+1/opbpfaFfKsrhA0g1m1DGsShQKC7ViNj6O8R1fIRSFXyMUaV8hFyiAUFy7947kx"
    "oipb51VyOs0hYwsqds0pZNMyaKcIDxDxy5MCgF+e5OItu+Jwe5m0BsOlC9WSlNUtVhsR/B"
    "0wJJC12DsAgbpzgBlzkbV6FzBm8gUPQJyXaM4L+6GepXyttpl/SYMppeHnK6SZge0nvkzz"
    "MIPa8bOn/v2eQjj5EdKngRTGjA8Fol2agU3kYHOqZRiCfs/ROlMQhmMqYwTm109l2YAZ6o"
    "RvYlTXLNlKWc8GL1PN15Hz36Z6CNrxTuwRuahKIOwPP0B0T0+KGB9iVH4J60nK/MhNMcgv"
    "VstPMdhDudrzuH63VmBWQoXc/mH28/8HvqJG"
)
