-- What an actor may see is found once, when a transaction enters the scope, and no longer once for every
-- table of every query. It ends with the transaction: '*' everything, an array these clients, else nothing.
CREATE OR REPLACE FUNCTION scope_is_bank() RETURNS boolean LANGUAGE sql STABLE SECURITY INVOKER
  RETURN current_setting('app.scope', true) = '*';
--> statement-breakpoint
CREATE FUNCTION scope_ids() RETURNS text[] LANGUAGE sql STABLE
  RETURN CASE WHEN current_setting('app.scope', true) LIKE '{%' THEN current_setting('app.scope', true)::text[] END;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['clients', 'accounts', 'balances', 'transactions', 'activity', 'contacts',
    'complaints', 'surveys', 'logins', 'coverage', 'assessments', 'client_state', 'overrides', 'alerts']
  LOOP
    EXECUTE format('ALTER POLICY in_scope ON %I USING '
      '((SELECT scope_is_bank()) OR client_id IN (SELECT unnest(scope_ids())))', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER POLICY in_scope ON relations USING (
  (SELECT scope_is_bank()) OR from_client_id IN (SELECT unnest(scope_ids()))
  OR to_client_id IN (SELECT unnest(scope_ids())));
--> statement-breakpoint
DROP FUNCTION scope_clients();
--> statement-breakpoint
-- The own coverage and what was handed over in the last 30 days; dated cover; the branches below a head.
CREATE FUNCTION enter_scope(actor text, on_date date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE branches text[];
BEGIN
  PERFORM set_config('app.manager_id', actor, true), set_config('app.business_date', on_date::text, true);
  IF EXISTS (SELECT FROM managers WHERE manager_id = actor AND role IN ('compliance', 'admin')) THEN
    PERFORM set_config('app.scope', '*', true);
    RETURN;
  END IF;
  branches := ARRAY(SELECT scope_branches());
  PERFORM set_config('app.scope', ARRAY(
    SELECT c.client_id FROM coverage c
     WHERE c.superseded_at IS NULL AND c.valid_from <= on_date
       AND (c.valid_to IS NULL OR c.valid_to + 30 > on_date) AND c.manager_id = actor
    UNION
    SELECT c.client_id FROM covers v
      JOIN coverage c ON c.manager_id = v.manager_id AND c.superseded_at IS NULL
       AND c.valid_from <= on_date AND (c.valid_to IS NULL OR c.valid_to > on_date)
     WHERE v.covered_by = actor AND v.valid_from <= on_date AND v.valid_to > on_date
    UNION
    SELECT c.client_id FROM clients c WHERE c.branch_id = ANY (branches)
    UNION
    SELECT c.client_id FROM clients c
      JOIN coverage o ON o.client_id = c.client_id AND o.superseded_at IS NULL
       AND o.valid_from <= on_date AND (o.valid_to IS NULL OR o.valid_to > on_date)
      JOIN managers m ON m.manager_id = o.manager_id
     WHERE c.branch_id IS NULL AND m.branch_id = ANY (branches))::text, true);
END $$;
