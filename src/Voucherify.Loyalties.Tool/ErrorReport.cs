using System.Net.Sockets;
using Spectre.Console;
using Voucherify.Loyalties.CommandLine;
using Voucherify.Loyalties.Tool.Output;
using Voucherify.Loyalties.Tool.Rendering;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tool;

/// <summary>Describes an error in one line, with its key and its request id if it has them.</summary>
internal static class ErrorReport
{
    /// <summary>Writes the line and returns the exit code.</summary>
    public static int Write(IAnsiConsole console, Exception exception)
    {
        var isCancelled = exception is OperationCanceledException;
        console.MarkupLine($"{(isCancelled ? "[yellow]cancelled:[/]" : "[red]error:[/]")} {SafeText.Markup(Describe(exception))}");
        return ExitCodeOf(exception);
    }

    /// <summary>Writes the error for a program, and returns the exit code.</summary>
    public static int WriteJson(IAnsiConsole console, Exception exception)
    {
        var cause = (exception as LoyaltyException ?? exception.InnerException as LoyaltyException) as LoyaltyApiException;
        var error = new ErrorOutput(Describe(exception), ExitCodeOf(exception))
        {
            SourceId = SourceIdOf(exception),
            Key = cause?.Key,
            RequestId = cause?.RequestId,
        };
        ToolJson.Write(console, error, ToolJson.Default.ErrorOutput);
        return error.ExitCode;
    }

    /// <summary>Returns the exit code, one of <see cref="ExitCodes"/>.</summary>
    public static int ExitCodeOf(Exception exception) => exception switch
    {
        LoyaltyOutcomeUnknownException => ExitCodes.Unknown,
        LoyaltyOperationCanceledException when SourceIdOf(exception) is not null => ExitCodes.Unknown,
        OperationCanceledException => ExitCodes.Cancelled,
        // The client refuses such input before it sends anything.
        UsageException or ArgumentException => ExitCodes.InvalidUsage,
        _ => ExitCodes.Failed,
    };

    private static string? SourceIdOf(Exception exception) => exception switch
    {
        LoyaltyOutcomeUnknownException unknown => (unknown.Pending as PendingAdjustment)?.SourceId ?? unknown.SourceId,
        LoyaltyOperationCanceledException cancelled => (cancelled.Pending as PendingAdjustment)?.SourceId ?? cancelled.SourceId,
        _ => null,
    };

    /// <summary>Returns the line without its prefix.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        LoyaltyOutcomeUnknownException unknown => DescribeUnknown(unknown),
        LoyaltyOperationCanceledException { Pending: PendingAdjustment pending } =>
            $"The request may have been sent, and it is not known whether it was applied. {Advice(pending)}",
        LoyaltyOperationCanceledException { SourceId: { } sourceId, MemberId: { } member } =>
            $"The request may have been sent, and it is not known whether it was applied. {Advice(sourceId, member)}",
        StoppedException => exception.Message,
        OperationCanceledException => "Nothing was changed.",
        LoyaltyRateLimitException { RetryAfter: { } wait } => $"{exception.Message} Try again in {Math.Ceiling(wait.TotalSeconds)} s.",
        LoyaltyException => exception.Message + DescribeCause(exception),
        ArgumentException argument => WithoutParameter(argument),
        SocketException => $"The port cannot be used: {exception.Message}",
        UsageException or NotFoundException or IOException => exception.Message,
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
