using System.Net.Sockets;
using DaNangDxIndex.Database;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace DaNangDxIndex.Hosting;

/// <summary>What the person who starts the program can mend is told in one sentence, and the exit code is 1.</summary>
internal static class Start
{
    public static void RefuseInOneSentence() => AppDomain.CurrentDomain.UnhandledException += (_, fault) =>
    {
        if (fault.ExceptionObject is not Exception failed || Refusal(failed) is not { } sentence)
            return;
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
    };

    /// <summary>Null for a fault of the program itself, which shows where it happened.</summary>
    private static string? Refusal(Exception failed) => failed switch
    {
        CannotStart refused => refused.Message,
        IOException { InnerException: AddressInUseException } =>
            $"{failed.Message} Stop the other program, or choose another address by DX_URLS.",
        SocketException => $"The address in DX_URLS cannot be used: {failed.Message}",
        NpgsqlException => $"The database in ConnectionStrings__Dx does not serve: {failed.Message}",
        _ => null,
    };
}
