using System.Net.Sockets;
using LoyaltyConsole.Rendering;
using Spectre.Console;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole;

/// <summary>Says in one line what went wrong, with the error key and the request id where there are any.</summary>
internal static class ErrorReport
{
    private const int Failed = 1;

    /// <summary>What a shell reports for a program that Ctrl+C ended.</summary>
    private const int Cancelled = 130;

    /// <summary>Writes the line and says the exit code.</summary>
    public static int Write(IAnsiConsole console, Exception exception)
    {
        var isCancelled = exception is OperationCanceledException;
        console.MarkupLine($"{(isCancelled ? "[yellow]cancelled:[/]" : "[red]error:[/]")} {SafeText.Markup(Describe(exception))}");
        return isCancelled ? Cancelled : Failed;
    }

    /// <summary>The line, without a prefix.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        LoyaltyOutcomeUnknownException unknown => DescribeUnknown(unknown),
        LoyaltyOperationCanceledException { SourceId: { } sourceId, MemberId: { } member } =>
            $"The request may have left: whether it was applied is not known. {WhatToDo(sourceId, member)}",
        OperationCanceledException => "Nothing was changed.",
        LoyaltyRateLimitException { RetryAfter: { } wait } => $"{exception.Message} Try again in {Math.Ceiling(wait.TotalSeconds)} s.",
        LoyaltyException => exception.Message + DescribeCause(exception),
        ArgumentException argument => WithoutParameter(argument),
        SocketException => $"The port cannot be used: {exception.Message}",
        UsageException or IOException => exception.Message,
        _ => $"{exception.GetType().Name}: {exception.Message}",
    };

    private static string DescribeUnknown(LoyaltyOutcomeUnknownException exception) =>
        exception is { SourceId: { } sourceId, MemberId: { } member }
            ? $"The request was sent, but whether it was applied is not known. {WhatToDo(sourceId, member)}{DescribeCause(exception)}"
            : exception.Message;

    private static string WhatToDo(string sourceId, string member) =>
        $"Look for source_id '{sourceId}' in 'transactions {member}', or run the command again with --source-id {sourceId} --resume: it looks first.";

    // An error that ends many attempts has the last answer inside, and in that the key and the request id.
    private static string DescribeCause(Exception exception) =>
        exception.InnerException is LoyaltyException cause && !exception.Message.Contains(cause.Message, StringComparison.Ordinal)
            ? $" Last: {cause.Message}"
            : "";

    private static string WithoutParameter(ArgumentException exception) => exception.ParamName is null
        ? exception.Message
        : exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
