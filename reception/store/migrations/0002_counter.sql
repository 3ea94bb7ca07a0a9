CREATE TABLE "tally" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "token" TEXT NOT NULL CHECK (length("token") <= 64),
    "at" TEXT NOT NULL,
    "on_day" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "counter" TEXT NOT NULL CHECK (length("counter") <= 60),
    "account_id" INTEGER NOT NULL,
    "account" TEXT NOT NULL CHECK (length("account") <= 60),
    "channel" TEXT NOT NULL,
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "matter_name" TEXT NOT NULL CHECK (length("matter_name") <= 200),
    "undone_at" TEXT
) STRICT
--
CREATE UNIQUE INDEX "tally_token" ON "tally" ("token")
--
CREATE INDEX "tally_at" ON "tally" ("at")
--
CREATE INDEX "tally_on_day" ON "tally" ("on_day")
--
CREATE TABLE "callback" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "token" TEXT NOT NULL CHECK (length("token") <= 64),
    "inquiry_id" INTEGER,
    "name" TEXT NOT NULL CHECK (length("name") <= 100),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 40),
    "phone_ext" TEXT NOT NULL CHECK (length("phone_ext") <= 10),
    "about" TEXT NOT NULL CHECK (length("about") <= 200),
    "note" TEXT NOT NULL CHECK (length("note") <= 1000),
    "not_before" TEXT,
    "due_at" TEXT NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "owner" TEXT NOT NULL CHECK (length("owner") <= 60),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "status" TEXT NOT NULL,
    "closed_at" TEXT
) STRICT
--
CREATE UNIQUE INDEX "callback_token" ON "callback" ("token")
--
CREATE INDEX "callback_inquiry_id" ON "callback" ("inquiry_id")
--
CREATE INDEX "callback_owner_id" ON "callback" ("owner_id")
--
CREATE INDEX "callback_status_due_at" ON "callback" ("status", "due_at")
--
CREATE TABLE "call_attempt" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "callback_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL CHECK (length("by_name") <= 60),
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL CHECK (length("note") <= 1000)
) STRICT
--
CREATE INDEX "call_attempt_callback_id" ON "call_attempt" ("callback_id")
--
CREATE TABLE "supplement" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "notice_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "ticks" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "missing" TEXT NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "supplement_inquiry_id" ON "supplement" ("inquiry_id")
--
CREATE INDEX "supplement_notice_id" ON "supplement" ("notice_id")
--
CREATE TABLE "telling" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "notice_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL CHECK (length("by_name") <= 60),
    "mode" TEXT NOT NULL,
    "to_whom" TEXT NOT NULL CHECK (length("to_whom") <= 100),
    "note" TEXT NOT NULL CHECK (length("note") <= 1000)
) STRICT
--
CREATE INDEX "telling_notice_id" ON "telling" ("notice_id")
--
CREATE TABLE "visitor_merge" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "kept_id" INTEGER NOT NULL,
    "merged_id" INTEGER NOT NULL,
    "moved" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "by_name" TEXT NOT NULL CHECK (length("by_name") <= 60),
    "undone_at" TEXT
) STRICT
--
CREATE INDEX "visitor_merge_kept_id" ON "visitor_merge" ("kept_id")
--
CREATE INDEX "visitor_merge_merged_id" ON "visitor_merge" ("merged_id")
--
CREATE TABLE "absence" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account" TEXT NOT NULL CHECK (length("account") <= 60),
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 200),
    "from_at" TEXT NOT NULL,
    "until_at" TEXT NOT NULL,
    "reach" TEXT NOT NULL CHECK (length("reach") <= 60),
    "leader_told" TEXT NOT NULL CHECK (length("leader_told") <= 60),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "returned_at" TEXT,
    "cancelled_at" TEXT
) STRICT
--
CREATE INDEX "absence_account_id" ON "absence" ("account_id")
--
CREATE INDEX "absence_from_at" ON "absence" ("from_at")
--
CREATE TABLE "quick_answer" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL CHECK (length("question") <= 200),
    "answer" TEXT NOT NULL CHECK (length("answer") <= 2000),
    "answer_en" TEXT NOT NULL CHECK (length("answer_en") <= 2000),
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "keywords" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "last_used_at" TEXT,
    "active" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL
) STRICT
--
CREATE TABLE "emergency_contact" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 60),
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 100),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "note" TEXT NOT NULL CHECK (length("note") <= 200),
    "position" INTEGER NOT NULL,
    "active" INTEGER NOT NULL
) STRICT
--
CREATE TABLE "shift_note" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "counter" TEXT NOT NULL CHECK (length("counter") <= 60),
    "text" TEXT NOT NULL CHECK (length("text") <= 4000),
    "items" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "made_by_id" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "taken_at" TEXT,
    "taken_by" TEXT NOT NULL CHECK (length("taken_by") <= 60)
) STRICT
--
CREATE INDEX "shift_note_counter_made_at" ON "shift_note" ("counter", "made_at")
--
ALTER TABLE "visitor" ADD COLUMN "merged_into" INTEGER
--
ALTER TABLE "inquiry" ADD COLUMN "agent_name" TEXT NOT NULL DEFAULT '' CHECK (length("agent_name") <= 100)
--
ALTER TABLE "inquiry" ADD COLUMN "agent_phone" TEXT NOT NULL DEFAULT '' CHECK (length("agent_phone") <= 40)
--
ALTER TABLE "inquiry" ADD COLUMN "agent_relation" TEXT NOT NULL DEFAULT '' CHECK (length("agent_relation") <= 60)
--
ALTER TABLE "inquiry" ADD COLUMN "leader_told" INTEGER NOT NULL DEFAULT 0
--
ALTER TABLE "inquiry" ADD COLUMN "returned_with" INTEGER
--
ALTER TABLE "referral" ADD COLUMN "passed_before" INTEGER NOT NULL DEFAULT 0
--
ALTER TABLE "referral" ADD COLUMN "previous_id" INTEGER
--
ALTER TABLE "referral" ADD COLUMN "acknowledged_at" TEXT
--
ALTER TABLE "referral" ADD COLUMN "acknowledged_by" TEXT NOT NULL DEFAULT '' CHECK (length("acknowledged_by") <= 60)
--
ALTER TABLE "referral" ADD COLUMN "returned_at" TEXT
--
ALTER TABLE "referral" ADD COLUMN "return_reason" TEXT
--
ALTER TABLE "referral" ADD COLUMN "return_note" TEXT NOT NULL DEFAULT '' CHECK (length("return_note") <= 1000)
--
ALTER TABLE "post" ADD COLUMN "stand_in_id" INTEGER
--
CREATE TRIGGER "tally_no_delete" BEFORE DELETE ON "tally"
BEGIN SELECT RAISE(ABORT, 'a tally is never deleted'); END
--
CREATE TRIGGER "supplement_no_delete" BEFORE DELETE ON "supplement"
BEGIN SELECT RAISE(ABORT, 'what came back with a notice is never deleted'); END
--
CREATE TRIGGER "telling_no_delete" BEFORE DELETE ON "telling"
BEGIN SELECT RAISE(ABORT, 'the log of a telling is never deleted'); END
