using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>One search for the transactions of a write.</summary>
/// <param name="lookup">Looks up a transaction.</param>
/// <param name="call">The write.</param>
/// <param name="expected">The transactions that it leaves if it was applied.</param>
/// <param name="sent">When the write was sent.</param>
/// <param name="timeLeft">Returns what is left of the call's time.</param>
internal sealed class SearchRound(
    TransactionLookup lookup,
    LoyaltyCall call,
    ExpectedTransaction[] expected,
    SendState sent,
    Func<TimeSpan> timeLeft)
{
    private readonly RequestOptions? _options = call.Headers is { } headers ? new RequestOptions { Headers = headers } : null;

    /// <summary>Prepares searches for the transactions of a write.</summary>
    /// <param name="services">What all reconciled writes of a client share.</param>
    /// <param name="call">The write.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="lookupTime">Returns the time for one lookup.</param>
    public static SearchRound For<TResponse>(
        ReconciliationServices services, ReconciledCall<TResponse> call, SendState sent, Func<TimeSpan> lookupTime)
        where TResponse : class
    {
        // However much a transaction with the id of another write of this client looks like this one, it is not.
        var expected = Array.ConvertAll(call.Expected(), one => one with
        {
            IsOther = id => id != one.SourceId && services.Adjustments.HasApplied(one.MemberId, id),
        });
        return new(services.Lookup, call, expected, sent, lookupTime);
    }

    /// <summary>How many transactions prove that the whole write was applied.</summary>
    public int Parts => expected.Length;

    /// <summary>Whether the last search read an old list: what was listed since then may be missing.</summary>
    public bool ReadOldList { get; private set; }

    /// <summary>Whether the last search found a part of the write more than once.</summary>
    public bool FoundDuplicate { get; private set; }

    /// <summary>Whether the last search found a transaction of the write that the service has rejected.</summary>
    public bool FoundRejected { get; private set; }

    /// <summary>The transaction that the last search found recorded, but neither applied nor rejected; null for none.</summary>
    public ITransactionRow? Recorded { get; private set; }

    /// <summary>The ids of the transactions that may be the write, from the last search that read them.</summary>
    public IReadOnlyList<string> Candidates { get; private set; } = [];

    /// <summary>Why the last search proved nothing; null if it succeeded.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Whether the last search could not read the transactions.</summary>
    public bool CouldNotRead { get; private set; }

    /// <summary>Whether another search would end the same way.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Searches once.</summary>
    /// <param name="isOver">Whether the write can no longer be applied.</param>
    /// <returns>The transactions that were found; null when this search proves nothing.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another write, and this one was not applied.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has recorded the write, and has rejected it.</exception>
    public async Task<IReadOnlyList<ITransactionRow>?> RunAsync(bool isOver)
    {
        Error = null;
        CouldNotRead = false;
        ReadOldList = false;
        FoundDuplicate = false;
        FoundRejected = false;
        Recorded = null;
        try
        {
            return await FindAsync(isOver).ConfigureAwait(false);
        }
        catch (Exception error) when (LookupFailure.IsFinal(error))
        {
            return Unread(error, isFinal: true);
        }
        catch (LoyaltyResponseException error) when (error.IsForeign && sent.WasForeign)
        {
            // The client talks to another host.
            return Unread(error, isFinal: true);
        }
        catch (Exception error) when (!IsVerdict(error) && !IsCancelledByCaller(error))
        {
            // This may come from user code (a token provider or handler): the outcome is still unknown, and its source_id must not be lost.
            return Unread(error, isFinal: false);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<IReadOnlyList<ITransactionRow>?> FindAsync(bool isOver)
    {
        var found = new List<ITransactionRow>(expected.Length);
        LoyaltyException? objection = null;
        foreach (var one in expected)
        {
            var part = sent.RecordedAs is { } id ? one with { RecordedAs = id } : one;
            var finding = await lookup
                .FindAsync(part, sent, isOver, _options, timeLeft, call.CallerToken)
                .ConfigureAwait(false);
            ReadOldList |= finding.IsOld;
            FoundDuplicate |= finding.IsDuplicate;
            if (finding.IsAssumed)
            {
                sent.MarkAssumed();
            }

            if (finding.Applied is { } transaction)
            {
                part.Mark(transaction, sent.IsAssumed);
                found.Add(transaction);
            }
            else if (finding.Recorded is { } recorded)
            {
                // It is never sent again, whatever a later list shows.
                sent.MarkRecorded(recorded.RowId);
                Recorded = recorded;
                return null;
            }
            else
            {
                objection ??= part.ObjectionTo(finding);
                Candidates = finding.Candidates is { } rows ? [.. rows.Select(static row => row.RowId)] : [];
                FoundRejected |= finding.Rejected is not null;
                if (finding.Rejected is { } rejected && objection is null && (isOver || sent.RecordedAs is not null))
                {
                    // While the window is open, it may be that of an earlier attempt.
                    throw part.RejectedBy(rejected);
                }
            }
        }

        // The id belongs to another write, but this one may have been sent too: it may still be applied, or another part of it was.
        return objection switch
        {
            null => found,
            LoyaltySourceIdConflictException when isOver && expected.Length == 1 => throw objection,
            _ => ProvesNothing(objection, isFinal: isOver),
        };
    }

    private IReadOnlyList<ITransactionRow>? Unread(Exception error, bool isFinal)
    {
        CouldNotRead = true;
        return ProvesNothing(error, isFinal);
    }

    private IReadOnlyList<ITransactionRow>? ProvesNothing(Exception error, bool isFinal)
    {
        Error = error;
        IsFinal = isFinal;
        return null;
    }

    private static bool IsVerdict(Exception error) =>
        error is LoyaltySourceIdConflictException or LoyaltyTransactionRejectedException;

    private bool IsCancelledByCaller(Exception error) => error is OperationCanceledException && call.CallerToken.IsCancellationRequested;
}
