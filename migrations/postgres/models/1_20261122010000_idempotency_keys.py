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
    "eJztXW1z27gR/isYfWk643oc23FSp9MZ2aYT9WzJleXk5s43HJiEJDQUoCPAKGqa/94FSI"
    "rvMmm9mFb4xbIALF+eXQD7LBbQ99aE28QR++3p1KEWlpSz1in63mJ4QuCfvOo91MLTaVSp"
    "CiR+cHR7nGr4IKSLLQlVQ+wIAkU2EZZLp8GdmOc4qpBb0JCyUVTkMfqnR0zJR0SOiQsVv/"
    "8BxZTZ5BsR6uv31pASx9b/tzxBXJPa6qaWS7Aktoml+gZlSo58m7pECLirCC8VvmPsmYXJ"
    "h6a6lH6p+VTXt7Q4vIf+8mMPFd1YSCw9sfIjPMzN6EqVH2LqUu5SOTcd8pU463iY8IpLHk"
    "eJT7+Y+okS9uM/ky43Q9m7u87FpW6pNP9gWtzxJixqPZ3LMWeL5p5H7X0lo+pGhBFXvU3M"
    "opTBBPYXFvnGAwXS9cjCauyowCZD7DnKLlv/GHrMUi+L9J3Un+N/Bo8Wa2aa3d7AvDUGpt"
    "mqYMYWgAgwUSYVzt9/+NeNANGlLXWD84/t/qujk79qCLiQI1dXarhaP7QgltiMtB6hrD8z"
    "OJ+PsZuPc9g+hTQ86FMwDgsikKO+HsIXArQBSFsT/A2MnY3kGL4evnmzBONP7b6GGVppnD"
    "kMTv7A1Q2qDv26H7qHhfhafDLFbG5WxTkt1+BdDm+XOzDyU+lUQjsp1WBdDuv/8AfTc50q"
    "QMdEnoRyMAbXFOSD43dlUIZmxTDryizO8QfM4D2A+bQY75ToTlj3EpgHxq8DdeWJEH86cX"
    "BfXbd/1bhP5kHNVa/7IWweU8b5Ve8spQKbjoiQVSw9kqgz4C0+ROAjI7ATFKuBjkYcR6DZ"
    "WHvQiEpkjTEbEf89K/aLo8MSveLosLBPqKqkOhweEYWyConL7ODYs4kBPksIsmAbzJtowD"
    "vwdJhZJAN89irb6xGtCbGpN6nok8PA8PkUOXx2z66Ni87d9Snyr3PPPnY+fDxFYzoaP6Un"
    "lJkeiueGzMSAbZuqR8YOwM0kzAJV5oZ86V3oGtueHSLO/ZT+EUlvsV/YLh7Kqt3iot++HJ"
    "wiLXvP+satobAzz3vXN1fGwDhFwDsJdq2xqeiLQyTRre6ujWQbb0JiLc57n4y+CZUD+Ija"
    "WfwrcaHrSAkfYet6TD/BS1btcCmxWvsFAf/cQ4oaIcxsFM6fe2jIHbusJ7DtrpiMWCU1cw"
    "E1kk5IAeNOSKaUYwei++E/G+uYUUwJfLIhd0dkP4ikMj57juDSoHNt3A7a1zcJXV20B4aq"
    "OUzoKSx9dZLqTYuLoM+dwUekvqLfel0jHbFatBv8piKVLexJbsKLmzBZxfAKi8OihAl4U/"
    "uJJpCUbEzg5ZpAFNQuG0COx8HXGEWuryf0SNBYxeWHX3JjxuEqRxLaS+4SOmK/kHnG3UkB"
    "GhjzXXCZlwlpVBr5vy6eLRYy4gYF7w5vrNwXhXv79rx9YfgrHw/Y+jLDrm0WQA2PA86Sun"
    "MG77NA9PKXPnGKmG0A9UVwmR2CO0lUx1gQ0/XYijjdqOv0PbZLOCkz44c8Zl4Jw8tWTQ4n"
    "6RLM8Ei/krq3ulParnIWfuM2V7zqa8dbPbbk2xqMCWJkRoREQA7UEiTiQ4RReJU97anOxl"
    "giKgVyMDRc6BEpxxvNsEATbBM0dPlkP+3EbuYOOQvSv8fXSoNhIryHb5V/pNasm4XSZ10o"
    "TSonA3g5qp+5SK054ILg942bXn8Qo/cumXJX3rPeDXhrnd+MC9On+aeIg/SE/hecaJ/nJ+"
    "l9ktXXg8zr2BerRORjInVWYG3jZcHImoW8wwoQj0mkEKeb82pebwhueFj4+Nvh6+O3x++O"
    "To7fQRP9lIuSt0s00ukO0mFgDxDJ8cjLjUmRdJ1tudXunCJM79ndrRpGQgryzAF4Nc2bap"
    "rPgv+v214335YTQukgA7Uk+h9yqNiYVccm4wePOpIysa9uW3U+DlY4hXaIgv4pULCeiO09"
    "/elPArqJ+gqzh0OJixK0ZqXxScG8fHxKD0WpqV9doAkiNhGkJojYmEDSBLIErSzHyko2Ic"
    "XlIcVU8veKkcVUzvnLBPjRAGPWylaPM5rhRL6eeOOnyG3fESVsJZwWwrYkqhZD9vHgmhmj"
    "T+vdV/F7dA/fBMM7NdGrWkWvXgjj3mS63JpJdxM22nrYqIlzPFecoyHEPz0bSs3zZSfslF"
    "jDg5bzoPhy6IokaAfX/PdSDChlXFXpzyZd+Y5NJlMO0701B5W1cjz5VIuljjyN2ppfgsal"
    "FssxEzPiIg6Wgkb0K2FIcoSRS0DPQiKp1rHVc9lQCBfegz9TiWCARIfHaMw9V+Qvka/pur"
    "mMIpY4o961YRK1YhKB+ZXddRM0r7PLVacdN3yqAKm4sykhtINInxyXAPrkuBBnVfXzbOfT"
    "uUkqB0kEk//zp1joFc9qw3NMpP4+Y0tjrhY4F11RZ4CtvLr56DjdULSGojVZ703We20o2Q"
    "pZ75ukY4vE7hwiFk/6LqZgixTzcuSrxwgCU3Clnz6spffR5zEnX4E3+ZvphdpXL/EX+Efq"
    "tONvQJGA45H3MIlzoEnwZsC0kNpup7gWQRZ882UR43IMCsvSs63euWRms752hsnlnkP1yA"
    "lTKse/xElbDUl8VpKoje6pgfqFcK097TA5OsqKDvc6h1uc1536/PqkhF/+Ou2ARH65qnrx"
    "+9ahqUfsir2h9e874864OEW+9D276ffOjdvbTvfDKZq63FKDDRsphfm7zy+Utvwd59D6st"
    "25UkVDTB31/bzdPTeudJGlkHGcp52Lsn6FwruoXpqj0kuH44JlybhQSpNDJbUpXR7sH2x/"
    "ULvo3Z1dGeimb5x3bjtB7ujCi9eVqggKqO+49I32VXodEnrwZJrDswoX02MStU1fBxJLrT"
    "HMR3PwCSh4COI9Grl8JtCMyrE2fg/MBLwBZ17S2te85O57ERnUz+ioEPiFSJ1zGFoxmJWT"
    "Ng89LXDg4B9b7CE1dSDsOEj5P4sk62SaW2mF/P3w8Ojo7eHB0cm7N8dv3755d7DQTLZqmY"
    "rOOh+UlhLDU1ZtQi0KVNZcXGp7yqs4IoXHZ+ltgKA6JpHHlMuse9DC+OqqmamD89RSqJNF"
    "+/oqhDK9L1PRg79AR5kx5FAGtEb1nSF1QU36JYSa3wl6IEPg78B05kgQUEnZaXzNA5tDFL"
    "f0mKQ5h2wtD96lRNcQvdvOWU4w2xAG9FSASwW9ZsbdL1pjML6hCZ6DZjQ/ZXrkWzmO+uJC"
    "ecEhSdXYakJoBdK6JQuI7Q+iwYqFClsQW8+E71VHpWwPCe4vJ0MbZRgjvs2oenPCWj1S/4"
    "CjfKV2XgC27BmEkXyN8W+1u4OP/d5N5/wUJiU5dvmUWmqbtdFVeYF8SpjKDexdXl51umq3"
    "9XCoprd6kE8dNM1XUMEaXyhQY43UKTmAsqknTclhWsxh+IVeW1rsSc5b3dBeswfGPfkkbD"
    "NyDbhZcBmXJAfU4h3SC4F67I5W96u8O3qREjBzqQRGOAb/RnIkwIUB0qg4ivIHwL3xrDGC"
    "OqwjLGvxdjeyJ5q4LlfncNqVDtZPSu3eOL/+XBkfsQkRAo9yoC52NjOCu4D2tv1MIoAl62"
    "yYIP6fm4q3nJIXXePFcPOfMnmmyZ/66U0gCD88wQSSkk1Hr7OWFwu7T+nqKdlG03XWdHOA"
    "xwYjo02yaXMeSr1ST8ueh5K24jUA3CT1PkdSb18vHrVyUnqDmr1lCb1u1OY5fmo2dkzYYy"
    "mv+kGbrNdajNl7qPkt1eda/2iOXGl+93BNgIeJW4F91P33Dofc8oSJXYLzVfH4AnjyCjUO"
    "Dbdue5eDz+2+YV4Yn4yr3s210R2cIsGHEjwGAtf5Shw+Vcc+3LPrdrf9wfBb+G6CXw70s2"
    "3enneM7rlxivSALSyq0vFUjnf39u5qoHO/lRo9tcgzume9wUeVpc/1PF4LrVOhfkB9gt2c"
    "HfdnnDsEs4IJPCGYUvYDSG6qIy5Ktjv0nfV6V4mh76yTHtvurs+M/qvXGv0ouTvnWK8mDP"
    "yzh42ao38bE2iCW81O6s1C+lKDLhr1nJBLqI3igIt+IWxZ3Cv5c0+rhF2aUMizhkLIBOft"
    "ZViSKBQKrIc1Po7yFkMhZY4vglZLQiGZA4yGcGOzarwpIVRndl6noNMUCzHjMGqOsRhXQT"
    "sjuIOInxyUOZnroPhkroM03H4mrSlo5Q2Dacn67lG7Y/RbsN9MvEcY6SdHVAiP2IufyKFC"
    "HbSBYL4kU1k6DvUs2wgbzvxTEqaMh1/skOYubK/4GxO7uaidDAAmj31dEbDsgbO7iFnzU8"
    "DlcApWlVcDKVpn3xWINkmd28Sl1riVQ56Dmr1l9BlHbWpDnIv3nOXx5hwXLKBl9aVya9kK"
    "9YTfZSnmFcU/zLILjGIjHE51qgoIB813EN3XB2UIG7Qq3vZ7kKFshWkZxRv8itMytrDF73"
    "nC5WvblFfB7V7/ZPbj/7yE5Sk="
)
