namespace DaNangDxIndex.Criteria.Reading;

/// <summary>"Did you mean …?" for words that are one or two letters off.</summary>
internal static class Likeness
{
    /// <summary>A sentence that begins with a space, or how to go on where nothing is near.</summary>
    public static (string Vi, string En) Suggest(string word, IEnumerable<string> known)
    {
        var near = known.Select(one => (one, Distance: Distance(word, one))).OrderBy(one => one.Distance).FirstOrDefault();
        return near.one is not null && near.Distance <= Math.Max(2, word.Length / 4)
            ? ($" Có phải là “{near.one}”?", $" Did you mean \"{near.one}\"?")
            : (" Sửa lại hoặc bỏ đi.", " Correct or remove it.");
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
