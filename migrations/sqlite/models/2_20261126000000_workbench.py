from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX runs_to_do;
        ALTER TABLE "user_account" RENAME COLUMN "tokens_since" TO "tokens_valid_after";
        ALTER TABLE "document" RENAME COLUMN "made_from" TO "source_digests";
        ALTER TABLE "phase_run" RENAME COLUMN "place" TO "queue_position";
        ALTER TABLE "idempotency_key" RENAME COLUMN "made_id" TO "result_id";
        CREATE INDEX runs_to_do ON phase_run (status, queue_position, created_at) WHERE status IN ('queued', 'processing');
        ALTER TABLE "user_account" ADD COLUMN "language" VARCHAR(8);
        ALTER TABLE "user_account" ADD COLUMN "change_number" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "user_account" ADD COLUMN "forgotten_number" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "resume" ADD COLUMN "version" INT NOT NULL DEFAULT 1;
        ALTER TABLE "application" ADD COLUMN "change_number" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "application" ADD COLUMN "creation_number" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "application" ADD COLUMN "coverage_share" REAL;
        ALTER TABLE "application" ADD COLUMN "coverage_proved" INT;
        ALTER TABLE "application" ADD COLUMN "coverage_listed" INT;
        ALTER TABLE "application" ADD COLUMN "coverage_missing" INT;
        ALTER TABLE "application" ADD COLUMN "coverage_key" VARCHAR(32);
        ALTER TABLE "application" ADD COLUMN "coverage_outdated_since" TIMESTAMP;
        ALTER TABLE "document" ADD COLUMN "verdict" VARCHAR(8);
        ALTER TABLE "document" ADD COLUMN "verdict_key" VARCHAR(32);
        ALTER TABLE "document" ADD COLUMN "verdict_outdated_since" TIMESTAMP;
        ALTER TABLE "document_version" ADD COLUMN "writer" VARCHAR(32);
        ALTER TABLE "document_version" ADD COLUMN "verdict" VARCHAR(8);
        ALTER TABLE "document_version" ADD COLUMN "begun_at" TIMESTAMP;
        ALTER TABLE "document_version" ADD COLUMN "pinned" INT NOT NULL DEFAULT 0;
        ALTER TABLE "phase_run" ADD COLUMN "next_phases" VARCHAR(64) NOT NULL DEFAULT '';
        ALTER TABLE "phase_run" ADD COLUMN "mention_gaps" INT;
        CREATE TABLE IF NOT EXISTS "credential" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "kind" VARCHAR(8) NOT NULL /* SESSION: session\nTOKEN: token */,
            "name" VARCHAR(255) NOT NULL /* of the browser, or the one that the user gave */,
            "scopes" VARCHAR(32) NOT NULL DEFAULT '' /* of a token, commas between */,
            "secret_digest" VARCHAR(64) NOT NULL UNIQUE,
            "former_digest" VARCHAR(64) UNIQUE /* of the secret before the last exchange, good for a minute */,
            "exchanged_at" TIMESTAMP NOT NULL,
            "created_at" TIMESTAMP NOT NULL,
            "last_used_at" TIMESTAMP,
            "expires_at" TIMESTAMP,
            "user_id" CHAR(36) NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
        ) /* A page's session or a personal access token. Of its secret only the SHA-256 is stored. */;
        CREATE TABLE IF NOT EXISTS "deleted_application" (
            "id" CHAR(36) NOT NULL PRIMARY KEY /* that the application had */,
            "change_number" BIGINT NOT NULL,
            "deleted_at" TIMESTAMP NOT NULL,
            "user_id" CHAR(36) NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
        ) /* What is left of an application for a day after it was deleted, so that a client that was away hears of it. */;
        CREATE TABLE IF NOT EXISTS "resume_text" (
            "id" CHAR(36) NOT NULL PRIMARY KEY,
            "digest" VARCHAR(32) NOT NULL,
            "content" TEXT NOT NULL,
            "created_at" TIMESTAMP NOT NULL,
            "user_id" CHAR(36) NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE,
            CONSTRAINT "uid_resume_text_user_id_f7b960" UNIQUE ("user_id", "digest")
        ) /* What a resume said when a document was made from it; stored once however many were. */;
        CREATE INDEX IF NOT EXISTS "applications_by_change" ON "application" ("user_id", "change_number");
        CREATE INDEX IF NOT EXISTS "credentials_of_user" ON "credential" ("user_id", "kind", "created_at");
        CREATE INDEX IF NOT EXISTS "deletions_of_user" ON "deleted_application" ("user_id", "change_number");
        UPDATE application SET coverage_outdated_since = updated_at;
        UPDATE document SET verdict_outdated_since = updated_at;
        CREATE INDEX coverage_to_renew ON application (coverage_outdated_since) WHERE coverage_outdated_since IS NOT NULL;
        CREATE INDEX verdicts_to_renew ON document (verdict_outdated_since) WHERE verdict_outdated_since IS NOT NULL;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX coverage_to_renew;
        DROP INDEX verdicts_to_renew;
        DROP INDEX applications_by_change;
        DROP TABLE "credential";
        DROP TABLE "deleted_application";
        DROP TABLE "resume_text";
        ALTER TABLE "user_account" DROP COLUMN "language";
        ALTER TABLE "user_account" DROP COLUMN "change_number";
        ALTER TABLE "user_account" DROP COLUMN "forgotten_number";
        ALTER TABLE "resume" DROP COLUMN "version";
        ALTER TABLE "application" DROP COLUMN "change_number";
        ALTER TABLE "application" DROP COLUMN "creation_number";
        ALTER TABLE "application" DROP COLUMN "coverage_share";
        ALTER TABLE "application" DROP COLUMN "coverage_proved";
        ALTER TABLE "application" DROP COLUMN "coverage_listed";
        ALTER TABLE "application" DROP COLUMN "coverage_missing";
        ALTER TABLE "application" DROP COLUMN "coverage_key";
        ALTER TABLE "application" DROP COLUMN "coverage_outdated_since";
        ALTER TABLE "document" DROP COLUMN "verdict";
        ALTER TABLE "document" DROP COLUMN "verdict_key";
        ALTER TABLE "document" DROP COLUMN "verdict_outdated_since";
        ALTER TABLE "document_version" DROP COLUMN "writer";
        ALTER TABLE "document_version" DROP COLUMN "verdict";
        ALTER TABLE "document_version" DROP COLUMN "begun_at";
        ALTER TABLE "document_version" DROP COLUMN "pinned";
        ALTER TABLE "phase_run" DROP COLUMN "next_phases";
        ALTER TABLE "phase_run" DROP COLUMN "mention_gaps";
        DROP INDEX runs_to_do;
        ALTER TABLE "user_account" RENAME COLUMN "tokens_valid_after" TO "tokens_since";
        ALTER TABLE "document" RENAME COLUMN "source_digests" TO "made_from";
        ALTER TABLE "phase_run" RENAME COLUMN "queue_position" TO "place";
        ALTER TABLE "idempotency_key" RENAME COLUMN "result_id" TO "made_id";
        CREATE INDEX runs_to_do ON phase_run (status, place, created_at) WHERE status IN ('queued', 'processing');"""


MODELS_STATE = (
    "eJztXe1z2jga/1c0fNm9GS6Tpmnaozc3QwhtuU0gR0i7s5sdj2IL0MZIrGWH5nr930+PbG"
    "PjF8DGgKH+0hRbj2z/Hr087/pWm3CDmOKkOZ2aVMc25azWQN9qDE+I/E/S7Tqq4ek0uAkX"
    "bPxoqvY40vBR2BbWbXlriE1B5CWDCN2iU+9JzDFNuMh12ZCyUXDJYfQvh2g2HxF7TCx54/"
    "c/5GXKDPKVCPj5rTakxDTU/2uOIJZGDXiobhFsE0PDNvyS14COfJ1aRAj5VOF35X9j6J2F"
    "xocadKU+6mWq7tcUufwO9eN7HaU9WNjYdsTGr/D4ogU9ZX6JqUW5Re0XzSTPxCziZfwec7"
    "2OPsZsRDTmTB4lqhmf7BIveS4QT5809eiFces+XF3XfNr7+87VB9USRtyjpnPTmbCg9fTF"
    "HnM2b+441DgBGrg3IoxYgGJoJMNA9ca9f8kdtPKCbTlkPlqN4IJBhtgxYT7U/jl0mA6fit"
    "ST4J/zf3mvFmqmad3eQLtrDzStlmH66BJCCRNlNqD87bvbbwCIulqDB7Q+Nfs/v774m4KA"
    "C3tkqZsKrtp3RYhtrAXsDVBWf2M4t8bYSsbZbx9BWr5oHoz9CwHIwRrjw+cDtAVIaxP8VU"
    "4yNrLH8ufZmzdLMP7c7CuYZSuFM5eLortgdr1bZ+6972oq+fjqfDLF7EXLinOUrsJ7Pbwt"
    "bsodh9pmJrQXqSqs18P6T/6oOZaZBegQSS6UvTW4pCCfnr9bB2XZLB1mdTOOc/gFY3gP5H"
    "6ajneE9ChG9xKYB+1fB9DzRIi/zDC4P980f1W4T168O9e97ke/eYgZreveZYQFBh0RYWcZ"
    "6QFFmQGv8SGSsjmS4wSF7siJRkxToNlYSe6I2sgV5NzvzDgvXp+tMSten6XOCbi1yA6TBw"
    "rKugwJ0xzh2rONBT6uiMTBbku9QAHekW+HmU5iwMd72d2MqE2IQZ1JRplcLgxfGsjkswd2"
    "077q3N80kNvPA/vU+fipgcZ0NM4zE9bZHtL3htjGgA2DwitjU8LNbLkLZNkbkqmPYWrsen"
    "cIdP088yOg3uG8MCw8tLNOi6t+88OggRTtA+u379qAndbq3dxetwftBpJ6J8GWPtZAfTGJ"
    "TVSr+5v2YhtnQkItWr3P7b4mbw7kn6Cdzp+JJaeObcs/futybD/eR2adcBGyUssFnv5ZR6"
    "AaIcwM5O+fdTTkprGuJLDrqbhorIox55KOOiyFPTHSCIPkJ22LQadR7pzGOUJtgcAq95Oo"
    "g1zGQCgzscgqmY3gnf7+j7Oz16/fnp2+vnj35vzt2zfvTt/JtuoD4rfeLmHiZedjpxvhC1"
    "yIcAXsl/I78vElTlx+zsywQJ7VttSMgUUWy1Ev5FaVYDL5YHKcxpYYaYQrQ6A9KuHhqnd/"
    "ed1Gt/12q3PX6XUX1ij3pnIi/GVSW0HQbzev0xCfWvJ/CTbu9HkQp8w1D3aDt3qiJJQyv4"
    "VgN3GyToWzV+dvz9+9vjifz4D5lWUDf8kgN6mw80EeUJYY8vVVx20BPKFCwINzIBwirSBe"
    "AvETecnmR1ikK7F6VwNDlOWYRPyE5EuDe1EJnnB5IhXUXBp38cL/HFHu2IbyyspxqyfsnV"
    "fypk0nZAVj4t1EeGR4/Zz4/9kSx0LuzD/545BbI3IibA4veeIFETA+24d/c9C5ad8Nmje3"
    "C+rCVXPQhjtni9uwd/XniwhP552gL53BJwQ/0W+9rtqxw07TebvBb+AVr2HH5pr8cA0bYd"
    "z8y/6luLw799dnGhYLlAWMhHzmgWooFDUUnKmRcygsUlZD4fCHQhBTs25YSzgqqMDYlvKq"
    "WCtCWSBaaPiUGMnix3xFFFhuETpiv5CXmBE2Aqg3mO+9bg4T0uBqIARYeDYPrwoPKPnt8o"
    "uJq6m2mnet5lXbjcd6xPrTDFuGlgK1fB1nQuDJMbwvPdIPv/SJmeZv86C+8ro5IrgX3Wdj"
    "LIhmOWxDnG6hn77DjgknGGb8jIeG18LAi9+anE2iVzDDI/VJ8Gx4kodXyyKGHFYUm7WEQN"
    "jQ3fqyOFh9sd2qMNhaE03l6/wkkHBDIxG3EEZTqciAiw1hXZfXkc2fCDtBvSECq6Eg8ik2"
    "4sx8UWrO3afm38/eXCAqb8k9lhgnUZ1ni4/JH677JNvA35DwuiJMNAB3nXjdKkZ0rzGiPn"
    "vzODd92lI7u+7ad2DObfhz6oENer+05W81jfKYHQp29B9jlK4fevRo8Zmc/nVYyOA3Z0T+"
    "xbb6AQsDGuHnXI7frcTECJ1DLxmYEVDs0L8fX2GSOYDdMV4HE/0EC/RI7BnJN+a34WeHfU"
    "vLHnwXIywG+dXL/c7ivS7O1wD74jwVbLi1CLZU7SdyR88OdoywEBvzNrD2lxxPHnok8tWJ"
    "uqIc6eSr60qvoxHnBhoqyWpCmZMv7qR4FvkvmMeaFKWt7EkHb0+qrMzVUPADouX6BVpUns"
    "EQpd2T+2lP8aCHxmmpVFPZXa4dIExZcbnMXK5cBZWr4IBdBdu07l6pFzFWlDtIaFVfZu11"
    "P09ugRmrH9S+gKmCCmSSoY1AoWYo1IenRBj4BeGh7WZSQWio97g6Etw1dmCkm5Qw2/0FTf"
    "BMEo0JtgR0S+24KXi3j96gmkOWAgLq9das4/Cj24VrcztZmO9jvHls/gbW4sOMwN9+KOCO"
    "I7vnC1pmOXGRslIOK2GyEiYrYfJIhUk/BCVJhAyFpywRHMOtVkqLA7lXMzIjwp6HOCsnjN"
    "9LXUU8z5RgZwvXLD0fEQgyB5WANsEGQUOLT+JC4VaekCD7/R4u9eRx1n+GO7b/iIiHP7q0"
    "tmcv/iJzYoCv586PdVJqD/M8Q7nfvu31B6H8ZItMuWU/sN6t3GA7v7WvNDdPuYG4pJ7Q/0"
    "r5x01UXsxPXkxLLoeXVCXvs0yZyCGSMjOwtAn/3soahzxVtQlR7E6pebVdjaaw5CYpvY55"
    "ghC13poUUJd5LNeanQbC9IHd38Ey4kuNew4sEtyxdOL57hOiWv591+umhFjEKKOaItVt9D"
    "8EmZM70BEfHWralIkTeGxmO4r3FUo08maqMn0p04pRV3/d7WCekSb3EZMSay5XiY1tLoD1"
    "8pUquihFhADoIGGlAkTyzq0QeZkzBzfINd7m7PLQy5qzGSErM/CHkbLpA7pZxmZ6L1XC5q"
    "GbyKpQmmooVAmb1VBYHApxC9e6Rqo4ZWVGX25GjzjeN7SmR/z+hwnwSqN6fJRtntOp+fpP"
    "nAt5cjs/B3aPI2HCVlMXo7AtcUuEkF3tndBC9qdiT/T4PXiGOwT9J1Xm/1KZ/w/EZLn9OI"
    "wCSzJVdvclwt427O6VoXhfpqyZRe2kOId0K1ZAUWYD1mzM0cziNkHUriOHmSp73s88NWgu"
    "M+LWLFhHbsa9bd7dNdAUC/HAvjT73QaSEhV7YJfXvdYvDfRocv2pBHPhkYwclsM+EKY7mP"
    "SLmqpoCzNiSC1h+16RuZcEgkUEfobYETemBFlkamK9iALRh2YvmFLGkuqLXnJuEsySR0VA"
    "FBkTj5JqW9vS/Ep4IKTELEmAVJGQOhIQJc4tNMayawNxx24Aw+Wi87K5++uy17teYPRlJy"
    "oR3N9ctvs/v1IcDorsppSbrqy5lQkPRZXTdbXMCFllvFtuvAsHQW5ouTvComD1iNkuMrjK"
    "FA/bMchkKqVhpr9IltUSzE+RFvVl1icatPWd2euFyGImZlL85nKkoBF9BgGEIywlC8ln4S"
    "UqwXsZ8qLsuC7/mdoq4ensHI25Y4nkwNiC+k00g4XrYclvrcxfpTJ/ZQzB2CT0omzL0g6K"
    "IvEpAJLxQLYFoiNEuvj6L8d8CuHMTz4V3ua/f6MLRPyZWSXHBaLyy421mZ9COp+OKvdjY3"
    "Vu5VpdqWuVuhYPvqlSFatUxe1CeqipivMq0AlKWbhCdLo6Nq9HvZ4i1mMETHuWW1sCKeoT"
    "9GXM3TBrlasvwP5n4yfiOk0YpA8Opb5H3iPwrIy5/DKoSwEnBlqqtKcuf7m0iHF7LBkWV9"
    "V2+uQ1cxtV3zGtLrHkxYoKF1AQvCpuUYalsr5EYVSDLq+/bU5caqnbT48M8iL941r9U1qL"
    "Tn58dbGGjP4qKoAEMjrcOvijd2VThxgZZ0PtP/ft+/ZVA7nUD+y232tB2eruxwaaWhyqvk"
    "s+AMPcA3SvGsg/NFe2/tDsXMOlIaYm/G41u632tbqkAzKmmS9hpniGym+BWZrA0iVnUYaJ"
    "cp5CmYuXpyex80EP4xRKLGfwZJqgb6VGg4UoSpvAKpVZqo/lfgTHHFApIYj3aATlxdGM2m"
    "M1+B05TNRBCGuO9oJjxlwpIob6sqJIc5IyB+HVQjCDkPbiS1pSgANvsagj2DoQNk0E8s88"
    "uXIxTrusxZQEOAgycy5MtccTi9erie1WwH4GD7/DQGRWM2g++MrKGbUdalK2o8nm51TmxA"
    "nLyyLKUHDGNOIzhkzKpKIDs8mNylERNwJ2fOKXNcfsBQqdc7anU3dBI9OUIJzptIQIWdmO"
    "TLC5xNdVTiECRqqVbnFFZUEF/bGIkxSK9xyAuxl02RGeJiV2LItPipLmi1LaXbAaMMFd0Z"
    "SagsSU4Ce14cy8epmho4bLErEk4RdEcyTSZlYbeIT0wAILMRJSI5GbzoxbT2p5k+IBmuAX"
    "mGZg3mFKcNiYVwdnCXcV8BzOpznRBjafXVYPcMtqeMVp/YUVBMn3sKtRFhSqlW1gYIz4Lp"
    "1TkmVKQsCmprI3vmZK+EimLnEMdmlTP6SK/0yNtBSENUxyIfoS419rdgef+r3bTqshJTh7"
    "bPEp1aFOWbsLeSF8ShjkhvQ+fLjudKFc2XAIsmA5bDfK55BF2JsTlJgjZYqzoWzq2Jo6sS"
    "tBjEvVdaJkuTSdsqFdsLrCHTsXtjG6CtwEXZDbSVpgenWxOUE5iorB8zIXFZtH1riZcEjq"
    "tBBuKqQIw91zWUEekOKNo48RVN1XBspCpN2tlBIjlsUtySMj01GUi1THt84XH3bmIjYhQu"
    "BRAtTpwmaM8BjQ3rWcSYTUklVQmec+SzQrrjhpKaWPg9HNf8jYsyoMsRoKQVSBlW8oLFJW"
    "E77MXJ7HR+SZ8hHaitNl5nRVyG2LFtIqZruqi1euCO516+JFR3EBAFex8fuIje8rJ1ItIT"
    "Leu1NfFhdvBW0KLY23Tqx4faFs7KrIcfWiVfB4KdbsOkoPHld/YzgvCXrx2pc5XLxMfpCq"
    "9N7O7WLHnHsMRnpvfMgFiZimQH4gEbW9SNaSFIIbct0RGrYITmbFakf4Yg8lNhHX7nofBl"
    "+a/bZ21f7cvu7d3rS7gwYSfGhLiYHIfp6JyacQn/bAbprd5se228IVE9zrUv1sanetTrvb"
    "ajeQWrCFTiGqFVIlunf31wOVQgFsdMDZM3pgvcEnSHZR4Xzl4DoV2tSiE2wlFLFYGry3SL"
    "jvAmPbX/oKDMk7kIK5sRSJV/GJtCQ4n65ba6Ho4rmVsb0yzlUHblRDoTIlVuUfKhPXuiYu"
    "0G9rqWaugRdfvMrUpfmByKuLQHyBICbsR2kLTOHsaBW371cxXDwuWgoU75FbL9YtszfmM1"
    "W1YQL5SDNikXi5hy09Y1WVPk8/rQr1lcp0dqx2htKEl1W2s53bziplp5JwKwm3knArCXeZ"
    "hKtQT5BtfW6kS7Xqg7Cuc4etJ9Zu4sat5MO9yodkgpNypJckIPgExYguq1HeoWt1nToBst"
    "US12qsUsBQPljL6r9eIDoKEXEHTmw452jG5ao5xmKcBe0Y4REifnG6TgmM0/QSGKdRuN0M"
    "Pe0Zm1TK08PE08yWVfNJpi9v0Zh7Rr96BWDEe4SRen9EhXCIgQi2TArubQG1MJHcO8nUXt"
    "vHvZdKPyZmIycxIyp9poRpyuzptv1UQXXqnNT5DLeq6RSrQqe5isgUfOiZ6zLUmDN5zDpz"
    "YqR7nDSncfCXeEcxC1co84qWUWvNw672M09APee2TVguXiVRl4tdXrwOIzM4skVpLx5vIt"
    "yyvXI/808qM9cqE9EPbSKK2TTSVfDE1IANT2s/zrSA6AQzoJIZNjfEqjXv6Fihci1CckUp"
    "bHxduT3+AMMscuTZhrjFD1s7Rszm5xJsiFb4FIRjxMlL/9gMpCAh5nghUvENheDkR1QcC1"
    "bbtN83iUX1cS3Bgu/dqS+z4eOgTWms9+kFtZKM9wl6kWc+KK89uZCo3nRjfWoMdbrJJj2I"
    "+hjMmlsxJMOkyoCw1/wI0X11uo7VWLZKr2l4GrMbp8bLpFcvS4+X2UH9sv347AurOJZBEy"
    "5+M/v+f93/JzI="
)
