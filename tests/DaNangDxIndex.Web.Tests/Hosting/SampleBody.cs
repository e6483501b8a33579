using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DaNangDxIndex.Hosting;

/// <summary>
/// What a form or a body of JSON may bear, as the program's own binding and serialization say: every name, each with a value of its kind.
/// </summary>
internal sealed class SampleBody(IServiceProvider services)
{
    /// <summary>Deeper than any body of ours.</summary>
    private const int Deep = 6;

    /// <summary>Where the bytes of a file come to stand.</summary>
    public const string File = "@file";

    private readonly JsonSerializerOptions _json = services.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;

    private readonly IModelMetadataProvider _models = services.GetRequiredService<IModelMetadataProvider>();

    public JsonNode? Json(Type type, int depth = 0)
    {
        if (depth > Deep)
            return null;
        var told = _json.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return told.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(told.Properties
                .Where(property => property.Set is not null || property.AssociatedParameter is not null)
                .Select(property => KeyValuePair.Create(property.Name, Json(property.PropertyType, depth + 1)))),
            JsonTypeInfoKind.Enumerable when told.ElementType is { } element => new JsonArray(Json(element, depth + 1)),
            JsonTypeInfoKind.Dictionary when told.ElementType is { } element => new JsonObject { ["text"] = Json(element, depth + 1) },
            _ => Value(type) is { } text && bool.TryParse(text, out var isTrue) ? JsonValue.Create(isTrue)
                : int.TryParse(Value(type), CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
                : JsonValue.Create(Value(type)),
        };
    }

    /// <summary>"Input.FullName=text", one to a field.</summary>
    public IEnumerable<string> Form(string name, Type type, int depth = 0)
    {
        var told = _models.GetMetadataForType(type);
        if (depth > Deep)
            return [];
        if (IsFile(type))
            return [$"{name}={File}"];
        if (told is { IsEnumerableType: true, ElementType: { } element } && type != typeof(string))
        {
            return element is { IsGenericType: true, GenericTypeArguments: [_, var value] }
                && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
                    ? Form($"{name}[text]", value, depth + 1)
                    : Form(_models.GetMetadataForType(element).IsComplexType ? $"{name}[0]" : name, element, depth + 1);
        }
        return !told.IsComplexType ? [$"{name}={Value(type)}"]
            : told.Properties.Where(property => !property.IsReadOnly || told.BoundConstructor is not null)
                .SelectMany(property => Form($"{name}.{property.PropertyName}", property.ModelType, depth + 1));
    }

    private static bool IsFile(Type type) => typeof(IFormFile).IsAssignableFrom(type)
        || (typeof(IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments is [var one] && IsFile(one));

    private static string Value(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(plain)[0])
            : plain == typeof(bool) ? "true"
            : plain == typeof(Guid) ? Guid.Empty.ToString()
            : plain == typeof(DateOnly) ? "2026-12-31"
            : plain == typeof(DateTimeOffset) || plain == typeof(DateTime) ? "2026-12-31T17:00:00+07:00"
            : plain.IsPrimitive || plain == typeof(decimal) ? "1"
            : "text";
    }
}
