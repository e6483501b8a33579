-- Public answers are made of these tables as well, and are kept until something behind them changes.
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON series
    FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON source
    FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER tell_public_change AFTER INSERT OR UPDATE OR DELETE ON printed_figure
    FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
