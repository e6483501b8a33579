using Microsoft.AspNetCore.Http.Extensions;

namespace DaNangDxIndex.Frame;

/// <summary>The present address with some of its query changed, so that sorting, filters and language keep each other.</summary>
public static class AddressWith
{
    public static string Query(HttpRequest request, params (string Key, string? Value)[] changes)
    {
        var kept = request.Query
            .Where(pair => changes.All(change => !change.Key.Equals(pair.Key, StringComparison.Ordinal)))
            .SelectMany(pair => pair.Value, (pair, value) => (pair.Key, Value: value));
        var query = new QueryBuilder();
        foreach (var (key, value) in kept.Concat(changes))
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(key, value);
            }
        }

        return request.PathBase.Add(request.Path) + query.ToQueryString();
    }
}
