using System.Collections;
using System.Globalization;
using System.Resources;
using DaNangDxIndex.Database;

namespace DaNangDxIndex.Hosting;

public sealed class TextsTests
{
    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        var marked = typeof(DxIndexDb).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type.GetMethods().All(method => method.DeclaringType == typeof(object)));
        var differences = marked.SelectMany(type =>
        {
            var (vi, en) = (Keys(type, "vi"), Keys(type, "en"));
            return vi.Except(en).Select(key => $"{type.Name}.{key} has no English").Concat(en.Except(vi).Select(key => $"{type.Name}.{key} has no Vietnamese"));
        });
        differences.ShouldBeEmpty();
    }

    private static HashSet<string> Keys(Type type, string language)
    {
        var set = new ResourceManager(type).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        set.ShouldNotBeNull($"{type.FullName}.{language}.resx");
        return [.. set.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];
    }
}
