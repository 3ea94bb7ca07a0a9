CREATE TABLE "pause" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 1000),
    "ground" TEXT NOT NULL CHECK (length("ground") <= 500),
    "from_at" TEXT NOT NULL,
    "planned_on" TEXT NOT NULL,
    "to_at" TEXT,
    "made_by_id" INTEGER NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "ended_by" TEXT NOT NULL CHECK (length("ended_by") <= 60),
    "letter_id" INTEGER
) STRICT
--
CREATE INDEX "pause_case_id" ON "pause" ("case_id")
--
CREATE TABLE "extension" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 1000),
    "state" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL CHECK (length("asked_by") <= 60),
    "settled_at" TEXT,
    "approver_id" INTEGER,
    "approver" TEXT NOT NULL CHECK (length("approver") <= 60),
    "leader_decision" TEXT NOT NULL CHECK (length("leader_decision") <= 1000),
    "note" TEXT NOT NULL CHECK (length("note") <= 1000),
    "due_before" TEXT NOT NULL,
    "due_after" TEXT,
    "letter_id" INTEGER
) STRICT
--
CREATE INDEX "extension_case_id" ON "extension" ("case_id")
--
CREATE TABLE "limit_change" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "limit_before" TEXT NOT NULL,
    "limit_after" TEXT NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 1000),
    "state" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "asked_by_id" INTEGER NOT NULL,
    "asked_by" TEXT NOT NULL CHECK (length("asked_by") <= 60),
    "settled_at" TEXT,
    "approver_id" INTEGER,
    "approver" TEXT NOT NULL CHECK (length("approver") <= 60),
    "note" TEXT NOT NULL CHECK (length("note") <= 1000),
    "due_before" TEXT NOT NULL,
    "due_after" TEXT,
    "told_at" TEXT,
    "told_mode" TEXT
) STRICT
--
CREATE INDEX "limit_change_case_id" ON "limit_change" ("case_id")
--
CREATE TABLE "reminder" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "owed" TEXT NOT NULL,
    "owed_id" INTEGER NOT NULL,
    "turn" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "to_ids" TEXT NOT NULL,
    "to_names" TEXT NOT NULL,
    "answer_by" TEXT,
    "answer" TEXT NOT NULL CHECK (length("answer") <= 1000),
    "answered_at" TEXT,
    "answered_by" TEXT NOT NULL CHECK (length("answered_by") <= 60),
    "closed_at" TEXT,
    "letter_id" INTEGER,
    "seen_by" TEXT NOT NULL
) STRICT
--
CREATE INDEX "reminder_at" ON "reminder" ("at")
--
CREATE UNIQUE INDEX "reminder_owed_owed_id_turn_due_at" ON "reminder" ("owed", "owed_id", "turn", "due_at")
--
ALTER TABLE "matter_case" ADD COLUMN "category" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "start_event" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "first_due_at" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "no_limit_reason" TEXT NOT NULL DEFAULT '' CHECK (length("no_limit_reason") <= 300)
--
ALTER TABLE "matter_case" ADD COLUMN "assigned_id" INTEGER
--
ALTER TABLE "matter_case" ADD COLUMN "outcome" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "result" TEXT NOT NULL DEFAULT '' CHECK (length("result") <= 4000)
--
ALTER TABLE "matter_case" ADD COLUMN "ground" TEXT NOT NULL DEFAULT '' CHECK (length("ground") <= 1000)
--
ALTER TABLE "matter_case" ADD COLUMN "closed_at" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "closed_by" TEXT NOT NULL DEFAULT '' CHECK (length("closed_by") <= 60)
--
ALTER TABLE "matter_case" ADD COLUMN "told_at" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "told_by" TEXT NOT NULL DEFAULT '' CHECK (length("told_by") <= 60)
--
ALTER TABLE "matter_case" ADD COLUMN "told_mode" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "reopened_at" TEXT
--
ALTER TABLE "matter_case" ADD COLUMN "limit_basis" TEXT
--
CREATE TABLE "assignment" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT,
    "approved_by" TEXT NOT NULL CHECK (length("approved_by") <= 60),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60)
) STRICT
--
CREATE INDEX "assignment_post_id" ON "assignment" ("post_id")
--
CREATE INDEX "assignment_account_id" ON "assignment" ("account_id")
--
CREATE TABLE "incompatible_posts" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 300),
    "lifted_at" TEXT
) STRICT
--
CREATE UNIQUE INDEX "incompatible_posts_post_id_other_id" ON "incompatible_posts" ("post_id", "other_id")
--
CREATE TABLE "named_stand_in" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "from_at" TEXT NOT NULL,
    "until_at" TEXT NOT NULL,
    "named_by" TEXT NOT NULL CHECK (length("named_by") <= 60),
    "made_at" TEXT NOT NULL
) STRICT
--
CREATE INDEX "named_stand_in_post_id" ON "named_stand_in" ("post_id")
--
CREATE TABLE "handover" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "absence_id" INTEGER,
    "post_id" INTEGER NOT NULL,
    "from_id" INTEGER NOT NULL,
    "from_name" TEXT NOT NULL CHECK (length("from_name") <= 60),
    "to_id" INTEGER NOT NULL,
    "to_name" TEXT NOT NULL CHECK (length("to_name") <= 60),
    "made_at" TEXT NOT NULL,
    "items" TEXT NOT NULL,
    "keys" TEXT NOT NULL CHECK (length("keys") <= 1000),
    "calls" TEXT NOT NULL CHECK (length("calls") <= 1000),
    "instructions" TEXT NOT NULL CHECK (length("instructions") <= 1000),
    "note" TEXT NOT NULL CHECK (length("note") <= 4000),
    "accepted_at" TEXT,
    "accepted_note" TEXT NOT NULL CHECK (length("accepted_note") <= 1000),
    "report" TEXT NOT NULL CHECK (length("report") <= 4000),
    "reported_at" TEXT,
    "acknowledged_at" TEXT
) STRICT
--
CREATE INDEX "handover_absence_id" ON "handover" ("absence_id")
--
CREATE INDEX "handover_post_id" ON "handover" ("post_id")
--
CREATE INDEX "handover_to_id" ON "handover" ("to_id")
--
CREATE TABLE "training" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "trainee_id" INTEGER NOT NULL,
    "trainee" TEXT NOT NULL CHECK (length("trainee") <= 60),
    "trainer" TEXT NOT NULL CHECK (length("trainer") <= 60),
    "on_day" TEXT NOT NULL,
    "topic" TEXT NOT NULL CHECK (length("topic") <= 300),
    "minutes" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60)
) STRICT
--
CREATE INDEX "training_post_id" ON "training" ("post_id")
--
CREATE INDEX "training_trainee_id" ON "training" ("trainee_id")
--
CREATE TABLE "finding" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "checker" TEXT NOT NULL CHECK (length("checker") <= 60),
    "covered" INTEGER NOT NULL,
    "board_right" INTEGER NOT NULL,
    "phone_answered" INTEGER NOT NULL,
    "text" TEXT NOT NULL CHECK (length("text") <= 2000),
    "correct_by" TEXT,
    "corrected_at" TEXT,
    "corrected_note" TEXT NOT NULL CHECK (length("corrected_note") <= 1000)
) STRICT
--
CREATE INDEX "finding_post_id" ON "finding" ("post_id")
--
ALTER TABLE "post" ADD COLUMN "second_id" INTEGER
--
ALTER TABLE "post" ADD COLUMN "duties" TEXT NOT NULL DEFAULT '' CHECK (length("duties") <= 2000)
--
ALTER TABLE "unit" ADD COLUMN "duties" TEXT NOT NULL DEFAULT '' CHECK (length("duties") <= 1000)
--
ALTER TABLE "unit" ADD COLUMN "hours" TEXT NOT NULL DEFAULT '' CHECK (length("hours") <= 200)
--
CREATE TRIGGER "reminder_no_delete" BEFORE DELETE ON "reminder"
BEGIN SELECT RAISE(ABORT, 'a reminder is never deleted'); END
--
CREATE TRIGGER "pause_no_delete" BEFORE DELETE ON "pause"
BEGIN SELECT RAISE(ABORT, 'a stop of a clock is never deleted'); END
--
CREATE TRIGGER "extension_no_delete" BEFORE DELETE ON "extension"
BEGIN SELECT RAISE(ABORT, 'an extension is never deleted'); END
--
CREATE TRIGGER "limit_change_no_delete" BEFORE DELETE ON "limit_change"
BEGIN SELECT RAISE(ABORT, 'a change of limit is never deleted'); END
--
CREATE TABLE "matter_closure" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "first_on" TEXT NOT NULL,
    "last_on" TEXT NOT NULL,
    "reason" TEXT NOT NULL CHECK (length("reason") <= 200),
    "made_at" TEXT NOT NULL,
    "made_by" TEXT NOT NULL CHECK (length("made_by") <= 60),
    "withdrawn" INTEGER NOT NULL
) STRICT
--
CREATE INDEX "matter_closure_matter_code" ON "matter_closure" ("matter_code")
--
CREATE TABLE "due_move" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "owed" TEXT NOT NULL,
    "owed_id" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL CHECK (length("number") <= 40),
    "due_before" TEXT NOT NULL,
    "due_after" TEXT NOT NULL,
    "why" TEXT NOT NULL CHECK (length("why") <= 300),
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL CHECK (length("by") <= 60),
    "to_id" INTEGER NOT NULL,
    "seen_at" TEXT,
    "seen_by" TEXT NOT NULL CHECK (length("seen_by") <= 60)
) STRICT
--
CREATE INDEX "due_move_inquiry_id" ON "due_move" ("inquiry_id")
