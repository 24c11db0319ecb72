ALTER TABLE "imports" ADD COLUMN "changed_from" date;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "assessed_at" timestamp with time zone;--> statement-breakpoint
-- The night notes which imports it has taken in; nothing else of an import ever changes.
GRANT UPDATE ("assessed_at") ON "imports" TO bellwether_service;
