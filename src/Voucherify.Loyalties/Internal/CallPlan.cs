using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Internal;

/// <summary>What is sent in one phase of a change, or to look for it.</summary>
internal sealed record CallPlan<TAnswer>(LoyaltyOperation Operation, Func<Task<HttpRequestMessage>> Build, JsonTypeInfo<TAnswer> AnswerType)
    where TAnswer : class
{
    /// <summary>Says whether an answer has what makes it one; null where any will do.</summary>
    public Func<TAnswer, bool>? IsComplete { get; init; }

    public CallSubject? Subject { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public Func<CancellationToken, ValueTask<bool>>? MaySend { get; init; }

    public bool SentBefore { get; init; }
}
