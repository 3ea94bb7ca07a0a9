ALTER TABLE "notice" ADD COLUMN "text_en" TEXT
--
CREATE TABLE "letter" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "token" TEXT NOT NULL CHECK (length("token") <= 64),
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL CHECK (length("number") <= 60),
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "case_no" TEXT NOT NULL CHECK (length("case_no") <= 30),
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "matter_edition" INTEGER,
    "text" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,
    "query_code" TEXT NOT NULL CHECK (length("query_code") <= 6),
    "issued_at" TEXT NOT NULL,
    "issued_by_id" INTEGER NOT NULL,
    "issued_by" TEXT NOT NULL CHECK (length("issued_by") <= 60),
    "prints" INTEGER NOT NULL,
    "last_printed_at" TEXT,
    "void" INTEGER NOT NULL,
    "restricted" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "letter_token" ON "letter" ("token")
--
CREATE UNIQUE INDEX "letter_number" ON "letter" ("number")
--
CREATE INDEX "letter_inquiry_id" ON "letter" ("inquiry_id")
--
CREATE UNIQUE INDEX "letter_query_code" ON "letter" ("query_code")
--
CREATE UNIQUE INDEX "letter_kind_year_serial" ON "letter" ("kind", "year", "serial")
--
CREATE TABLE "wording" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "statement" TEXT NOT NULL CHECK (length("statement") <= 2000),
    "statement_en" TEXT NOT NULL CHECK (length("statement_en") <= 2000),
    "closing" TEXT NOT NULL CHECK (length("closing") <= 1000),
    "closing_en" TEXT NOT NULL CHECK (length("closing_en") <= 1000),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60)
) STRICT
--
CREATE UNIQUE INDEX "wording_kind_edition" ON "wording" ("kind", "edition")
--
CREATE TABLE "print_job" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "paper_kind" TEXT NOT NULL,
    "paper_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL CHECK (length("number") <= 60),
    "form" TEXT NOT NULL,
    "printer" TEXT NOT NULL CHECK (length("printer") <= 200),
    "copies" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT NOT NULL CHECK (length("error") <= 1000),
    "made_at" TEXT NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "settled_at" TEXT
) STRICT
--
CREATE INDEX "print_job_state_made_at" ON "print_job" ("state", "made_at")
--
CREATE INDEX "print_job_paper_kind_paper_id" ON "print_job" ("paper_kind", "paper_id")
--
CREATE TABLE "nameplate" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 120),
    "title" TEXT NOT NULL CHECK (length("title") <= 120),
    "title_en" TEXT NOT NULL CHECK (length("title_en") <= 200),
    "staff_no" TEXT NOT NULL CHECK (length("staff_no") <= 20),
    "duties" TEXT NOT NULL CHECK (length("duties") <= 400),
    "duties_en" TEXT NOT NULL CHECK (length("duties_en") <= 600)
) STRICT
--
CREATE UNIQUE INDEX "nameplate_account_id" ON "nameplate" ("account_id")
--
CREATE TABLE "service_promise" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "motto" TEXT NOT NULL CHECK (length("motto") <= 60),
    "motto_en" TEXT NOT NULL CHECK (length("motto_en") <= 120),
    "sentences" TEXT NOT NULL CHECK (length("sentences") <= 1000),
    "sentences_en" TEXT NOT NULL CHECK (length("sentences_en") <= 2000),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60)
) STRICT
--
CREATE UNIQUE INDEX "service_promise_edition" ON "service_promise" ("edition")
--
CREATE TRIGGER "letter_no_delete" BEFORE DELETE ON "letter"
BEGIN SELECT RAISE(ABORT, 'an issued letter is never deleted'); END
--
CREATE TRIGGER "letter_text_frozen" BEFORE UPDATE ON "letter"
WHEN NEW."text" IS NOT OLD."text" OR NEW."text_en" IS NOT OLD."text_en" OR NEW."number" IS NOT OLD."number"
    OR NEW."query_code" IS NOT OLD."query_code"
BEGIN SELECT RAISE(ABORT, 'the text of an issued letter is frozen'); END
--
CREATE TRIGGER "notice_english_frozen" BEFORE UPDATE ON "notice"
WHEN OLD."text_en" IS NOT NULL AND NEW."text_en" IS NOT OLD."text_en"
BEGIN SELECT RAISE(ABORT, 'the text of an issued notice is frozen'); END
