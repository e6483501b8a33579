using DaNangDxIndex.Accounts;
using DaNangDxIndex.Database;
using DaNangDxIndex.Demo;
using DaNangDxIndex.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Measured.Country;

/// <summary>
/// 34 provinces beside the demo's two, 353 agencies each, ten editions of 100 criteria. Nine are final, the last is open for entry. What a
/// province is made of is few rows and goes in by SQL; the figures are the many, see <see cref="CountryFigures"/>.
/// </summary>
internal sealed class WholeCountry(string superuser, IServiceProvider services)
{
    public const int Provinces = 34;
    public const int Departments = 23;
    public const int Communes = 330;
    public const int FirstYear = 2017;
    public const int LastYear = 2026;
    public const int Components = 10;
    public const int Agencies = Departments + Communes;

    /// <summary>Who enters figures on the last evening, in each province.</summary>
    public const int Assessors = 60;

    public static IEnumerable<string> Slugs => Enumerable.Range(1, Provinces).Select(number => $"tinh-{number:00}");

    /// <summary>"xa-001": communes first, as the last evening is theirs.</summary>
    public static IEnumerable<string> Codes =>
        Enumerable.Range(1, Communes).Select(number => $"xa-{number:000}")
            .Concat(Enumerable.Range(1, Departments).Select(number => $"so-{number:000}"));

    /// <summary>Their tenants, in the order of their slugs.</summary>
    public async Task<IReadOnlyList<Tenant>> LoadAsync(int provinces = Provinces)
    {
        await using var owner = NpgsqlDataSource.Create(superuser);
        var tenants = new List<Tenant>();
        foreach (var slug in Slugs.Take(provinces))
        {
            var number = slug[^2..];
            var tenant = await new NewTenant(slug, new($"Tỉnh {number}", $"Province {number}"), "province").AddAsync(owner, default);
            await NewTenant.AskForSecondFactorAsync(owner, slug, [], default);
            await using (var connection = await owner.OpenConnectionAsync())
            {
                await ExecuteAsync(connection, "SELECT set_config('app.tenant_id', $1, false)", tenant.Id.ToString());
                await ExecuteAsync(connection, Contents);
                foreach (var group in (string[])["departments", "communes"])
                    for (var year = FirstYear; year <= LastYear; year++)
                        await ExecuteAsync(connection, Group, year, group, MeasuredCriteria.Of(year, group, Components));
                await ExecuteAsync(connection, Assessments, LastYear);
            }
            await AddPeopleAsync(owner, tenant);
            tenants.Add(tenant);
        }
        return tenants;
    }

    private async Task AddPeopleAsync(NpgsqlDataSource owner, Tenant tenant)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        DemoAccounts.Add(scope.ServiceProvider, tenant, "xa-001", "so-001", "so-002");
        await scope.ServiceProvider.GetRequiredService<DxIndexDb>().SaveChangesAsync();
        await using var connection = await owner.OpenConnectionAsync();
        await ExecuteAsync(connection, "SELECT set_config('app.tenant_id', $1, false)", tenant.Id.ToString());
        await ExecuteAsync(connection, People, Assessors, DemoAccounts.UserName(Role.Assessor, tenant.Slug));
    }

    /// <summary>The user name of the assessor of a commune, from 1.</summary>
    public static string AssessorOf(int commune, string slug) => $"nhap-{commune:000}@{slug}.demo";

    public static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = BareSaves.Command(sql, connection, values);
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync();
    }

    private static readonly string Contents = $"""
        INSERT INTO agency (code, "group", assessed, name_vi, name_en, verified, kind)
        SELECT format('so-%s', to_char(n, 'FM000')), 'departments', true, format('Sở số %s', n), format('Department %s', n), true, 'department'
        FROM generate_series(1, {Departments}) n
        UNION ALL
        SELECT format('xa-%s', to_char(n, 'FM000')), 'communes', true, format('Xã số %s', n), format('Commune %s', n), true, 'commune'
        FROM generate_series(1, {Communes}) n;
        INSERT INTO edition (year, stage, rounds, in_force_on, entry_closes_at, illustrative)
        SELECT year, CASE WHEN year = {LastYear} THEN 'open' ELSE 'final' END, 1, make_date(year, 12, 31),
            CASE WHEN year = {LastYear} THEN now() + interval '30 days' END, true
        FROM generate_series({FirstYear}, {LastYear}) year
        """;

    private const string Group = """
        INSERT INTO edition_group (year, code, position, name_vi, name_en, criteria_file, population, members_vi, members_en)
        SELECT $1, $2, CASE $2 WHEN 'departments' THEN 1 ELSE 2 END, initcap($2), initcap($2), $3, $2, $2, $2
        """;

    private const string Assessments = """
        INSERT INTO assessment (year, agency, "group", ranked, state, illustrative)
        SELECT year, agency.code, "group", true, CASE WHEN year = $1 THEN 'entering' ELSE 'final' END, true
        FROM agency CROSS JOIN edition WHERE agency.tenant_id = edition.tenant_id
            AND agency.tenant_id = current_setting('app.tenant_id')::uuid
        """;

    /// <summary>With the password of the demo's assessor.</summary>
    private const string People = """
        INSERT INTO account (id, user_name, normalized_user_name, full_name, roles, agency_code, password_hash, security_stamp,
            concurrency_stamp)
        SELECT gen_random_uuid(), name, upper(name), format('Người nhập số %s', n), roles, format('xa-%s', to_char(n, 'FM000')),
            password_hash, gen_random_uuid()::text, gen_random_uuid()::text
        FROM account CROSS JOIN generate_series(1, $1) n
        CROSS JOIN LATERAL (SELECT format('nhap-%s@%s', to_char(n, 'FM000'), split_part($2, '@', 2)) AS name) AS named
        WHERE user_name = $2 AND tenant_id = current_setting('app.tenant_id')::uuid
        """;
}
