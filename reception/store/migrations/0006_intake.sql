ALTER TABLE "callback" ADD COLUMN "made_by_id" INTEGER
--
UPDATE "callback" SET "made_by_id" = (SELECT "id" FROM "account" WHERE "account"."name" = "callback"."made_by")
--
ALTER TABLE "absence" ADD COLUMN "made_by_id" INTEGER
--
UPDATE "absence" SET "made_by_id" = (SELECT "id" FROM "account" WHERE "account"."name" = "absence"."made_by")
--
ALTER TABLE "call_attempt" ADD COLUMN "token" TEXT CHECK (length("token") <= 64)
--
CREATE UNIQUE INDEX "call_attempt_token" ON "call_attempt" ("token")
