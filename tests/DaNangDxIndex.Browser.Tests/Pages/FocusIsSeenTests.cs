using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Pages;

/// <summary>
/// Whoever goes through a page by Tab, and back by Shift+Tab, sees where they are: what has the focus is on the screen, and neither a
/// head or foot that stays nor anything else lies over it (WCAG 2.4.11, and 2.4.12 for its corners).
/// </summary>
[Trait("Length", "Long")]
public sealed class FocusIsSeenTests(Product product) : IClassFixture<Product>
{
    /// <summary>More than any page has; a page in which Tab goes on for ever ends here.</summary>
    private const int Longest = 1500;

    /// <summary>
    /// Null where nothing of the page has the focus; else what lies over its centre or corners, empty where nothing does. What contains it,
    /// its label, or its own hint, which has no ground of its own, is no cover; of a link in two lines the first line counts.
    /// </summary>
    private const string Look = """
        () => {
            const focused = document.activeElement;
            if (!focused || focused === document.body || focused === document.documentElement) return null;
            const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '') +
                (typeof element.className === 'string' && element.className ? '.' + element.className.trim().split(/ +/).join('.') : '');
            const told = `${name(focused)} “${(focused.innerText || focused.value || '').trim().slice(0, 40)}”`;
            const box = [...focused.getClientRects()].find(rect => rect.width > 0 && rect.height > 0);
            if (!box) return `${told} has no place on the page`;
            const edge = 3, places = [[box.left + box.width / 2, box.top + box.height / 2]];
            for (const x of [box.left + edge, box.right - edge])
                for (const y of [box.top + edge, box.bottom - edge]) places.push([x, y]);
            const inside = places.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
            // A field for long texts, or a table that is scrolled, need not be on the screen whole.
            if (inside.length < (focused.tagName === 'TEXTAREA' || box.height > innerHeight / 2 ? 1 : places.length))
                return `${told} is not on the screen: ${JSON.stringify(box)}`;
            for (const [x, y] of inside) {
                const seen = document.elementFromPoint(x, y);
                const label = seen && seen.closest('label');
                const hint = seen && seen.id && (focused.getAttribute('aria-describedby') || '').split(' ').includes(seen.id)
                    && getComputedStyle(seen).backgroundColor === 'rgba(0, 0, 0, 0)';
                if (seen && !hint && !focused.contains(seen) && !seen.contains(focused) && !(label && label.control === focused))
                    return `${told} lies under ${name(seen)} at ${Math.round(x)}, ${Math.round(y)}`;
            }
            return '';
        }
        """;

    [Fact]
    public async Task Nothing_lies_over_what_has_the_focus()
    {
        var values = await PagesLookedAt.AddThePastAsync(product);
        await PagesLookedAt.PrepareNextYearAsync(product);
        var faults = new List<string>();
        foreach (var width in (int[])[1440, 360])
        {
            foreach (var before in PagesLookedAt.SignedIn.Concat(PagesLookedAt.Seldom).Concat(PagesLookedAt.WithNextYear)
                .Prepend((PagesLookedAt.Nobody, PagesLookedAt.Public)).GroupBy(looked => looked.Item1, looked => looked.Item2))
            {
                var person = await product.PersonAsync(width: width);
                if (before.Key != PagesLookedAt.Nobody)
                    await person.SignInAsync(before.Key);
                var pages = before.SelectMany(looked => looked).Distinct(StringComparer.Ordinal);
                faults.AddRange(await FaultsAsync(person, [.. pages.Select(page => PagesLookedAt.Filled(page, values))]));
            }
        }
        faults.ShouldBeEmpty();
    }

    private static async Task<List<string>> FaultsAsync(Person person, string[] pages)
    {
        var faults = new List<string>();
        foreach (var page in pages)
        {
            await person.OpenAsync(page);
            foreach (var key in (string[])["Tab", "Shift+Tab"])
            {
                var walked = 0;
                // Beyond the last one the browser's own window has the focus, and the next key comes in from the other end.
                while (await StepAsync(person, key) is { } fault && walked++ < Longest)
                {
                    if (fault.Length > 0)
                        faults.Add($"{page} {key} {walked}: {fault}");
                }
                walked.ShouldBeInRange(3, Longest - 1, $"{page} by {key}");
            }
        }
        return faults;
    }

    private static async Task<string?> StepAsync(Person person, string key)
    {
        await person.Page.Keyboard.PressAsync(key);
        return await person.Page.EvaluateAsync<string?>(Look);
    }
}
