using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Benchmarks.Parts;

/// <summary>A part of a call of version 2 that version 1 does not have, beside what is written by hand for it.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="ByHand">Does it by hand.</param>
/// <param name="Ours">Does it as this package does.</param>
internal sealed record Part(string Name, Func<string> ByHand, Func<string> Ours)
{
    private const int TurnRuns = 20_000;

    private const string Member = "lmbr_12060d0a9b8c7d6e00";

    // No constant: the compiler would build the marker itself.
    private static readonly string SourceId = string.Concat("order-", 1.ToString("D8", CultureInfo.InvariantCulture));

    // What a part returns must go somewhere, or the runtime would leave it out.
    private static string? _last;

    public static IReadOnlyList<Part> All { get; } =
    [
        new(
            "v2 marker in the reason",
            static () => $"[#{SourceId}]",
            static () => ReasonMarker.Append(null, ReasonMarker.Of(SourceId, MarkerContent.SourceId))),
        new(
            "v2 ids of a call, checked",
            static () => LastOf(Checked(CardAddress.Program), Checked(Member), Checked(CardAddress.Card)),
            static () => LastOf(
                IdCheck.Require((ProgramId)CardAddress.Program),
                IdCheck.Require((MemberId)Member),
                IdCheck.Require((CardId)CardAddress.Card))),
    ];

    /// <summary>Repeats a side.</summary>
    public static void Run(Func<string> side, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _last = side();
        }
    }

    /// <summary>Takes a turn of a side.</summary>
    public static Turn Take(Func<string> side)
    {
        var start = Stopwatch.GetTimestamp();
        var cpu = CpuClock.Thread;
        Run(side, TurnRuns);
        cpu = CpuClock.Thread - cpu;
        return new Turn(cpu / 1000.0 / TurnRuns, TurnRuns / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static string LastOf(string program, string member, string card) =>
        program.Length + member.Length > 0 ? card : member;

    private static string Checked(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return id;
    }
}
