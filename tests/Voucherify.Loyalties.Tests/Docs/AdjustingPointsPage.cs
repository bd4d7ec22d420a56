using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/adjusting-points.md, and what that page says beside it.</summary>
public sealed class AdjustingPointsPage : IDisposable
{
    private readonly SandboxFaults _faults = new();
    private readonly LoyaltySandbox _sandbox;
    private readonly LoyaltyClient _client;

    public AdjustingPointsPage()
    {
        _sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { Faults = _faults });
        _sandbox.V1.AddCampaign("Loyalty Campaign");
        foreach (var card in new[] { "MmFAzfDe", "ANNA", "BEN", "CLEO" })
        {
            _sandbox.V1.AddCard(card, points: 500, campaign: "Loyalty Campaign");
        }

        // The sandbox applies at once, so what is not there a moment later was lost.
        var options = _sandbox.CreateClientOptions();
        options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromMilliseconds(50);
        options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10);
        _client = new LoyaltyClient(options, _sandbox.CreateHandler());
    }

    private IEnumerable<string> Effects => _sandbox.Journal.Select(static entry => $"{entry.CardCode} {entry.SourceId} {entry.Points}");

    private static async Task ReportDeadProcessAsync(
        LoyaltyClient client, AdjustBalanceRequest order, DateTimeOffset now, DateTimeOffset goneAt, DateTimeOffset startedAt)
    {
        #region snippet
        // From the record that the dead process left: when its call began, and when its host was seen to be gone.
        var prior = PriorAttempt.ElapsedSinceSend(sinceLastSend: now - goneAt, sinceFirstSend: now - startedAt);
        await client.V1.Members.AdjustBalanceOnceAsync("MmFAzfDe", order, new AdjustOnceOptions { Prior = prior });
        #endregion
    }

    private static async Task WaitForOutcomeAsync(LoyaltyClient client)
    {
        #region snippet
        try
        {
            await client.V1.Members.AddPointsAsync("MmFAzfDe", 100, sourceId: "order-1001");
        }
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            // In a background job, for example.
            WriteOutcome outcome = await unknown.WaitForOutcomeAsync();
            if (outcome.Kind == WriteOutcomeKind.NotApplied)
            {
                // The call that credits once, never AdjustBalanceAsync: another caller may have learned the same, and may be sending.
                await client.V1.Members.AddPointsAsync("MmFAzfDe", 100, sourceId: "order-1001");
            }
        }
        #endregion
    }

    private static async Task HandleUnknownAsync(LoyaltyClient client, AdjustBalanceRequest order)
    {
        #region snippet
        try
        {
            await client.V1.Members.AdjustBalanceAsync("MmFAzfDe", order);
        }
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            // In a background job, for example. It looks first, and sends only if the first request can no longer be applied.
            await client.V1.Members.ResumeAdjustmentAsync("MmFAzfDe", unknown.Adjustment!, campaignId: unknown.CampaignId);
        }
        catch (LoyaltyApiException refused) when (refused.Key == LoyaltyErrorKeys.NotFound)
        {
            // Certainly not applied: there is no such card.
        }
        #endregion
    }

    private static async Task HandleCancellationAsync(LoyaltyClient client, AdjustBalanceRequest order, CancellationToken cancellationToken)
    {
        try
        {
            await client.V1.Members.AdjustBalanceAsync("MmFAzfDe", order, cancellationToken: cancellationToken);
        }
        #region snippet
        catch (LoyaltyOperationCanceledException cancelled)
        {
            await client.V1.Members.ResumeAdjustmentAsync(
                "MmFAzfDe", cancelled.Adjustment!, campaignId: cancelled.CampaignId, cancellationToken: CancellationToken.None);
        }
        #endregion
    }

    private static void Reopen(LoyaltyClient client)
    {
        #region snippet
        client.V1.Members.Reopen("MmFAzfDe");
        #endregion
    }

    [Theory]
    [InlineData(SandboxFault.LoseRequest)]
    [InlineData(SandboxFault.LoseResponse)]
    public async Task An_outcome_that_was_waited_for_is_credited_once(SandboxFault fault)
    {
        var hasty = _sandbox.CreateClientOptions();
        hasty.Reconciliation.OutcomeTimeout = TimeSpan.Zero;
        hasty.Reconciliation.ServiceErrorWindow = hasty.Reconciliation.NoAnswerWindow = TimeSpan.FromMilliseconds(50);
        hasty.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10);
        using var client = new LoyaltyClient(hasty, _sandbox.CreateHandler());
        _faults.AppliesTo = SandboxFaultTargets.Writes;
        _faults.Next(fault);

        await WaitForOutcomeAsync(client);

        Assert.Equal(["MmFAzfDe order-1001 100"], Effects);
    }

    [Fact]
    public async Task A_card_that_was_checked_by_hand_is_open()
    {
        var options = _sandbox.CreateClientOptions();
        options.Reconciliation.Enabled = false;
        using var client = new LoyaltyClient(options, _sandbox.CreateHandler());
        _faults.Next(SandboxFault.LoseRequest);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order()));
        var next = client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order("order-2"));
        Assert.False(next.IsCompleted);

        Reopen(client);

        await next;
        Assert.Equal(["MmFAzfDe order-2 100"], Effects);
    }

    [Fact]
    public async Task What_a_dead_process_may_have_sent_is_found()
    {
        await _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order());
        using var next = new LoyaltyClient(_sandbox.CreateClientOptions(), _sandbox.CreateHandler());
        var now = DateTimeOffset.UtcNow;

        await ReportDeadProcessAsync(next, Order(), now, now.AddSeconds(-1), now.AddSeconds(-2));

        Assert.Single(Effects);
    }

    [Fact]
    public async Task A_refusal_is_certain()
    {
        var empty = LoyaltySandbox.Create();
        using var client = new LoyaltyClient(empty.CreateClientOptions(), empty.CreateHandler());

        await HandleUnknownAsync(client, Order());

        Assert.Empty(empty.Journal);
    }

    [Fact]
    public async Task An_unknown_outcome_is_resumed()
    {
        var impatient = _sandbox.CreateClientOptions();
        impatient.AttemptTimeout = impatient.TotalTimeout = TimeSpan.FromMilliseconds(200);
        using var client = new LoyaltyClient(impatient, _sandbox.CreateHandler());
        _faults.Next(SandboxFault.LoseResponse);
        _faults[SandboxFault.LoseRequest] = 1;
        var unknown = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order()));

        _faults[SandboxFault.LoseRequest] = 0;
        var result = await _client.V1.Members.ResumeAdjustmentAsync("MmFAzfDe", unknown.Adjustment!, campaignId: unknown.CampaignId);

        Assert.True(result.Recovered);
        Assert.Equal(["MmFAzfDe order-1 100"], Effects);
    }

    [Fact]
    public async Task A_cancelled_adjustment_is_resumed()
    {
        using var cancelling = new CancellationTokenSource();
        _faults.Next(SandboxFault.HangAfter);
        var call = HandleCancellationAsync(_client, Order(), cancelling.Token);
        await cancelling.CancelAsync();
        await call;

        Assert.Equal(["MmFAzfDe order-1 100"], Effects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_has_no_end_after_a_restart_is_resumed(bool lastSentIsKnown)
    {
        var clock = TimeProvider.System;
        var startedAt = clock.GetUtcNow();
        await _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order());
        var credits = new Credits(new Credit("MmFAzfDe", Order(), startedAt, lastSentIsKnown ? startedAt : null));
        var (client, logger) = (_client, NullLogger.Instance);

        #region snippet
        foreach (var credit in await credits.UnfinishedAsync())
        {
            var now = clock.GetUtcNow();
            var prior = credit.LastSentAt is { } lastSent && credit.StartedAt <= lastSent && lastSent <= now
                ? PriorAttempt.ElapsedSinceSend(now - lastSent, now - credit.StartedAt)
                : PriorAttempt.Unknown;
            await credits.ForgetLastSentAsync(credit);
            try
            {
                var resume = new ResumeOptions { Prior = prior };
                var result = await client.V1.Members.ResumeAdjustmentAsync(credit.Card, credit.Request, resume, credit.Campaign);
                await credits.FinishAsync(credit, result);
            }
            catch (LoyaltyOutcomeUnknownException unknown)
            {
                await credits.StillUnknownAsync(credit, unknown.LastSentAt);
            }
            catch (LoyaltyException error)
            {
                logger.LogError(error, "The credit for {Card} stays open.", credit.Card); // Continue with the others.
            }
        }
        #endregion

        Assert.Equal(600, credits.Finished?.Balance);
        Assert.Null(credits.LastSentAt);
        Assert.Equal(["MmFAzfDe order-1 100"], Effects);
    }

    [Fact]
    public async Task A_transfer_moves_points()
    {
        var client = _client;

        #region snippet
        PointsTransferItem[] items =
        [
            new() { Code = "BEN", Points = 200, SourceId = "gift-7-from-ben" },
            new() { Code = "CLEO", Points = 50, SourceId = "gift-7-from-cleo" },
        ];
        LoyaltyMember anna = await client.V1.Members.TransferPointsAsync("ANNA", "Loyalty Campaign", items);
        #endregion

        Assert.Equal("ANNA", anna.Code);
        Assert.Equal(
            (750, 300, 450),
            (_sandbox.V1.GetCard("ANNA").Balance, _sandbox.V1.GetCard("BEN").Balance, _sandbox.V1.GetCard("CLEO").Balance));
    }

    [Fact]
    public async Task The_owner_of_a_card_lets_a_change_pass_by_the_queue()
    {
        var lease = new Lease();
        await SendOwnedAsync(_client, lease, Order("order-1"));

        lease.Held = false;
        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => SendOwnedAsync(_client, lease, Order("order-2")));

        Assert.Equal(["MmFAzfDe order-1 100"], Effects);
    }

    [Fact]
    public async Task Two_calls_with_one_source_id_are_two_changes()
    {
        await _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order());
        await _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", Order());

        Assert.Equal(["MmFAzfDe order-1 100", "MmFAzfDe order-1 100"], Effects);
    }

    public void Dispose() => _client.Dispose();

    private static AdjustBalanceRequest Order(string sourceId = "order-1") => new() { Points = 100, SourceId = sourceId };

    private static async Task SendOwnedAsync(LoyaltyClient client, Lease lease, AdjustBalanceRequest order)
    {
        #region snippet
        var owned = new ResumeOptions
        {
            Prior = PriorAttempt.None,
            OutsideQueue = true,
            SendGuard = async token => await lease.IsHeldAsync("MmFAzfDe", token),
        };
        await client.V1.Members.ResumeAdjustmentAsync("MmFAzfDe", order, owned);
        #endregion
    }

    private sealed record Credit(
        string Card,
        AdjustBalanceRequest Request,
        DateTimeOffset StartedAt,
        DateTimeOffset? LastSentAt,
        string? Campaign = null);

    private sealed class Credits(Credit unfinished)
    {
        public BalanceResult? Finished { get; private set; }

        public DateTimeOffset? LastSentAt { get; private set; } = unfinished.LastSentAt;

        public Task<IReadOnlyList<Credit>> UnfinishedAsync() => Task.FromResult<IReadOnlyList<Credit>>([unfinished]);

        public Task ForgetLastSentAsync(Credit credit) => StillUnknownAsync(credit, null);

        public Task StillUnknownAsync(Credit credit, DateTimeOffset? lastSentAt)
        {
            Assert.Equal(unfinished, credit);
            LastSentAt = lastSentAt;
            return Task.CompletedTask;
        }

        public Task FinishAsync(Credit credit, BalanceResult result)
        {
            Assert.Equal(unfinished, credit);
            Finished = result;
            return Task.CompletedTask;
        }
    }

    private sealed class Lease
    {
        public bool Held { get; set; } = true;

        public Task<bool> IsHeldAsync(string card, CancellationToken cancellationToken) =>
            Task.FromResult(Held && card.Length > 0 && !cancellationToken.IsCancellationRequested);
    }
}
