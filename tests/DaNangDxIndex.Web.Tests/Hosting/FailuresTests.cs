using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog.Core;
using Serilog.Events;

namespace DaNangDxIndex.Hosting;

/// <summary>Our own failure: told with a reference, and found in the log under it, once.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private readonly Kept _log = new();
    private readonly TestApp _app;

    public FailuresTests() => _app = new TestApp
    {
        Replace = services =>
        {
            services.AddSingleton<ILogEventSink>(_log);
            // Whoever asks for the database fails, in a way that nobody has thought of.
            services.Replace(ServiceDescriptor.Scoped<DxIndexDb>(_ => throw new InvalidOperationException("out of thin air")));
        },
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Of_a_page_it_is_logged_once_under_the_reference_that_is_shown()
    {
        var answer = await _app.Visitor().GetAsync("/editions/2024");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        var reference = (await Visitor.ReadAsync(answer)).QuerySelector("main strong").ShouldNotBeNull().TextContent;
        await MustBeLoggedOnceAsync(reference);
    }

    [Fact]
    public async Task Of_the_api_it_is_logged_once_under_the_reference_of_the_problem()
    {
        var answer = await _app.Visitor().GetApiAsync("editions");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        await MustBeLoggedOnceAsync(problem["reference"].ShouldNotBeNull().GetValue<string>());
    }

    /// <summary>Serilog's own logger of the whole process would take the lines of all programs for the one that started last.</summary>
    [Fact]
    public async Task It_is_logged_by_the_program_that_failed_when_another_one_has_started_since()
    {
        var visitor = _app.Visitor();
        await using var other = new TestApp();
        await other.InitializeAsync();
        other.Visitor();
        var answer = await visitor.GetApiAsync("editions");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync()).ShouldNotBeNull();
        await MustBeLoggedOnceAsync(problem["reference"].ShouldNotBeNull().GetValue<string>());
    }

    private async Task MustBeLoggedOnceAsync(string reference)
    {
        await _log.RequestEnded.WaitAsync(TimeSpan.FromSeconds(30));
        _log.Lines.Where(line => line.Exception is not null && line.Properties.ContainsKey("RequestId"))
            .ShouldHaveSingleItem("workers, which serve nobody's request, may have failed as well")
            .Properties["RequestId"].ToString().ShouldBe($"\"{reference}\"");
    }

    private sealed class Kept : ILogEventSink
    {
        private readonly TaskCompletionSource _requestEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<LogEvent> Lines { get; } = new();

        /// <summary>An answer reaches the client before the log has all of its request: only the request's own line is the last.</summary>
        public Task RequestEnded => _requestEnded.Task;

        public void Emit(LogEvent logEvent)
        {
            Lines.Enqueue(logEvent);
            if (logEvent.Properties.ContainsKey("Elapsed") && logEvent.Properties.ContainsKey("RequestId"))
            {
                _requestEnded.TrySetResult();
            }
        }
    }
}
