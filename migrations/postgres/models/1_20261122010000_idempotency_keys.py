from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "idempotency_key" (
    "id" UUID NOT NULL PRIMARY KEY,
    "key" VARCHAR(255) NOT NULL,
    "operation" VARCHAR(64) NOT NULL,
    "digest" VARCHAR(32) NOT NULL,
    "made_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_idempotency_user_id_1b8b8d" UNIQUE ("user_id", "key")
);
COMMENT ON COLUMN "idempotency_key"."digest" IS 'of what was sent';
COMMENT ON COLUMN "idempotency_key"."made_id" IS 'what the operation made';
COMMENT ON TABLE "idempotency_key" IS 'The answer once given to a request that named a key, kept for 24 hours.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "idempotency_key";"""


MODELS_STATE = (
    "eJztXWtz27oR/SsYfWk6o3oc23FSpdMZWaYT9dqSK8vJncR3ODAJSWwoQJcArbhp/nsXIC"
    "m+ZVIv0wq/WBaA5ePsAtizWEA/GlNmEpsftGcz2zKwsBhttNCPBsVTAv9kVTdRA89mYaUs"
    "EPjeVu1xouE9Fw42BFSNsM0JFJmEG4418+9EXduWhcyAhhYdh0Uutf50iS7YmIgJcaDi6x"
    "9QbFGTfCdcfv3RGFnENtX/DZcTR7dMeVPDIVgQU8dCfoMyKUe+zxzCOdyVB5cK3jHyzFxn"
    "I11eSr3U40zVN5Q4vIf68rOJ8m7MBRYuX/sR7h/18EqlH2LmWMyxxKNukwdib+JhgisueR"
    "wpPvumqyeK2Y/3TKpcD2Rvb7vnF6ql1Py9bjDbndKw9exRTBhdNHddyzyQMrJuTChx5NtE"
    "LEoajG9/QZFnPFAgHJcsrMYMC0wywq4t7bLxj5FLDfmySN1J/jn5p/9okWa63usP9RttqO"
    "uNEmZsAIgAk0WFxPnHT++6ISCqtCFv0PnYHrw6Pv2rgoBxMXZUpYKr8VMJYoH1UOshyuoz"
    "hXNngp1snIP2CaThQVfBOCgIQQ77egBfANAWIG1M8XcwdjoWE/h69ObNEow/tQcKZmilcG"
    "YwOHkDV8+vOvLqfqoeFuBrsOkM00e9LM5JuRrvYng7zIaR3xJ2KbTjUjXWxbD+D7vXXccu"
    "A3REZCWU/TG4oiAfnrwrgjI0y4dZVaZxjj5gCu8hzKf5eCdE98K6l8A81H4fyitPOf/Tjo"
    "L76qr9u8J9+ujXXPZ7H4LmEWV0LvtnCRWY1phwUcbSQ4kqA95gIwQ+MgI7QZEa6GjEtjma"
    "T5QHjSyBjAmmY+K9Z8l+cXxUoFccH+X2CVkVV4fNQqJQVCFRmT0ce7YxwKcJQRpsjbpTBX"
    "gXng5Tg6SAT19ldz2iMSWm5U5L+uQwMHxuIZvN7+iVdt69vWoh7zp39GP3w8cWmljjySo9"
    "ocj0kD83pCYGbJqWfGRsA9xUwCxQZm7Ilt6HrrHr2SHk3Kv0j1B6h/3CdPBIlO0W54P2xb"
    "CFlOwdHWg3msRO7/Svri+1odZCwDsJdoyJLumLTQRRrW6vtHgbd0oiLTr9T9pAh8ohfITt"
    "DPZAHOg6QsBH0Loa04//kmU7XEKs0n6Bzz+bSFIjhKmJgvmziUbMNot6ArvuivGIVVwz51"
    "AjrCnJYdwxyYRyTF/0IPhnax0zjCmBTzZizpgc+JFUyubPEVwadq+0m2H76jqmq/P2UJM1"
    "RzE9BaWvThO9aXER9Lk7/IjkV/Sl39OSEatFu+EXGalsYFcwHV5ch8kqgldQHBTFTMCdmS"
    "uaQFyyNoGXawJhULtoADkaB99gFLm6ntATQWMZlx99y4wZB6sccWgvmEOsMf2NPKbcnQSg"
    "vjHf+pd5mZCGpaH/6+D5YiEjalDw7vDG0n2RuLdvOu1zzVv5uMfGtzl2TD0HangccJbknV"
    "N4n/miF78NiJ3HbH2oz/3L7BHccaI6wZzojkvXxOlaXmfg0n3CSZoZO2IR84oZXrpqejRN"
    "lmCKx+qV5L3lnZJ2lbHwG7W5/FVfM9rqqSXfxnBCECVzwgUCciCXIBEbIYyCqzSVpzqfYI"
    "EswZGNoeFCj0g63miOOZpik6CRw6YHSSd2O3fIWJD+Gl0r9YeJ4B6eVf6RWLOuF0qfdaE0"
    "rpwU4MWofuoileaAC4I/0K77g2GE3jtkxhxxR/vX4K11v2jnukfzW4iB9NT6LzjRHs+P0/"
    "s4q68GmVexL1qKyEdEqqzAysbL/JE1DXmX5iAekUggbm3Pq3m9JbjhYeHjb0evT96evDs+"
    "PXkHTdRTLkreLtFItzdMhoFdQCTDIy82JoXSVbblRrvbQti6o7c3chgJKMgzB+DlNK/LaT"
    "4N/r9u+r1sW44JJYMMliHQ/5Bt8a1ZdWQyvnctW1iUH8jblp2P/RVOrhwiv39y5K8nYrOp"
    "Pr1JQDWRX2H2sC3ioBitWWt8kjAvH5+SQ1Fi6pcXqIOIdQSpDiLWJhA3gTRBK8qx0pJ1SH"
    "F5SDGR/L1mZDGRc/4yAX4ywJi2svXjjHowkW8m3vgpdNv3RAk7CacFsC2JqkWQfTq4pkfo"
    "02b3VXwN7+GZYHCnOnpVqejVC2Hc20yX2zDprsNGOw8b1XGO54pz1IT4l2dDiXm+6ISdEK"
    "t50HIeFF0OXZME7eGafzPBgBLGVZb+bNOV75pkOmMw3RuPoLJGhiefaLHUkbfCtvo3v3Gh"
    "xXJM+Zw4iIGloLH1QCgSDGHkENAzF0jIdWz5XCYUwoWb8GcmEAyQ6OgETZjr8Owl8g1dN5"
    "NRRBJn5LvWTKJSTMI3v6K7bvzmVXa5qrTjhs0kICV3NsWE9hDp05MCQJ+e5OIsq36d7Xwq"
    "N0nmIHF/8n/+FAu14llueI6IVN9nbCjM5QLnoiuqDLC1VzefHKdrilZTtDrrvc56rwwlWy"
    "PrfZt0bJHYnUHEoknf+RRskWJejHz1KUFgCo7w0oeV9AH6PGHkAXiTt5mey331An+Df4RK"
    "O/4OFAk4HnkPkzgDmgRvBkwLye12kmsRZMA3TxZRJiagsDQ92+mdC2Y2q2unmFzmOVRPnD"
    "Alc/wLnLRVk8RnJYnK6FYN1C+EK+1pB8nRYVZ0sNc52OK86dTn16cF/PLXSQck9Mtl1Yvf"
    "tw5NXWKW7A2Nf99qt9p5C3nSd/R60O9oNzfd3ocWmjnMkIMNHUuFebvPz6W2vB3n0Pqi3b"
    "2URSNs2fJ7p93raJeqyJDI2PZq56JsXqHwLrKXZqj0wmY4Z1kyKpTQ5EhKbUuXhweHux/U"
    "zvu3Z5cauh5one5N188dXXjxqlIWQYHlOS4DrX2ZXIeEHjydZfCs3MX0iERl09eBxFrGBO"
    "ajR/AJLPAQ+Hs0dtico7klJsr4XTAT8Absx4LWvuEld8+LSKF+Zo1zgV+IVDmHoRGBWTpp"
    "j4GnBQ4c/GPyJpJTB8K2jaT/s0iyjqe5FVbI34+Ojo/fHh0en757c/L27Zt3hwvNpKuWqe"
    "is+0FqKTY8pdXG5aJAac1FpXanvJIjUnB8ltoGCKqjArlUusyqBy2Mr6qasYnkNC4VVsbh"
    "TsuDRgnRDUSNdnOGEIxyhAIt4jCVg7bmzPlGnL9w2a/QFD+ie6J4EVU9bu343YsLIfmH85"
    "RjSTGhNcjSjiwgsi/F8iPlki4TU43A79HMBtU2EWfeMia0kYYxZruM5tYne1Uj5Qx84wfL"
    "zAr8FT37LpSvMP6Ndm/4cdC/7nZaCFMxcdjMMuT2Xq0n89HYjFCZk9a/uLjs9uQu39HItu"
    "hKp3FtnvSoYF2ZtbyFQIU1UqVFaYvOXKELBtNiBrPM9eCSYit5cVVDe8OUhrliJWxTcjW4"
    "aXApEyQD1PyduQuBauzKlfcrvSt3sRQ9dywBTGQC/o1giIMLA2RFnlki/QFwb1wg+1CHFb"
    "PfiLe7lb24xHGYPP/RLHWge1xq/8b5zedoeIhNCed4nAF1vrOZEtwHtHftZxIOLFllYfhx"
    "58wUsOWUPO8aL4ab/5JJG3Xezi9vAn74YQUTiEvWHb3KWl4sKK7S1ROytaarrOn64IgtRk"
    "brJMf6HI5qpTwWPYcjacUbALhOJn2OZNKBWjxqZKSS+jXNZYmkTtjmOX7iNHI81VOplupB"
    "62zLSozZTVT/hudzrX/UR33Uv7e3IcCDhCHfPqr+O3sjZrhcxw7B2ap4egE8foUKh4YbN/"
    "2L4ef2QNPPtU/aZf/6SusNW4izkQCPgcB1HojNZvK4gTt61e61P2heC89N8MqBfrb1m05X"
    "63W0FlIDNjcsmQYmc4t7N7eXQ5VzLNXoykWe8R3tDz/K7HCm5vFKaN3i8oe7p9jJ2Ol9xp"
    "hNMM2ZwGOCCWXfg+S2OuKiZLdD31m/fxkb+s66ybHt9upMG7x6rdAPk4ozjpOqw8C/etio"
    "PnK2NoE6uFXv4N0upC816KJQzwi5BNrID7ioF8KGwdyCPzO0TtilDoU8ayiETHHWXoYliU"
    "KBwGZY49Mo7zAUUuTYHGi1JBSSOjhnBDfWy8abYkJVZudVCjrNMOdzBqPmBPNJGbRTgnuI"
    "+OlhkROhDvNPhDpMwu1l0urcKr1RLSlZ3c1qt9T6jjgBZE3+HmGknhxZnLvEXPw0i8XlAQ"
    "8I5ksyE4XjUM+yfa3mzL8kYUp5+PkOaebC9pq/bbCfi9rxAGD8uNE1AUsfdLqPmNU/QVsM"
    "J39VeT2QwnX2fYFom9S5TRzLmDQyyLNf01xGn3HYpjLEOX/PWRZvznDBfFpWXSq3ka1QK/"
    "weSD6vyP9BkH1gFFvhcLJTlUDYb76H6L4+LELYoFX+tt/DFGXLTcvI3+CXn5axgy1+zxMu"
    "39imvBJu9+Yns5//B12/aRw="
)
