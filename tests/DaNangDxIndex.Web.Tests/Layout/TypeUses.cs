using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;

namespace DaNangDxIndex.Layout;

/// <summary>
/// Which types a compiled type really needs: its bases, members and attributes, and everything that the code of its methods names. Usings
/// would tell less: they stay when nothing needs them, and types of one's own or an outer namespace need none.
/// </summary>
internal static class TypeUses
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<Type, string>> Pages = new();

    /// <summary>The folder at the root of the project that the type's file lies in; null for what lies in none.</summary>
    public static string? FolderOf(Type type)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
            outer = declaring;
        if (Pages.GetOrAdd(outer.Assembly, PagesOf).TryGetValue(outer, out var page))
            return page.Split('/') is [_, var folder, _, ..] ? folder : null;
        return outer.Namespace?.Split('.') is [nameof(DaNangDxIndex), var first, ..] ? first : null;
    }

    private static Dictionary<Type, string> PagesOf(Assembly assembly) =>
        assembly.GetCustomAttributes<RazorCompiledItemAttribute>().ToDictionary(item => item.Type, item => item.Identifier);

    /// <summary>Types of these assemblies that the type needs, itself and its nested types left out.</summary>
    public static IEnumerable<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        foreach (var contract in type.GetInterfaces())
            Add(found, contract);
        foreach (var attribute in type.GetCustomAttributesData())
            Add(found, attribute);
        foreach (var member in type.GetMembers(Instructions.All))
            Add(found, member);
        return found;
    }

    private static void Add(HashSet<Type> found, MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
            Add(found, attribute);
        switch (member)
        {
            case FieldInfo field: Add(found, field.FieldType); break;
            case PropertyInfo property: Add(found, property.PropertyType); break;
            case MethodBase method: AddMethod(found, method); break;
            default: break;
        }
    }

    private static void Add(HashSet<Type> found, CustomAttributeData attribute)
    {
        Add(found, attribute.AttributeType);
        foreach (var argument in attribute.ConstructorArguments.Select(constructorArgument => constructorArgument.Value).Concat(
            attribute.NamedArguments.Select(namedArgument => namedArgument.TypedValue.Value)))
            Add(found, argument as Type);
    }

    private static void AddMethod(HashSet<Type> found, MethodBase method)
    {
        Add(found, (method as MethodInfo)?.ReturnType);
        foreach (var parameter in method.GetParameters())
            Add(found, parameter.ParameterType);
        if (method.GetMethodBody() is not { } body)
            return;
        foreach (var local in body.LocalVariables)
            Add(found, local.LocalType);
        foreach (var caught in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            Add(found, caught.CatchType);
        foreach (var named in Named(method))
            Add(found, named);
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
            return;
        if (type.GetElementType() is { } element)
        {
            Add(found, element);
            return;
        }
        foreach (var argument in type.GenericTypeArguments)
            Add(found, argument);
        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
    }

    /// <summary>Types that the code names, and the types that its calls and fields belong to.</summary>
    private static IEnumerable<Type?> Named(MethodBase method)
    {
        foreach (var (_, member) in Instructions.Of(method))
        {
            switch (member)
            {
                case Type type: yield return type; break;
                case MethodInfo called:
                    yield return called.DeclaringType;
                    foreach (var argument in called.IsGenericMethod ? called.GetGenericArguments() : [])
                        yield return argument;
                    break;
                case { } other: yield return other.DeclaringType; break;
                default: break;
            }
        }
    }
}
