from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "user_account" ADD COLUMN "ghosted_after_days" INT NOT NULL DEFAULT 30;
        ALTER TABLE "user_account" ADD COLUMN "monthly_budget_micros" BIGINT;
        ALTER TABLE "user_account" ADD COLUMN "calendar_number" INT NOT NULL DEFAULT 0;
        ALTER TABLE "user_account" ADD COLUMN "disabled_at" TIMESTAMPTZ;
        ALTER TABLE "application" ADD COLUMN "stage" VARCHAR(16) NOT NULL DEFAULT 'saved';
        ALTER TABLE "application" ADD COLUMN "applied_at" TIMESTAMPTZ;
        ALTER TABLE "application" ADD COLUMN "closed_at" TIMESTAMPTZ;
        ALTER TABLE "application" ADD COLUMN "deadline" TIMESTAMPTZ;
        ALTER TABLE "application" ADD COLUMN "salary" VARCHAR(255);
        ALTER TABLE "application" ADD COLUMN "found_via" VARCHAR(255);
        ALTER TABLE "application" ADD COLUMN "archived" BOOL NOT NULL DEFAULT False;
        CREATE TABLE IF NOT EXISTS "application_tag" (
            "id" UUID NOT NULL PRIMARY KEY,
            "tag" VARCHAR(50) NOT NULL,
            "application_id" UUID NOT NULL REFERENCES "application" ("id") ON DELETE CASCADE,
            "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE,
            CONSTRAINT "uid_application_applica_d7892f" UNIQUE ("application_id", "tag")
        );
        CREATE TABLE IF NOT EXISTS "timeline_entry" (
            "id" UUID NOT NULL PRIMARY KEY,
            "kind" VARCHAR(16) NOT NULL,
            "at" TIMESTAMPTZ NOT NULL,
            "from_stage" VARCHAR(16),
            "to_stage" VARCHAR(16),
            "run_id" UUID,
            "version_ids" JSONB,
            "text" TEXT,
            "time_zone" VARCHAR(64),
            "place" VARCHAR(255),
            "name" VARCHAR(255),
            "role" VARCHAR(255),
            "email" VARCHAR(254),
            "phone" VARCHAR(64),
            "due_at" TIMESTAMPTZ,
            "done" BOOL NOT NULL DEFAULT False,
            "created_at" TIMESTAMPTZ NOT NULL,
            "updated_at" TIMESTAMPTZ NOT NULL,
            "application_id" UUID NOT NULL REFERENCES "application" ("id") ON DELETE CASCADE,
            "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
        );
        CREATE TABLE IF NOT EXISTS "bin_entry" (
            "id" UUID NOT NULL PRIMARY KEY,
            "kind" VARCHAR(16) NOT NULL,
            "content" JSONB NOT NULL,
            "deleted_at" TIMESTAMPTZ NOT NULL,
            "user_id" UUID NOT NULL REFERENCES "user_account" ("id") ON DELETE CASCADE
        );
        CREATE INDEX IF NOT EXISTS "applications_by_stage" ON "application" ("user_id", "stage", "created_at", "id");
        CREATE INDEX IF NOT EXISTS "tags_of_user" ON "application_tag" ("user_id", "tag");
        CREATE INDEX IF NOT EXISTS "timeline_of_application" ON "timeline_entry" ("application_id", "at", "id");
        CREATE INDEX IF NOT EXISTS "timeline_of_user" ON "timeline_entry" ("user_id", "kind", "at");
        CREATE INDEX IF NOT EXISTS "bin_of_user" ON "bin_entry" ("user_id", "deleted_at");
        CREATE INDEX reminders_due ON timeline_entry (user_id, due_at) WHERE due_at IS NOT NULL;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX applications_by_stage;
        DROP TABLE "application_tag";
        DROP TABLE "timeline_entry";
        DROP TABLE "bin_entry";
        ALTER TABLE "user_account" DROP COLUMN "ghosted_after_days";
        ALTER TABLE "user_account" DROP COLUMN "monthly_budget_micros";
        ALTER TABLE "user_account" DROP COLUMN "calendar_number";
        ALTER TABLE "user_account" DROP COLUMN "disabled_at";
        ALTER TABLE "application" DROP COLUMN "stage";
        ALTER TABLE "application" DROP COLUMN "applied_at";
        ALTER TABLE "application" DROP COLUMN "closed_at";
        ALTER TABLE "application" DROP COLUMN "deadline";
        ALTER TABLE "application" DROP COLUMN "salary";
        ALTER TABLE "application" DROP COLUMN "found_via";
        ALTER TABLE "application" DROP COLUMN "archived";"""


MODELS_STATE = (
    "eJztXetz2ziS/1dQ+jJzVZqU4zxXuboqRaYTTWzLJ8vJ1qy3uLAISRhTgJYgrXjn8r8fGi"
    "QlPiWSetEKvsQRiQbJX+PR3ejHX40pt4gtXrRnM5sOsUs5a7TQXw2Gp0T+J+t2EzXwbLa8"
    "CRdcfG+r9jjR8F64Dh668tYI24LISxYRQ4fOgicxz7bhIh/KhpSNl5c8Rv/tEdPlY+JOiC"
    "Nv/OOf8jJlFvlOBPz8qzGixLbU/xueII5JLXjo0CHYJZaJXfglrwEd+T5ziBDyqSLsKvzG"
    "yDsLk49M6Ep91NNM3W8ocvkd6sePJsp7sHCx64mNX+H+yVz2VPolZg7lDnWfTJs8EnsbLx"
    "P2WOl1hhPMxsRk3vReolryyT5xVV74lFtgxcpXANrZg6neIjZ1/PdQ182Q9va2e3auWsKg"
    "vzeH3PambNl69uROOFs09zxqvQAauDcmjDjwKZHJBHMlmHrhJX/eyAuu45HFhLGWFywywp"
    "4NU7Lx3yOPDeFLkXoS/PP6f4JXizQzzavewLwxBqbZKDGDhxJBCRNlLoD81w+/3yUg6moD"
    "HtD53O7/+urtfykIuHDHjrqp4Gr8UITYxeaS00uU1d8Uzp0JdrJxDtsnkJYvWgXj8MIS5O"
    "UyF8IXArQDSBtT/F3OczZ2J/Ln6Zs3KzD+2u4rmGUrhTOX67K/Zl8Ft079ez/UrArxHfLp"
    "DLMnsyzOSTqNdzG8HW7LTY+6dim041Qa62JY/8nvTc+xywAdIamEcrAG1xTkk9fvi6Asm+"
    "XDrG6mcY6+YArvgdxP8/FOkB7F6F4B88D4+wB6ngrxbzsK7q+X7b8r3KdPwZ2L3tWnsHmE"
    "GZ2L3scECyw6JsItM9KXFHUGvMFHSKoHSI4TFLkjJxqxbYHmE6U8IOoiX5b0v7PkvHh1Wm"
    "BWvDrNnRNwK84Omy91pKIMidIc4dqziwU+rQulwTakaqIA78q3w2xIUsCne9nfjGhMiUW9"
    "aUmZXC4M31rI5vM7dmmcdW8vW8jv54597n763EITOp5UmQlFtof8vSG1MWDLovDK2JZwM1"
    "fuAmX2hmzqY5ga+94dluaGKvNjSb3HeWE5eOSWnRZn/fb5oIUU7R3rGzcGYGd2epfXF8bA"
    "aCGpdxLsDCcmqC82cYlqdXtpxNt4UxJp0el9NfqmvDmQf5bthvyROHLquK78E7aux/YTfG"
    "TZCZcgq7VcEOifTQSqEcLMQuH+2UQjbltFJYEDTMVxjupXaCaO96wBNgR+JFZ6Ii4vx/ly"
    "0/5qnLWQun3H2tfXF134raxucOWm0zeMq+7VJ9lm6BDCJHPuWPdKzq2vXUPuapIxxHmkRO"
    "5tvfNzo99CfDQijuyr0zGuB6qz4ZDMXOitb/xudNQ1h/xJhurat+7gs1wIvl210Jy6E7kY"
    "zNkd+/S5d6MajidcuNXkxJdvC0zUl29zJyrcSmyQPiyB8TI+JM4kJ106JTmbY4wyMR6sgP"
    "RF+J/j2iK7l8bNoH15HZucZ+2BAXdOYxMzvPprkiuLThCMFwQ/0R+9KyNpoly0G/wB5ugG"
    "9lxuMj43pXQSwSS8HF6K29hsLioxOUaoeVxnHlsEWzZlGUv7ahZH6TSH68xhgW3sPJXR6J"
    "cUx6C07EGfH3GPWeYjxWVQjhFpoAsBDXI+DQS4OM4fuZSnMcsROiJkCaTvJd2uZNDFlSjY"
    "Zf0Niq9MH3u9i9ii9LGbFOxvLz8aUtRTkMtG1FWXpRSbPF2LnY6nwabjLstRxlKkCcDlh+"
    "wK75Mk1idpOZ+6AsFx/C+iCVZYBiZYG4uydtgxvNNvfzs9ffXq3enJq7fv37x+9+7N+5P3"
    "sq36gPStd6tY1/0ETIgxK4Mr4DIgv6MaX9LE9efMHAsUOErUmjFgUpEqrinkap8hSp3bHO"
    "exJUWa4MoIaJ/fZrAC07Pe7ccLA133jU73ptu7iotM6mZ8feob7Ys8xGcOz9wP8udBmrLS"
    "PNgP3uqJkpDIl0ZgO/LKToXTl6/fvX7/6u3rxQxYXFk18FcMcpuGhoiykC8pawx5cXlnVw"
    "BPqRDw4AoIR0g1xCsgfiClNKIkXY3F9QYcOzueTcQvSL40+BIqMzNcnnLmVjpf276pf4Eo"
    "91xLOULKcTssbYZY0c2BrBIR58U/+f2IO2PyQrgcXvJF4LUsNfVDeDM+O8tF3EW21LCIUW"
    "5hJFQ7g9BDYVtDwZtZFYdCnFIPhec/FJbO9EWd2KNhCFv0ZK+virXGcR1iA0YPmX7rYZBJ"
    "QoHlDqFj9oU8pQ56E4AGg/k26OZ5Qrq8uhQCHDxfBFNEB5T8dvnFxNdUO+2bTvvM8KMv7v"
    "HwYY4dy8yB2sXjDN+WjwHV+Zc+sfMc69LhTwM8PiK840dUfOhNCVBsBNZZ0M2xwjSbYEFM"
    "x2Mb4nQN/fQ9dqw4ySHgULIhSAMpK8DxpyE7ezompGDh4qc8smDFlrL0renpNHkFMzxWnw"
    "TPhidlL1er4zmDBa1QSKfpBo3XhXU22mjOHQsF3tm+uRnxOUNSJJNqMop0+iKpKJcmzggV"
    "/Ufstf0dBF7+nwVjSFXb5spAQdhWCoSL6vjAg8YHBiO2qAEqaF5n18aK58RvTgqYlt6c5J"
    "qW4FaGc1pshhUdzGlKrS4kwNXa1y61r0Sagg2VsER2hOcJ8FpdLD1ps1Wy5CjWWu4Otdxd"
    "ipEfKfPF7gwBcnFvpeh4T5lJFs3WC40x0Q6BsBdEW0hBEPteCj46VlP5biNs2/6ticfGiI"
    "MvQ9OXEgWyubwk/0LsnxQa7wn05cqhZ2VInPt8cvXMJsErgI11jXAKyGvZtMAZnuSgZNME"
    "bx4OsoGQ+iA/tIyUGrY/QjF1+zEUKjaQZZxn/H7Tu8o77VyQJA8y6NBF/4fAwaI+UCuXLo"
    "fPBbp/Qv7iu+lgBmxiBxWp2KZkGFNi1EMHqSD05fKVYsY6L/gopT5c0odLWr3Rh0vHKXZ3"
    "pJwoNx+K7SzBO3J3peg9jLcrYLCdydf5RSDhS5S+DDwjjoAAexVSKQRy+QNhL1BvhGDLEU"
    "Q+xZXCr/2kLLU3n9u/nb55i6i8lSdo7+wx1aXqUJqKOLOska6X4GoLcC3WwmrC9fqA6ucg"
    "aDdujBtw726Fc+qODXpfDPlbTaNiouBO03wcY46+MPHQPcjdxGnCQga/OQtMBuHRFRrjx0"
    "ppH3YS2CWGfJZ1JrsiSHFBscekAukVJpsD2B/jTXDZn2Kp/xB3TqqN+V1k2YB9yyyfeitF"
    "uB3k1y/3e9Py374uAPbb17lgw61kaKgzlTt6ebBThFvxOd8F1uGSE8hD90S+OlFXVGAd+e"
    "6H1jXRmHPLt0WiKWVetawz22dR+IJVDABJWm0CePYmAO11rodCmA5Rrl+gRVUZDElanSSj"
    "zpyWSjWV3VXaAaKUmst15rK27mrrrrbuZlp3z/yTrDX1VjJaNVdZexfnYyXLrzS+qQNwgW"
    "wycsHhNu5dGygRFn5CeOT6eZRjrhCC+8YOjIY2JcxdekvguSSaEOwI6Ja6aVPwfh+9QTmZ"
    "MhVM1OsVLCTzs9uFGws7WZTvB3bFeJ4ZeXZpuDlIphftKqCFSS1MamFSC5Mrhckw1DJLhI"
    "yEYa4QHKOt1kqLA7lXMzInwl2kPFGHMGEvTZUBZe47VQrfLL0YEQjyhisBbYotgkYOn6aF"
    "wp08oWB8WPgMf2wnI8V+dmntwKf4ceakAC92nJ/qpNYnzIv6BH3jutcfRKoTOGTGHfeO9a"
    "7lBtv9wzgz/SoFLcQl9ZT+R8o/vvt6vDpBvChBPU5Jc91z8+sQ5Lvn1oqBW5HWdlFjIFhZ"
    "05DnqjYRiv0pNS93q9FsLdmZlF4nPEOIKrYmLanrPJYb7W4LYXrHbm9gGQmlxgM7FgnuOU"
    "MSnN1neLXke/inKffv6B/Zlu89aruUiRfw2NJ2lOArlGgUzFQRRs9jq6n+BtFMYYY6uY/Y"
    "lDgLuUpsbHPZScSA/BpApOrcipDXOZMgkFTMPbrL2RWgVzaHY4KszsA/jxSOIaCbZXDM70"
    "UncHzuJjLtSqOHgk7gqIdCfCjo/Cw6oUidjepFE4rk29YzzIOh/pPmQpUchl+Xdo8jYcJO"
    "E88lYVtxLBFBdv3phBmxP609pciHKPMcYPEMfwiGT9Lm/1qZ/5+JyXL3fhhbLNGg7e4rhL"
    "1d2N21ofhQpqy5Q90sP4d8K9aSos4GrPmEo7nDXaLST3nMVtHzYeSpRSuZEXdmwTpyM+51"
    "++amhWZYiDv2rd2H+tLYYXfs40Wv86WF7m0+fKjBXLgnY49VsA9E6Z5N+EVDVbiDGTGijn"
    "DDU5HFKQk4i6ha5ChMBeaQmY2HRQ3wx2QvmFHGSNmSn0uiehb8bISp95pIgJc4d9AEy64t"
    "xD23BQyXi87T5sdf2ywKqq252oSXMGuU0zITZNp4t9p4F3WC3NByd4TFL5oJs11icNXJH7"
    "ZrkelMSsNs+CRZ1sgwPyVaNFdZn+iybXiYXcxFFjMxl+I3lyMFjekjCCBcJZSVfBZBoBK8"
    "lyUvyo6b8p+ZqwKeTl+jCfccke0Yu6V+M81g0XxY8lu1+atW5q+SLhibuF7UbVnaQ1IkPg"
    "NAMs2L+RjHiI4Q6e3nfymfm2fbGZB2pGNKpXIeBp+KYPM/vNEFPP7sspJjjKj+cmNjHoaQ"
    "Lqajiv3YWJ0rUalDq2taXdOhijpUsSbqWU1DFRfVDjOUsmglxHx1bFF3sZgi1mMETHuOn1"
    "sCKeoX6NuE+27WKlZflehw8QPxD00YhA+OpL5HPiA4WZlw+WWQl0L+VXoXUfU8fFrEuDuR"
    "DEurant9csHYRtV3sep3azJcQOFLndyiDktlc4XCqAZd1fO2BXGtpe4wPHIZF3nHwjDI3Q"
    "Q/br82iWSA6+Wk413PpyX1HlPzyqYesUrOhsb/3hq3xlkL+dR37Lrf60Da6qtPLTRzOGR9"
    "l3wAhl1eS3ZBU4iEUak87th5u3sBl0aY2vC7077qGBfq0hCQse1qATPbZ6j8FpilGSw9tz"
    "nO8auJEiU4OQKqXfHy5MXJ/he1s97txwsDXfeNThfSlseleHUzfkDWN9oXSUcaOYOnswx9"
    "K9cbLEJR2wBWqczS4UTuR1DmgEoJQXxAY1XWR1Ucg8HvyWGiCiEUHO1b9hnzpYgU6quSIi"
    "1I6uyE14jADELaUyhpSQEOTotFE8HWoYq+gfyzCK6M+2nXNZmSgAOC0pyLUu2PeSVXpDAn"
    "tp8B+xFO+D0GIrOaQYvBV1fOqO3QlLIdzTY/5zInTVhfFlGmcrVE6nhDRfcPajb5XjnK40"
    "bAjk/CtOaYPUGic86KbuxbXupAIzOVIFyqWkKCrG4lE1wO1SiVcgoeMFKt9JMrKgsq6I/b"
    "qKSw/ZMDOG4GXXaMZ1mBHav8k5Kk1byU9uesBkzwVzSlpiAxI/hBbTjzIF/mlCpZeWMT9x"
    "Y9liT8gpieRNouawNPkD4zx0KMhNRI5KYz586DWt6keICm+AmmGZh3mBIcNubVs7OE+wp4"
    "hcOnBdEGNp99Zg/w02oEyWnDhRUEyQ+wq1G2TFQr28DAGPN9Hk5JlikJAdumit74XirgI5"
    "u6xj7YtQ39kCr+I7XyQhAKmOQi9DXGv9G+Gnzu9667nZaU4NyJw2d0CHnKjCuIC+EzwiA2"
    "pHd+ftG9gnRloxHIgvWw3agzhzLC3oKgxhypk58NZTPPNVXFrgwxLlfXSZJV0nTqhvaW1R"
    "XuuZWwTdFpcDMc8vFwQiyz4vDNoa4x0KFRRb2yX2FPQBYxLkDgwZbKrAonm/LPzEXqAw+j"
    "pQ+l9GNO6dDhWXrhqlztccI6M2NKbZtCNiqlBf5r6DkOuCT/64PqTKqFxIEjYckNOiSgID"
    "5IobzW9sjwE8rstVGa49tuXxVx/sv3/UvlVPV9DNL45idEjJBslAlxT5MCpEaxLLQqF6Dh"
    "gwis9lZLGRibgSmx6du4mrB0Ca5qhW7BQXAn6Q4Zd8txbUFQj+yV8LzS2SsXLpx+yDWaYC"
    "gAjoTUlblfABwUT6lHe8MJgvIu6iRsK2aVnTCROA53zHCQFV3f4lRHuMJt3b/ZR2xKhMDj"
    "DKjzrRopwmNAe98GDSJcOlXey4GfRub51ZqSfjl9PBsj8E/p5Kz93fVQWLqvOdWGQpxST/"
    "g6c3nhiFdlyidoNafrzGmdMXSHR3E6OEgnYK1XqFDRBKzJUbwFgHUQ1iGCsPrKW6GREYIV"
    "3GmuCsBylm22moO1SFBSM5affF2IknpRHaVUizW7ifKjlNTfFM4rvCuD9nWOS6rTgbvO8b"
    "p3u9gxJ7lQJy3++JALErFtgUKPVeqGhy/FjPK7Ng6P+NATJnYIzmbFeo+reA81NhE3bnrn"
    "g2/tvmGeGV+Ni971pXE1aCHBR66UGIjs55HYfAaO0Hfssn3V/mT4LXwxwb8u1c+2edPpGl"
    "cdo4XUgi2GFMInICbv6ub2YqBi9YCNHhz2jO9Yb/AZoiqV33g9uE6FOXPoFDsZR8srvcTj"
    "hIfOZLn7pW+Lvt/PJDN7KhbvZXoirYgCo0WT+mzbwUUb27VxTld20kNBmxJ1niFt4ipq4g"
    "L9tpFr5hoEgSzrTF1mGPGyPtvQN3BiwmE4kMDUQkGAWJguVwUIQW4633uWuh+Qn5jcz+c6"
    "4XOVHmgKga9z4pB0XqEdPWNdOthAP9UZYWtlOjtWO0Nt3Mu07WzvtjOt7GgJV0u4WsLVEu"
    "4qCXcgVzCIbzCY62TWOIg3WCnnukFTkyzarhV1b/iUqPyTfvjFRPYu+W8hyiBhZcSn4BfI"
    "6OI50Ad30JzaNmTBhBRX/qRVOTAlyJDpSlUpAF//BzkoAvf/tAS830eXPKpOe1P4u9H6lJ"
    "oLLvCRmfBjyTm3hqUy+5QcPiJ4domn6mPyQ6/Wq2T9kKdVjrFC2joLpA0pLXwyzMveV6MF"
    "OTTGxJzyR3LHrj+3bwwTknpeDFooSACsMtTfsbNe5xbOsW5kr3CaFerAwhTqREs+T/YGAV"
    "J3rHs1MPpfu8a3llwqXOI8UjJX51qDdmegDrVcueRB+tDL7tUZHGo5ZArfWJM0oeUFYi0I"
    "H4kgDIYcU82JqitAvIdaH2S3v0JKV1WP8Y61r68vuvBbbYlw5abTN4wrdQ4t6Qhh6hg6e3"
    "L3zs/V4fRoRBzZV6djXKussng4JDOVVLZv/G501DWH/EmG6hrw86zf/ga1O6k7saQ8yO7Y"
    "p8+9G9VwPJHcrUuqWTloNhoXUXo9Ko5lVDheWdf9JUX9U26plFotPwcrdgjylTIryGKI0X"
    "xC7b0Wfwl8GSSApeK2E2TPIeK+WpGjfQdfl81wpnOaVTfXggRp/oezUi68MaJjQH3XuU9V"
    "btwyCC8Ijg/dnThJ79UJfX+LNQ7V2g/+uq2sW+DJFkpDYAKjBQtf74ENDrdLsSFsX2M21G"
    "mUkynOSs67IiFJSHCMABdZpWWrFQCn1+lJyZ1wQXB8AO+gdqhHKhwLL6l03HmdjVxW5tRZ"
    "6bFvZU+evfvql41/PIiPvnas0FNNe5HroaCzfehsH88HTp3towzAOtuHdhSLO4rdQn7LXC"
    "+xyN3mKhcxD9qV8Q8bTEiQMxzMTarGFBNzqGIMRin1hBeo6yLuuTZ9VJWQVdmcpmznl06R"
    "d2RLeN9F4bC0L9juHlPS72sKubnXOVv5KN4/mX7rZgXPrnLP0R5dh96+mijfo+tAp7T78u"
    "dKVD5ShZKCulj7LX+ky2A/izLYB6+OtC9m6fJIdWNJnc5oFrJBcYQDgjoj3LgddJqQuP/0"
    "5PTtby9fVhnNq5JmhGC/y4X6nS5ElY+zrpX0PIHWFb90Xakt1pUCGd2vIKU0fwigilRcqm"
    "0lKX2wpU8zDmxwr9lSeAQBw/VEtLIZWD4fXd1eXBzODqyMmBkWYJ8bq2y/8ovwcMg9ViwP"
    "Tj6m642q2iR5UJPknh0EK6D8vP0DR/LBZllf4xhRnZX8OplRZliIOZer5gSLUuaUFOERIv"
    "72pIhr5km+a+ZJOg4RNEnzEdtUitMjN0tSWKUyZdPvLzPsSTncG7eMfkeCSJQt8QFh/xAS"
    "USE8YiGCHZtCPmwBoeeLuMI661A2ZmMvN440m2dRmhq7LzcWx08gyaja1cLXdOW7C0SLVk"
    "mOzaD3BSbQ+9z58z67Vq/JvOl92ZmTIj3gpDlJg78inXI8W0tgf6BO0WiUg8wT0M656xJW"
    "iVdZ1PViV2AEYmROhOtH1ga8SXBLTSo/b47/SXXmWhCc7W8spoWfythKs4n3x7ZXKb69ym"
    "acoDbk6g/ioOcq01GCa1T4Ye8QLS1QELxeinNbs66qYyv7ybz3LKkNVrKz5nZRZ4vr8zWz"
    "Yjm8LOzkrnwrDnRSlLVc9cL3RCNCrF8gwn3oECm/WRZ4Wh1mmlhUwNdXsW4nSHX0U50t1/"
    "oQ46ceCimze76VONMBPmvnDKjPv/SJvfBr/5mc33MDXVw83h5gAzw+VszuKfOdvjdE6yNl"
    "CyfzY8RJLsGWxIlie0OgOouOjhWqIFmTub2168zv8SdYwqhFpjPugqJgPpBNJ2V32dsXcr"
    "RTM8gX6m06yq6hn753tGMrKJe7GUjLAsLHC5GqB7MVnMIKNMeIVTyn+IZwpXKZHyNikRC7"
    "DeGKB/U9S5U+DdUufWPaxKFDONVJeccEd5qr/GPwsk1tPGPyvdezHGMyrG/BsKivr8ZWzG"
    "z5jjC5BU3zj0PzK5oeg8vATpw0YFKVQDhofoTovjwp4pEhW+WHap2kfDJyi1flp6TNL15V"
    "Lh1t3dBeAe7WMtCWMOFtfzP78f+fNQsq"
)
