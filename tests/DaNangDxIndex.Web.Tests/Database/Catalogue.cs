namespace DaNangDxIndex.Database;

internal static class Catalogue
{
    /// <summary>
    /// The tables that can be read without a tenant: few, and each for a reason given where it is made. All others are guarded.
    /// </summary>
    public static readonly string[] WithoutTenant =
        ["backup_taken", "data_protection_key", "migration_history", "tenant", "verification_code"];

    public const string Guard = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)";

    /// <summary>SQL for the guarded tables: name and oid.</summary>
    public static string Guarded { get; } =
        "SELECT c.relname, c.oid FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', "
            + $"'p') AND c.relname NOT IN ({string.Join(", ", WithoutTenant.Select(table => $"'{table}'"))})";
}
