using System.Text;
using DaNangDxIndex.Editions;
using DaNangDxIndex.Harness;
using Microsoft.EntityFrameworkCore;

namespace DaNangDxIndex.Targets;

/// <summary>A file with the targets of 2023, and what is stored of it.</summary>
internal static class TargetFile
{
    public const string Head =
        "kind,indicator,group,subject_vi,subject_en,bound,value,of,unit_vi,unit_en,said_vi,said_en,period,figure,over,"
        + "remark_vi,remark_en,source,source_vi,source_en,source_number,source_date,source_address";

    public const string Source = "ubnd,Thông báo của thành phố,Notice of the city,57/TB-UBND,15/02/2023,https://danang.gov.vn/x";

    public static readonly string[] Rows =
    [
        $"Chỉ tiêu,late-files,,Hồ sơ trễ hạn,Late files,Tối đa,40,,hồ sơ,files,,,2023,,,,,{Source}",
        "Thực hiện,late-files,,,,,52,,hồ sơ,files,,,2023,,,,,ubnd,,,,,",
        $"Target,paid-online,,Thanh toán trực tuyến,Paid online,At least,80,,%,%,,,2025,,,,,{Source}",
        "Actual,paid-online,,,,,3,4,,,,,11/2023,,,,,ubnd,,,,,",
    ];

    public static byte[] Of(string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Head, .. rows]));

    public static Task<List<string>> StoredTargetsAsync(this TestApp app) => app.InDatabaseAsync("da-nang", db => db.Set<PrintedFigure>()
        .Where(printed => printed.Year == 2023 && printed.Indicator != null && printed.Indicator != "digital-economy-share")
        .OrderBy(printed => printed.Number).Select(printed => printed.Indicator + " " + printed.Numerator).ToListAsync());

    /// <summary>The year had no targets before; the value that was printed of it stays as it was.</summary>
    public static Task<int> LeaveTargetsAsync(this TestApp app) =>
        app.InDatabaseAsync("da-nang", db => db.Set<PrintedFigure>()
            .Where(printed => printed.Year == 2023 && printed.Indicator != null && printed.Indicator != "digital-economy-share")
            .ExecuteDeleteAsync());
}
