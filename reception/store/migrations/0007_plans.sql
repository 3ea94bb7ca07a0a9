CREATE TABLE "training_plan" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "batch" TEXT NOT NULL CHECK (length("batch") <= 60),
    "post_id" INTEGER NOT NULL,
    "trainee_id" INTEGER NOT NULL,
    "trainee" TEXT NOT NULL CHECK (length("trainee") <= 60),
    "topic" TEXT NOT NULL CHECK (length("topic") <= 300),
    "form" TEXT NOT NULL,
    "by_on" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "dropped_at" TEXT
) STRICT
--
CREATE INDEX "training_plan_post_id" ON "training_plan" ("post_id")
--
CREATE INDEX "training_plan_trainee_id" ON "training_plan" ("trainee_id")
--
ALTER TABLE "finding" ADD COLUMN "inquiry_id" INTEGER
--
ALTER TABLE "finding" ADD COLUMN "absence_id" INTEGER
--
CREATE INDEX "finding_inquiry_id" ON "finding" ("inquiry_id")
