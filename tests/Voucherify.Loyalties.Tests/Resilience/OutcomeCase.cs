using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>A row of the outcome table: how to make the event happen, and a cell for each kind of operation.</summary>
/// <param name="Event">The event.</param>
/// <param name="Detail">Which of several ways to make it happen.</param>
/// <param name="Step">Makes it happen to every attempt.</param>
/// <param name="Adjust">A balance adjustment: found again by its <c>source_id</c>, never repeated blindly.</param>
/// <param name="Read">A read.</param>
/// <param name="Revoke">An idempotent change.</param>
internal sealed record OutcomeCase(AttemptKind Event, string Detail, Step Step, Expected Adjust, Expected Read, Expected Revoke)
{
    /// <summary>Where a handler of the user's gets at the request, in front of the send guard.</summary>
    public Func<DelegatingHandler>? UserHandler { get; init; }

    /// <summary>Cancels the caller's token while the request is under way.</summary>
    public bool Cancels { get; init; }

    /// <summary>An answer to another call has told that no calls are left.</summary>
    public bool IsHeldBack { get; init; }

    public override string ToString() => $"{Event} ({Detail})";
}
