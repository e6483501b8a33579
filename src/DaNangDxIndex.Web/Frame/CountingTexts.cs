using DaNangDxIndex.Text;
using Microsoft.Extensions.Localization;

namespace DaNangDxIndex.Frame;

/// <summary>Texts in which every whole number brings its English word along: "{0} {0:agency|agencies}" (<see cref="Counted"/>).</summary>
public sealed class CountingTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer _texts = factory.Create(typeof(T));

    public LocalizedString this[string name] => _texts[name];

    public LocalizedString this[string name, params object[] arguments] =>
        _texts[name, [.. arguments.Select(argument => argument is int count ? new Counted(count) : argument)]];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);
}
