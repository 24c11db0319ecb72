-- Another login of the same server could have listed the clients of a manager.
REVOKE ALL ON FUNCTION enter_scope(text, date) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enter_scope(text, date) TO bellwether_reader;
