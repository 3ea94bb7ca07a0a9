CREATE TABLE "visitor" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 100),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 40),
    "phone_ext" TEXT NOT NULL CHECK (length("phone_ext") <= 10),
    "person_no" TEXT NOT NULL CHECK (length("person_no") <= 20),
    "person_kind" TEXT NOT NULL,
    "person_unit" TEXT NOT NULL CHECK (length("person_unit") <= 100),
    "search_keys" TEXT NOT NULL CHECK (length("search_keys") <= 2000),
    "contacts" INTEGER NOT NULL,
    "first_seen_at" TEXT NOT NULL,
    "last_seen_at" TEXT NOT NULL
) STRICT
--
CREATE INDEX "visitor_phone" ON "visitor" ("phone")
--
CREATE INDEX "visitor_person_no" ON "visitor" ("person_no")
--
CREATE TABLE "inquiry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "token" TEXT NOT NULL CHECK (length("token") <= 64),
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "reg_no" TEXT NOT NULL CHECK (length("reg_no") <= 30),
    "reg_at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,
    "ended_at" TEXT,
    "late_entry" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "counter" TEXT NOT NULL CHECK (length("counter") <= 60),
    "first_officer_id" INTEGER NOT NULL,
    "first_officer" TEXT NOT NULL CHECK (length("first_officer") <= 60),
    "first_post" TEXT NOT NULL CHECK (length("first_post") <= 120),
    "acting_for" TEXT NOT NULL CHECK (length("acting_for") <= 60),
    "visitor_id" INTEGER,
    "person_kind" TEXT NOT NULL,
    "person_name" TEXT NOT NULL CHECK (length("person_name") <= 100),
    "person_unit" TEXT NOT NULL CHECK (length("person_unit") <= 100),
    "person_count" INTEGER NOT NULL,
    "person_no" TEXT NOT NULL CHECK (length("person_no") <= 20),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 40),
    "phone_ext" TEXT NOT NULL CHECK (length("phone_ext") <= 10),
    "reply_pref" TEXT,
    "other_contact" TEXT NOT NULL CHECK (length("other_contact") <= 100),
    "privacy_told" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "matter_edition" INTEGER,
    "matter_name" TEXT NOT NULL CHECK (length("matter_name") <= 200),
    "summary" TEXT NOT NULL CHECK (length("summary") <= 200),
    "detail" TEXT NOT NULL CHECK (length("detail") <= 4000),
    "papers" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "repeat_of" INTEGER,
    "scope" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "answer" TEXT NOT NULL CHECK (length("answer") <= 4000),
    "result" TEXT NOT NULL CHECK (length("result") <= 4000),
    "to_unit" TEXT NOT NULL CHECK (length("to_unit") <= 20),
    "to_post" TEXT NOT NULL CHECK (length("to_post") <= 20),
    "to_person" TEXT NOT NULL CHECK (length("to_person") <= 100),
    "guide_mode" TEXT,
    "nobody_there" INTEGER NOT NULL,
    "told_phone" TEXT NOT NULL CHECK (length("told_phone") <= 60),
    "told_place" TEXT NOT NULL CHECK (length("told_place") <= 200),
    "proposed" TEXT NOT NULL CHECK (length("proposed") <= 4000),
    "leader_note" TEXT NOT NULL CHECK (length("leader_note") <= 4000),
    "remark" TEXT NOT NULL CHECK (length("remark") <= 4000),
    "status" TEXT NOT NULL,
    "void_reason" TEXT,
    "void_note" TEXT NOT NULL CHECK (length("void_note") <= 1000),
    "voided_at" TEXT,
    "voided_by" TEXT NOT NULL CHECK (length("voided_by") <= 60),
    "restricted" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "inquiry_token" ON "inquiry" ("token")
--
CREATE UNIQUE INDEX "inquiry_reg_no" ON "inquiry" ("reg_no")
--
CREATE INDEX "inquiry_received_at" ON "inquiry" ("received_at")
--
CREATE INDEX "inquiry_first_officer_id" ON "inquiry" ("first_officer_id")
--
CREATE INDEX "inquiry_visitor_id" ON "inquiry" ("visitor_id")
--
CREATE UNIQUE INDEX "inquiry_year_serial" ON "inquiry" ("year", "serial")
--
CREATE TABLE "notice" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL CHECK (length("kind") <= 4),
    "number" TEXT NOT NULL CHECK (length("number") <= 60),
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "matter_edition" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "missing" TEXT NOT NULL,
    "query_code" TEXT NOT NULL CHECK (length("query_code") <= 6),
    "issued_at" TEXT NOT NULL,
    "issued_by_id" INTEGER NOT NULL,
    "issued_by" TEXT NOT NULL CHECK (length("issued_by") <= 60),
    "supplement_by" TEXT,
    "second_reason" TEXT,
    "released" INTEGER NOT NULL,
    "prints" INTEGER NOT NULL,
    "last_printed_at" TEXT,
    "void" INTEGER NOT NULL,
    "restricted" INTEGER NOT NULL
) STRICT
--
CREATE INDEX "notice_inquiry_id" ON "notice" ("inquiry_id")
--
CREATE UNIQUE INDEX "notice_number" ON "notice" ("number")
--
CREATE UNIQUE INDEX "notice_query_code" ON "notice" ("query_code")
--
CREATE UNIQUE INDEX "notice_kind_year_serial" ON "notice" ("kind", "year", "serial")
--
CREATE TABLE "matter_case" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "case_no" TEXT NOT NULL CHECK (length("case_no") <= 30),
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "matter_code" TEXT NOT NULL CHECK (length("matter_code") <= 20),
    "matter_name" TEXT NOT NULL CHECK (length("matter_name") <= 200),
    "post_code" TEXT NOT NULL CHECK (length("post_code") <= 20),
    "officer_id" INTEGER NOT NULL,
    "officer" TEXT NOT NULL CHECK (length("officer") <= 60),
    "started_at" TEXT NOT NULL,
    "time_limit" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "provisional" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "restricted" INTEGER NOT NULL
) STRICT
--
CREATE INDEX "matter_case_inquiry_id" ON "matter_case" ("inquiry_id")
--
CREATE UNIQUE INDEX "matter_case_case_no" ON "matter_case" ("case_no")
--
CREATE INDEX "matter_case_status_due_at" ON "matter_case" ("status", "due_at")
--
CREATE TABLE "referral" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "inquiry_id" INTEGER NOT NULL,
    "disposition" TEXT NOT NULL,
    "to_post" TEXT NOT NULL CHECK (length("to_post") <= 20),
    "to_person" TEXT NOT NULL CHECK (length("to_person") <= 100),
    "receiver_id" INTEGER NOT NULL,
    "receiver" TEXT NOT NULL CHECK (length("receiver") <= 100),
    "sent_at" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "provisional" INTEGER NOT NULL,
    "status" TEXT NOT NULL
) STRICT
--
CREATE INDEX "referral_inquiry_id" ON "referral" ("inquiry_id")
--
CREATE INDEX "referral_status_due_at" ON "referral" ("status", "due_at")
--
CREATE TABLE "audit_entry" (
    "seq" INTEGER NOT NULL PRIMARY KEY,
    "at" TEXT NOT NULL CHECK (length("at") <= 40),
    "actor_id" INTEGER,
    "actor" TEXT NOT NULL CHECK (length("actor") <= 60),
    "role" TEXT NOT NULL CHECK (length("role") <= 100),
    "counter" TEXT NOT NULL CHECK (length("counter") <= 60),
    "action" TEXT NOT NULL CHECK (length("action") <= 40),
    "kind" TEXT NOT NULL CHECK (length("kind") <= 40),
    "object_id" INTEGER NOT NULL,
    "salt" TEXT CHECK (length("salt") <= 64),
    "payload" TEXT,
    "digest" TEXT NOT NULL CHECK (length("digest") <= 64),
    "prev" TEXT NOT NULL CHECK (length("prev") <= 64),
    "hash" TEXT NOT NULL CHECK (length("hash") <= 64),
    "key_id" TEXT NOT NULL CHECK (length("key_id") <= 40)
) STRICT
--
CREATE INDEX "audit_entry_kind_object_id" ON "audit_entry" ("kind", "object_id")
--
CREATE TABLE "office" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 100),
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 200),
    "university" TEXT NOT NULL CHECK (length("university") <= 100),
    "university_en" TEXT NOT NULL CHECK (length("university_en") <= 200),
    "short_name" TEXT NOT NULL CHECK (length("short_name") <= 8),
    "unit_code" TEXT NOT NULL CHECK (length("unit_code") <= 20),
    "place" TEXT NOT NULL CHECK (length("place") <= 200),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "supervise_phone" TEXT NOT NULL CHECK (length("supervise_phone") <= 60),
    "area_code" TEXT NOT NULL CHECK (length("area_code") <= 8),
    "zone" TEXT NOT NULL CHECK (length("zone") <= 60),
    "timetable" TEXT NOT NULL,
    "after_hours" TEXT NOT NULL,
    "number_style" TEXT NOT NULL
) STRICT
--
CREATE TABLE "counter" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 60),
    "active" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "counter_name" ON "counter" ("name")
--
CREATE TABLE "working_year" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "entry" TEXT NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "working_year_year" ON "working_year" ("year")
--
CREATE TABLE "working_day" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "on_day" TEXT NOT NULL,
    "layer" INTEGER NOT NULL,
    "entry" TEXT NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "working_day_on_day_layer" ON "working_day" ("on_day", "layer")
--
CREATE TABLE "account" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 60),
    "roles" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL CHECK (length("password_hash") <= 300),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "active" INTEGER NOT NULL,
    "must_change" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "locked_until" TEXT
) STRICT
--
CREATE UNIQUE INDEX "account_name" ON "account" ("name")
--
CREATE TABLE "post" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL CHECK (length("code") <= 20),
    "name" TEXT NOT NULL CHECK (length("name") <= 120),
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 200),
    "unit_code" TEXT NOT NULL CHECK (length("unit_code") <= 20),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "place" TEXT NOT NULL CHECK (length("place") <= 200),
    "holder_id" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "active" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "post_code" ON "post" ("code")
--
CREATE INDEX "post_unit_code" ON "post" ("unit_code")
--
CREATE TABLE "unit" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL CHECK (length("code") <= 20),
    "name" TEXT NOT NULL CHECK (length("name") <= 100),
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 200),
    "place" TEXT NOT NULL CHECK (length("place") <= 200),
    "place_en" TEXT NOT NULL CHECK (length("place_en") <= 200),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "active" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "unit_code" ON "unit" ("code")
--
CREATE TABLE "matter" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL CHECK (length("code") <= 20),
    "edition" INTEGER NOT NULL,
    "effective_on" TEXT NOT NULL,
    "name" TEXT NOT NULL CHECK (length("name") <= 200),
    "name_en" TEXT NOT NULL CHECK (length("name_en") <= 300),
    "unit_code" TEXT NOT NULL CHECK (length("unit_code") <= 20),
    "post_code" TEXT NOT NULL CHECK (length("post_code") <= 20),
    "audience" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "case_type" TEXT NOT NULL,
    "time_limit" TEXT,
    "statutory_text" TEXT NOT NULL CHECK (length("statutory_text") <= 300),
    "statutory_limit" TEXT,
    "pause_reasons" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "condition" TEXT NOT NULL CHECK (length("condition") <= 1000),
    "condition_en" TEXT NOT NULL CHECK (length("condition_en") <= 1000),
    "materials" TEXT NOT NULL,
    "steps" TEXT NOT NULL,
    "result" TEXT NOT NULL CHECK (length("result") <= 1000),
    "result_en" TEXT NOT NULL CHECK (length("result_en") <= 1000),
    "fee" TEXT NOT NULL CHECK (length("fee") <= 300),
    "fee_en" TEXT NOT NULL CHECK (length("fee_en") <= 300),
    "place" TEXT NOT NULL CHECK (length("place") <= 200),
    "place_en" TEXT NOT NULL CHECK (length("place_en") <= 200),
    "hours" TEXT NOT NULL CHECK (length("hours") <= 200),
    "phone" TEXT NOT NULL CHECK (length("phone") <= 60),
    "supervise_phone" TEXT NOT NULL CHECK (length("supervise_phone") <= 60),
    "online" INTEGER NOT NULL,
    "keywords" TEXT NOT NULL,
    "active" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "matter_code_edition" ON "matter" ("code", "edition")
--
CREATE TABLE "sequence" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL CHECK (length("kind") <= 20),
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL
) STRICT
--
CREATE UNIQUE INDEX "sequence_kind_year" ON "sequence" ("kind", "year")
--
CREATE TRIGGER "audit_entry_no_delete" BEFORE DELETE ON "audit_entry"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
--
CREATE TRIGGER "audit_entry_no_rewrite" BEFORE UPDATE ON "audit_entry"
WHEN NEW."payload" IS NOT NULL OR NEW."salt" IS NOT NULL
    OR NEW."seq" IS NOT OLD."seq" OR NEW."at" IS NOT OLD."at" OR NEW."actor_id" IS NOT OLD."actor_id"
    OR NEW."actor" IS NOT OLD."actor" OR NEW."role" IS NOT OLD."role" OR NEW."counter" IS NOT OLD."counter"
    OR NEW."action" IS NOT OLD."action" OR NEW."kind" IS NOT OLD."kind" OR NEW."object_id" IS NOT OLD."object_id"
    OR NEW."digest" IS NOT OLD."digest" OR NEW."prev" IS NOT OLD."prev" OR NEW."hash" IS NOT OLD."hash"
    OR NEW."key_id" IS NOT OLD."key_id"
BEGIN SELECT RAISE(ABORT, 'an audit entry may only lose its payload'); END
--
CREATE TRIGGER "inquiry_no_delete" BEFORE DELETE ON "inquiry"
BEGIN SELECT RAISE(ABORT, 'a record of the register is never deleted'); END
--
CREATE TRIGGER "notice_no_delete" BEFORE DELETE ON "notice"
BEGIN SELECT RAISE(ABORT, 'an issued notice is never deleted'); END
--
CREATE TRIGGER "notice_text_frozen" BEFORE UPDATE ON "notice"
WHEN NEW."text" IS NOT OLD."text" OR NEW."number" IS NOT OLD."number" OR NEW."query_code" IS NOT OLD."query_code"
BEGIN SELECT RAISE(ABORT, 'the text of an issued notice is frozen'); END
