using DaNangDxIndex.Audit;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DaNangDxIndex.Trail;

/// <summary>What an entry is found by is derived of the entry itself: as the program reads it, and by nobody's hand.</summary>
public sealed class TrailColumnsTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Subjects =
    [
        "tenant", "agencies", "agencies/so-tttt", "agencies/acts/3", "accounts/0198c0de-0000-7000-8000-000000000001", "editions/2025",
        "editions/2025/agencies/w25-hai-chau", "editions/2025/agencies/w25-hai-chau/criteria/1.1",
        "editions/2025/agencies/w25-hai-chau/figures/files-online", "editions/2025/groups/wards",
        "editions/2025/groups/wards/criteria/1.1/position", "editions/2025/groups/wards/figures/files-online",
        "editions/2025/groups/wards/components/online-services", "editions/2025/groups/wards/method", "letters/7",
    ];

    [Fact]
    public async Task Agency_criterion_or_figure_and_kind_of_every_entry_are_those_that_the_program_reads_of_it()
    {
        await AddAsync();
        var entries = await app.InDatabaseAsync("da-nang", db => db.Set<AuditEntry>().AsNoTracking().Select(entry => new
        {
            entry.Subject,
            entry.Verb,
            Agency = EF.Property<string?>(entry, AuditEntryMapping.Agency),
            About = EF.Property<string?>(entry, AuditEntryMapping.About),
            Kind = EF.Property<string?>(entry, AuditEntryMapping.Kind),
        }).ToListAsync());
        Subjects.ShouldBeSubsetOf(entries.Select(entry => entry.Subject));
        foreach (var entry in entries)
        {
            var read = AuditSubject.Of(entry.Subject);
            entry.Agency.ShouldBe(read.Agency, entry.Subject);
            entry.About.ShouldBe(read.Figure ?? read.Criterion, entry.Subject);
            entry.Kind.ShouldBe(entry.Verb.Split('.')[0], entry.Verb);
        }
    }

    [Fact]
    public async Task The_chain_holds_as_before_and_nobody_writes_what_entries_are_found_by()
    {
        await AddAsync();
        (await app.InTenantAsync("da-nang", services => services.GetRequiredService<VerifyTrail>().HandleAsync([], CancellationToken.None)))
            .Fault.ShouldBeNull();
        (await Should.ThrowAsync<PostgresException>(() => TestApp.AskAsync<int>(
            app.Superuser, "ALTER TABLE audit_entry DISABLE TRIGGER stays; UPDATE audit_entry SET agency = 'so-tttt'")))
            .SqlState.ShouldBe("428C9", "a column that is generated takes no value");
    }

    private Task<int> AddAsync() => app.InTenantAsync("da-nang", async services =>
    {
        var trail = services.GetRequiredService<AuditTrail>();
        foreach (var subject in Subjects)
            trail.Add("figure.declare", subject, null, null, null, "test");
        return await services.GetRequiredService<DxIndexDb>().SaveChangesAsync();
    });
}
