namespace Voucherify.Loyalties.Tool.Output;

/// <summary>An error, for programs.</summary>
/// <param name="Error">The message.</param>
/// <param name="ExitCode">The exit code of the command.</param>
internal sealed record ErrorOutput(string Error, int ExitCode)
{
    /// <summary>The id of the adjustment whose outcome is unknown, or null. With it and <c>--resume</c>, the command finds out.</summary>
    public string? SourceId { get; init; }

    /// <summary>The key of the service's error, or null.</summary>
    public string? Key { get; init; }

    /// <summary>The id of the request at the service, or null.</summary>
    public string? RequestId { get; init; }
}
