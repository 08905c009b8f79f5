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
    "place" INT NOT NULL,
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
COMMENT ON COLUMN "phase_run"."place" IS 'in its user''s own line; all first places come before any second';
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
        CREATE INDEX runs_to_do ON phase_run (status, place, created_at) WHERE status IN ('queued', 'processing');"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztXW1z2joW/isaf9nuTDaTt6ZdurMzhDgtexPIEtLeaXPHo9gCtDUS17JL2W7/+x7JNn"
    "4ndgLEof4SgqQj2885ks6r+aFNuUVssd+ezWxqYpdyprXQD43hKYF/8rr3kIZns6hTNrj4"
    "3lbjcWrgvXAdbLrQNcK2INBkEWE6dBZciXm2LRu5CQMpG0dNHqN/esRw+Zi4E+JAx5c/oJ"
    "kyi3wnQn79oY0osS31v+YJ4hjUkhc1HYJdYhnYld+gTdKR7zOHCAFXFeFU4TPG7lkYfGTI"
    "qdRDLWaqX1Pk8Bzqy889VHRh4WLXE0++hfuFEc1U+SZmDuUOdReGTb4Rex03E8644nYk+e"
    "yroe4oIT/+Pal2I6S9ve2eX6iRkvP3hsltb8qi0bOFO+FsOdzzqLUvaWTfmDDiyKeJSZQU"
    "mED+wiZfeKDBdTyylBorarDICHu2lEvtHyOPmfJhkbqS/HPyz+DWYsMMo9cfGjf60DC0Cm"
    "JsAogAE2WuxPnHT3/eCBDVqskLdD60B6+OT/+qIODCHTuqU8Gl/VSE2MVGxPUIZfWZwbkz"
    "wU4+zuH4FNJwo4/BOGyIQI7WeghfCNAGINWm+DsIOxu7E/h69Pr1Cow/tgcKZhilcOawOf"
    "kbVy/oOvL7fqoVFuJr8ukMs4VRFec0XYN3ObwdbsPOT127EtpJqgbrclj/h98bnmNXATpG"
    "8iiUgz24piAfnLwtgzIMK4ZZdWZxjt9gBu8hnKfFeKdId0K6V8A81H8fypmnQvxpx8F9dd"
    "X+XeE+XQQ9l/3e+3B4jBmdy/5ZigUWHRPhVpH0iKLOgGt8hEBHRiAnKNYDC43YtkDzidKg"
    "EXWROcFsTPznrLgujo9KrIrjo8I1IbuS7LB5ZCiUZUicZgf3nk1s8FmDIAu2zrypArwLd4"
    "eZSTLAZ2fZ3orQpsSi3rSiTg4bw6cWsvn8jl3p593bqxby57ljH7rvP7TQhI4nj1kJZY6H"
    "4rMhczBgy6LylrENcDMXToEqZ0M+9S4sjW2fDpHN/Zj1EVFvcV1YDh65VZfF+aB9MWwhRX"
    "vHBvqNLrEzOv2r60t9qLcQ2J0EO+bEkOaLTVyiRt1e6ckx3pTERnT6H/WBAZ1D+IjGmfwb"
    "cWDpuC58hKPrcfwED1l1waXIaq0XBPbnHpKmEcLMQuH5uYdG3LbKagLbXopJj1WSM+fQ49"
    "IpKbC4E5Qp5lgB6X74z8YWZuRTAp1sxJ0x2Q88qYzPn8O5NOxe6TfD9tV1glfn7aEue44S"
    "fApbX52mVtNyEvSpO/yA5Ff0ud/T0x6r5bjhZ+mp1LDncgMe3IDDKoZX2Bw2JUTAm1mPFI"
    "EkZSMCL1cEIqd2WQdy3A++Ri9yfTWhB5zG0i8/+prrMw6jHEloL7hD6Jj9RhYZdScFaCDM"
    "t8E0LxPSqDXSfx08XwYy4gIFzw5PLNUXiXv7ptM+1/3Ixz02v86xYxkFUMPtgLIkr5zB+y"
    "wgvfhtQOwiyzaA+jyYZofgThqqEyyI4XjsiThdy3kGHtslnKSY8SMeE6+E4GW7pkfTdAtm"
    "eKweSV5bXiktVzmB37jMFUd9rfioh0K+2nBCECNzIlwExoEMQSI+QhiFs+wpTXU+wS6irk"
    "A2hoFLPiKpeKM5FmiKLYJGDp/up5XYzVwhJyD9JR4rDbaJ8Bq+VP6Rilk3gdJnDZQmmZMB"
    "vJypn5mk1jbg0sAf6Nf9wTBm3jtkxh33jvWvQVvrftbPDd/MbyEO1FP6X1CifTs/ad4nrf"
    "p6GPPK98UqGfIxkjozsLb+smBnzULeZQWIxyhSiNPNaTWHG4IbbhY+/nZ0ePLm5O3x6clb"
    "GKLuctnyZgVHur1h2g3sASI5Gnm5PSmirrMsa+1uC2F6x25v5DYSmiDP7ICXx7whj/ks+P"
    "+66ffyZTlBlHYyUNNF/0M2FRuT6thhfO9R26VM7MvLVj2PgwinUApRsD4FCuKJ2NpTn/4h"
    "oIbIr3B62JQ4KGHWPGl/kjCv3p/SW1Hq6JcTNE7ExoPUOBEbEUiKQNZAK2tjZSkbl+Jql2"
    "Iq+fuJnsVUzvnLBPhBB2NWyp7uZzTCg3w9/saPkdq+I0zYijsthG2FVy2G7MPONSNmPq23"
    "ruJLdA1fBMMrNd6rWnmvXojFvcl0uTUb3Y3baOtuo8bP8Vx+jsYg/uWtodQ5X/bATpE1dt"
    "BqOygeDn2iEbSDMf+9lAWUEq6q5s8mVfllJkGODh/PMihW3pc5DaW0dq3PCAKRcFw/Xq2o"
    "99GnCSegyQXVG0IWcrj4K/zjqjj3dxeNCEjROzSfcDTh8GQIMyTzOx3EYUYTvvm0iHF3Ak"
    "zLhsy3euWSoXQ1d8YIyS18fqCkWSaVlCjtbuybZ7VvlNA9VjNcEtdaMQyj8VEYPkyuD3Pq"
    "1x1rPzwtoUUeppWSSI2UXS++UAKGesSquBq0f9/qt/p5C/nUd+x60O/oNzfd3vsWmjnclJ"
    "sNG0uG+eUO55JbfokDjL5ody9l0whTW37vtHsd/VI1mRIZ235cId76GQrPIldpDksvbI4L"
    "7OA4UYqTI0m1KV4e7B9sf1M779+eXeroeqB3ujfdIFi51OxVp2yCBuorLgO9fZk2fGEFT2"
    "c5SmGh9yZGUdt8CW0+oeYEzqMF6AQUNATxDo0dPhdoTt2JEn4PxAS0AXtRUtrX7OPxtYgM"
    "6md0XAj8kqTOTjMtBrNU0hahpgUKHPxjiT0kjw6EbRtJ/WcZ1U/GVUoz5O9HR8fHb44Ojk"
    "/fvj558+b124MlZ7Jdq1h01n0vuZTYnrJsEwTAq8y5ONX2mFdxRwrrtVXeKbCOuchjUmVW"
    "K2gpfHXlzMzGeWwp5MlyfH0ZQplKBJbmwV9gocwZsikDs0aunRF1gE3qIYQ83wm6JyOw48"
    "HSWSBBgCVlj/E1b2w2kbalx1yaU9W92qGXIl2DR287xcNw2hAG5qkAlQpWzZw7XxXHYH9D"
    "U7wAzij7lKmdrxxXdsm9F1TlVrNWE0RPMFq3JAGxhDTqp+krtwWx1En4Ti5UyvaQ4LCbqv"
    "x+JRhj/mRpeNCwbUr66xZrAhvlG7Xy6tzKvvQioq8x/lq7N/ww6F93Oy04lNyJw2fUlHn9"
    "ek8GoviMMBmM6l9cXHZ7Mr1/NJLHWz2MT+U0zWdQQeZtSFBjjpQPaG/+/S+UzTzXcDkciz"
    "kWfqHWliZ7lPJWN7TXrIFxz30Uthm6BtwsuIy7JAfU4pT8JUE90vHl9Sqn46uaRKnizB3q"
    "gkU4Af3G5UiACgNGo7RRpD4A6o1nThD0YeVhWYu2u5EkfOI4XL74xar0Jsck1e7t8+uvf/"
    "MRmxIh8DgH6mJlM0O4C2hvW88kAqxklSET+P9zs/RWm+RFc7wY2/yXTKhpcqp+eREI3A+P"
    "EIEkZbPQ68zlZWD3MUs9Rdtwus6cbirGNugZbd7p1RTg1Sv9tGwBXlqK1wBw8+6050jqHa"
    "jgkZaT0hv07K1K6HWiMc/x20axuvSHUl7VjTZZr7XYs/dQ8+M9zxX/aGr8mh/aWBPgYeJW"
    "IB91/4GNETc9YWCH4HxWPBwAT85QY9ewdtO/GH5qD3TjXP+oX/avr/TesIUEH7mgMRCY5x"
    "ux+UzWGd2xq3av/V73R/hqgt8O5mfbuOl09V5HbyG1YQuTynQ8mePdu7m9HKrcb8lGTwZ5"
    "xnesP/wgs/S5OsdrwXUq5C/2TbGzyHL9jHObYFZwgCcIU8y+B8pNLcRly3a3vrN+/zKx9Z"
    "1103vb7dWZPnh1qNCPkrtz6sgbN/Cv7jZq3jXViEDj3GpeWL9ZSF+q00WhnuNyCblR7HBR"
    "D4RNk3sl3y/+FLdL4wp5VlcImeK8WoYViUIhwXqsxodR3qIr5KSUK+RkhSvkJGMQwoUr/4"
    "hxgqjO1nmdnE4zLMScw645wWJSBe0M4Q4ifnpQAvDTg0K8ZVcSbj+T1hC0csFgmrK+NWq3"
    "jH4P6s3EO4SRunNEhfCItXwnMxXyRRsIzksyc0v7oZ6ljLCxmX9Jgymj4RcrpLmB7Se+1H"
    "Q3g9rJs6f5HaVSOAUR0qeBFMWMdwWiTZqBbeJQc6LlGIJBz94qUxBHY2pjBBbXT+XZgDnq"
    "RGBi1NcsWUtZzyNealusIxe/1XYXtOON2CNyUVVAOBi+g+geHpQxPmBUcQnrQcb8KEwxKC"
    "5WK04x2EK52vO4ftdWYFZBhVz/Yfbz/1PdHmI="
)
