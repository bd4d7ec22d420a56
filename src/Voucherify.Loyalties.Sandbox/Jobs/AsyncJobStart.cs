using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>An asynchronous action that is to be started.</summary>
/// <param name="Type">What it does.</param>
/// <param name="RequestId">The request that starts it.</param>
/// <param name="At">When it starts.</param>
internal sealed record AsyncJobStart(string Type, string RequestId, DateTimeOffset At)
{
    /// <summary>How many times the time of a job it takes.</summary>
    public int Batches { get; init; } = 1;

    /// <summary>Whether it fails.</summary>
    public bool IsFailed { get; init; }

    /// <summary>Writes the properties of its result, once it has ended.</summary>
    public required Action<Utf8JsonWriter> WriteResult { get; init; }
}
