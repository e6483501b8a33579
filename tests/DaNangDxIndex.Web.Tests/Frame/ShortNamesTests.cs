namespace DaNangDxIndex.Frame;

public sealed class ShortNamesTests
{
    [Fact]
    public void Words_that_all_names_begin_with_are_left_out() =>
        new ShortNames(["Ủy ban nhân dân quận Hải Châu", "Ủy ban nhân dân huyện Hòa Vang"]).Of("Ủy ban nhân dân quận Hải Châu")
            .ShouldBe("Quận Hải Châu");

    [Fact]
    public void One_shared_word_is_part_of_the_name() => new ShortNames(["Sở Y tế", "Sở Tư pháp"]).Of("Sở Y tế").ShouldBe("Sở Y tế");

    [Fact]
    public void Only_whole_words_are_left_out() =>
        new ShortNames(["Ban Quản lý An toàn", "Ban Quản lý Âu thuyền"]).Of("Ban Quản lý An toàn").ShouldBe("An toàn");

    [Fact]
    public void A_single_name_stays_whole() =>
        new ShortNames(["Ủy ban nhân dân quận Hải Châu"]).Of("Ủy ban nhân dân quận Hải Châu").ShouldBe("Ủy ban nhân dân quận Hải Châu");
}
