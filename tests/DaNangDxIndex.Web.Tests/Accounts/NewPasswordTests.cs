using System.Security.Cryptography;
using System.Text;
using DaNangDxIndex.Database;
using DaNangDxIndex.Harness;
using Microsoft.Extensions.Configuration;

namespace DaNangDxIndex.Accounts;

/// <summary>What may be chosen for a password: long, and not what is tried first or has leaked.</summary>
public sealed class NewPasswordTests : IDisposable
{
    private const string TooCommon = "PasswordTooCommon";

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("ngắn quá", "PasswordTooShort")]
    [InlineData("DaNang@2025!!", TooCommon)]
    [InlineData("Đà Nẵng 2025 2025", TooCommon)]
    [InlineData("password123456", TooCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", TooCommon)]
    [InlineData("123456789012", TooCommon)]
    [InlineData("con sông Hàn chảy qua phố", null)]
    [InlineData("correct horse battery staple", null)]
    public void A_password_is_long_and_not_among_those_tried_first(string password, string? fault) =>
        Fault(password).ShouldBe(fault);

    [Theory]
    [InlineData("P@ssw0rd2025!!")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("mustangmustang")]
    [InlineData("liverpool-1234567")]
    [InlineData("Mật khẩu của tôi 1")]
    [InlineData("matkhau@123456")]
    [InlineData("anhyeuem123456789")]
    [InlineData("Việt Nam vô địch!!!")]
    [InlineData("UBND phường 2025")]
    [InlineData("độc lập tự do hạnh phúc")]
    [InlineData("Nguyễn Văn Hùng 1985")]
    [InlineData("ChuyenDoiSo#2025")]
    public void Neither_a_leaked_word_nor_a_common_vietnamese_one_becomes_a_password_by_figures_and_signs(string password) =>
        Fault(password).ShouldBe(TooCommon);

    [Theory]
    [InlineData("bàn ghế xanh nhảy qua tủ lạnh")]
    [InlineData("7h!2#9$8@1%w^4&")]
    [InlineData("a8!Kd93#92-1xQ")]
    [InlineData("Tháng Tám tôi trồng ba cây khế")]
    public void A_sentence_or_what_a_machine_made_up_is_taken(string password) => Fault(password).ShouldBeNull();

    /// <summary>A search by halves that errs at an end would let through the first or the last.</summary>
    [Fact]
    public void Every_listed_word_is_found_wherever_it_stands_in_its_list()
    {
        var words = File.ReadAllLines(Path.Combine(Repository.Root, "src/DaNangDxIndex.Web/Accounts/Refused/tried-first.txt"));
        words.Length.ShouldBeGreaterThan(30_000);
        foreach (var word in words.Where((_, at) => at < 50 || at % 97 == 0 || at > words.Length - 50).Where(word => word.Length >= 6))
            Fault($"{word}2025202520").ShouldBe(TooCommon, word);
    }

    [Theory]
    [InlineData("nobody@da-nang.demo")]
    [InlineData("NOBODY@da-nang.demo-2025")]
    [InlineData("nguyenthinhap1985")]
    [InlineData("Nguyễn Thị Nhập !")]
    public void A_persons_own_name_is_no_password(string password) => Fault(password).ShouldBe(TooCommon);

    [Fact]
    public void The_operators_own_words_are_refused_in_any_letters_and_with_figures_around_them()
    {
        File.WriteAllLines(_file, ["bachdangdong", "hoa phượng đỏ trên sông"]);
        var rules = new NewPassword(With(_file));
        rules.Fault("Bạch Đằng Đông 36!").ShouldBe(TooCommon);
        rules.Fault("Hoa phượng đỏ trên sông").ShouldBe(TooCommon);
        rules.Fault("hoa phượng tím trên sông").ShouldBeNull();
    }

    [Fact]
    public void A_list_of_digests_is_looked_up_as_it_is_given_out()
    {
        var leaked = Enumerable.Range(0, 3000).Select(i => $"bàn ghế xanh số {i}").ToList();
        File.WriteAllLines(_file, leaked.Select(word => $"{DigestOf(word)}:{word.Length}").Order(StringComparer.Ordinal));
        var rules = new NewPassword(With(_file));
        foreach (var word in leaked)
            rules.Fault(word).ShouldBe(TooCommon);
        rules.Fault("bàn ghế xanh số 3001").ShouldBeNull();
    }

    [Fact]
    public void A_list_that_is_missing_or_not_sorted_stops_the_start_in_one_sentence()
    {
        File.WriteAllLines(_file, ["b", "a"]);
        Should.Throw<CannotStart>(() => new NewPassword(With(_file))).Message.ShouldContain("LC_ALL=C sort -u");
        Should.Throw<CannotStart>(() => new NewPassword(With(_file + ".nowhere"))).Message.ShouldContain("cannot be read");
    }

    private static string? Fault(string password) =>
        new NewPassword(With(null)).Fault(password, "nobody@da-nang.demo", "Nguyễn Thị Nhập");

#pragma warning disable CA5350 // As the lists are made.
    private static string DigestOf(string word) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(word)));
#pragma warning restore CA5350

    private static IConfiguration With(string? file) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("DX_REFUSED_PASSWORDS", file)]).Build();
}
