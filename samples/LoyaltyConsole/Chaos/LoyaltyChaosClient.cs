using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

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
        var request = new AdjustBalanceRequest { Points = ChaosPlan.Points, SourceId = adjustment.SourceId };
        var outcome = await OutcomeOfAsync(
            () => _client.V1.Members.AdjustBalanceAsync(adjustment.Card, request, cancellationToken: cancellationToken));
        for (var resume = 0; outcome == ReportedOutcome.Unknown && resume < MaxResumes; resume++)
        {
            Interlocked.Increment(ref _resumes);
            outcome = await OutcomeOfAsync(
                () => _client.V1.Members.ResumeAdjustmentAsync(adjustment.Card, request, cancellationToken: cancellationToken));
        }

        return outcome;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<ReportedOutcome> OutcomeOfAsync(Func<Task<BalanceResult>> call)
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
