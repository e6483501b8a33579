using DaNangDxIndex.Text;

namespace DaNangDxIndex;

/// <summary>What dx-verify can do, and the options of each.</summary>
public static class Verbs
{
    public const string Score = "score";
    public const string Verify = "verify";
    public const string Explain = "explain";
    public const string Json = "--json";

    private static readonly Dictionary<string, string[]> Options = new(StringComparer.Ordinal)
    {
        [Score] = ["--criteria", "--figures", "--agencies", "--verdicts", "--out", "--criteria-points", Json, "--lang"],
        [Verify] = ["--digest", Json, "--lang"],
        [Explain] = ["--criteria", "--figures", "--agencies", "--verdicts", "--agency", "--criterion", Json, "--lang"],
    };

    public static IReadOnlyList<string> OptionsOf(string verb) => Options[verb];

    /// <summary>An option that stands alone, without a value behind it.</summary>
    public static bool IsFlag(string option) => option == Json;

    /// <exception cref="UsageFault">There is no such verb.</exception>
    public static string Named(string word) =>
        Options.ContainsKey(word) ? word : throw new UsageFault(Likeness.Unknown("lệnh", "command", word, Options.Keys));

    public static Bilingual Help { get; } = new(
        """
        dx-verify: tính điểm, kiểm tra và giải thích kết quả DaNang DX Index. Không cần mạng, cơ sở dữ liệu.

          dx-verify verify goi.zip [--digest MÃ_BĂM]
              Tính lại một gói công bố. In “identical” nếu tất cả số liệu khớp; nếu không, in từng điểm khác biệt.
              --digest: mã băm in trên phiếu kết quả, để xác định đúng bản công bố.

          dx-verify verify phieu.pdf goi.zip
          dx-verify verify ma.json goi.zip
              Đối chiếu phiếu kết quả, bảng xếp hạng (tệp PDF tải từ hệ thống) hoặc kết quả tra cứu theo mã
              (/api/v1/verify/MÃ) với gói công bố; in từng số liệu khác.

          dx-verify score --criteria khoi.json [--criteria khoi-khac.json …] --figures figures.csv --agencies agencies.csv
                          [--verdicts verdicts.csv] [--out results.csv] [--criteria-points points.csv]
              Tính điểm, thứ hạng, xếp loại từ các tệp. Mỗi khối một tệp bộ chỉ số; không có --out thì in ra màn hình.
              --criteria-points: ghi thêm điểm từng tiêu chí.

          dx-verify explain goi.zip --agency MA [--criterion MA]
          dx-verify explain --criteria … --figures … [--agencies …] [--verdicts …] --agency MA [--criterion MA]
              Giải thích cách tính điểm của một tiêu chí (hoặc tất cả tiêu chí).

          --json          in kết quả dạng JSON
          --lang vi|en    ngôn ngữ của thông báo (mặc định vi)
          --help, --version

        Mã kết thúc: 0 hoàn thành và khớp; 1 có khác biệt; 2 lệnh hoặc tệp đầu vào không hợp lệ.
        Tệp CSV: UTF-8, dòng đầu là tên cột, dùng dấu chấm thập phân (98.06).
          agencies.csv  code,group,parent,ranked      figures.csv  agency,figure,value (ô trống: chưa có số liệu)
          verdicts.csv  agency,criterion,decision,points (decision: accept, points, notApplicable)
          results.csv   agency,group,applicable,converted,total,rank,tier
          points.csv    agency,criterion,state,points,maximum (phân số chính xác, như 50/3)
        """,
        """
        dx-verify: scores, checks and explains results of the DaNang DX Index. Needs no network and no database.

          dx-verify verify bundle.zip [--digest DIGEST]
              Recomputes a published bundle. Prints "identical" if all figures agree; otherwise prints every difference.
              --digest: the digest printed on a scorecard, to check that this is its publication.

          dx-verify verify scorecard.pdf bundle.zip
          dx-verify verify code.json bundle.zip
              Compares a scorecard or ranked table (the PDF as it was downloaded), or the answer to a code
              (/api/v1/verify/CODE), with the bundle; prints every figure that differs.

          dx-verify score --criteria group.json [--criteria other-group.json …] --figures figures.csv --agencies agencies.csv
                          [--verdicts verdicts.csv] [--out results.csv] [--criteria-points points.csv]
              Points, rank and tier from files. One criteria file for each group; without --out the results are printed.
              --criteria-points: also writes the points of every criterion.

          dx-verify explain bundle.zip --agency CODE [--criterion CODE]
          dx-verify explain --criteria … --figures … [--agencies …] [--verdicts …] --agency CODE [--criterion CODE]
              Explains how the points of one criterion (or of all criteria) are calculated.

          --json          prints the answer as JSON
          --lang vi|en    language of messages (default vi)
          --help, --version

        Exit code: 0 done and identical; 1 differences found; 2 invalid command or input file.
        CSV files: UTF-8, column names in the first line, numbers as 98.06.
          agencies.csv  code,group,parent,ranked      figures.csv  agency,figure,value (empty: blank)
          verdicts.csv  agency,criterion,decision,points (decision: accept, points, notApplicable)
          results.csv   agency,group,applicable,converted,total,rank,tier
          points.csv    agency,criterion,state,points,maximum (exact fractions such as 50/3)
        """);
}
