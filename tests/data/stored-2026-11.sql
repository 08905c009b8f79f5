SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.aerich (
    id integer NOT NULL,
    version character varying(255) NOT NULL,
    app character varying(100) NOT NULL,
    content jsonb NOT NULL
);
CREATE SEQUENCE public.aerich_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.aerich_id_seq OWNED BY public.aerich.id;
CREATE TABLE public.application (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    company_name character varying(255) NOT NULL,
    role_title character varying(255) NOT NULL,
    job_url character varying(2048),
    job_description text NOT NULL,
    digest character varying(32) NOT NULL,
    location character varying(255),
    priority_level character varying(8) NOT NULL,
    additional_context text,
    status character varying(32) NOT NULL,
    search_text text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
COMMENT ON COLUMN public.application.digest IS 'of the job description: tells whether it changed';
COMMENT ON COLUMN public.application.priority_level IS 'LOW: low
MEDIUM: medium
HIGH: high';
COMMENT ON COLUMN public.application.status IS 'DRAFT: draft
RESEARCH_COMPLETE: research_complete
RESUME_COMPLETE: resume_complete
COVER_LETTER_COMPLETE: cover_letter_complete';
COMMENT ON COLUMN public.application.search_text IS 'company, role and location, folded';
CREATE TABLE public.document (
    id uuid NOT NULL,
    document_type character varying(32) NOT NULL,
    content text NOT NULL,
    version integer NOT NULL,
    author character varying(8) NOT NULL,
    made_from jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    application_id uuid NOT NULL
);
COMMENT ON TABLE public.document IS 'The newest version of a document, and what its last generated text was made from.';
COMMENT ON COLUMN public.document.document_type IS 'RESEARCH_REPORT: research_report
OPTIMIZED_RESUME: optimized_resume
COVER_LETTER: cover_letter';
COMMENT ON COLUMN public.document.author IS 'AI: ai
USER: user';
COMMENT ON COLUMN public.document.made_from IS 'digests and versions of the ad, the resume and the earlier documents';
CREATE TABLE public.document_version (
    id uuid NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    author character varying(8) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    document_id uuid NOT NULL
);
COMMENT ON COLUMN public.document_version.author IS 'AI: ai
USER: user';
CREATE TABLE public.idempotency_key (
    id uuid NOT NULL,
    key character varying(255) NOT NULL,
    operation character varying(64) NOT NULL,
    digest character varying(32) NOT NULL,
    made_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
COMMENT ON TABLE public.idempotency_key IS 'The answer once given to a request that named a key, kept for 24 hours.';
COMMENT ON COLUMN public.idempotency_key.digest IS 'of what was sent';
COMMENT ON COLUMN public.idempotency_key.made_id IS 'what the operation made';
CREATE TABLE public.phase_run (
    id uuid NOT NULL,
    phase character varying(16) NOT NULL,
    status character varying(16) NOT NULL,
    progress double precision NOT NULL,
    attempt integer NOT NULL,
    fence bigint NOT NULL,
    sequence bigint NOT NULL,
    place integer NOT NULL,
    lease_until timestamp with time zone,
    resume_id uuid,
    additional_context text,
    provider character varying(16),
    model character varying(255),
    input_tokens integer,
    output_tokens integer,
    notes jsonb NOT NULL,
    error_code character varying(32),
    error_message text,
    estimated_completion timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    completed_at timestamp with time zone,
    application_id uuid NOT NULL,
    user_id uuid NOT NULL
);
COMMENT ON TABLE public.phase_run IS 'One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.';
COMMENT ON COLUMN public.phase_run.phase IS 'RESEARCH: research
RESUME: resume
COVER_LETTER: cover_letter';
COMMENT ON COLUMN public.phase_run.status IS 'QUEUED: queued
PROCESSING: processing
COMPLETED: completed
FAILED: failed
CANCELLED: cancelled';
COMMENT ON COLUMN public.phase_run.attempt IS 'which try this is; grows with failures only';
COMMENT ON COLUMN public.phase_run.fence IS 'grows with every change of hands, over all runs of the application';
COMMENT ON COLUMN public.phase_run.sequence IS 'of the last event under this fence';
COMMENT ON COLUMN public.phase_run.place IS 'in its user''s own line; all first places come before any second';
COMMENT ON COLUMN public.phase_run.lease_until IS 'when a silent worker''s run may be taken over';
COMMENT ON COLUMN public.phase_run.resume_id IS 'the resume it was started with; plain, so that it may go';
COMMENT ON COLUMN public.phase_run.provider IS 'ANTHROPIC: anthropic
OPENAI: openai
OFFLINE: offline';
COMMENT ON COLUMN public.phase_run.notes IS 'what the writer has to say of its text, such as a failover';
CREATE TABLE public.resume (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    content text NOT NULL,
    digest character varying(32) NOT NULL,
    focus_area character varying(32),
    is_primary boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL
);
COMMENT ON COLUMN public.resume.digest IS 'of the content: tells whether it changed';
COMMENT ON COLUMN public.resume.focus_area IS 'SOFTWARE_DEVELOPMENT: software_development
MANAGEMENT: management
DATA_SCIENCE: data_science
CONSULTING: consulting
OTHER: other';
CREATE TABLE public.user_account (
    id uuid NOT NULL,
    email character varying(254) NOT NULL,
    full_name character varying(255) NOT NULL,
    password_hash character varying(60) NOT NULL,
    tokens_since bigint NOT NULL,
    created_at timestamp with time zone NOT NULL
);
COMMENT ON COLUMN public.user_account.tokens_since IS 'Unix seconds; a token issued earlier is not accepted';
ALTER TABLE ONLY public.aerich ALTER COLUMN id SET DEFAULT nextval('public.aerich_id_seq'::regclass);
INSERT INTO public.aerich VALUES (1, '0_20261122000000_initial.py', 'models', '{"models.User": {"app": "models", "name": "models.User", "table": "user_account", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "email", "unique": true, "default": null, "indexed": true, "nullable": false, "db_column": "email", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 254}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(254)", "oracle": "NVARCHAR2(254)"}}, {"name": "full_name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "full_name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "password_hash", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "password_hash", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 60}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(60)", "oracle": "NVARCHAR2(60)"}}, {"name": "tokens_since", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "tokens_since", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "Unix seconds; a token issued earlier is not accepted", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}], "description": null, "unique_together": [], "backward_fk_fields": [{"name": "applications", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}, {"name": "phase_runs", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.PhaseRun", "db_constraint": true}, {"name": "resumes", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Resume", "db_constraint": true}], "backward_o2o_fields": []}, "models.Aerich": {"app": "models", "name": "models.Aerich", "table": "aerich", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": null, "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": true, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, "docstring": null, "fk_fields": [], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "version", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "app", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "app", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 100}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(100)", "oracle": "NVARCHAR2(100)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": null, "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}], "description": null, "unique_together": [], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Resume": {"app": "models", "name": "models.Resume", "table": "resume", "indexes": [{"name": "resumes_of_user", "type": "", "extra": "", "fields": ["user_id", "updated_at"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "digest", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "digest", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": "of the content: tells whether it changed", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "focus_area", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "focus_area", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "SOFTWARE_DEVELOPMENT: software_development\nMANAGEMENT: management\nDATA_SCIENCE: data_science\nCONSULTING: consulting\nOTHER: other", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "is_primary", "unique": false, "default": false, "indexed": false, "nullable": false, "db_column": "is_primary", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BooleanField", "constraints": {}, "description": null, "python_type": "bool", "db_field_types": {"": "BOOL", "mssql": "BIT", "oracle": "NUMBER(1)", "sqlite": "INT"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Document": {"app": "models", "name": "models.Document", "table": "document", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": "The newest version of a document, and what its last generated text was made from.", "fk_fields": [{"name": "application", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "application_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "document_type", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "document_type", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "RESEARCH_REPORT: research_report\nOPTIMIZED_RESUME: optimized_resume\nCOVER_LETTER: cover_letter", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "version", "unique": false, "default": 1, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "author", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "author", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "AI: ai\nUSER: user", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "made_from", "unique": false, "default": "<function builtins.dict>", "indexed": false, "nullable": false, "db_column": "made_from", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": "digests and versions of the ad, the resume and the earlier documents", "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "application_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "application_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": "The newest version of a document, and what its last generated text was made from.", "unique_together": [["application_id", "document_type"]], "backward_fk_fields": [{"name": "document_versions", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.DocumentVersion", "db_constraint": true}], "backward_o2o_fields": []}, "models.PhaseRun": {"app": "models", "name": "models.PhaseRun", "table": "phase_run", "indexes": [{"name": "runs_of_user", "type": "", "extra": "", "fields": ["user_id"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": "One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.", "fk_fields": [{"name": "application", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "application_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}, {"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "phase", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "phase", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "RESEARCH: research\nRESUME: resume\nCOVER_LETTER: cover_letter", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "status", "unique": false, "default": "queued", "indexed": false, "nullable": false, "db_column": "status", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "QUEUED: queued\nPROCESSING: processing\nCOMPLETED: completed\nFAILED: failed\nCANCELLED: cancelled", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "progress", "unique": false, "default": 0.0, "indexed": false, "nullable": false, "db_column": "progress", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "FloatField", "constraints": {}, "description": null, "python_type": "float", "db_field_types": {"": "DOUBLE PRECISION", "mysql": "DOUBLE", "sqlite": "REAL"}}, {"name": "attempt", "unique": false, "default": 1, "indexed": false, "nullable": false, "db_column": "attempt", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": "which try this is; grows with failures only", "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "fence", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "fence", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "grows with every change of hands, over all runs of the application", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "sequence", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "sequence", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "of the last event under this fence", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "place", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "place", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": "in its user''s own line; all first places come before any second", "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "lease_until", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "lease_until", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": "when a silent worker''s run may be taken over", "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "resume_id", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "resume_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": "the resume it was started with; plain, so that it may go", "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, {"name": "additional_context", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "additional_context", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "provider", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "provider", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "ANTHROPIC: anthropic\nOPENAI: openai\nOFFLINE: offline", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "model", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "model", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "input_tokens", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "input_tokens", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "output_tokens", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "output_tokens", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "notes", "unique": false, "default": "<function builtins.list>", "indexed": false, "nullable": false, "db_column": "notes", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": "what the writer has to say of its text, such as a failover", "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}, {"name": "error_code", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "error_code", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "error_message", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "error_message", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "estimated_completion", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "estimated_completion", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "started_at", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "started_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "completed_at", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "completed_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "application_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "application_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": "One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.", "unique_together": [["application_id", "fence"]], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Application": {"app": "models", "name": "models.Application", "table": "application", "indexes": [{"name": "applications_of_user", "type": "", "extra": "", "fields": ["user_id", "created_at", "id"], "expressions": []}, {"name": "applications_by_status", "type": "", "extra": "", "fields": ["user_id", "status", "created_at", "id"], "expressions": []}, {"name": "applications_by_priority", "type": "", "extra": "", "fields": ["user_id", "priority_level", "created_at", "id"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "company_name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "company_name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "role_title", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "role_title", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "job_url", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "job_url", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 2048}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(2048)", "oracle": "NVARCHAR2(2048)"}}, {"name": "job_description", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "job_description", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "digest", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "digest", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": "of the job description: tells whether it changed", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "location", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "location", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "priority_level", "unique": false, "default": "medium", "indexed": false, "nullable": false, "db_column": "priority_level", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "LOW: low\nMEDIUM: medium\nHIGH: high", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "additional_context", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "additional_context", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "status", "unique": false, "default": "draft", "indexed": false, "nullable": false, "db_column": "status", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "DRAFT: draft\nRESEARCH_COMPLETE: research_complete\nRESUME_COMPLETE: resume_complete\nCOVER_LETTER_COMPLETE: cover_letter_complete", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "search_text", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "search_text", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": "company, role and location, folded", "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [], "backward_fk_fields": [{"name": "documents", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Document", "db_constraint": true}, {"name": "phase_runs", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.PhaseRun", "db_constraint": true}], "backward_o2o_fields": []}, "models.DocumentVersion": {"app": "models", "name": "models.DocumentVersion", "table": "document_version", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "document", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "document_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Document", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "version", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "author", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "author", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "AI: ai\nUSER: user", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "document_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "document_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [["document_id", "version"]], "backward_fk_fields": [], "backward_o2o_fields": []}}');
INSERT INTO public.aerich VALUES (2, '1_20261122010000_idempotency_keys.py', 'models', '{"models.User": {"app": "models", "name": "models.User", "table": "user_account", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "email", "unique": true, "default": null, "indexed": true, "nullable": false, "db_column": "email", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 254}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(254)", "oracle": "NVARCHAR2(254)"}}, {"name": "full_name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "full_name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "password_hash", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "password_hash", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 60}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(60)", "oracle": "NVARCHAR2(60)"}}, {"name": "tokens_since", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "tokens_since", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "Unix seconds; a token issued earlier is not accepted", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}], "description": null, "unique_together": [], "backward_fk_fields": [{"name": "applications", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}, {"name": "idempotency_keys", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.IdempotencyKey", "db_constraint": true}, {"name": "phase_runs", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.PhaseRun", "db_constraint": true}, {"name": "resumes", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Resume", "db_constraint": true}], "backward_o2o_fields": []}, "models.Aerich": {"app": "models", "name": "models.Aerich", "table": "aerich", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": null, "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": true, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, "docstring": null, "fk_fields": [], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "version", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "app", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "app", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 100}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(100)", "oracle": "NVARCHAR2(100)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": null, "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}], "description": null, "unique_together": [], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Resume": {"app": "models", "name": "models.Resume", "table": "resume", "indexes": [{"name": "resumes_of_user", "type": "", "extra": "", "fields": ["user_id", "updated_at"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "digest", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "digest", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": "of the content: tells whether it changed", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "focus_area", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "focus_area", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "SOFTWARE_DEVELOPMENT: software_development\nMANAGEMENT: management\nDATA_SCIENCE: data_science\nCONSULTING: consulting\nOTHER: other", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "is_primary", "unique": false, "default": false, "indexed": false, "nullable": false, "db_column": "is_primary", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BooleanField", "constraints": {}, "description": null, "python_type": "bool", "db_field_types": {"": "BOOL", "mssql": "BIT", "oracle": "NUMBER(1)", "sqlite": "INT"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Document": {"app": "models", "name": "models.Document", "table": "document", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": "The newest version of a document, and what its last generated text was made from.", "fk_fields": [{"name": "application", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "application_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "document_type", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "document_type", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "RESEARCH_REPORT: research_report\nOPTIMIZED_RESUME: optimized_resume\nCOVER_LETTER: cover_letter", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "version", "unique": false, "default": 1, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "author", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "author", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "AI: ai\nUSER: user", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "made_from", "unique": false, "default": "<function builtins.dict>", "indexed": false, "nullable": false, "db_column": "made_from", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": "digests and versions of the ad, the resume and the earlier documents", "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "application_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "application_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": "The newest version of a document, and what its last generated text was made from.", "unique_together": [["application_id", "document_type"]], "backward_fk_fields": [{"name": "document_versions", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.DocumentVersion", "db_constraint": true}], "backward_o2o_fields": []}, "models.PhaseRun": {"app": "models", "name": "models.PhaseRun", "table": "phase_run", "indexes": [{"name": "runs_of_user", "type": "", "extra": "", "fields": ["user_id"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": "One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.", "fk_fields": [{"name": "application", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "application_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Application", "db_constraint": true}, {"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "phase", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "phase", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "RESEARCH: research\nRESUME: resume\nCOVER_LETTER: cover_letter", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "status", "unique": false, "default": "queued", "indexed": false, "nullable": false, "db_column": "status", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "QUEUED: queued\nPROCESSING: processing\nCOMPLETED: completed\nFAILED: failed\nCANCELLED: cancelled", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "progress", "unique": false, "default": 0.0, "indexed": false, "nullable": false, "db_column": "progress", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "FloatField", "constraints": {}, "description": null, "python_type": "float", "db_field_types": {"": "DOUBLE PRECISION", "mysql": "DOUBLE", "sqlite": "REAL"}}, {"name": "attempt", "unique": false, "default": 1, "indexed": false, "nullable": false, "db_column": "attempt", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": "which try this is; grows with failures only", "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "fence", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "fence", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "grows with every change of hands, over all runs of the application", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "sequence", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "sequence", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BigIntField", "constraints": {"ge": -9223372036854775808, "le": 9223372036854775807}, "description": "of the last event under this fence", "python_type": "int", "db_field_types": {"": "BIGINT", "oracle": "INT"}}, {"name": "place", "unique": false, "default": 0, "indexed": false, "nullable": false, "db_column": "place", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": "in its user''s own line; all first places come before any second", "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "lease_until", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "lease_until", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": "when a silent worker''s run may be taken over", "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "resume_id", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "resume_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": "the resume it was started with; plain, so that it may go", "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, {"name": "additional_context", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "additional_context", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "provider", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "provider", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 16}, "description": "ANTHROPIC: anthropic\nOPENAI: openai\nOFFLINE: offline", "python_type": "str", "db_field_types": {"": "VARCHAR(16)", "oracle": "NVARCHAR2(16)"}}, {"name": "model", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "model", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "input_tokens", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "input_tokens", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "output_tokens", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "output_tokens", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "notes", "unique": false, "default": "<function builtins.list>", "indexed": false, "nullable": false, "db_column": "notes", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "JSONField", "constraints": {}, "description": "what the writer has to say of its text, such as a failover", "python_type": "dict | list", "db_field_types": {"": "JSON", "mssql": "NVARCHAR(MAX)", "oracle": "NCLOB", "postgres": "JSONB"}}, {"name": "error_code", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "error_code", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "error_message", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "error_message", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "estimated_completion", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "estimated_completion", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "started_at", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "started_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "completed_at", "unique": false, "default": null, "indexed": false, "auto_now": false, "nullable": true, "db_column": "completed_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "application_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "application_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": "One start of a phase. Whoever changes it takes the next fence; who holds an older one can change nothing.", "unique_together": [["application_id", "fence"]], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.Application": {"app": "models", "name": "models.Application", "table": "application", "indexes": [{"name": "applications_of_user", "type": "", "extra": "", "fields": ["user_id", "created_at", "id"], "expressions": []}, {"name": "applications_by_status", "type": "", "extra": "", "fields": ["user_id", "status", "created_at", "id"], "expressions": []}, {"name": "applications_by_priority", "type": "", "extra": "", "fields": ["user_id", "priority_level", "created_at", "id"], "expressions": []}], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "company_name", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "company_name", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "role_title", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "role_title", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "job_url", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "job_url", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 2048}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(2048)", "oracle": "NVARCHAR2(2048)"}}, {"name": "job_description", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "job_description", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "digest", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "digest", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": "of the job description: tells whether it changed", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "location", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "location", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "priority_level", "unique": false, "default": "medium", "indexed": false, "nullable": false, "db_column": "priority_level", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "LOW: low\nMEDIUM: medium\nHIGH: high", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "additional_context", "unique": false, "default": null, "indexed": false, "nullable": true, "db_column": "additional_context", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "status", "unique": false, "default": "draft", "indexed": false, "nullable": false, "db_column": "status", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 32}, "description": "DRAFT: draft\nRESEARCH_COMPLETE: research_complete\nRESUME_COMPLETE: resume_complete\nCOVER_LETTER_COMPLETE: cover_letter_complete", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "search_text", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "search_text", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": "company, role and location, folded", "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "updated_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "updated_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [], "backward_fk_fields": [{"name": "documents", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.Document", "db_constraint": true}, {"name": "phase_runs", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "BackwardFKRelation", "constraints": {}, "description": null, "python_type": "models.PhaseRun", "db_constraint": true}], "backward_o2o_fields": []}, "models.IdempotencyKey": {"app": "models", "name": "models.IdempotencyKey", "table": "idempotency_key", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": "The answer once given to a request that named a key, kept for 24 hours.", "fk_fields": [{"name": "user", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "user_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.User", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "key", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "key", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 255}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(255)", "oracle": "NVARCHAR2(255)"}}, {"name": "operation", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "operation", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 64}, "description": null, "python_type": "str", "db_field_types": {"": "VARCHAR(64)", "oracle": "NVARCHAR2(64)"}}, {"name": "digest", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "digest", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharField", "constraints": {"max_length": 32}, "description": "of what was sent", "python_type": "str", "db_field_types": {"": "VARCHAR(32)", "oracle": "NVARCHAR2(32)"}}, {"name": "made_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "made_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": "what the operation made", "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "user_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "user_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": "The answer once given to a request that named a key, kept for 24 hours.", "unique_together": [["user_id", "key"]], "backward_fk_fields": [], "backward_o2o_fields": []}, "models.DocumentVersion": {"app": "models", "name": "models.DocumentVersion", "table": "document_version", "indexes": [], "managed": null, "abstract": false, "pk_field": {"name": "id", "unique": true, "default": "<function uuid.uuid4>", "indexed": true, "nullable": false, "db_column": "id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}, "docstring": null, "fk_fields": [{"name": "document", "unique": false, "default": null, "indexed": false, "nullable": false, "docstring": null, "generated": false, "on_delete": "CASCADE", "raw_field": "document_id", "db_default": "__NOT_SET__", "field_type": "ForeignKeyFieldInstance", "constraints": {}, "description": null, "python_type": "models.Document", "db_constraint": true}], "m2m_fields": [], "o2o_fields": [], "data_fields": [{"name": "version", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "version", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "IntField", "constraints": {"ge": -2147483648, "le": 2147483647}, "description": null, "python_type": "int", "db_field_types": {"": "INT"}}, {"name": "content", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "content", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "TextField", "constraints": {}, "description": null, "python_type": "str", "db_field_types": {"": "TEXT", "mssql": "NVARCHAR(MAX)", "mysql": "LONGTEXT", "oracle": "NCLOB"}}, {"name": "author", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "author", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "CharEnumFieldInstance", "constraints": {"max_length": 8}, "description": "AI: ai\nUSER: user", "python_type": "str", "db_field_types": {"": "VARCHAR(8)", "oracle": "NVARCHAR2(8)"}}, {"name": "created_at", "unique": false, "default": "<function jobforge.models.now>", "indexed": false, "auto_now": false, "nullable": false, "db_column": "created_at", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "DatetimeField", "constraints": {}, "description": null, "python_type": "datetime.datetime", "auto_now_add": false, "db_field_types": {"": "TIMESTAMP", "mssql": "DATETIME2", "mysql": "DATETIME(6)", "oracle": "TIMESTAMP WITH TIME ZONE", "postgres": "TIMESTAMPTZ"}}, {"name": "document_id", "unique": false, "default": null, "indexed": false, "nullable": false, "db_column": "document_id", "docstring": null, "generated": false, "db_default": "__NOT_SET__", "field_type": "UUIDField", "constraints": {}, "description": null, "python_type": "uuid.UUID", "db_field_types": {"": "CHAR(36)", "postgres": "UUID"}}], "description": null, "unique_together": [["document_id", "version"]], "backward_fk_fields": [], "backward_o2o_fields": []}}');
INSERT INTO public.application VALUES ('c251f1bd-582e-4649-8f2f-dee656e43548', 'harbour_0_electrician_2026_11_26', 'Harbour 0', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'low', NULL, 'research_complete', 'harbour 0
electrician', '2026-11-26 00:57:30.413392+00', '2026-11-26 00:57:30.715051+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.application VALUES ('99214ece-51aa-480b-8dde-45be9615c7e3', 'harbour_1_electrician_2026_11_26', 'Harbour 1', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', 'Zürich', 'medium', NULL, 'research_complete', 'harbour 1
electrician
zurich', '2026-11-26 00:57:30.48133+00', '2026-11-26 00:57:30.789802+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.application VALUES ('c4448887-a95e-4f4d-9023-19cbce8c0628', 'harbour_2_electrician_2026_11_26', 'Harbour 2', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'high', NULL, 'resume_complete', 'harbour 2
electrician', '2026-11-26 00:57:30.832561+00', '2026-11-26 00:57:30.980924+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.application VALUES ('ad71c747-a39d-4bdf-997b-9681b05388f3', 'harbour_3_electrician_2026_11_26', 'Harbour 3', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', 'Zürich', 'low', NULL, 'cover_letter_complete', 'harbour 3
electrician
zurich', '2026-11-26 00:57:31.026173+00', '2026-11-26 00:57:31.275713+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.application VALUES ('ff56dec5-88b6-4214-b806-ec8369ef9ebf', 'harbour_4_electrician_2026_11_26', 'Harbour 4', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'medium', 'I may start in May.', 'cover_letter_complete', 'harbour 4
electrician', '2026-11-26 00:57:31.396367+00', '2026-11-26 00:57:31.598628+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.application VALUES ('abf662c0-9bf8-4fa5-916c-dfd894e3f875', 'harbour_0_electrician_2026_11_26', 'Harbour 0', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'low', NULL, 'draft', 'harbour 0
electrician', '2026-11-26 00:57:31.650257+00', '2026-11-26 00:57:31.650257+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.application VALUES ('43006cc9-916e-4f64-9995-21bf78ba4b11', 'harbour_1_electrician_2026_11_26', 'Harbour 1', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', 'Zürich', 'medium', NULL, 'research_complete', 'harbour 1
electrician
zurich', '2026-11-26 00:57:31.654037+00', '2026-11-26 00:57:31.690846+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.application VALUES ('c4eec4ec-0413-452a-bfb8-35166144fd27', 'harbour_2_electrician_2026_11_26', 'Harbour 2', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'high', NULL, 'resume_complete', 'harbour 2
electrician', '2026-11-26 00:57:31.717289+00', '2026-11-26 00:57:31.843343+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.application VALUES ('157f58fe-994c-4661-84ce-197810e3d2ba', 'harbour_3_electrician_2026_11_26', 'Harbour 3', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', 'Zürich', 'low', NULL, 'cover_letter_complete', 'harbour 3
electrician
zurich', '2026-11-26 00:57:31.869649+00', '2026-11-26 00:57:32.103254+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.application VALUES ('7fbfc0af-37d4-43d9-83a1-51f5f54096e9', 'harbour_4_electrician_2026_11_26', 'Harbour 4', 'Electrician', NULL, 'Electrician (m/f/d)
We fit out old houses in the harbour quarter.
Your tasks
- Wire houses and small shops
- Find and mend faults
Your profile
- Level 3 in Electrical Installation
- Experience with BS 7671 is required
- Driving licence is a plus
', '67c149b8f7e8f36475b12ed637b69923', NULL, 'medium', 'I may start in May.', 'cover_letter_complete', 'harbour 4
electrician', '2026-11-26 00:57:32.12484+00', '2026-11-26 00:57:32.400633+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.document VALUES ('e2165871-9fdd-456e-b679-5836fabf3efd', 'research_report', '# Research report: Electrician, Harbour 0
## The role in brief
The ad describes the post of Electrician at Harbour 0. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:30.713093+00', '2026-11-26 00:57:30.713093+00', 'c251f1bd-582e-4649-8f2f-dee656e43548');
INSERT INTO public.document VALUES ('a6d69bf8-4e5c-4587-80b8-35833883bd67', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:30.788814+00', '2026-11-26 00:57:30.804429+00', '99214ece-51aa-480b-8dde-45be9615c7e3');
INSERT INTO public.document VALUES ('6bbf4f30-a46a-4700-89e0-03ae4773a4b1', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:30.980189+00', '2026-11-26 00:57:30.980189+00', 'c4448887-a95e-4f4d-9023-19cbce8c0628');
INSERT INTO public.document VALUES ('49f36df6-ea9e-4f4a-bdd3-e53496c0d14d', 'research_report', '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 3, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:30.8851+00', '2026-11-26 00:57:31.022687+00', 'c4448887-a95e-4f4d-9023-19cbce8c0628');
INSERT INTO public.document VALUES ('73071178-1cc3-476e-8ebd-2d68f373ae38', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.17206+00', '2026-11-26 00:57:31.17206+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3');
INSERT INTO public.document VALUES ('55257a53-b3de-4b40-a074-9da0a0460f58', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.07965+00', '2026-11-26 00:57:31.295039+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3');
INSERT INTO public.document VALUES ('a5aa9c10-1c50-4c0d-808d-a453c58951a9', 'cover_letter', 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 3
**Application: Electrician**
Dear hiring team,
I am applying for the post of Electrician at Harbour 3.
Since March 2019 I have worked as an Electrician at Harbour Electrics in Bristol. There I wired 28 houses a year, from the first plan to the last test. I also trained two apprentices to read circuit diagrams. I found and mended faults in emergency call-outs at night.
Before that, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
On paper I bring: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Of the points you would welcome, it does not show driving licence.
I would be glad to go through any of these points with you and to bring the papers that go with them. I look forward to hearing from you and to talking about the post.
Kind regards,
Robin Ashgrove
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1, "optimized_resume": 1}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.273049+00', '2026-11-26 00:57:31.273049+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3');
INSERT INTO public.document VALUES ('e05ac0f1-2060-4b8f-a9a3-c528d07545e0', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.52541+00', '2026-11-26 00:57:31.52541+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf');
INSERT INTO public.document VALUES ('4b6590b7-4e1e-4c12-9a6f-4b7b09f235c0', 'cover_letter', 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 4
**Application: Electrician**
Dear hiring team,
I would like to apply for the post of Electrician at Harbour 4.
I have worked as an Electrician at Harbour Electrics in Bristol since March 2019. There I wired 28 houses a year, from the first plan to the last test. I trained two apprentices to read circuit diagrams. I also found and mended faults in emergency call-outs at night.
Earlier, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
My papers include: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May. I may start in May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Nor does it show driving licence, which you would welcome.
I would be glad to go through any of these points with you and to bring the papers that go with them. I would welcome the chance to talk with you about the post.
Kind regards,
Robin Ashgrove
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1, "optimized_resume": 1}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.597768+00', '2026-11-26 00:57:31.597768+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf');
INSERT INTO public.document VALUES ('4694e9c4-a989-4d82-9c13-d28e08c6d7db', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "11cb7173-1613-4f8b-a93e-625de27a3599"}', '2026-11-26 00:57:31.461964+00', '2026-11-26 00:57:31.605527+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf');
INSERT INTO public.document VALUES ('8c2f71a0-be13-4353-990b-f537f600ebda', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:31.689697+00', '2026-11-26 00:57:31.70722+00', '43006cc9-916e-4f64-9995-21bf78ba4b11');
INSERT INTO public.document VALUES ('71b908ee-d131-4c02-9c63-a4b4bd4ab388', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:31.842617+00', '2026-11-26 00:57:31.842617+00', 'c4eec4ec-0413-452a-bfb8-35166144fd27');
INSERT INTO public.document VALUES ('fb6f1a33-aec2-4e04-99f5-54b4fbbbf83f', 'research_report', '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 3, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:31.780313+00', '2026-11-26 00:57:31.865987+00', 'c4eec4ec-0413-452a-bfb8-35166144fd27');
INSERT INTO public.document VALUES ('68165528-5994-45f3-b79a-9aaa576d2159', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:32.014478+00', '2026-11-26 00:57:32.014478+00', '157f58fe-994c-4661-84ce-197810e3d2ba');
INSERT INTO public.document VALUES ('f3641a15-9797-444c-bf05-9366b35c1c85', 'cover_letter', 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 3
**Application: Electrician**
Dear hiring team,
I am applying for the post of Electrician at Harbour 3.
Since March 2019 I have worked as an Electrician at Harbour Electrics in Bristol. There I wired 28 houses a year, from the first plan to the last test. I also trained two apprentices to read circuit diagrams. I found and mended faults in emergency call-outs at night.
Before that, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
On paper I bring: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Of the points you would welcome, it does not show driving licence.
I would be glad to go through any of these points with you and to bring the papers that go with them. I look forward to hearing from you and to talking about the post.
Kind regards,
Robin Ashgrove
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1, "optimized_resume": 1}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:32.101455+00', '2026-11-26 00:57:32.101455+00', '157f58fe-994c-4661-84ce-197810e3d2ba');
INSERT INTO public.document VALUES ('bc75c732-f086-4860-9c03-c7239e39a878', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:31.934998+00', '2026-11-26 00:57:32.112002+00', '157f58fe-994c-4661-84ce-197810e3d2ba');
INSERT INTO public.document VALUES ('2509051d-943d-49b9-a77e-710a65f5c4bf', 'research_report', '# My own report
I wired 28 houses a year.', 2, 'user', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:32.256342+00', '2026-11-26 00:57:32.408625+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9');
INSERT INTO public.document VALUES ('eeac0dc9-3f1e-463d-bf43-bae7e6b50a65', 'optimized_resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:32.330651+00', '2026-11-26 00:57:32.330651+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9');
INSERT INTO public.document VALUES ('d989b83b-3880-4731-85b0-3d0baadd86b9', 'cover_letter', 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 4
**Application: Electrician**
Dear hiring team,
I would like to apply for the post of Electrician at Harbour 4.
I have worked as an Electrician at Harbour Electrics in Bristol since March 2019. There I wired 28 houses a year, from the first plan to the last test. I trained two apprentices to read circuit diagrams. I also found and mended faults in emergency call-outs at night.
Earlier, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
My papers include: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May. I may start in May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Nor does it show driving licence, which you would welcome.
I would be glad to go through any of these points with you and to bring the papers that go with them. I would welcome the chance to talk with you about the post.
Kind regards,
Robin Ashgrove
', 1, 'ai', '{"ad": "67c149b8f7e8f36475b12ed637b69923", "resume": "83f53120b861941d436cde7d2a45eb23", "documents": {"research_report": 1, "optimized_resume": 1}, "resume_id": "ca7661ec-1655-4319-b567-846eebf499fc"}', '2026-11-26 00:57:32.397071+00', '2026-11-26 00:57:32.397071+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9');
INSERT INTO public.document_version VALUES ('449e7d9b-59a1-4f90-978f-5ded39a7a026', 1, '# Research report: Electrician, Harbour 0
## The role in brief
The ad describes the post of Electrician at Harbour 0. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:30.713093+00', 'e2165871-9fdd-456e-b679-5836fabf3efd');
INSERT INTO public.document_version VALUES ('b8d3db29-aeb2-484e-8bb6-abac8509ddd3', 1, '# Research report: Electrician, Harbour 1
## The role in brief
The ad describes the post of Electrician at Harbour 1 (Zürich). The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:30.788814+00', 'a6d69bf8-4e5c-4587-80b8-35833883bd67');
INSERT INTO public.document_version VALUES ('7050d3d9-e413-44a4-8e2a-8e33fb296e2e', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:30.804429+00', 'a6d69bf8-4e5c-4587-80b8-35833883bd67');
INSERT INTO public.document_version VALUES ('081b4199-b612-493a-a018-7bade6fa634b', 1, '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:30.8851+00', '49f36df6-ea9e-4f4a-bdd3-e53496c0d14d');
INSERT INTO public.document_version VALUES ('0f2c1d04-52bf-4f24-8a87-7687fb708f52', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:30.980189+00', '6bbf4f30-a46a-4700-89e0-03ae4773a4b1');
INSERT INTO public.document_version VALUES ('d4fb987e-edd7-495a-a641-f3be2c716070', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:30.990666+00', '49f36df6-ea9e-4f4a-bdd3-e53496c0d14d');
INSERT INTO public.document_version VALUES ('66a2a101-4270-4096-83a8-c174c61cbf0e', 3, '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'user', '2026-11-26 00:57:31.022687+00', '49f36df6-ea9e-4f4a-bdd3-e53496c0d14d');
INSERT INTO public.document_version VALUES ('da34e7a9-5f38-4d9b-934b-de43deb49295', 1, '# Research report: Electrician, Harbour 3
## The role in brief
The ad describes the post of Electrician at Harbour 3 (Zürich). The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:31.07965+00', '55257a53-b3de-4b40-a074-9da0a0460f58');
INSERT INTO public.document_version VALUES ('7c478b43-1692-4acf-9992-bfc30ff58aea', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:31.17206+00', '73071178-1cc3-476e-8ebd-2d68f373ae38');
INSERT INTO public.document_version VALUES ('8ef98c79-a30c-4ff3-9542-4f1450032e6f', 1, 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 3
**Application: Electrician**
Dear hiring team,
I am applying for the post of Electrician at Harbour 3.
Since March 2019 I have worked as an Electrician at Harbour Electrics in Bristol. There I wired 28 houses a year, from the first plan to the last test. I also trained two apprentices to read circuit diagrams. I found and mended faults in emergency call-outs at night.
Before that, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
On paper I bring: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Of the points you would welcome, it does not show driving licence.
I would be glad to go through any of these points with you and to bring the papers that go with them. I look forward to hearing from you and to talking about the post.
Kind regards,
Robin Ashgrove
', 'ai', '2026-11-26 00:57:31.273049+00', 'a5aa9c10-1c50-4c0d-808d-a453c58951a9');
INSERT INTO public.document_version VALUES ('2ace1e30-7057-4ba5-b9b3-e3ca5ba8416a', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:31.295039+00', '55257a53-b3de-4b40-a074-9da0a0460f58');
INSERT INTO public.document_version VALUES ('c8330f30-ec34-4f19-b6bc-7ccbeda8a47c', 1, '# Research report: Electrician, Harbour 4
## The role in brief
The ad describes the post of Electrician at Harbour 4. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:31.461964+00', '4694e9c4-a989-4d82-9c13-d28e08c6d7db');
INSERT INTO public.document_version VALUES ('574f404a-b289-4ca4-b371-08677a84dfb6', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:31.52541+00', 'e05ac0f1-2060-4b8f-a9a3-c528d07545e0');
INSERT INTO public.document_version VALUES ('1e5b6873-e381-48ad-a5ac-8cb6d9721120', 1, 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 4
**Application: Electrician**
Dear hiring team,
I would like to apply for the post of Electrician at Harbour 4.
I have worked as an Electrician at Harbour Electrics in Bristol since March 2019. There I wired 28 houses a year, from the first plan to the last test. I trained two apprentices to read circuit diagrams. I also found and mended faults in emergency call-outs at night.
Earlier, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
My papers include: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May. I may start in May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Nor does it show driving licence, which you would welcome.
I would be glad to go through any of these points with you and to bring the papers that go with them. I would welcome the chance to talk with you about the post.
Kind regards,
Robin Ashgrove
', 'ai', '2026-11-26 00:57:31.597768+00', '4b6590b7-4e1e-4c12-9a6f-4b7b09f235c0');
INSERT INTO public.document_version VALUES ('77652341-d3d4-43e8-8271-1b13e10b6b96', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:31.605527+00', '4694e9c4-a989-4d82-9c13-d28e08c6d7db');
INSERT INTO public.document_version VALUES ('4e5cf199-f871-4cdc-90c0-94c94a375e92', 1, '# Research report: Electrician, Harbour 1
## The role in brief
The ad describes the post of Electrician at Harbour 1 (Zürich). The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:31.689697+00', '8c2f71a0-be13-4353-990b-f537f600ebda');
INSERT INTO public.document_version VALUES ('767dde02-449e-4a66-897f-654d9ff433a4', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:31.70722+00', '8c2f71a0-be13-4353-990b-f537f600ebda');
INSERT INTO public.document_version VALUES ('9ae4064e-d2c8-464a-af89-90ae4082f986', 1, '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:31.780313+00', 'fb6f1a33-aec2-4e04-99f5-54b4fbbbf83f');
INSERT INTO public.document_version VALUES ('b2e2bdd6-2650-430e-b691-abefc58a333c', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:31.842617+00', '71b908ee-d131-4c02-9c63-a4b4bd4ab388');
INSERT INTO public.document_version VALUES ('a8ca0728-9eda-4a50-bead-0e246a0b2a3d', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:31.853904+00', 'fb6f1a33-aec2-4e04-99f5-54b4fbbbf83f');
INSERT INTO public.document_version VALUES ('d7c3fb9b-2ae7-4fc8-abe2-f8237a626920', 3, '# Research report: Electrician, Harbour 2
## The role in brief
The ad describes the post of Electrician at Harbour 2. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'user', '2026-11-26 00:57:31.865987+00', 'fb6f1a33-aec2-4e04-99f5-54b4fbbbf83f');
INSERT INTO public.document_version VALUES ('89755c6a-b210-4686-9ecc-048e003f3c5c', 1, '# Research report: Electrician, Harbour 3
## The role in brief
The ad describes the post of Electrician at Harbour 3 (Zürich). The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:31.934998+00', 'bc75c732-f086-4860-9c03-c7239e39a878');
INSERT INTO public.document_version VALUES ('2082a512-db84-4ec4-a70b-f182dadf0428', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:32.014478+00', '68165528-5994-45f3-b79a-9aaa576d2159');
INSERT INTO public.document_version VALUES ('8ccd9b45-92fb-4984-bda9-f3c5e2213c96', 1, 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 3
**Application: Electrician**
Dear hiring team,
I am applying for the post of Electrician at Harbour 3.
Since March 2019 I have worked as an Electrician at Harbour Electrics in Bristol. There I wired 28 houses a year, from the first plan to the last test. I also trained two apprentices to read circuit diagrams. I found and mended faults in emergency call-outs at night.
Before that, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
On paper I bring: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Of the points you would welcome, it does not show driving licence.
I would be glad to go through any of these points with you and to bring the papers that go with them. I look forward to hearing from you and to talking about the post.
Kind regards,
Robin Ashgrove
', 'ai', '2026-11-26 00:57:32.101455+00', 'f3641a15-9797-444c-bf05-9366b35c1c85');
INSERT INTO public.document_version VALUES ('c31062ff-1ef4-4664-9c93-eea8ec5cbb2e', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:32.112002+00', 'bc75c732-f086-4860-9c03-c7239e39a878');
INSERT INTO public.document_version VALUES ('9078cd0c-437c-4238-8dd5-c6d52f3c2109', 1, '# Research report: Electrician, Harbour 4
## The role in brief
The ad describes the post of Electrician at Harbour 4. The ad asks first for “Level 3 in Electrical Installation”, “Experience with BS 7671” and “Driving licence”. The resume does not show “Experience with BS 7671” and “Driving licence”; the table says what to do about it.
## Requirements
| The ad asks for | Kind | In the resume | Where | What to do |
| --- | --- | --- | --- | --- |
| Level 3 in Electrical Installation | must | found | “City & Guilds Level 3 in Electrical Installation, 2018” | Put it near the top. |
| Experience with BS 7671 | must | not there | none | Say plainly that it is missing, or add it to the resume if it was only left out. |
| Driving licence | nice to have | not there | none | Check the paper itself: is it held, applied for, or still to be done? Only that can go into the resume. |
## The post in the ad''s own words
- Tasks: “Wire houses and small shops”; “Find and mend faults”
## Keywords in the ad''s own words
- In the resume too: Level 3 in Electrical Installation, BS 7671
- Not in the resume: Driving licence
## Warning signs
- The ad names no pay.
## Likely interview questions
1. You have worked with Level 3 in Electrical Installation; how did you go about it?
   - Story from the resume: “City & Guilds Level 3 in Electrical Installation, 2018”
2. How would you get started with BS 7671?
   - The resume has no story for this. Say so, and say what you would do first.
3. Why this post, and why now?
   - The resume does not say, and nobody else can: prepare an answer of your own.
## What was not checked
- The employer: nothing was looked up beyond the text of the ad. Size, reputation, results and news are not known here.
- It is not known whether the post is still open and whether the pay is usual for it.
- The ad and the resume were not checked: each was taken at its word.
- Points that the ad leaves unsaid, such as contract, hours or team, unless they are quoted above.
', 'ai', '2026-11-26 00:57:32.256342+00', '2509051d-943d-49b9-a77e-710a65f5c4bf');
INSERT INTO public.document_version VALUES ('b441a40c-138a-43d0-86c8-fbc3579904dd', 1, '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Summary
Electrician at Harbour Electrics in Bristol since March 2019 (more than 7 years).
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
BS 7671, Fault finding, testing, circuit diagrams
', 'ai', '2026-11-26 00:57:32.330651+00', 'eeac0dc9-3f1e-463d-bf43-bae7e6b50a65');
INSERT INTO public.document_version VALUES ('1db89a16-6f52-4112-aa83-d2f2dda97b74', 1, 'Robin Ashgrove  
Bristol · robin.ashgrove@example.com
26 November 2026  
Harbour 4
**Application: Electrician**
Dear hiring team,
I would like to apply for the post of Electrician at Harbour 4.
I have worked as an Electrician at Harbour Electrics in Bristol since March 2019. There I wired 28 houses a year, from the first plan to the last test. I trained two apprentices to read circuit diagrams. I also found and mended faults in emergency call-outs at night.
Earlier, from 2016 to 2019, I worked as an Apprentice at Dock Street Power. There I tested circuits and kept the records of every test.
My papers include: City & Guilds Level 3 in Electrical Installation, 2018.
I am free from May. I may start in May.
One thing to be plain about: my resume does not show experience with BS 7671, which you ask for. Nor does it show driving licence, which you would welcome.
I would be glad to go through any of these points with you and to bring the papers that go with them. I would welcome the chance to talk with you about the post.
Kind regards,
Robin Ashgrove
', 'ai', '2026-11-26 00:57:32.397071+00', 'd989b83b-3880-4731-85b0-3d0baadd86b9');
INSERT INTO public.document_version VALUES ('e2f10648-79fa-464c-b389-e39f82043ef4', 2, '# My own report
I wired 28 houses a year.', 'user', '2026-11-26 00:57:32.408625+00', '2509051d-943d-49b9-a77e-710a65f5c4bf');
INSERT INTO public.idempotency_key VALUES ('c8c3a2c3-2cb3-4a5e-97fe-ba6947fded18', 'key-0', 'Resume', '033d79ddd4cf3b7f5d63f093506e498e', '6e436571-6349-4502-8faf-41e02d000ab4', '2026-11-26 00:57:30.391297+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('18cb03bd-35ee-4599-9298-d5a43748c219', 'app-0-0', 'Application', 'b62b0467796a78fec7a93bfa112974a0', 'c251f1bd-582e-4649-8f2f-dee656e43548', '2026-11-26 00:57:30.412211+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('74132312-192d-44a4-a349-b3be2dd2efde', 'app-0-1', 'Application', 'aea41164efd44f8f60a49e3779a02a09', '99214ece-51aa-480b-8dde-45be9615c7e3', '2026-11-26 00:57:30.480697+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('f89ff4cf-8b43-40c5-9f2f-f2dea85ae4ae', 'app-0-2', 'Application', '589132e5c84112fd25841e413344ffbc', 'c4448887-a95e-4f4d-9023-19cbce8c0628', '2026-11-26 00:57:30.828824+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('6d50c6d0-af71-4978-a0f6-237c9ba744fe', 'app-0-3', 'Application', '4af3bf2c0e2ff2c9fb6de51014098bb4', 'ad71c747-a39d-4bdf-997b-9681b05388f3', '2026-11-26 00:57:31.0259+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('bbadb9b6-b7db-4c7c-8bb5-a690bfbbe268', 'app-0-4', 'Application', '1cd4e7a16d143884384cc6be912d1f58', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '2026-11-26 00:57:31.396049+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.idempotency_key VALUES ('57cf0a9a-62db-43a4-b0e4-0903d46fd8e7', 'key-1', 'Resume', '033d79ddd4cf3b7f5d63f093506e498e', '26995fac-50ce-4dac-b6eb-61332243b34a', '2026-11-26 00:57:31.643445+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.idempotency_key VALUES ('109f2197-e213-49f5-a91a-44b39ac75f79', 'app-1-0', 'Application', 'b62b0467796a78fec7a93bfa112974a0', 'abf662c0-9bf8-4fa5-916c-dfd894e3f875', '2026-11-26 00:57:31.649003+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.idempotency_key VALUES ('bd62ba42-1ab7-4745-8fba-0b9cdf788bc2', 'app-1-1', 'Application', 'aea41164efd44f8f60a49e3779a02a09', '43006cc9-916e-4f64-9995-21bf78ba4b11', '2026-11-26 00:57:31.653721+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.idempotency_key VALUES ('003a3993-07bf-4cc7-bd80-bb9f531a9c11', 'app-1-2', 'Application', '589132e5c84112fd25841e413344ffbc', 'c4eec4ec-0413-452a-bfb8-35166144fd27', '2026-11-26 00:57:31.716954+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.idempotency_key VALUES ('617f1c4a-8f87-4765-a443-6fefffaa0b70', 'app-1-3', 'Application', '4af3bf2c0e2ff2c9fb6de51014098bb4', '157f58fe-994c-4661-84ce-197810e3d2ba', '2026-11-26 00:57:31.869429+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.idempotency_key VALUES ('d49d3b1a-1eef-4d0b-97fb-6783d39513c7', 'app-1-4', 'Application', '1cd4e7a16d143884384cc6be912d1f58', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2026-11-26 00:57:32.124526+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('8ed577fd-9bb9-4d9d-8297-b750eac33e0b', 'research', 'completed', 1, 1, 2, 9, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:35.450228+00', '2026-11-26 00:57:30.450228+00', '2026-11-26 00:57:30.558355+00', '2026-11-26 00:57:30.708869+00', 'c251f1bd-582e-4649-8f2f-dee656e43548', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('71de4c0d-232f-4cf7-8d0c-409ae8772d1e', 'cover_letter', 'completed', 1, 1, 6, 6, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', 'I am free from May.', 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.203203+00', '2026-11-26 00:57:31.203203+00', '2026-11-26 00:57:31.214346+00', '2026-11-26 00:57:31.267461+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('8bcfe759-c64e-47f5-af6b-e10b995eb2d5', 'research', 'completed', 1, 1, 2, 9, 1, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:35.5286+00', '2026-11-26 00:57:30.5286+00', '2026-11-26 00:57:30.724815+00', '2026-11-26 00:57:30.780816+00', '99214ece-51aa-480b-8dde-45be9615c7e3', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('e03586e1-c10d-4de2-8dcb-3875d654db08', 'research', 'completed', 1, 1, 2, 9, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.660378+00', '2026-11-26 00:57:31.660378+00', '2026-11-26 00:57:31.667521+00', '2026-11-26 00:57:31.687843+00', '43006cc9-916e-4f64-9995-21bf78ba4b11', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('955a8bb3-44dc-405b-a5a2-2a87ce272398', 'research', 'completed', 1, 1, 2, 9, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:35.840745+00', '2026-11-26 00:57:30.840745+00', '2026-11-26 00:57:30.844924+00', '2026-11-26 00:57:30.880878+00', 'c4448887-a95e-4f4d-9023-19cbce8c0628', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('03835e8e-9694-4626-9e47-faf8363e17f1', 'research', 'completed', 1, 1, 2, 9, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.403138+00', '2026-11-26 00:57:31.403138+00', '2026-11-26 00:57:31.417766+00', '2026-11-26 00:57:31.460723+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('0e746787-3c67-4055-8333-0482f1988ddd', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:35.912914+00', '2026-11-26 00:57:30.912914+00', '2026-11-26 00:57:30.952939+00', '2026-11-26 00:57:30.979007+00', 'c4448887-a95e-4f4d-9023-19cbce8c0628', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('28632ed2-8fb5-4706-92dd-99f4c3c87f68', 'research', 'completed', 1, 1, 2, 9, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.030164+00', '2026-11-26 00:57:31.030164+00', '2026-11-26 00:57:31.034702+00', '2026-11-26 00:57:31.078411+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('1028049f-7d86-482c-812d-be753059eb4a', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.484749+00', '2026-11-26 00:57:31.484749+00', '2026-11-26 00:57:31.494053+00', '2026-11-26 00:57:31.523019+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('e7ce9e77-e56f-457c-965b-47eb1392d5f1', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.112768+00', '2026-11-26 00:57:31.112768+00', '2026-11-26 00:57:31.116966+00', '2026-11-26 00:57:31.170314+00', 'ad71c747-a39d-4bdf-997b-9681b05388f3', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('930a5958-9ed9-49b9-9ca4-363f7c3de5cf', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.953817+00', '2026-11-26 00:57:31.953817+00', '2026-11-26 00:57:31.964288+00', '2026-11-26 00:57:32.012815+00', '157f58fe-994c-4661-84ce-197810e3d2ba', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('93731c1a-3861-4593-a1f6-33577b7714da', 'research', 'completed', 1, 1, 2, 9, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.726824+00', '2026-11-26 00:57:31.726824+00', '2026-11-26 00:57:31.749667+00', '2026-11-26 00:57:31.777985+00', 'c4eec4ec-0413-452a-bfb8-35166144fd27', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('f55fa472-540d-4beb-9df8-f92e0117e3b4', 'cover_letter', 'completed', 1, 1, 6, 6, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', 'I am free from May.', 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.541568+00', '2026-11-26 00:57:31.541568+00', '2026-11-26 00:57:31.55941+00', '2026-11-26 00:57:31.595663+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('743e6a39-b352-4885-8813-683167d0f0c2', 'research', 'cancelled', 0, 1, 8, 0, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.612807+00', '2026-11-26 00:57:31.612807+00', NULL, '2026-11-26 00:57:31.619757+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('e3da08c0-7fc4-4d7f-a12c-78812bb321f8', 'research', 'failed', 0, 1, 9, 0, 0, NULL, '11cb7173-1613-4f8b-a93e-625de27a3599', NULL, NULL, NULL, NULL, NULL, '[]', 'PROCESSING_ERROR', 'The document could not be made.', '2026-11-26 00:57:36.627691+00', '2026-11-26 00:57:31.627691+00', NULL, '2026-11-26 00:57:31.627691+00', 'ff56dec5-88b6-4214-b806-ec8369ef9ebf', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.phase_run VALUES ('5f6dbef5-efc0-47cd-8487-2cb25e7df4e8', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.801893+00', '2026-11-26 00:57:31.801893+00', '2026-11-26 00:57:31.816967+00', '2026-11-26 00:57:31.836983+00', 'c4eec4ec-0413-452a-bfb8-35166144fd27', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('b877a0a1-ea07-4813-8e93-9aa5dc307b8d', 'resume', 'completed', 1, 1, 4, 5, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:37.280019+00', '2026-11-26 00:57:32.280019+00', '2026-11-26 00:57:32.293817+00', '2026-11-26 00:57:32.329561+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('1be43c3f-8614-4b2c-ba21-5c75f2662128', 'cover_letter', 'completed', 1, 1, 6, 6, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', 'I am free from May.', 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:37.04217+00', '2026-11-26 00:57:32.04217+00', '2026-11-26 00:57:32.054845+00', '2026-11-26 00:57:32.099785+00', '157f58fe-994c-4661-84ce-197810e3d2ba', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('729dfe45-c8b1-4635-a76a-b525dc8b7697', 'research', 'completed', 1, 1, 2, 9, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:36.884773+00', '2026-11-26 00:57:31.884773+00', '2026-11-26 00:57:31.895865+00', '2026-11-26 00:57:31.934065+00', '157f58fe-994c-4661-84ce-197810e3d2ba', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('4f8eab44-bd3c-48a6-bab5-f1a7c3fa4511', 'research', 'completed', 1, 1, 2, 9, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:37.131911+00', '2026-11-26 00:57:32.131911+00', '2026-11-26 00:57:32.182375+00', '2026-11-26 00:57:32.254239+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('ed5e7018-ef1c-45c7-aa76-bdb357148e32', 'cover_letter', 'completed', 1, 1, 6, 6, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', 'I am free from May.', 'offline', NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:37.349687+00', '2026-11-26 00:57:32.349687+00', '2026-11-26 00:57:32.363403+00', '2026-11-26 00:57:32.395306+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('9283efbd-632c-4953-ac53-bdccff6d722a', 'research', 'cancelled', 0, 1, 8, 0, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, NULL, NULL, NULL, NULL, '[]', NULL, NULL, '2026-11-26 00:57:37.434302+00', '2026-11-26 00:57:32.434302+00', NULL, '2026-11-26 00:57:32.444728+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.phase_run VALUES ('fcb5b547-3553-494b-b0de-0956c6f07494', 'research', 'failed', 0, 1, 9, 0, 0, NULL, 'ca7661ec-1655-4319-b567-846eebf499fc', NULL, NULL, NULL, NULL, NULL, '[]', 'PROCESSING_ERROR', 'The document could not be made.', '2026-11-26 00:57:37.468863+00', '2026-11-26 00:57:32.468863+00', NULL, '2026-11-26 00:57:32.468863+00', '7fbfc0af-37d4-43d9-83a1-51f5f54096e9', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.resume VALUES ('11cb7173-1613-4f8b-a93e-625de27a3599', 'Resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
Fault finding, testing, circuit diagrams, BS 7671
', '83f53120b861941d436cde7d2a45eb23', NULL, true, '2026-11-26 00:57:30.372019+00', '2026-11-26 00:57:30.372019+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.resume VALUES ('6e436571-6349-4502-8faf-41e02d000ab4', 'Other', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
Fault finding, testing, circuit diagrams, BS 7671
- Fire alarms
', '4271fd18e7604d70e701451890f1f28a', 'other', false, '2026-11-26 00:57:30.400127+00', '2026-11-26 00:57:30.400127+00', '1d88116b-a4f8-4d7d-be9b-5e7564f18d7a');
INSERT INTO public.resume VALUES ('ca7661ec-1655-4319-b567-846eebf499fc', 'Resume', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
Fault finding, testing, circuit diagrams, BS 7671
', '83f53120b861941d436cde7d2a45eb23', NULL, true, '2026-11-26 00:57:31.640182+00', '2026-11-26 00:57:31.640182+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.resume VALUES ('26995fac-50ce-4dac-b6eb-61332243b34a', 'Other', '# Robin Ashgrove
Bristol · robin.ashgrove@example.com
## Experience
### Electrician, Harbour Electrics, Bristol
March 2019 – present
- Wired 28 houses a year, from the first plan to the last test
- Trained two apprentices to read circuit diagrams
- Found and mended faults in emergency call-outs at night
### Apprentice, Dock Street Power
2016 – 2019
- Tested circuits and kept the records of every test
## Education
- City & Guilds Level 3 in Electrical Installation, 2018
## Skills
Fault finding, testing, circuit diagrams, BS 7671
- Fire alarms
', '4271fd18e7604d70e701451890f1f28a', 'other', false, '2026-11-26 00:57:31.645775+00', '2026-11-26 00:57:31.645775+00', '2344f45c-069b-41a5-b1cc-ed16bc2279f3');
INSERT INTO public.user_account VALUES ('1d88116b-a4f8-4d7d-be9b-5e7564f18d7a', 'user0@example.com', 'User 0 Zoë', '$2b$04$cy7a04FgViubPQKrUDivBuqWSOm69emVQtQIBStZeMNePlB0x0Zg2', 0, '2026-11-26 00:57:30.34582+00');
INSERT INTO public.user_account VALUES ('2344f45c-069b-41a5-b1cc-ed16bc2279f3', 'user1@example.com', 'User 1 Zoë', '$2b$04$Ef/8X134Nr4ogp9BudM.EujwpUYGbSn5b2N/NySjV4eRytt7JDHxW', 0, '2026-11-26 00:57:31.636009+00');
SELECT pg_catalog.setval('public.aerich_id_seq', 2, true);
ALTER TABLE ONLY public.aerich
    ADD CONSTRAINT aerich_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.document_version
    ADD CONSTRAINT document_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.phase_run
    ADD CONSTRAINT phase_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.resume
    ADD CONSTRAINT resume_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.document
    ADD CONSTRAINT uid_document_applica_02d9b9 UNIQUE (application_id, document_type);
ALTER TABLE ONLY public.document_version
    ADD CONSTRAINT uid_document_ve_documen_2b4939 UNIQUE (document_id, version);
ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT uid_idempotency_user_id_1b8b8d UNIQUE (user_id, key);
ALTER TABLE ONLY public.phase_run
    ADD CONSTRAINT uid_phase_run_applica_2a5412 UNIQUE (application_id, fence);
ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_email_key UNIQUE (email);
ALTER TABLE ONLY public.user_account
    ADD CONSTRAINT user_account_pkey PRIMARY KEY (id);
CREATE INDEX applications_by_priority ON public.application USING btree (user_id, priority_level, created_at, id);
CREATE INDEX applications_by_status ON public.application USING btree (user_id, status, created_at, id);
CREATE INDEX applications_of_user ON public.application USING btree (user_id, created_at, id);
CREATE UNIQUE INDEX one_active_run ON public.phase_run USING btree (application_id) WHERE ((status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying])::text[]));
CREATE UNIQUE INDEX one_primary_resume ON public.resume USING btree (user_id) WHERE is_primary;
CREATE INDEX resumes_of_user ON public.resume USING btree (user_id, updated_at);
CREATE INDEX runs_of_user ON public.phase_run USING btree (user_id);
CREATE INDEX runs_to_do ON public.phase_run USING btree (status, place, created_at) WHERE ((status)::text = ANY ((ARRAY['queued'::character varying, 'processing'::character varying])::text[]));
ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.document_version
    ADD CONSTRAINT document_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES public.document(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.phase_run
    ADD CONSTRAINT phase_run_application_id_fkey FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.phase_run
    ADD CONSTRAINT phase_run_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.resume
    ADD CONSTRAINT resume_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.user_account(id) ON DELETE CASCADE;
