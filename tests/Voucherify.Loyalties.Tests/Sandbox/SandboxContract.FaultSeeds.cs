using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task The_same_seed_and_the_same_requests_give_the_same_faults()
    {
        var first = await RunFaultsAsync(seed: 3);

        Assert.Equal(first, await RunFaultsAsync(seed: 3));
        Assert.NotEqual(first, await RunFaultsAsync(seed: 4));
    }

    [Fact]
    public async Task A_scripted_fault_replaces_a_random_one_and_keeps_the_others()
    {
        var plain = await RunFaultsAsync(seed: 3);
        var scripted = await RunFaultsAsync(seed: 3, faults => faults.Next(SandboxFault.ThrottleCycle, 2));

        Assert.Equal(["429", "429"], scripted.Take(2));
        Assert.Equal(plain.Skip(2).Take(Requests - 2), scripted.Skip(2).Take(Requests - 2));
    }

    [Fact]
    public async Task Faults_can_be_turned_on_and_off()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var faults = new SandboxFaults { [SandboxFault.ServerErrorBefore] = 1 };

        Assert.Equal(200, (int)(await AdjustAsync(client, 1)).Status);
        sandbox.Faults = faults;
        Assert.Equal(500, (int)(await AdjustAsync(client, 1)).Status);
        faults[SandboxFault.ServerErrorBefore] = 0;
        Assert.Equal(200, (int)(await AdjustAsync(client, 1)).Status);
        faults.Next(SandboxFault.ServerErrorBefore);
        sandbox.Faults = new SandboxFaults();
        Assert.Equal(200, (int)(await AdjustAsync(client, 1)).Status);
        Assert.Equal(1, faults.Counts[SandboxFault.ServerErrorBefore]);
    }

    [Fact]
    public async Task A_new_sandbox_has_faults_that_do_not_strike_until_a_test_says_so()
    {
        var (sandbox, client) = await StartWithCardAsync();

        Assert.Equal(200, (int)(await AdjustAsync(client, 1)).Status);
        sandbox.Faults.Next(SandboxFault.ServerErrorBefore);
        Assert.Equal(500, (int)(await AdjustAsync(client, 1)).Status);
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.ServerErrorBefore]);
    }

    [Fact]
    public async Task Faults_are_never_null()
    {
        var (sandbox, _) = await StartAsync();
        var faults = sandbox.Faults;

        Assert.NotNull(new LoyaltySandboxOptions().Faults);
        Assert.Throws<ArgumentNullException>(() => sandbox.Faults = null!);
        Assert.Same(faults, sandbox.Faults);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync(new LoyaltySandboxOptions { Faults = null! }));
        Assert.StartsWith("Faults must not be null.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_strike_writes_and_reads_and_tokens_only_on_request()
    {
        var (sandbox, client) = await StartWithCardAsync();
        var faults = new SandboxFaults { [SandboxFault.ServerErrorBefore] = 1 };
        sandbox.Faults = faults;
        Task<ReceivedResponse> TokenAsync() =>
            PostAsync(client, "v1/oauth/token", "grant_type=client_credentials&scope=api", "application/x-www-form-urlencoded");

        Assert.Equal(500, (int)(await AdjustAsync(client, 1)).Status);
        Assert.Equal(500, (int)(await TransactionsAsync(client)).Status);
        Assert.Equal(200, (int)(await TokenAsync()).Status);
        faults.AppliesTo = SandboxFaultTargets.Tokens;
        Assert.Equal(200, (int)(await AdjustAsync(client, 1)).Status);
        Assert.Equal(200, (int)(await TransactionsAsync(client)).Status);
        Assert.Equal(500, (int)(await TokenAsync()).Status);

        Assert.Equal(3, faults.Counts[SandboxFault.ServerErrorBefore]);
        Assert.Equal(1, faults.AdjustmentCounts[SandboxFault.ServerErrorBefore]);
        Assert.Equal(2, sandbox.Requests["POST /v1/oauth/token"]);
        Assert.Equal(2, sandbox.Requests["GET /v1/loyalties/members/{memberId}/transactions"]);
    }

    [Theory]
    [InlineData(SandboxFault.Throttle, "api_calls", "3", "2024-05-15T12:00:03Z", "0")]
    [InlineData(SandboxFault.ThrottleBulk, "bulk_api_calls", null, "2024-05-15T12:00:03Z", null)]
    [InlineData(SandboxFault.ThrottleUntyped, null, null, null, null)]
    [InlineData(SandboxFault.ThrottleCycle, "api_calls_cycle", null, "2024-06-14T12:00:00Z", "0")]
    public async Task Each_throttle_has_its_own_headers(
        SandboxFault fault,
        string? type,
        string? retryAfter,
        string? until,
        string? remaining)
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults { RetryAfter = TimeSpan.FromMilliseconds(2_001) };
        sandbox.Faults.Next(fault);

        var headers = (await AdjustAsync(client, 1)).Headers;

        var retry = until is null
            ? null
            : DateTimeOffset.Parse(until, CultureInfo.InvariantCulture).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(type, headers.GetValueOrDefault("X-Rate-Limit-Type"));
        Assert.Equal(retryAfter, headers.GetValueOrDefault("Retry-After"));
        Assert.Equal(retry, headers.GetValueOrDefault("X-Rate-Limit-Retry"));
        Assert.Equal(remaining, headers.GetValueOrDefault("X-Rate-Limit-Remaining"));
    }

    private const int Requests = 60;

    // Sends adjustments under every fault that needs no waiting. Returns the result of each, then the counts and the journal.
    private async Task<List<string>> RunFaultsAsync(int seed, Action<SandboxFaults>? prepare = null)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 1000, options: Options(applyLag: Lag));
        var faults = new SandboxFaults
        {
            Seed = seed,
            [SandboxFault.LoseRequest] = 0.1,
            [SandboxFault.LoseResponse] = 0.1,
            [SandboxFault.DeliverLate] = 0.1,
            [SandboxFault.ServerErrorAfter] = 0.1,
            [SandboxFault.Garble] = 0.1,
            [SandboxFault.GatewayErrorAfter] = 0.1,
            [SandboxFault.ExtraLag] = 0.5,
        };
        sandbox.Faults = faults;
        prepare?.Invoke(faults);
        var log = new List<string>();
        for (var i = 0; i < Requests; i++)
        {
            try
            {
                log.Add($"{(int)(await AdjustAsync(client, i % 2 == 0 ? 3 : -2, $"order-{i}")).Status}");
            }
            catch (HttpRequestException)
            {
                log.Add(Broken);
            }

            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Time.Advance(TimeSpan.FromMinutes(10));
        log.AddRange(faults.Counts.Select(pair => $"{pair.Key} {pair.Value}"));
        log.AddRange(sandbox.Journal.Select(entry => entry with { CommittedAt = default }).Select(entry => entry.ToString()));
        Assert.True(faults.Counts[SandboxFault.ExtraLag] > 10);
        return log;
    }
}
