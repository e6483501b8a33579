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
    public void In_English_too_a_department_is_called_one() =>
        new ShortNames(["Department of Health", "Department of Justice"]).Of("Department of Health").ShouldBe("Department of Health");

    [Fact]
    public void In_English_too_the_words_of_all_committees_are_left_out() =>
        new ShortNames(["People's Committee of Cam Ranh City", "People's Committee of Dien Khanh District"])
            .Of("People's Committee of Cam Ranh City").ShouldBe("Cam Ranh City");

    [Fact]
    public void Only_whole_words_are_left_out() =>
        new ShortNames(["Ban Quản lý An toàn", "Ban Quản lý Âu thuyền"]).Of("Ban Quản lý An toàn").ShouldBe("An toàn");

    [Fact]
    public void A_single_name_stays_whole() =>
        new ShortNames(["Ủy ban nhân dân quận Hải Châu"]).Of("Ủy ban nhân dân quận Hải Châu").ShouldBe("Ủy ban nhân dân quận Hải Châu");
}
