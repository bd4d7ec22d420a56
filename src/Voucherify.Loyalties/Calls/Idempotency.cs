namespace Voucherify.Loyalties.Calls;

/// <summary>What a repeat of an operation does; the value of <c>x-idempotency</c> in our OpenAPI document.</summary>
internal enum Idempotency
{
    /// <summary>A read: it changes nothing.</summary>
    Safe,

    /// <summary>A repeat ends in the same state.</summary>
    Idempotent,

    /// <summary>The service documents an error for a repeat. Only after a check may that error be taken to mean "already done".</summary>
    Conditional,

    /// <summary>The service refuses a repeat, and a read tells whether the wanted state is there.</summary>
    Guarded,

    /// <summary>A repeat does the work twice without harm, such as a second export job.</summary>
    HarmlessDuplicate,

    /// <summary>Not idempotent, but its effect can be found again by its <c>source_id</c>.</summary>
    Reconciled,

    /// <summary>A repeat may be applied twice, and nothing would show it.</summary>
    NonIdempotent,
}
