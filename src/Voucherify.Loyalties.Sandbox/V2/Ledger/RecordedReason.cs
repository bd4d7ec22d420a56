using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What the service keeps of a <c>reason</c>.</summary>
internal static class RecordedReason
{
    private const int Cut = 200;

    public static RecordedNote ToNote(string? sent, SandboxReasonStorage storage, SandboxCall call)
    {
        var stored = Store(sent, storage);
        return new RecordedNote(call.Plan.Fault == SandboxFault.AlterReason ? Alter(stored, call.Plan.Choice) : stored)
        {
            SentReason = sent,
        };
    }

    /// <summary>Returns what a transaction says whose reason the service writes.</summary>
    public static RecordedNote OfService(string reason, SandboxCall call) =>
        ToNote(reason, SandboxReasonStorage.AsSent, call) with { SentReason = null };

    private static string? Store(string? sent, SandboxReasonStorage storage) => storage switch
    {
        SandboxReasonStorage.Trimmed => sent?.Trim(),
        SandboxReasonStorage.HtmlEscaped => Escape(sent),
        SandboxReasonStorage.CutAt200 => sent?[..Math.Min(sent.Length, Cut)],
        SandboxReasonStorage.Dropped => null,
        _ => sent,
    };

    private static string? Alter(string? stored, double choice) => (int)(choice * 4) switch
    {
        _ when string.IsNullOrEmpty(stored) => null,
        0 => stored[..^1],
        1 => stored[..(stored.Length / 2)],
        2 => null,
        _ => Escape(stored),
    };

    private static string? Escape(string? value) => value?
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
