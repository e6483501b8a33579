using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Npgsql;

namespace DaNangDxIndex.Database;

/// <summary>
/// Rows of a table as its entities, by the columns, the converters and the constructor that the model names, for queries that
/// <see cref="OneRoundTrip"/> sends together. Nothing is tracked: what is to be changed is attached first.
/// </summary>
internal sealed class Rows<T>
    where T : class
{
    private static readonly ParameterExpression Texts = Expression.Parameter(typeof(RecurringTexts), "texts");
    private static Rows<T>? Known;
    private readonly List<string> _columns = [];
    private readonly Func<NpgsqlDataReader, RecurringTexts, T> _read;

    private Rows(IEntityType entity)
    {
        var row = Expression.Parameter(typeof(NpgsqlDataReader), "row");
        _read = Expression.Lambda<Func<NpgsqlDataReader, RecurringTexts, T>>(New(entity, row), row, Texts).Compile();
        Select = SelectFrom(entity.GetTableName() ?? "");
    }

    /// <summary>"SELECT … FROM …"; the caller says which rows.</summary>
    public string Select { get; }

    public string SelectFrom(string table) => $"SELECT {Columns} FROM \"{table}\"";

    /// <summary>Into another table of the same columns, those of the own tenant; the caller says which rows.</summary>
    public string CopyInto(string table) => $"INSERT INTO \"{table}\" ({Columns}) {Select}";

    private string Columns => string.Join(", ", _columns.Select(column => $"\"{column}\""));

    public static Rows<T> Of(DbContext db) => Known ??= new(
        db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model."));

    /// <param name="texts">Of the rows before.</param>
    public T Read(NpgsqlDataReader row, RecurringTexts texts) => _read(row, texts);

    /// <summary>What the constructor names is given to it, the rest to its fields, as EF does it.</summary>
    private MemberInitExpression New(ITypeBase type, ParameterExpression row)
    {
        var values = type.GetProperties().Where(property => !property.IsShadowProperty())
            .Select(property => (Of: (IPropertyBase)property, Value: Value(property, row)))
            .Concat(type.GetComplexProperties().Select(part => (Of: (IPropertyBase)part, Value: (Expression)New(part.ComplexType, row))))
            .ToDictionary(value => value.Of.Name, StringComparer.OrdinalIgnoreCase);
        var constructor = type.ClrType.GetConstructors()
            .Where(constructor => constructor.GetParameters().All(parameter => values.ContainsKey(parameter.Name ?? "")))
            .MaxBy(constructor => constructor.GetParameters().Length) ?? throw new InvalidOperationException(
                $"{type.ClrType.Name} cannot be made from its columns.");
        var given = constructor.GetParameters().Select(parameter => values[parameter.Name ?? ""]).ToList();
        return Expression.MemberInit(
            Expression.New(constructor, given.Select(value => value.Value)),
            values.Values.Except(given)
                .Select(value => Expression.Bind(value.Of.GetMemberInfo(forMaterialization: true, forSet: true), value.Value)));
    }

    private Expression Value(IProperty property, ParameterExpression row)
    {
        var (mapping, column) = (property.GetRelationalTypeMapping(), Expression.Constant(_columns.Count));
        _columns.Add(property.GetColumnName());
        var stored = mapping.CustomizeDataReaderExpression(Expression.Call(row, mapping.GetDataReaderMethod(), column));
        var value = mapping.Converter is { } converter
            ? ReplacingExpressionVisitor.Replace(
                converter.ConvertFromProviderExpression.Parameters[0],
                Converted(stored, converter.ConvertFromProviderExpression.Parameters[0].Type),
                converter.ConvertFromProviderExpression.Body)
            : stored.Type == typeof(string) ? Expression.Call(Texts, nameof(RecurringTexts.Of), null, stored) : stored;
        return property.IsNullable
            ? Expression.Condition(
                Expression.Call(row, nameof(NpgsqlDataReader.IsDBNull), null, column), Expression.Default(property.ClrType),
                Converted(value, property.ClrType))
            : Converted(value, property.ClrType);
    }

    private static Expression Converted(Expression value, Type to) => value.Type == to ? value : Expression.Convert(value, to);
}
