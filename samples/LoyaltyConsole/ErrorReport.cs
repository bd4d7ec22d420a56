using System.Net.Sockets;
using LoyaltyConsole.Chaos;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole;

/// <summary>Describes an error in one line, with its key and its request id if it has them.</summary>
internal static class ErrorReport
{
    private const int Failed = 1;

    /// <summary>The exit code that a shell reports for a program that Ctrl+C ended.</summary>
    private const int Cancelled = 130;

    /// <summary>Writes the line and returns the exit code.</summary>
    public static int Write(IAnsiConsole console, Exception exception)
    {
        var isCancelled = exception is OperationCanceledException;
        console.MarkupLine($"{(isCancelled ? "[yellow]cancelled:[/]" : "[red]error:[/]")} {SafeText.Markup(Describe(exception))}");
        return isCancelled ? Cancelled : Failed;
    }

    /// <summary>Returns the line without its prefix.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        LoyaltyOutcomeUnknownException unknown => DescribeUnknown(unknown),
        LoyaltyOperationCanceledException { Pending: PendingAdjustment pending } =>
            $"The request may have been sent, and it is not known whether it was applied. {Advice(pending)}",
        LoyaltyOperationCanceledException { SourceId: { } sourceId, MemberId: { } member } =>
            $"The request may have been sent, and it is not known whether it was applied. {Advice(sourceId, member)}",
        ChaosStoppedException => exception.Message,
        OperationCanceledException => "Nothing was changed.",
        LoyaltyRateLimitException { RetryAfter: { } wait } => $"{exception.Message} Try again in {Math.Ceiling(wait.TotalSeconds)} s.",
        LoyaltyException => exception.Message + DescribeCause(exception),
        ArgumentException argument => WithoutParameter(argument),
        SocketException => $"The port cannot be used: {exception.Message}",
        UsageException or IOException => exception.Message,
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    private static string DescribeUnknown(LoyaltyOutcomeUnknownException exception)
    {
        var advice = exception switch
        {
            { Pending: PendingAdjustment pending } => Advice(pending),
            { SourceId: { } sourceId, MemberId: { } member } => Advice(sourceId, member),
            _ => null,
        };
        return advice is null
            ? exception.Message
            : $"The request was sent, but it is not known whether it was applied. {advice}{DescribeCause(exception)}";
    }

    // The reason in the list may have a hash of the id.
    private static string Advice(PendingAdjustment pending) =>
        $"See 'transactions --v2 {new CardIds(pending.ProgramId, pending.MemberId, pending.CardId)}', or run the command again with "
        + $"--source-id {pending.SourceId} --resume, which checks before it sends again.";

    private static string Advice(string sourceId, string member) =>
        $"Check whether 'transactions {member}' lists source_id '{sourceId}', or run the command again with --source-id {sourceId} "
        + "--resume, which checks before it sends again.";

    // The error of a call with several attempts contains the last response, which has the key and the request id.
    private static string DescribeCause(Exception exception) =>
        exception.InnerException is LoyaltyException cause && !exception.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? $" Last error: {cause.Message}"
            : "";

    private static string WithoutParameter(ArgumentException exception) => exception.ParamName is null
        ? exception.Message
        : exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
