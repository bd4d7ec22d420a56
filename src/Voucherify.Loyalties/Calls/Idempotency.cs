namespace Voucherify.Loyalties.Calls;

/// <summary>What a repeat of an operation does; the value of <c>x-idempotency</c> in our OpenAPI document.</summary>
internal enum Idempotency
{
    /// <summary>A read: it changes nothing.</summary>
    Safe,

    /// <summary>A repeat ends in the same state.</summary>
    Idempotent,

    /// <summary>The service documents an error on a repeat, which may mean "already done" only after a check.</summary>
    Conditional,

    /// <summary>A repeat does the work twice without harm, such as a second export job.</summary>
    HarmlessDuplicate,

    /// <summary>Not idempotent, but its effect can be found again by its <c>source_id</c>.</summary>
    Reconciled,

    /// <summary>A repeat may apply twice, and nothing tells.</summary>
    NonIdempotent,
}
