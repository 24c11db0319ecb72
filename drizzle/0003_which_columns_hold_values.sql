CREATE TABLE "filled_columns" (
	"feed" text NOT NULL,
	"column" text NOT NULL,
	CONSTRAINT "filled_columns_feed_column_pk" PRIMARY KEY("feed","column")
);
--> statement-breakpoint
GRANT SELECT ON filled_columns TO bellwether_reader;
--> statement-breakpoint
GRANT SELECT, INSERT ON filled_columns TO bellwether_service;
--> statement-breakpoint
-- What was loaded before this was written down; amounts are stored under their column's name and _minor.
DO $$
DECLARE at record; filled boolean;
BEGIN
  FOR at IN SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND is_nullable = 'YES' AND table_name IN ('branches', 'managers',
      'clients', 'accounts', 'activity', 'contacts', 'complaints', 'relations')
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I IS NOT NULL)', at.table_name, at.column_name)
      INTO filled;
    IF filled THEN
      INSERT INTO filled_columns VALUES (at.table_name, regexp_replace(at.column_name, '_minor$', ''));
    END IF;
  END LOOP;
END $$;
