using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Chaos;

/// <summary>This package, used as its README recommends: an adjustment whose outcome is unknown is resumed.</summary>
internal sealed class LoyaltyChaosClient(LoyaltySandbox sandbox) : IChaosClient
{
    /// <summary>
    /// How long an adjustment without a response may still be applied. The real service needs minutes, but the sandbox applies at once.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    private const int MaxResumes = 10;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly LoyaltyClient _client = new(Options(sandbox));
    private int _resumes;

    /// <summary>The number of calls that ended with an unknown outcome and were resumed.</summary>
    public int Resumes => Volatile.Read(ref _resumes);

    public async Task<ReportedOutcome> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken)
    {
        var (start, resume) = adjustment.Ids is { } ids
            ? Calls(ids, adjustment.SourceId, cancellationToken)
            : Calls(adjustment.Card, adjustment.SourceId, cancellationToken);
        var outcome = await OutcomeOfAsync(start);
        for (var resumes = 0; outcome == ReportedOutcome.Unknown && resumes < MaxResumes; resumes++)
        {
            Interlocked.Increment(ref _resumes);
            outcome = await OutcomeOfAsync(resume);
        }

        return outcome;
    }

    public void Dispose() => _client.Dispose();

    private (Func<Task> Start, Func<Task> Resume) Calls(string card, string sourceId, CancellationToken cancellationToken)
    {
        var members = _client.V1.Members;
        var request = new AdjustBalanceRequest { Points = ChaosPlan.Points, SourceId = sourceId };
        return (
            () => members.AdjustBalanceAsync(card, request, cancellationToken: cancellationToken),
            () => members.ResumeAdjustmentAsync(card, request, cancellationToken: cancellationToken));
    }

    private (Func<Task> Start, Func<Task> Resume) Calls(CardIds ids, string sourceId, CancellationToken cancellationToken)
    {
        var cards = _client.V2.Cards;
        var request = new AdjustCardPointsRequest { Points = ChaosPlan.Points, SourceId = sourceId };
        var pending = new PendingAdjustment
        {
            ProgramId = ids.Program,
            MemberId = ids.Member,
            CardId = ids.Card,
            Points = request.Points,
            SourceId = sourceId,
        };
        return (
            () => cards.AdjustCardPointsAsync(ids.Program, ids.Member, ids.Card, request, cancellationToken: cancellationToken),
            () => cards.ResumeCardPointsAsync(pending, cancellationToken: cancellationToken));
    }

    private static async Task<ReportedOutcome> OutcomeOfAsync(Func<Task> call)
    {
        try
        {
            await call();
            return ReportedOutcome.Applied;
        }
        catch (LoyaltyOutcomeUnknownException)
        {
            return ReportedOutcome.Unknown;
        }
        catch (LoyaltyException)
        {
            return ReportedOutcome.Rejected;
        }
    }

    private static LoyaltyClientOptions Options(LoyaltySandbox sandbox)
    {
        var options = sandbox.CreateClientOptions();
        options.Ordering.SettleDelay = TimeSpan.Zero;
        options.Retry.BaseDelay = Delay;
        options.Reconciliation.BaseDelay = Delay;
        options.Reconciliation.ServiceErrorWindow = Window;
        options.Reconciliation.NoAnswerWindow = Window;
        return options;
    }
}
