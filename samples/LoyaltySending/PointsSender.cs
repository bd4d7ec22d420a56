using System.Net;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltySending;

/// <summary>
/// Looks items up and sends them. The engine owns the order and the record of what was sent, so each call makes one attempt and bypasses
/// the client's own queue.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="clock">The clock. Only its monotonic time is used.</param>
/// <param name="sendWithin">How long after a claim the request may leave.</param>
public sealed class PointsSender(ILoyaltyClient client, TimeProvider clock, TimeSpan sendWithin)
{
    /// <summary>How long after a claim the service can still apply what was sent with it.</summary>
    public TimeSpan Window => sendWithin + client.Times.AttemptTimeout + client.Times.NoAnswerWindow;

    /// <summary>Looks an item up. A lookup that fails proves nothing.</summary>
    public async Task<bool> IsFoundAsync(PointsItem item)
    {
        try
        {
            return await FindAsync(item) is not null;
        }
        catch (LoyaltyException)
        {
            return false;
        }
    }

    /// <summary>Makes one attempt. No caller's token reaches it, so that a shutdown leaves no outcome unknown.</summary>
    /// <param name="item">The item.</param>
    /// <param name="claimedAt">The monotonic time before the claim was written.</param>
    /// <param name="isSentBefore">Whether it may have been sent before. Its window is over, so a lookup decides.</param>
    /// <param name="isOwnerAsync">Whether the claim is still the last one of the item.</param>
    public async Task<SendResult> SendAsync(
        PointsItem item, long claimedAt, bool isSentBefore, Func<CancellationToken, ValueTask<bool>> isOwnerAsync)
    {
        var hasLooked = !isSentBefore;
        try
        {
            if (isSentBefore && await FindAsync(item) is not null)
            {
                return new(SendKind.Applied);
            }

            hasLooked = true;
            var once = new ResumeOptions
            {
                Prior = PriorAttempt.None,
                OutsideQueue = true,
                SendOnce = true,
                SendGuard = async token => IsInTime() && await isOwnerAsync(token) && IsInTime(),
            };
            await client.V1.Members.ResumeAdjustmentAsync(item.Card, ToRequest(item), once);

            // The next item of the card must not overtake this one, and the client's own queue, which keeps this pause, is bypassed.
            await Task.Delay(client.Times.SettleDelay, clock);
            return new(SendKind.Applied);
        }
        catch (Exception error) when (error is LoyaltyException or ArgumentException)
        {
            return ResultOf(error, hasLooked);
        }

        bool IsInTime() => clock.GetElapsedTime(claimedAt) <= sendWithin;
    }

    // A lookup that was refused proves nothing, unless there is no such card or the id belongs to another adjustment.
    private SendResult ResultOf(Exception error, bool hasLooked) => error switch
    {
        LoyaltyOutcomeUnknownException unknown when hasLooked => new(SendKind.Unknown, unknown.WindowLeft),
        LoyaltyException { MayHaveBeenApplied: true } when hasLooked => new(SendKind.Unknown, client.Times.NoAnswerWindow),

        // A transaction may be the item, changed on the way: a person must decide.
        LoyaltyOutcomeUnknownException or LoyaltySourceIdConflictException or ArgumentException => new(SendKind.Refused, Error: error),
        LoyaltyRateLimitException => new(SendKind.NotSent, Error: error),
        LoyaltyApiException { StatusCode: HttpStatusCode.NotFound } => new(SendKind.Refused, Error: error),
        LoyaltyApiException refused when hasLooked && IsRefusal(refused.StatusCode) => new(SendKind.Refused, Error: error),

        // No connection, a key that is not accepted, a claim that is too old: nothing has left.
        _ => new(SendKind.NotSent, Error: error),
    };

    private static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity;

    private static AdjustBalanceRequest ToRequest(PointsItem item) => new() { Points = item.Points, SourceId = item.SourceId };

    private Task<BalanceResult?> FindAsync(PointsItem item) =>
        client.V1.Members.FindAdjustmentAsync(item.Card, ToRequest(item));
}
