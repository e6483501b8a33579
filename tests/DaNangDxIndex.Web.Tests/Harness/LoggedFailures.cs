using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace DaNangDxIndex.Harness;

/// <summary>The failures that a program has logged, with their exceptions.</summary>
internal sealed class LoggedFailures : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _logged = [];

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level >= LogEventLevel.Error)
            _logged.Enqueue(logEvent);
    }

    public override string ToString() =>
        string.Join('\n', _logged.Select(failure => $"{failure.RenderMessage(CultureInfo.InvariantCulture)}\n{failure.Exception}"));
}
