namespace Voucherify.Loyalties.Queue;

/// <summary>Why an adjustment is a dead letter, or why the queue is paused. It has neither a credential nor the code of a card.</summary>
/// <param name="Kind">What happened: one of the constants of <see cref="AdjustmentErrorKinds"/>.</param>
/// <param name="Message">A short description.</param>
public sealed record AdjustmentError(string Kind, string Message)
{
    /// <summary>The key of the service's error; null if the service sent no key.</summary>
    public string? Key { get; init; }

    /// <summary>The status of the response; null without a response.</summary>
    public int? Status { get; init; }

    /// <summary>The id that the service gave the request; null if the service sent no id.</summary>
    public string? RequestId { get; init; }
}
