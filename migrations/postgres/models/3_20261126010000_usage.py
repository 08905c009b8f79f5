from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "phase_run" ADD COLUMN "cached_input_tokens" INT;
        ALTER TABLE "phase_run" ADD COLUMN "cost_micros" BIGINT;
        ALTER TABLE "phase_run" ADD COLUMN "currency" VARCHAR(3);
        ALTER TABLE "phase_run" ADD COLUMN "changes" JSONB;
        CREATE TABLE IF NOT EXISTS "usage_entry" (
            "id" UUID NOT NULL PRIMARY KEY,
            "run_id" UUID NOT NULL,
            "phase" VARCHAR(16) NOT NULL,
            "provider" VARCHAR(16) NOT NULL,
            "model" VARCHAR(255) NOT NULL,
            "month" VARCHAR(7) NOT NULL,
            "input_tokens" INT,
            "cached_input_tokens" INT,
            "output_tokens" INT,
            "cost_micros" BIGINT,
            "created_at" TIMESTAMPTZ NOT NULL,
            "user_id" UUID REFERENCES "user_account" ("id") ON DELETE SET NULL
        );
        CREATE INDEX IF NOT EXISTS "usage_by_month" ON "usage_entry" ("month");
        CREATE INDEX IF NOT EXISTS "usage_by_user" ON "usage_entry" ("user_id", "month");
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "usage_entry";
        ALTER TABLE "phase_run" DROP COLUMN "changes";
        ALTER TABLE "phase_run" DROP COLUMN "currency";
        ALTER TABLE "phase_run" DROP COLUMN "cost_micros";
        ALTER TABLE "phase_run" DROP COLUMN "cached_input_tokens";
    """
