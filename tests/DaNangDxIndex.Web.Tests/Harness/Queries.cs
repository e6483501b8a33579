using System.Diagnostics;
using Npgsql;

namespace DaNangDxIndex.Harness;

/// <summary>How often the database of an app is asked, by what its driver itself tells.</summary>
internal static class Queries
{
    public static Task<int> CountAsync(TestApp app, Func<Task> act) =>
        CountAsync(new NpgsqlConnectionStringBuilder(app.Application).Database ?? "", act);

    public static async Task<int> CountAsync(string database, Func<Task> act)
    {
        var commands = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Count(activity.TagObjects),
        };
        ActivitySource.AddActivityListener(listener);
        await act();
        return commands;

        void Count(IEnumerable<KeyValuePair<string, object?>> tags)
        {
            if (tags.Any(tag => tag.Key is "db.namespace" or "db.name" && Equals(tag.Value, database))
                && tags.Any(tag => tag.Key is "db.statement" or "db.query.text"))
                Interlocked.Increment(ref commands);
        }
    }
}
