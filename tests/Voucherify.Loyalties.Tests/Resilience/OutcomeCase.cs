using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>A row of the outcome table: how to cause the event, and a cell for each kind of operation.</summary>
/// <param name="Event">The event.</param>
/// <param name="Detail">How the event happens, if it can happen in several ways.</param>
/// <param name="Step">Causes the event on every attempt.</param>
/// <param name="Adjust">A balance adjustment: looked up by its <c>source_id</c>, never repeated blindly.</param>
/// <param name="Read">A read.</param>
/// <param name="Revoke">An idempotent write.</param>
internal sealed record OutcomeCase(AttemptKind Event, string Detail, Step Step, Expected Adjust, Expected Read, Expected Revoke)
{
    /// <summary>A user's handler that gets the request before the outbound check.</summary>
    public Func<DelegatingHandler>? UserHandler { get; init; }

    /// <summary>Whether the caller cancels while the request is in progress.</summary>
    public bool Cancels { get; init; }

    /// <summary>Whether the response to another call has stated that no calls are left.</summary>
    public bool IsHeldBack { get; init; }

    public override string ToString() => $"{Event} ({Detail})";
}
