using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using DaNangDxIndex.Accounts;
using DaNangDxIndex.Assessments;
using DaNangDxIndex.Harness;
using DaNangDxIndex.Hosting;
using DaNangDxIndex.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace DaNangDxIndex.Frame;

/// <summary>What somebody looks for is folded where it is bound from the address, once, and searched with as it is from there on.</summary>
public sealed class AskedWordsTests(AskedWordsTests.CountingApp counting) : IClassFixture<AskedWordsTests.CountingApp>
{
    private readonly TestApp _app = counting.App;

    [Fact]
    public async Task It_is_folded_once_a_request_however_many_texts_are_looked_through()
    {
        var edition = await OpenEdition.AddAsync(_app);
        foreach (var (role, path) in ((Role?, string)[])
            [
                (null, "/editions/2024/find?q=Hải"), (null, "/editions/2024?q=Hải"), (null, "/editions/2024/methodology?q=Hải"),
                (Role.Office, "/editions/2025/preview?q=Hải"),
                (Role.Office, "/agencies?q=Hải"), (Role.Office, "/editions/2025/progress?q=Hải"),
                (Role.Office, "/editions/2025/remind?all=true&q=Hải"), (Role.Administrator, "/accounts?q=Hải"),
                (Role.Auditor, "/audit?Agency=Hải"), (Role.Assessor, "/evidence/w25-hai-chau?find=Hải"),
                (Role.Assessor, $"{edition.Path}/criteria/A.1/evidence?find=Hải"),
            ])
        {
            counting.Bound.Clear();
            var visitor = role is { } known ? await _app.SignedInAsync(known) : _app.Visitor();
            using var page = await visitor.GetAsync(path);
            page.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            counting.Bound.Where(words => words == "Hải").ShouldHaveSingleItem(path);
        }
    }

    /// <summary>A question that a page would bind as text is one that it folds itself.</summary>
    [Fact]
    public async Task No_page_binds_what_is_looked_for_as_text()
    {
        var pages = (await Endpoints.OfAsync(_app)).Select(endpoint => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>())
            .OfType<CompiledPageActionDescriptor>()
            .SelectMany(page => page.BoundProperties.Concat(page.HandlerMethods.SelectMany(handler => handler.Parameters)))
            .SelectMany(bound => Parts(bound.BindingInfo?.BinderModelName ?? bound.Name, bound.ParameterType)).ToList();
        pages.Count(bound => bound.Type == typeof(AskedWords)).ShouldBeGreaterThanOrEqualTo(10);
        pages.Where(bound => bound.Name.ToUpperInvariant() is "Q" or "FIND" or "SEARCH")
            .ShouldAllBe(bound => bound.Type == typeof(AskedWords));
    }

    /// <summary>Of a filter that is bound as a whole, what it is made of.</summary>
    private static IEnumerable<(string Name, Type Type)> Parts(string name, Type type) =>
        type.Namespace?.StartsWith("DaNangDxIndex", StringComparison.Ordinal) == true && type != typeof(AskedWords) && type.IsClass
            ? type.GetProperties().Select(part => (part.Name, part.PropertyType))
            : [(name, type)];

    [Fact]
    public void Only_the_binding_makes_it() =>
        typeof(AskedWords).GetConstructors(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();

    [Theory]
    [InlineData("/editions/2024/find?q=")]
    [InlineData("/editions/2024/methodology?q=")]
    [InlineData("/editions/2024?q=")]
    public async Task A_question_that_is_too_long_is_not_cut_within_a_letter(string path) =>
        (await _app.Visitor().GetAsync(path + Uri.EscapeDataString(new string('a', 199) + "😀"))).StatusCode.ShouldBe(HttpStatusCode.OK);

    public sealed class CountingApp : IAsyncLifetime
    {
        private readonly Counting _counting = new();

        public CountingApp() => App = new()
        {
            Replace = services => services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, _counting)),
        };

        public TestApp App { get; }

        public ConcurrentBag<string> Bound => _counting.Bound;

        public Task InitializeAsync() => App.InitializeAsync();

        public Task DisposeAsync() => App.DisposeAsync();
    }

    /// <summary>The framework's own binder of such types, and what it was given.</summary>
    private sealed class Counting : IModelBinderProvider
    {
        private readonly TryParseModelBinderProvider _own = new();

        public ConcurrentBag<string> Bound { get; } = [];

        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(AskedWords) && _own.GetBinder(context) is { } binder ? new Counted(binder, Bound) : null;

        private sealed class Counted(IModelBinder binder, ConcurrentBag<string> bound) : IModelBinder
        {
            public async Task BindModelAsync(ModelBindingContext bindingContext)
            {
                await binder.BindModelAsync(bindingContext);
                if (bindingContext.Result.Model is AskedWords words)
                    bound.Add(words.ToString());
            }
        }
    }
}
