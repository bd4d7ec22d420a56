using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/testing.md, run as a user would run it.</summary>
public sealed class TestingPage
{
    [Fact]
    public async Task A_fake_answers_and_fails()
    {
        #region snippet
        var members = Substitute.For<IMembersClient>();
        members.AdjustBalanceAsync("ANNA", Arg.Any<AdjustBalanceRequest>()).ReturnsForAnyArgs(
            _ => Task.FromResult(new BalanceResult { Balance = 600 }),
            _ => throw new LoyaltyOutcomeUnknownException("lost") { MemberId = "ANNA", SourceId = "order-1" });
        #endregion

        Assert.Equal(600, (await members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 100 })).Balance);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 100 }));
    }

    [Fact]
    public async Task The_sandbox_misbehaves_on_command()
    {
        #region snippet
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA", points: 500);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        sandbox.Faults.Next(SandboxFault.LoseResponse);
        var result = await client.V1.Members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" });

        Assert.True(result.Recovered);
        Assert.Equal(["order-1: 100"], sandbox.Journal.Select(entry => $"{entry.SourceId}: {entry.Points}"));
        #endregion
    }

    [Fact]
    public async Task Windows_may_be_short()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA");

        #region snippet
        var options = sandbox.CreateClientOptions();
        options.Retry.BaseDelay = options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10);
        options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromMilliseconds(100);
        #endregion

        using var client = new LoyaltyClient(options, sandbox.CreateHandler());
        sandbox.Faults.Next(SandboxFault.LoseRequest);
        var result = await client.V1.Members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 100 });
        Assert.Equal((100, false), (result.Balance, result.Recovered));
    }

    [Fact]
    public void A_year_passes_at_once()
    {
        #region snippet
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock });
        sandbox.V1.AddCard("ANNA", points: 500, expiresOn: new DateOnly(2026, 1, 31));

        clock.Advance(TimeSpan.FromDays(365));

        Assert.Equal(0, sandbox.V1.GetCard("ANNA").Balance);
        #endregion
    }

    [Fact]
    public async Task A_wait_ends_when_the_clock_is_moved()
    {
        var clock = new FakeTimeProvider();
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock });
        sandbox.V1.AddCampaign("Loyalty Campaign");
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        #region snippet
        Export ordered = await client.V1.Exports.CreateCampaignTransactionsExportAsync("Loyalty Campaign", new TransactionExportRequest());
        Task<Export> waiting = client.V1.Exports.WaitAsync(ordered);

        clock.Advance(TimeSpan.FromSeconds(1)); // the sandbox's JobTime, and the client's wait before the next check

        Export done = await waiting;
        #endregion

        Assert.Equal(ExportStatus.Done, done.Status);
    }

    [Fact]
    public async Task A_call_with_several_waits_ends_by_small_steps()
    {
        var clock = new FakeTimeProvider();
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = clock });
        sandbox.V1.AddCard("ANNA", points: 500);
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
        sandbox.Faults.Next(SandboxFault.ServerErrorBefore, times: 3);
        var call = client.V1.Members.GetMemberAsync("ANNA");

        #region snippet
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100)); // much less than AttemptTimeout, which uses this clock too
            await Task.Delay(1);
        }
        #endregion

        Assert.Equal(500, (await call).LoyaltyCard?.Balance);
        Assert.Equal(3, sandbox.Faults.Counts[SandboxFault.ServerErrorBefore]);
    }

    [Fact]
    public async Task Without_a_JobTime_there_is_nothing_to_wait_for()
    {
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { TimeProvider = new FakeTimeProvider(), JobTime = TimeSpan.Zero });
        sandbox.V1.AddCampaign("Loyalty Campaign");
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());

        var ordered = await client.V1.Exports.CreateCampaignTransactionsExportAsync("Loyalty Campaign", new TransactionExportRequest());

        Assert.Equal(ExportStatus.Done, (await client.V1.Exports.WaitAsync(ordered)).Status);
    }

    [Fact]
    public async Task A_program_is_told_of_the_sandbox_by_its_configuration()
    {
        #region snippet
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("ANNA", points: 500);

        var settings = new Dictionary<string, string?>
        {
            ["Voucherify:Cluster"] = sandbox.BaseAddress.ToString(),
            ["Voucherify:AppId"] = LoyaltySandboxOptions.DefaultAppId,
            ["Voucherify:AppToken"] = LoyaltySandboxOptions.DefaultAppToken,
        };
        #endregion

        var builder = new Builder([.. settings.Select(static pair => (pair.Key, pair.Value))]);
        builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"));
        await using var provider = builder.Services.BuildServiceProvider();
        var member = await provider.GetRequiredService<ILoyaltyClient>().V1.Members.GetMemberAsync("ANNA");
        Assert.Equal(500, member.LoyaltyCard?.Balance);
    }
}
