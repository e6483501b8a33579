namespace DaNangDxIndex.Commitments;

/// <summary>Pages of the way to the next tier.</summary>
internal static class CommitmentPath
{
    public static string Way(int year, string agency) => $"/assessments/{year}/{agency}/next-tier";

    public static string WhatIf(int year, string agency) => $"/assessments/{year}/{agency}/what-if";

    public static string New(int year, string agency, string criterion) =>
        $"/assessments/{year}/{agency}/commitments/0?criterion={Uri.EscapeDataString(criterion)}";

    public static string Of(Commitment commitment) => $"/assessments/{commitment.Year}/{commitment.Agency}/commitments/{commitment.Number}";
}
