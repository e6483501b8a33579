using System.Reflection;
using System.Runtime.CompilerServices;

namespace DaNangDxIndex.Publications;

/// <summary>
/// What an object takes with everything that it alone leads to, counted field by field: the same on every machine and at every moment.
/// </summary>
internal static class SizeInMemory
{
    private const int Head = 16;

    public static long Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { root };
        var waiting = new Stack<object>([root]);
        var bytes = 0L;
        while (waiting.TryPop(out var held))
        {
            bytes += SizeOf(held);
            foreach (var next in LeadsTo(held, held.GetType()))
            {
                // Code and what belongs to the program, not to the version.
                if (next is not (MemberInfo or Delegate or StringComparer) && seen.Add(next))
                    waiting.Push(next);
            }
        }

        return bytes;
    }

    private static long SizeOf(object held) => held switch
    {
        string text => Aligned(Head + 6 + (2L * text.Length)),
        Array items => Aligned(Head + 8 + (items.LongLength * InField(held.GetType().GetElementType() ?? typeof(object)))),
        _ => Aligned(Head + FieldsOf(held.GetType()).Sum(field => (long)InField(field.FieldType))),
    };

    private static IEnumerable<object> LeadsTo(object held, Type type)
    {
        if (held is string or Pointer || type.IsPrimitive || type.IsEnum)
            return [];
        if (held is Array items)
            return type.GetElementType() is { IsPrimitive: true } or { IsEnum: true } ? [] : items.Cast<object?>().SelectMany(Within);
        return FieldsOf(type).Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsEnum)
            .SelectMany(field => Within(field.GetValue(held)));
    }

    /// <summary>A value stands where it is, and leads on to what it refers to.</summary>
    private static IEnumerable<object> Within(object? value) =>
        value is null ? [] : value.GetType().IsValueType ? LeadsTo(value, value.GetType()) : [value];

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
            foreach (var field in part.GetFields(Own))
                yield return field;
    }

    private static int InField(Type type) => type.IsValueType ? RuntimeHelpers.SizeOf(type.TypeHandle) : nint.Size;

    private static long Aligned(long bytes) => (bytes + 7) / 8 * 8;
}
