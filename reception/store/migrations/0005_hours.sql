CREATE TABLE "dated_hours" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "from_on" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 200),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "withdrawn" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "dated_hours_from_on" ON "dated_hours" ("from_on")
--
CREATE TRIGGER "dated_hours_no_delete" BEFORE DELETE ON "dated_hours"
BEGIN SELECT RAISE(ABORT, 'office hours are never deleted'); END
--
ALTER TABLE "office" ADD COLUMN "thresholds" TEXT NOT NULL DEFAULT '{"short_days":1,"long_divisor":5,"long_least":2,"used_percent":50}'
