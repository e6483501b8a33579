using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace DaNangDxIndex.Layout;

/// <summary>
/// A number with decimals, a day or an hour that is written without naming a culture comes out as whoever asks reads it: 7,5 on a
/// Vietnamese page, 7.5 on an English one, the year 2569 on a server set to Thai. In a text that is kept, signed, sent or compared this is
/// a fault, and on a page there is a home for each (<see cref="PrintedNumbersTests"/>). Whole numbers are the same everywhere.
/// </summary>
public sealed class ReadersCultureTests
{
    private static readonly HashSet<Type> Written =
    [
        typeof(decimal), typeof(double), typeof(float), typeof(BigInteger),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset),
    ];

    [Theory]
    [InlineData(typeof(Bilingual))]
    [InlineData(typeof(Program))]
    [InlineData(typeof(Demo.DemoProgram))]
    public void No_number_with_decimals_and_no_day_is_written_as_whoever_asks_reads_it(Type type) =>
        (from each in type.Assembly.GetTypes()
         from method in MethodsOf(each)
         where Writes(method)
         select $"{each.FullName}.{method.Name}").Distinct().ShouldBeEmpty("Print by NumberText or VietNamTime; write files invariant.");

    [Theory]
    [InlineData(nameof(Writing.Point), true)]
    [InlineData(nameof(Writing.PointWithFormat), true)]
    [InlineData(nameof(Writing.MaybePoint), true)]
    [InlineData(nameof(Writing.Day), true)]
    [InlineData(nameof(Writing.DayAlone), true)]
    [InlineData(nameof(Writing.Inner), true)]
    [InlineData(nameof(Writing.Joined), true)]
    [InlineData(nameof(Writing.Invariant), false)]
    [InlineData(nameof(Writing.InvariantAround), false)]
    [InlineData(nameof(Writing.DayInvariant), false)]
    [InlineData(nameof(Writing.Whole), false)]
    [InlineData(nameof(Writing.Exact), false)]
    public void What_takes_the_culture_of_whoever_asks_is_told_from_what_does_not(string name, bool takes) =>
        MethodsOf(typeof(Writing)).Where(method => method.Name == name).Any(Writes).ShouldBe(takes);

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(Instructions.All).Concat<MethodBase>(type.GetConstructors(Instructions.All))
            // What the compiler writes of a record is for whoever looks for a fault.
            .Where(method => method.Name != "PrintMembers");

    private static bool Writes(MethodBase method)
    {
        // Sentences stand in sentences: whether each of those that are begun names its culture.
        var (begun, on) = (new Stack<bool>(), (Type?)null);
        foreach (var (operation, member) in Instructions.Of(method))
        {
            if (member is MethodBase called)
            {
                if (IsHandler(called.DeclaringType))
                {
                    if (called.IsConstructor)
                        begun.Push(NamesCulture(called));
                    else if (called.IsGenericMethod && IsWritten(called.GetGenericArguments()[0]) && !begun.Peek())
                        return true;
                    else if (called.Name.StartsWith(nameof(ToString), StringComparison.Ordinal))
                        begun.Pop();
                }
                else if (called.GetParameters().Any(parameter => IsHandler(parameter.ParameterType)))
                {
                    begun.Pop();
                }
                else if (TakesReaders(called, on))
                {
                    return true;
                }
            }
            on = operation == OpCodes.Constrained ? member as Type : null;
        }
        return false;
    }

    /// <param name="on">Whose ToString is called, where the code names it beside the call.</param>
    private static bool TakesReaders(MethodBase called, Type? on) => called.Name switch
    {
        nameof(ToString) => (IsWritten(called.DeclaringType) || IsWritten(on)) && !NamesCulture(called),
        "Append" or "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" =>
            called.DeclaringType?.Namespace is "System.Text" or "System.IO"
            && called.GetParameters().Any(parameter => IsWritten(parameter.ParameterType)),
        nameof(string.Join) or nameof(string.Concat) => called.DeclaringType == typeof(string)
            && called.IsGenericMethod && IsWritten(called.GetGenericArguments()[0]),
        _ => false,
    };

    private static bool IsHandler(Type? type) => (type?.GetElementType() ?? type)?.IsDefined(typeof(InterpolatedStringHandlerAttribute))
        is true;

    private static bool IsWritten(Type? type) => type is not null && Written.Contains(Nullable.GetUnderlyingType(type) ?? type);

    private static bool NamesCulture(MethodBase called) =>
        called.GetParameters().Any(parameter => parameter.ParameterType == typeof(IFormatProvider));

    private static class Writing
    {
        public static string Point(decimal point) => $"{point} points";

        public static string PointWithFormat(double point) => $"{point:0.0} points";

        public static string MaybePoint(decimal? point) => $"{point}";

        public static string Day(DateTime day) => $"{day:yyyyMMdd}";

        [SuppressMessage("Globalization", "CA1305", Justification = "It is what is to be found.")]
        public static string DayAlone(DateOnly day) => day.ToString("yyyy-MM-dd");

        public static string Inner(decimal point, int count) => $"{count} of {(count > 0 ? $"{point}" : "")}";

        public static string Joined(decimal[] points) => string.Join(';', points);

        public static string Invariant(decimal point) => string.Create(CultureInfo.InvariantCulture, $"{point} points");

        public static string InvariantAround(decimal point, int count) =>
            string.Create(CultureInfo.InvariantCulture, $"{(count > 0 ? $"{count}" : "")} {point}");

        public static string DayInvariant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public static string Whole(int count) => $"{count} points";

        public static string Exact(Fraction point) => $"{point} points";
    }
}
