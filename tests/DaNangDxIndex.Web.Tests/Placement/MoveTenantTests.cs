using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Evidence;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Publishing;
using DaNangDxIndex.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Placement;

public sealed class MoveTenantTests(TwoClusters two) : IClassFixture<TwoClusters>
{
    [Fact]
    public async Task A_tenant_moves_there_and_back_whole_and_nobody_is_signed_out_of_it_or_of_another()
    {
        var published = await Signing.PublishedAsync(two.App);
        await two.KeepFileAsync("da-nang");
        var code = await two.App.InDatabaseAsync("da-nang", db =>
            db.Set<ScorecardCode>().Where(code => code.Year == published.Year).Select(code => code.Code).FirstAsync());
        var (here, there) = (await two.App.SignedInAsync(Role.Office), await two.App.SignedInAsync(Role.Office, "khanh-hoa"));
        var (moved, stayed) = (await ContentsAtHomeAsync("da-nang"), await ContentsAtHomeAsync("khanh-hoa"));
        moved.Count.ShouldBeGreaterThan(20);

        var told = await two.MoveAsync("north");

        told.ShouldContain(step => step.Contains("counts and digests of each table agree", StringComparison.Ordinal));
        told.ShouldContain(step => step.Contains("publications have their digest", StringComparison.Ordinal));
        (await TwoClusters.ContentsAsync(two.NorthSuperuser, "da-nang")).ShouldBe(moved);
        (await ContentsAtHomeAsync("da-nang")).ShouldBeEmpty();
        (await ContentsAtHomeAsync("khanh-hoa")).ShouldBe(stayed);
        await AreServedAsync();
        (await two.App.InTenantAsync("da-nang", services =>
            services.GetRequiredService<Audit.VerifyTrail>().HandleAsync([], default))).Fault.ShouldBeNull();
        // What is done at the new place joins the chain there.
        await two.App.InTenantAsync("da-nang", async services =>
        {
            services.GetRequiredService<Audit.AuditTrail>().Add("test.at-the-new-place", "tests", null, null, null, "test");
            return await services.GetRequiredService<Database.DxIndexDb>().SaveChangesAsync();
        });
        (await two.App.InTenantAsync("da-nang", services =>
            services.GetRequiredService<Audit.VerifyTrail>().HandleAsync([], default))).Fault.ShouldBeNull();

        var atNorth = await TwoClusters.ContentsAsync(two.NorthSuperuser, "da-nang");
        await two.MoveAsync("home");
        (await ContentsAtHomeAsync("da-nang")).ShouldBe(atNorth);
        (await TestApp.AskAsync<long>(two.NorthSuperuser, "SELECT count(*) FROM tenant")).ShouldBe(0);
        await AreServedAsync();

        async Task AreServedAsync()
        {
            (await here.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await there.GetAsync("/work")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await here.GetAsync($"/editions/{published.Year}")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await (await two.App.Visitor().Http.GetAsync(new Uri($"/verify/{code}", UriKind.Relative))).Content.ReadAsStringAsync())
                .ShouldContain("Phiếu kết quả còn giá trị");
            (await two.App.Visitor("khanh-hoa").GetAsync($"/editions/{published.Year}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Savers_go_on_through_a_move_and_no_save_that_was_acknowledged_is_lost()
    {
        var edition = await OpenEdition.AddAsync(two.App);
        var assessor = await Saving.AsAsync(edition, await two.App.SignedInAsync(Role.Assessor));
        using var enough = new CancellationTokenSource();
        var (acknowledged, refused) = (0, 0);
        var saver = Task.Run(SaveAsync);
        for (var turn = 0; turn < 2; turn++)
        {
            var before = Volatile.Read(ref acknowledged);
            await Eventually.HoldsAsync(() => Volatile.Read(ref acknowledged) > before + 5);
            await two.MoveAsync(turn == 0 ? "north" : "home");
        }
        await enough.CancelAsync();
        await saver;

        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Version.ShouldBe(acknowledged, $"{refused} were refused");

        async Task SaveAsync()
        {
            while (!enough.IsCancellationRequested)
            {
                // Each version is the one after the last that was acknowledged: one that was lost, or taken twice, would be a 412.
                using var answer = await assessor.SaveAsync("files-received", $"{acknowledged + 1}", acknowledged);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref acknowledged);
                    continue;
                }
                answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, await answer.Content.ReadAsStringAsync());
                answer.Headers.RetryAfter.ShouldNotBeNull();
                refused++;
                await Task.Delay(20);
            }
        }
    }

    [Fact]
    public async Task While_it_is_closed_it_is_read_and_a_save_is_told_why_it_must_wait()
    {
        var edition = await OpenEdition.AddAsync(two.App);
        var assessor = await Saving.AsAsync(edition, await two.App.SignedInAsync(Role.Assessor));
        await TestApp.AskAsync<int>(two.App.Owner, "UPDATE tenant SET closed_at = now() WHERE slug = 'da-nang'");
        try
        {
            (await (await two.App.SignedInAsync(Role.Assessor)).GetAsync($"{edition.Path}/components/A")).StatusCode
                .ShouldBe(HttpStatusCode.OK);
            using var answer = await assessor.SaveAsync("files-received", "1");
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Saving.BodyAsync(answer))["detail"].ShouldNotBeNull().GetValue<string>().ShouldContain("đang được chuyển");
            var page = await two.App.Visitor().SendFormAsync(
                "/accounts/sign-in", new() { ["UserName"] = "somebody", ["Password"] = "wrong password" });
            page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            page.Headers.RetryAfter.ShouldNotBeNull();
            using var upload = await (await Shelf.OfAsync(two.App, edition)).UploadAsync(Shelf.Pdf(), "ke-hoach.pdf");
            upload.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Visitor.ReadAsync(page)).QuerySelector("h1").ShouldNotBeNull().TextContent
                .ShouldBe("Dữ liệu của tỉnh, thành phố này đang được chuyển");
            (await two.App.Visitor("khanh-hoa").SendFormAsync(
                "/accounts/sign-in", new() { ["UserName"] = "somebody", ["Password"] = "wrong password" }))
                .StatusCode.ShouldNotBe(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            await TestApp.AskAsync<int>(two.App.Owner, "UPDATE tenant SET closed_at = NULL WHERE slug = 'da-nang'");
        }
        (await assessor.SavedAsync("files-received", "1"))["version"].ShouldNotBeNull().GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_has_not_heard_of_the_move_cannot_write_at_the_old_place()
    {
        var before = await two.App.InTenantAsync("da-nang", services =>
            Task.FromResult(services.GetRequiredService<CurrentTenant>().Required));
        await two.MoveAsync("north", keep: true);
        await using (var scope = two.App.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(before);
            scope.ServiceProvider.GetRequiredService<Audit.AuditTrail>().Add("test.at-the-old-place", "tests", null, null, null, "test");
            var refused = await Should.ThrowAsync<DbUpdateException>(() =>
                scope.ServiceProvider.GetRequiredService<Database.DxIndexDb>().SaveChangesAsync());
            Database.PassingFailure.IsOfMove(refused).ShouldBeTrue(refused.ToString());
        }
        await two.MoveAsync("home");
        (await TestApp.AskAsync<long>(two.App.Owner, "SELECT count(*) FROM audit_entry WHERE verb = 'test.at-the-old-place'")).ShouldBe(0);
    }

    [Fact]
    public async Task What_changes_on_a_further_cluster_is_shown_at_once_and_what_its_operator_sets_is_set_there()
    {
        await two.MoveAsync("north");
        var visitor = two.App.Visitor();
        await Eventually.HoldsAsync(async () => (await visitor.GetAsync("/editions/2023")).Headers.Age is not null);

        await TestApp.AskAsync<int>(two.NorthSuperuser, "UPDATE tenant SET name_vi = 'Thành phố ở phía bắc' WHERE slug = 'da-nang'");

        await Eventually.HoldsAsync(async () => (await (await visitor.GetAsync("/editions/2023")).Content.ReadAsStringAsync())
            .Contains("Thành phố ở phía bắc", StringComparison.Ordinal));
        var (code, told) = await ProgramVerb.RunHereAsync(two.SettingsOfCommand, "tenant", "second-factor", "da-nang", "office");
        code.ShouldBe(0, told);
        (await TestApp.AskAsync<string[]>(two.NorthOwner, "SELECT second_factor FROM tenant")).ShouldBe(["office"]);
        (code, told) = await ProgramVerb.RunHereAsync(two.SettingsOfCommand, "tenant", "list");
        (code, told).ShouldBe((0, "da-nang: north\nkhanh-hoa: home\n"));
        await TestApp.AskAsync<int>(two.App.Owner, "UPDATE tenant SET closed_at = NULL WHERE slug = 'da-nang'");
        (code, told) = await ProgramVerb.RunHereAsync(two.SettingsOfCommand, "tenant", "list");
        (code, told).ShouldBe((1, "da-nang: north, CŨNG ĐANG MỞ Ở home\nkhanh-hoa: home\n"));
        await TestApp.AskAsync<int>(two.App.Owner, "UPDATE tenant SET closed_at = now() WHERE slug = 'da-nang'");
        await TestApp.AskAsync<int>(two.NorthSuperuser, "UPDATE tenant SET second_factor = '{}', name_vi = 'Thành phố Đà Nẵng'");
        await two.MoveAsync("home");
    }

    [Fact]
    public async Task What_cannot_be_moved_is_refused_and_takes_writes_where_it_stands()
    {
        (await two.RefusalAsync("north", "nowhere")).ShouldBe("move.no-tenant");
        (await two.RefusalAsync("south")).ShouldBe("cluster.unknown");
        (await two.RefusalAsync("home")).ShouldBe("move.already-there");

        await TestApp.AskAsync<int>(two.NorthOwner, "INSERT INTO migration_history VALUES ('9999_later', '')");
        (await two.RefusalAsync("north")).ShouldBe("move.other-schema");
        await TestApp.AskAsync<int>(two.NorthOwner, "DELETE FROM migration_history WHERE \"MigrationId\" = '9999_later'");

        await TestApp.AskAsync<int>(
            two.NorthOwner, "INSERT INTO tenant (slug, name_vi, name_en, kind) VALUES ('da-nang', 'Khác', 'Another', 'city')");
        (await two.RefusalAsync("north")).ShouldBe("move.target-holds");
        await TestApp.AskAsync<int>(two.NorthSuperuser,
            "SET session_replication_role = replica; DELETE FROM series; DELETE FROM tenant");

        var file = Path.Combine(two.Store, await two.KeepFileAsync("da-nang"));
        File.Move(file, file + ".away");
        (await two.RefusalAsync("north")).ShouldBe("move.evidence");
        File.Move(file + ".away", file);

        (await TestApp.AskAsync<long>(two.App.Owner, "SELECT count(*) FROM tenant WHERE closed_at IS NULL AND cluster IS NULL"))
            .ShouldBe(2);
        (await TestApp.AskAsync<long>(two.NorthOwner, "SELECT count(*) FROM tenant")).ShouldBe(0);
    }

    private Task<List<string>> ContentsAtHomeAsync(string slug) => TwoClusters.ContentsAsync(two.App.Superuser, slug);
}
