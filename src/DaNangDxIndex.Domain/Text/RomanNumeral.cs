namespace DaNangDxIndex.Text;

/// <summary>Parts and annexes of Vietnamese documents are counted in Roman numerals, from I to XXXIX.</summary>
public static class RomanNumeral
{
    public static string Of(int number) => number switch
    {
        >= 10 => "X" + Of(number - 10),
        9 => "IX",
        >= 5 => "V" + Of(number - 5),
        4 => "IV",
        > 0 => "I" + Of(number - 1),
        _ => "",
    };

    /// <summary>The number that is written; 0 for what is no numeral.</summary>
    public static int Read(string numeral) => Enumerable.Range(1, 39).FirstOrDefault(number => Of(number) == numeral);
}
