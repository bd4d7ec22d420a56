namespace Voucherify.Loyalties.Queue;

/// <summary>Why an adjustment is a dead letter, or why the queue is paused. It has neither a credential nor the code of a card.</summary>
/// <param name="Kind">What happened: one of the constants of <see cref="AdjustmentErrorKinds"/>.</param>
/// <param name="Message">A short description.</param>
public sealed record AdjustmentError(string Kind, string Message)
{
    /// <summary>The service's key of the error; null if there is none.</summary>
    public string? Key { get; init; }

    /// <summary>The status of the response; null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The service's id of the request; null if there is none.</summary>
    public string? RequestId { get; init; }
}
