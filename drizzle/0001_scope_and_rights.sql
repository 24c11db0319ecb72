-- One primary manager a client on any day, of what we know now.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE coverage ADD CONSTRAINT coverage_one_primary
  EXCLUDE USING gist (client_id WITH =, daterange(valid_from, valid_to) WITH &&)
  WHERE (superseded_at IS NULL);
--> statement-breakpoint

-- Scope(actor, D): own coverage; dated cover; 30 days' read after handing over; a head's branch tree;
-- everything for compliance and admin. The settings are local to a transaction (src/db/scope.ts).
CREATE FUNCTION scope_manager() RETURNS text LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.manager_id', true), '');
--> statement-breakpoint
CREATE FUNCTION scope_date() RETURNS date LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.business_date', true), '')::date;
--> statement-breakpoint
CREATE FUNCTION scope_is_bank() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM managers WHERE manager_id = scope_manager() AND role IN ('compliance', 'admin'))
$$;
--> statement-breakpoint
-- The branch tree below a head; empty for everyone else.
CREATE FUNCTION scope_branches() RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE tree AS (
    SELECT m.branch_id FROM managers m
     WHERE m.manager_id = scope_manager()
       AND m.role IN ('outlet_head', 'department_head', 'branch_head', 'president')
    UNION
    SELECT b.branch_id FROM branches b JOIN tree t ON b.parent_branch_id = t.branch_id
  )
  SELECT branch_id FROM tree
$$;
--> statement-breakpoint
CREATE FUNCTION scope_clients() RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.client_id FROM coverage c
   WHERE c.superseded_at IS NULL AND c.valid_from <= scope_date()
     AND (c.valid_to IS NULL OR c.valid_to + 30 > scope_date())
     AND c.manager_id = scope_manager()
  UNION
  SELECT c.client_id FROM covers v
    JOIN coverage c ON c.manager_id = v.manager_id AND c.superseded_at IS NULL
     AND c.valid_from <= scope_date() AND (c.valid_to IS NULL OR c.valid_to > scope_date())
   WHERE v.covered_by = scope_manager()
     AND v.valid_from <= scope_date() AND v.valid_to > scope_date()
  UNION
  SELECT c.client_id FROM clients c WHERE c.branch_id IN (SELECT scope_branches())
  UNION
  SELECT c.client_id FROM clients c
    JOIN coverage o ON o.client_id = c.client_id AND o.superseded_at IS NULL
     AND o.valid_from <= scope_date() AND (o.valid_to IS NULL OR o.valid_to > scope_date())
    JOIN managers m ON m.manager_id = o.manager_id
   WHERE c.branch_id IS NULL AND m.branch_id IN (SELECT scope_branches())
$$;
--> statement-breakpoint

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['clients', 'accounts', 'balances', 'transactions', 'activity', 'contacts',
    'complaints', 'surveys', 'logins', 'coverage', 'assessments', 'client_state', 'overrides', 'alerts']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO bellwether_service USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY in_scope ON %I FOR SELECT TO bellwether_reader USING '
      '((SELECT scope_is_bank()) OR client_id IN (SELECT scope_clients()))', name);
    EXECUTE format('GRANT SELECT ON %I TO bellwether_reader', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE relations ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY everything ON relations TO bellwether_service USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY in_scope ON relations FOR SELECT TO bellwether_reader USING (
  (SELECT scope_is_bank()) OR from_client_id IN (SELECT scope_clients())
  OR to_client_id IN (SELECT scope_clients()));
--> statement-breakpoint
GRANT SELECT ON relations, branches, managers, settings, feeds, fx_rates, policies, nightly_runs
  TO bellwether_reader;
--> statement-breakpoint

-- The service login writes rows and owns nothing; what is append-only it can only append.
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO bellwether_service;
--> statement-breakpoint
REVOKE UPDATE ON assessments, audit_entries, policies, nightly_runs, receipts, imports, approvals,
  overrides, covers FROM bellwether_service;
--> statement-breakpoint
REVOKE UPDATE ON coverage FROM bellwether_service;
--> statement-breakpoint
GRANT UPDATE (superseded_at) ON coverage TO bellwether_service;
--> statement-breakpoint
GRANT DELETE ON slack_events, slack_people, drafts, job_claims, conversations TO bellwether_service;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO bellwether_service;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO bellwether_service', current_database());
END $$;
--> statement-breakpoint

-- Only an owner may ANALYZE before PostgreSQL 17; after a large import the planner must know.
CREATE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE clients, accounts, balances, transactions, activity, contacts, complaints, surveys, logins,
    relations, fx_rates, coverage, client_state, assessments;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION refresh_statistics() TO bellwether_service;
--> statement-breakpoint

-- The one rounding rule of money in SQL: to the nearest, a tie to the even neighbour.
CREATE FUNCTION round_half_even(value numeric) RETURNS bigint
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT (CASE WHEN abs(value - trunc(value)) = 0.5 AND mod(trunc(value), 2) = 0
               THEN trunc(value) ELSE round(value) END)::bigint
$$;
--> statement-breakpoint
-- A sum of bigints that stays a bigint and raises on overflow: half the time of sum(), which goes by numeric.
CREATE AGGREGATE sum_minor(bigint) (
  sfunc = int8pl, stype = bigint, initcond = '0', combinefunc = int8pl, parallel = safe);
