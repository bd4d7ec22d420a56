using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Chaos;

/// <summary>This package, as its README says to use it: what ends as unknown is resumed.</summary>
internal sealed class LoyaltyChaosClient(LoyaltySandbox sandbox) : IChaosClient
{
    /// <summary>How long an unanswered adjustment may still be applied. The service needs minutes; the sandbox applies at once.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(250);

    private const int MostResumes = 10;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    private readonly LoyaltyClient _client = new(Options(sandbox));
    private int _resumes;

    /// <summary>How often an outcome was unknown when the call ended.</summary>
    public int Resumes => Volatile.Read(ref _resumes);

    public async Task<Told> AdjustAsync(ChaosAdjustment adjustment, CancellationToken cancellationToken)
    {
        var request = new AdjustBalanceRequest { Points = ChaosPlan.Points, SourceId = adjustment.SourceId };
        var told = await TellAsync(
            () => _client.V1.Members.AdjustBalanceAsync(adjustment.Card, request, cancellationToken: cancellationToken));
        for (var resume = 0; told == Told.Unknown && resume < MostResumes; resume++)
        {
            Interlocked.Increment(ref _resumes);
            told = await TellAsync(
                () => _client.V1.Members.ResumeAdjustmentAsync(adjustment.Card, request, cancellationToken: cancellationToken));
        }

        return told;
    }

    public void Dispose() => _client.Dispose();

    private static async Task<Told> TellAsync(Func<Task<BalanceResult>> call)
    {
        try
        {
            await call();
            return Told.Applied;
        }
        catch (LoyaltyOutcomeUnknownException)
        {
            return Told.Unknown;
        }
        catch (LoyaltyException)
        {
            return Told.Rejected;
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
