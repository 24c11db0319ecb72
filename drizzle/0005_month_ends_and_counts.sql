CREATE TABLE "month_ends" (
	"client_id" text COLLATE "C" NOT NULL,
	"month" date NOT NULL,
	"deposits_minor" bigint NOT NULL,
	"deposit_products" integer,
	CONSTRAINT "month_ends_client_id_month_pk" PRIMARY KEY("client_id","month")
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "log_ins" integer;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "transfers_in" integer;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "transfers_out" integer;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "quarter_transactions" integer;--> statement-breakpoint
ALTER TABLE "month_ends" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY everything ON "month_ends" TO bellwether_service USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY in_scope ON "month_ends" FOR SELECT TO bellwether_reader USING (
  (SELECT scope_is_bank()) OR client_id IN (SELECT unnest(scope_ids())));--> statement-breakpoint
GRANT SELECT ON "month_ends" TO bellwether_reader;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "month_ends" TO bellwether_service;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE clients, accounts, balances, transactions, activity, month_ends, contacts, complaints, surveys, logins,
    relations, fx_rates, coverage, client_state, assessments;
END $$;
