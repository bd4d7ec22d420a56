namespace Voucherify.Loyalties.Queue;

/// <summary>What becomes of a card when one of its adjustments is a dead letter.</summary>
public enum AfterDeadLetter
{
    /// <summary>The next adjustment follows.</summary>
    Continue,

    /// <summary>The card waits until an operator retries or discards the dead letter.</summary>
    BlockCard,
}
