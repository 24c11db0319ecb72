CREATE TABLE "approvals" (
	"request_id" text COLLATE "C" NOT NULL,
	"checker_id" text COLLATE "C" NOT NULL,
	"decision" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_request_id_checker_id_pk" PRIMARY KEY("request_id","checker_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"audit_id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"action" text NOT NULL,
	"client_id" text COLLATE "C",
	"request_id" text COLLATE "C",
	"reason" text,
	"before" jsonb,
	"after" jsonb,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"client_id" text COLLATE "C" NOT NULL,
	"coverage_id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "coverage_coverage_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"manager_id" text COLLATE "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL,
	"request_id" text COLLATE "C",
	"recorded_at" timestamp with time zone NOT NULL,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "coverage_client_id_coverage_id_pk" PRIMARY KEY("client_id","coverage_id")
);
--> statement-breakpoint
CREATE TABLE "covers" (
	"cover_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"manager_id" text COLLATE "C" NOT NULL,
	"covered_by" text COLLATE "C" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"request_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"request_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"client_id" text COLLATE "C" NOT NULL,
	"requested_by" text COLLATE "C" NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"client_version" text NOT NULL,
	"checkers_needed" smallint NOT NULL,
	"status" text NOT NULL,
	"lapses_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"client_id" text COLLATE "C" NOT NULL,
	"alert_id" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"opened_on" date NOT NULL,
	"resolved_on" date,
	"priority" smallint NOT NULL,
	"points" smallint,
	"last_reported_on" date NOT NULL,
	"clear_since" date,
	"held_since" date,
	"details" jsonb NOT NULL,
	CONSTRAINT "alerts_client_id_alert_id_pk" PRIMARY KEY("client_id","alert_id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"client_id" text COLLATE "C" NOT NULL,
	"valid_from" date NOT NULL,
	"revision" smallint NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"policy_version" text NOT NULL,
	"input_hash" text NOT NULL,
	"computed_tier" text NOT NULL,
	"in_force_tier" text NOT NULL,
	"decided_tier" text NOT NULL,
	"decided_on" date NOT NULL,
	"promoted_on" date,
	"months_below" smallint NOT NULL,
	"recent_computed" text[] NOT NULL,
	"lost_on" date,
	"won_back_on" date,
	"previous_in_force_tier" text,
	"activity" text NOT NULL,
	"lifecycle" text NOT NULL,
	"churn_score" smallint NOT NULL,
	"churn_band" text NOT NULL,
	"churn_coverage_pct" smallint NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "assessments_client_id_valid_from_revision_pk" PRIMARY KEY("client_id","valid_from","revision")
);
--> statement-breakpoint
CREATE TABLE "client_state" (
	"client_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"business_date" date NOT NULL,
	"policy_version" text NOT NULL,
	"aum_minor" bigint NOT NULL,
	"avg3_sum_minor" bigint NOT NULL,
	"avg3_days" smallint NOT NULL,
	"deposits_minor" bigint NOT NULL,
	"deposits_sum_minor" bigint NOT NULL,
	"investments_minor" bigint NOT NULL,
	"loans_minor" bigint NOT NULL,
	"product_lines" text[] NOT NULL,
	"last_transaction_on" date,
	"idle_days" integer,
	"last_contact_on" date,
	"contact_gap_days" integer,
	"computed_tier" text NOT NULL,
	"in_force_tier" text NOT NULL,
	"activity" text NOT NULL,
	"lifecycle" text NOT NULL,
	"churn_score" smallint NOT NULL,
	"churn_band" text NOT NULL,
	"churn_coverage_pct" smallint NOT NULL,
	"value_at_risk_minor" bigint NOT NULL,
	"next_tier_gap_minor" bigint,
	"months_below" smallint NOT NULL,
	"value_score" smallint,
	"transaction_days" smallint,
	"rfm_recency" smallint,
	"rfm_frequency" smallint,
	"rfm_monetary" smallint,
	"grid_cell" text,
	"need_tier" text,
	"product_gap" text[],
	"contact_due_on" date,
	"p_alive_bps" smallint,
	"reasons" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nightly_runs" (
	"run_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "nightly_runs_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"business_date" date NOT NULL,
	"policy_version" text NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"assessed" integer NOT NULL,
	"changed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"client_id" text COLLATE "C" NOT NULL,
	"override_id" text COLLATE "C" NOT NULL,
	"tier" text NOT NULL,
	"reason_code" text NOT NULL,
	"reason_text" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"request_id" text COLLATE "C" NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "overrides_client_id_override_id_pk" PRIMARY KEY("client_id","override_id")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"policy_version" text PRIMARY KEY NOT NULL,
	"currency" text NOT NULL,
	"valid_from" date NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"author" text NOT NULL,
	"approver" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_feedback" (
	"receipt_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"verdict" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"actor_id" text COLLATE "C" NOT NULL,
	"thread_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"memory" jsonb NOT NULL,
	CONSTRAINT "conversations_actor_id_thread_hash_pk" PRIMARY KEY("actor_id","thread_hash")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"delivery_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"manager_id" text COLLATE "C" NOT NULL,
	"business_date" date NOT NULL,
	"body" jsonb NOT NULL,
	"status" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"channel_id" text,
	"message_ts" text,
	"last_error" text,
	"queued_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "deliveries_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"draft_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"consumed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "job_claims" (
	"job" text NOT NULL,
	"fire_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_claims_job_fire_at_pk" PRIMARY KEY("job","fire_at")
);
--> statement-breakpoint
CREATE TABLE "model_spend" (
	"actor_id" text COLLATE "C" NOT NULL,
	"on" date NOT NULL,
	"calls" integer NOT NULL,
	"tokens" integer NOT NULL,
	CONSTRAINT "model_spend_actor_id_on_pk" PRIMARY KEY("actor_id","on")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"manager_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"locale" text,
	"digest_at" text,
	"digest_off" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"receipt_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"question_hash" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"plan" jsonb,
	"planned_by" text NOT NULL,
	"business_date" date NOT NULL,
	"policy_version" text NOT NULL,
	"scope" text NOT NULL,
	"total" integer,
	"result_hash" text,
	"reason" text,
	"row_hashes" jsonb
);
--> statement-breakpoint
CREATE TABLE "slack_events" (
	"event_key" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slack_installations" (
	"installed_in" text PRIMARY KEY NOT NULL,
	"installation" jsonb,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slack_people" (
	"team_id" text NOT NULL,
	"slack_user_id" text NOT NULL,
	"manager_id" text COLLATE "C",
	"dm_channel_id" text,
	"locale" text,
	"timezone" text,
	"looked_up_at" timestamp with time zone NOT NULL,
	CONSTRAINT "slack_people_team_id_slack_user_id_pk" PRIMARY KEY("team_id","slack_user_id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"client_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"product_line" text NOT NULL,
	"currency" text NOT NULL,
	"product_name" text,
	"opened_on" date,
	"closed_on" date,
	"matures_on" date,
	"renewal_instructed" boolean,
	CONSTRAINT "accounts_client_id_account_id_pk" PRIMARY KEY("client_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"client_id" text COLLATE "C" NOT NULL,
	"month" date NOT NULL,
	"last_transaction_on" date,
	"transaction_days" integer,
	"inflow_minor" bigint,
	"outflow_minor" bigint,
	CONSTRAINT "activity_client_id_month_pk" PRIMARY KEY("client_id","month")
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"client_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"on" date NOT NULL,
	"balance_minor" bigint NOT NULL,
	CONSTRAINT "balances_client_id_account_id_on_pk" PRIMARY KEY("client_id","account_id","on")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"client_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"file_manager_id" text COLLATE "C",
	"branch_id" text COLLATE "C",
	"onboarded_on" date,
	"closed_on" date,
	"birth_date" date,
	"phone" text,
	"email" text,
	"address" text,
	"wechat" text,
	"occupation" text,
	"industry" text,
	"annual_revenue_minor" bigint,
	"institution_type" text,
	"risk_credit" text,
	"risk_aml" text,
	"risk_operational" text,
	"watch" boolean,
	"risk_appetite" text,
	"kyc_completed_pct" smallint,
	"kyc_review_due_on" date,
	"marketing_opt_out" boolean,
	"preferred_channel" text,
	"household_id" text COLLATE "C",
	"target_credit_minor" bigint,
	"contribution_12m_minor" bigint
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"client_id" text COLLATE "C" NOT NULL,
	"complaint_id" text COLLATE "C" NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"severity" text,
	CONSTRAINT "complaints_client_id_complaint_id_pk" PRIMARY KEY("client_id","complaint_id")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"client_id" text COLLATE "C" NOT NULL,
	"contact_id" text COLLATE "C" NOT NULL,
	"manager_id" text COLLATE "C" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"on" date NOT NULL,
	"channel" text NOT NULL,
	"two_way" boolean NOT NULL,
	"purpose" text,
	"note" text,
	CONSTRAINT "contacts_client_id_contact_id_pk" PRIMARY KEY("client_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "fx_rates" (
	"currency" text NOT NULL,
	"on" date NOT NULL,
	"rate" numeric NOT NULL,
	CONSTRAINT "fx_rates_currency_on_pk" PRIMARY KEY("currency","on")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"import_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_import_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"bundle" text NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"business_date" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"client_id" text COLLATE "C" NOT NULL,
	"month" date NOT NULL,
	"days" integer NOT NULL,
	CONSTRAINT "logins_client_id_month_pk" PRIMARY KEY("client_id","month")
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"from_client_id" text COLLATE "C" NOT NULL,
	"to_client_id" text COLLATE "C" NOT NULL,
	"relation" text NOT NULL,
	"since" date,
	CONSTRAINT "relations_from_client_id_to_client_id_relation_pk" PRIMARY KEY("from_client_id","to_client_id","relation")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"client_id" text COLLATE "C" NOT NULL,
	"on" date NOT NULL,
	"csat" smallint NOT NULL,
	CONSTRAINT "surveys_client_id_on_pk" PRIMARY KEY("client_id","on")
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"client_id" text COLLATE "C" NOT NULL,
	"transaction_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"booked_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"kind" text NOT NULL,
	"initiated_by_client" boolean NOT NULL,
	"own_name_other_bank" boolean DEFAULT false NOT NULL,
	CONSTRAINT "transactions_client_id_transaction_id_pk" PRIMARY KEY("client_id","transaction_id")
);
--> statement-breakpoint
CREATE TABLE "branches" (
	"branch_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_branch_id" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"feed" text PRIMARY KEY NOT NULL,
	"loaded_through" date,
	"newest_row_on" date,
	"delivered" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "managers" (
	"manager_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"branch_id" text COLLATE "C" NOT NULL,
	"reports_to" text COLLATE "C",
	"locale" text,
	"timezone" text,
	"slack_user_id" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "coverage_manager" ON "coverage" USING btree ("manager_id","client_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_pending" ON "requests" USING btree ("client_id") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "requests_requested_by_index" ON "requests" USING btree ("requested_by");--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_one_open" ON "alerts" USING btree ("client_id","kind") WHERE resolved_on is null;--> statement-breakpoint
CREATE INDEX "alerts_last_reported" ON "alerts" USING btree ("last_reported_on");--> statement-breakpoint
CREATE INDEX "assessments_valid_from" ON "assessments" USING btree ("valid_from");--> statement-breakpoint
CREATE INDEX "conversations_at_index" ON "conversations" USING btree ("at");--> statement-breakpoint
CREATE INDEX "deliveries_open" ON "deliveries" USING btree ("not_before") WHERE status in ('queued', 'sending', 'parked');--> statement-breakpoint
CREATE INDEX "deliveries_manager_id_index" ON "deliveries" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "receipts_actor_id_at_index" ON "receipts" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "slack_people_manager_id_index" ON "slack_people" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "accounts_account_id_index" ON "accounts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "clients_branch_id_index" ON "clients" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "clients_household_id_index" ON "clients" USING btree ("household_id");--> statement-breakpoint
CREATE INDEX "contacts_client_day" ON "contacts" USING btree ("client_id","on");--> statement-breakpoint
CREATE INDEX "relations_to_client_id_index" ON "relations" USING btree ("to_client_id");--> statement-breakpoint
CREATE INDEX "transactions_client_day" ON "transactions" USING btree ("client_id","booked_on");--> statement-breakpoint
CREATE UNIQUE INDEX "managers_email" ON "managers" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "managers_branch_id_index" ON "managers" USING btree ("branch_id");