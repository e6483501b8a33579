using System.Collections.Concurrent;
using System.Net;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Assessments;

/// <summary>Several people, and an approver, at the same moment.</summary>
public sealed class EntryAtOnceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nothing_is_overwritten_in_silence_however_two_people_interleave()
    {
        var edition = await OpenEdition.AddAsync(app);
        Saving[] people =
        [
            await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor)),
            await Saving.AsAsync(edition, await app.SignedInAsync(Role.Approver)),
        ];
        var acknowledged = new ConcurrentDictionary<int, string>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            var version = 0;
            for (var step = 0; step < 15; step++)
            {
                var value = $"{(writer * 1000) + step}";
                using var answer = await people[writer % 2].SaveAsync("files-received", value, version);
                var body = await Saving.BodyAsync(answer);
                version = body["version"].ShouldNotBeNull().GetValue<int>();
                if (answer.IsSuccessStatusCode)
                    acknowledged.TryAdd(version, value).ShouldBeTrue($"version {version} was given twice");
                else
                    answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
            }
        }));

        acknowledged.Keys.Order().ShouldBe(Enumerable.Range(1, acknowledged.Count));
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe(acknowledged[acknowledged.Count]);
    }

    [Fact]
    public async Task What_is_submitted_is_what_was_saved_last()
    {
        var edition = await OpenEdition.AddAsync(app);
        var approver = await app.SignedInAsync(Role.Approver);
        var assessor = await Saving.AsAsync(edition, await app.SignedInAsync(Role.Assessor));
        var last = "";

        var saving = Task.Run(async () =>
        {
            for (var version = 0; ; version++)
            {
                using var answer = await assessor.SaveAsync("files-received", $"{version + 1}", version);
                if (!answer.IsSuccessStatusCode)
                    return answer.StatusCode;
                last = $"{version + 1}";
                // A form that changes without end is never submitted: who submits has to have seen it. So the pauses grow.
                await Task.Delay(version * 5);
            }
        });
        while (await ShownAsync() is { } state && state != AssessmentState.Submitted)
            await approver.SendFormAsync($"{edition.Path}/check", new() { ["blanksSeen"] = "true" }, "form[action*=Submit]");

        (await saving).ShouldBe(HttpStatusCode.Conflict);
        (await edition.StoredAsync("files-received")).ShouldNotBeNull().Declared.ShouldBe(last);
        var declared = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["files-received"] = last, ["files-online"] = null, ["coverage"] = null, ["plan"] = null, ["files-paid"] = null,
                ["articles"] = null, ["head"] = null,
        };
        (await edition.AssessmentAsync()).SubmittedDigest.ShouldBe(
            new Declaration(edition.Year, edition.Agency, declared, new Dictionary<string, string>(StringComparer.Ordinal)).Digest);

        async Task<AssessmentState> ShownAsync() => (await edition.AssessmentAsync()).State;
    }
}
