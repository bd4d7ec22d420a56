using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>An asynchronous action.</summary>
/// <param name="Id">The id, <c>aa_...</c>.</param>
/// <param name="Type">What it does.</param>
/// <param name="RequestId">The request that started it.</param>
/// <param name="CreatedAt">When it was started.</param>
internal sealed record AsyncJob(string Id, string Type, string RequestId, DateTimeOffset CreatedAt)
{
    /// <summary>How long it takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it fails.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Writes the properties of its result, once it has ended.</summary>
    public required Action<Utf8JsonWriter> WriteResult { get; init; }
}
