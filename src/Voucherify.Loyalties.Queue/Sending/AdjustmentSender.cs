using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>Looks adjustments up and sends them, with the client. What its calls mean is decided in <see cref="SendResults"/>.</summary>
/// <param name="client">The client.</param>
/// <param name="metrics">Counts the lookups.</param>
internal sealed class AdjustmentSender(ILoyaltyClient client, QueueMetrics metrics)
{
    /// <summary>
    /// Makes the calls of a claim: a lookup if the row may have been sent before, and at most one send (rules 8 to 10). No caller's token
    /// reaches them, so that a shutdown leaves no outcome unknown.
    /// </summary>
    public async Task<SendOutcome> SendAsync(Claim claim, Func<CancellationToken, ValueTask<bool>> maySend)
    {
        try
        {
            if (claim.LooksFirst && await FindAsync(claim.Row, claim.SinceFirstSend).ConfigureAwait(false) is { } found)
            {
                return found.ToOutcome(claim);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return SendResults.OfLookup(claim, error);
        }

        try
        {
            return (await SendOnceAsync(claim.Row, maySend).ConfigureAwait(false)).ToOutcome(claim);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return SendResults.OfSend(claim, error, client.Times.NoAnswerWindow);
        }
    }

    /// <summary>Looks a row up once, without sending.</summary>
    public async Task<LookOutcome> LookAsync(StoredAdjustment row, TimeSpan sinceFirstSend)
    {
        try
        {
            var found = await FindAsync(row, sinceFirstSend).ConfigureAwait(false);
            return found is null ? new(row, SendOutcomeKind.Unknown)
                : found.IsRecorded ? new(row, SendOutcomeKind.Recorded, found.TransactionId)
                : new(row, SendOutcomeKind.Found, found.TransactionId, found.Balance);
        }
        catch (LoyaltyTransactionRejectedException rejected) when (row.SendNo == 1 || row.State == AdjustmentState.Recorded)
        {
            // If it was sent more than once, this may be the transaction of an earlier attempt.
            return new(row, SendOutcomeKind.Dead, Error: SendResults.ErrorOf(rejected));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new(row, SendOutcomeKind.Unknown);
        }
    }

    /// <summary>Looks a row up after a restore.</summary>
    /// <returns>Whether it is listed, and whether the lookup has shown that.</returns>
    public async Task<(SendOutcomeKind Kind, bool IsKnown)> CompareAsync(StoredAdjustment row, TimeSpan sinceEnqueued)
    {
        try
        {
            var found = await FindAsync(row, sinceEnqueued).ConfigureAwait(false);
            return (found is null ? SendOutcomeKind.NotSent : found.IsRecorded ? SendOutcomeKind.Recorded : SendOutcomeKind.Found, true);
        }
        catch (Exception error) when (error is LoyaltySourceIdConflictException or LoyaltyTransactionRejectedException)
        {
            return (SendOutcomeKind.NotSent, true);
        }
        catch (LoyaltyApiException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // There is no such card, so nothing was applied to it.
            return (SendOutcomeKind.NotSent, true);
        }
        catch (LoyaltyOutcomeUnknownException)
        {
            // In doubt: the lookup before its next send decides that an operator must.
            return (SendOutcomeKind.NotSent, true);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (SendOutcomeKind.Unknown, false);
        }
    }

    private RequestOptions Options() => new() { Timeout = client.Times.AttemptTimeout, WaitUntil = WriteCompletion.Accepted };

    private async Task<SentAdjustment?> FindAsync(StoredAdjustment row, TimeSpan sinceFirstSend)
    {
        metrics.Called(CallPurpose.Settle);
        if (row.Item is QueuedAdjustment item)
        {
            var found = await client.V1.Members
                .FindAdjustmentAsync(item.MemberId, item.ToRequest(), sinceFirstSend, Options())
                .ConfigureAwait(false);
            return found is null ? null : SentAdjustment.Of(found);
        }

        var pending = ((QueuedCardAdjustment)row.Item).ToPending(row.EnqueuedAt);
        var transactionId = row.TransactionId is { } id ? id : default(CardTransactionId);
        var listed = await client.V2.Cards
            .FindCardPointsAsync(pending, sinceFirstSend, transactionId, Options())
            .ConfigureAwait(false);
        return listed is null ? null : SentAdjustment.Of(listed);
    }

    private async Task<SentAdjustment> SendOnceAsync(StoredAdjustment row, Func<CancellationToken, ValueTask<bool>> maySend)
    {
        var once = new ResumeOptions { Prior = PriorAttempt.None, OutsideQueue = true, SendOnce = true, SendGuard = maySend };
        if (row.Item is QueuedAdjustment item)
        {
            return SentAdjustment.Of(await client.V1.Members
                .ResumeAdjustmentAsync(item.MemberId, item.ToRequest(), once, item.Program, Options())
                .ConfigureAwait(false));
        }

        var pending = ((QueuedCardAdjustment)row.Item).ToPending(row.EnqueuedAt);
        return SentAdjustment.Of(await client.V2.Cards.ResumeCardPointsAsync(pending, once, Options()).ConfigureAwait(false));
    }
}
