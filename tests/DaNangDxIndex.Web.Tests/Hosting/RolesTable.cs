using DaNangDxIndex.Accounts;
using DaNangDxIndex.Harness;

namespace DaNangDxIndex.Hosting;

/// <summary>What roles-by-endpoint.txt says, for tests that would otherwise knock at every door as everybody.</summary>
internal static class RolesTable
{
    public static readonly string Path =
        System.IO.Path.Combine(Repository.Root, "tests", "DaNangDxIndex.Web.Tests", "Hosting", "roles-by-endpoint.txt");

    /// <summary>The first columns: who is not signed in at all, and who is at another tenant.</summary>
    public static readonly string[] WithoutRole = ["Nobody", "Elsewhere"];

    /// <summary>Roles that get past the door of an address, of their own agency or another; by address and method.</summary>
    public static ILookup<(string Pattern, string Method), Role> Admitted()
    {
        var lines = File.ReadLines(Path).Where(line => !line.StartsWith('#')).ToList();
        var columns = Words(lines[0]);
        return (
            from line in lines.Skip(1)
            let words = Words(line)
            let address = words[columns.Length..]
            let method = string.Join(' ', address.Skip(1).TakeWhile(word => !word.StartsWith('(')))
            from column in Enumerable.Range(WithoutRole.Length, columns.Length - WithoutRole.Length)
            where words[column] != "no"
            select (Door: (address[0], method), Role: Enum.Parse<Role>(columns[column])))
            .Distinct().ToLookup(open => open.Door, open => open.Role);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
