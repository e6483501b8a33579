using System.Text.Json;
using DaNangDxIndex.Text;

namespace DaNangDxIndex.Criteria.Reading;

/// <summary>Reads the rule choice: a figure of that kind, and a share for each of its options.</summary>
internal sealed class ChoiceReader(FigureReader figures)
{
    public Choice? Read(Place place)
    {
        if (!place.IsObjectOf("of", "options"))
            return null;
        var figure = place.Required("of") is { } of && of.Code() is { } code ? figures.Find(of, code) : null;
        var options = place.Required("options");
        if (options is not null && options.Kind != JsonValueKind.Object)
            options.Problem("Ở đây cần { \"mã phương án\": phần điểm, … }.", "{ \"option code\": share, … } is needed here.");
        var shares = options?.Members().Select(option => (option.Name, option.Value, Share: option.Value.NumberBetween(0, 1))).ToList()
            ?? [];
        if (figure is null)
            return null;
        if (figure.Kind != FigureKind.Choice)
        {
            place.Member("of")?.Problem(
                $"“{figure.Code}” không phải số liệu lựa chọn. Dùng linear hoặc steps.",
                $"\"{figure.Code}\" is not a choice. Use linear or steps.");
            return null;
        }

        CheckOptions(options, figure, shares.Select(share => (share.Name, share.Value)));
        return new Choice(
            figure.Code,
            [.. shares.Where(share => share.Share is not null)
                .Select(share => new ChoiceShare(share.Name, share.Share.GetValueOrDefault()))]);
    }

    private static void CheckOptions(Place? place, Figure figure, IEnumerable<(string Name, Place Value)> shares)
    {
        var named = shares.ToList();
        foreach (var (name, value) in named.Where(share => figure.Options.All(option => option.Code != share.Name)))
        {
            var hint = Likeness.Suggest(name, figure.Options.Select(option => option.Code));
            value.Problem(
                $"“{figure.Code}” không có phương án “{name}”.{hint.Vi}", $"\"{figure.Code}\" has no option \"{name}\".{hint.En}");
        }

        foreach (var option in figure.Options.Where(option => named.All(share => share.Name != option.Code)))
            place?.Problem(
                $"Phương án “{option.Code}” chưa có phần điểm. Ghi, kể cả khi là 0.",
                $"The option \"{option.Code}\" has no share. Write one, even 0.");
    }
}
