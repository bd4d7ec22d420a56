using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

/// <summary>The program as a process of its own, which is killed.</summary>
public sealed class KillTests
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_crash_between_the_send_and_its_effect_credits_the_order_once()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var faults = new SandboxFaults { AppliesTo = SandboxFaultTargets.Writes, MinLateDelivery = Late, MaxLateDelivery = Late };
        await using var sandbox = await LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Faults = faults });
        sandbox.V1.AddCard("ANNA", points: 500);
        var database = Path.GetTempFileName();
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = TestTokens.Shop } };
        faults.Next(SandboxFault.DeliverLate);

        using (var first = Start(address, sandbox.BaseAddress, database))
        {
            await IsUpAsync(http, patience.Token);
            var post = PostAsync(http, "order-1", patience.Token);
            while (!sandbox.Requests.Keys.Any(static route => route.StartsWith("POST", StringComparison.Ordinal)))
            {
                await Task.Delay(5, patience.Token);
            }

            // The order and its points are stored, the points are sent, and have no effect yet.
            Assert.Empty(sandbox.Journal);
            first.Kill();
            await first.WaitForExitAsync(patience.Token);
            await Record.ExceptionAsync(() => post);
        }

        using var second = Start(address, sandbox.BaseAddress, database);
        await IsUpAsync(http, patience.Token);
        while ((await PostAsync(http, "order-1", patience.Token)).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(100, patience.Token);
        }

        second.Kill();
        await second.WaitForExitAsync(patience.Token);
        Assert.Equal(["order-1"], sandbox.Journal.Select(static entry => entry.SourceId));
    }

    private static Process Start(Uri address, Uri sandbox, string database)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(Program).Assembly.Location, $"--urls={address}" },
            RedirectStandardOutput = true,
            Environment =
            {
                ["Telemetry__Console"] = "false",
                ["Shop__Database"] = database,
                ["Voucherify__AppId"] = LoyaltySandboxOptions.DefaultAppId,
                ["Voucherify__AppToken"] = LoyaltySandboxOptions.DefaultAppToken,
                ["Voucherify__Cluster"] = sandbox.ToString(),
                ["Voucherify__AttemptTimeout"] = "00:00:01",
                ["Voucherify__Reconciliation__NoAnswerWindow"] = "00:00:03",
                ["Voucherify__Reconciliation__ServiceErrorWindow"] = "00:00:03",
            },
        };
        foreach (var (name, value) in TestTokens.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        return process;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string order, CancellationToken cancellationToken) =>
        http.PostAsJsonAsync($"/orders/{order}/points", new { card = "ANNA", points = 100 }, cancellationToken);

    private static async Task IsUpAsync(HttpClient http, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await http.GetAsync("/cards/ANNA", cancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
