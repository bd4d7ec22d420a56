using System.Net;
using System.Text;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Jobs;

/// <summary>The download of an export's file: its address, its credentials, and the end of its stream.</summary>
public sealed class DownloadTests
{
    private const string Csv = "id,points\nlopb_1,100\n";

    private static readonly Step File = (_, _) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Csv, Encoding.UTF8, "text/plain") });

    [Theory]
    [InlineData("Europe", "https://download.voucherify.io")]
    [InlineData("UnitedStates", "https://us1.download.voucherify.io")]
    [InlineData("Asia", "https://as1.download.voucherify.io")]
    [InlineData("https://voucherify.example", "https://voucherify.example")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000")]
    [InlineData("https://gateway.example/vouchers", "https://gateway.example/vouchers")]
    public async Task A_download_goes_to_the_download_host_with_the_token_and_the_key(string cluster, string host)
    {
        using var test = new ScriptedClient(client => client.WithCluster(VoucherifyCluster.Parse(cluster)), File);

        await using var file = await test.Client.V1.Exports.DownloadAsync(At($"{host}/v1/exports/exp_1?token=a.b-c%2B"));

        var sent = Assert.Single(test.Handler.Requests);
        Assert.Equal((HttpMethod.Get, $"{host}/v1/exports/exp_1?token=a.b-c%2B"), (sent.Method, sent.Uri.AbsoluteUri));
        Assert.Equal(("app-id", "app-token"), (sent.Header("X-App-Id"), sent.Header("X-App-Token")));
        Assert.Equal(Csv, await new StreamReader(file).ReadToEndAsync());
    }

    [Theory]
    [InlineData("https://evil.example/v1/exports/exp_1?token=t")]
    [InlineData("https://download.voucherify.io.evil.example/v1/exports/exp_1?token=t")]
    [InlineData("https://us1.download.voucherify.io/v1/exports/exp_1?token=t")]
    [InlineData("https://api.voucherify.io/v1/exports/exp_1?token=t")]
    [InlineData("https://download.voucherify.io:8443/v1/exports/exp_1?token=t")]
    [InlineData("http://download.voucherify.io/v1/exports/exp_1?token=t")]
    [InlineData("http://127.0.0.1/v1/exports/exp_1?token=t")]
    [InlineData("https://user:secret@download.voucherify.io/v1/exports/exp_1?token=t")]
    [InlineData("https://download.voucherify.io@evil.example/v1/exports/exp_1?token=t")]
    [InlineData("ftp://download.voucherify.io/v1/exports/exp_1?token=t")]
    [InlineData("file:///etc/passwd?token=t")]
    [InlineData("/v1/exports/exp_1?token=t")]
    public void A_download_from_another_address_is_refused_without_showing_the_token(string url)
    {
        using var test = new ScriptedClient(File);

        var error = Assert.Throws<LoyaltySendRefusedException>(() => { _ = test.Client.V1.Exports.DownloadAsync(At(url)); });

        Assert.Equal(0, test.Attempts);
        Assert.Null(error.InnerException);
        Assert.DoesNotContain("token", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://download.voucherify.io/v1/loyalties/members/CARD/exports/exp_1?token=t")]
    [InlineData("https://download.voucherify.io/?token=t")]
    [InlineData("https://download.voucherify.io/v1/exports/?token=t")]
    public async Task A_download_from_another_path_is_refused(string url)
    {
        using var test = new ScriptedClient(File);

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => test.Client.V1.Exports.DownloadAsync(At(url)));

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_dedicated_cluster_can_have_its_own_download_host()
    {
        var cluster = VoucherifyCluster.Dedicated(new Uri("https://api.acme.example"), new Uri("https://files.acme.example"));
        using var test = new ScriptedClient(client => client.WithCluster(cluster), File);

        await using var file = await test.Client.V1.Exports.DownloadAsync(At("https://files.acme.example/v1/exports/exp_1?token=t"));

        Assert.Equal("files.acme.example", Assert.Single(test.Handler.Requests).Uri.Host);
        Assert.Throws<LoyaltySendRefusedException>(
            () => { _ = test.Client.V1.Exports.DownloadAsync(At("https://api.acme.example/v1/exports/exp_1?token=t")); });
        Assert.Throws<ArgumentException>(
            "downloadAddress",
            () => VoucherifyCluster.Dedicated(new Uri("https://api.acme.example"), new Uri("http://files.acme.example")));
    }

    [Fact]
    public async Task A_download_requests_its_access_token_at_the_API_host()
    {
        using var test = new ScriptedClient(
            static client => client.WithCredentials(LoyaltyCredentials.OAuth("app-id", "app-token", OAuthScope.Exports)),
            Steps.Ok("""{"access_token":"bearer-1","expires_in":900}"""),
            File);

        await using var file = await test.Client.V1.Exports.DownloadAsync(At("https://download.voucherify.io/v1/exports/exp_1?token=t"));

        Assert.Equal(["api.voucherify.io", "download.voucherify.io"], test.Handler.Requests.Select(static request => request.Uri.Host));
        Assert.Equal("Bearer bearer-1", test.Handler.Requests[1].Header("Authorization"));
        Assert.Null(test.Handler.Requests[1].Header("X-App-Token"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_download_that_is_redirected_or_rejected_fails(HttpStatusCode status)
    {
        using var test = new ScriptedClient(
            Steps.Respond(status, """{"code":401,"message":"Unauthorized","key":"unauthorized"}""", ("Location", "https://evil.example/")));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => test.Client.V1.Exports.DownloadAsync(At("https://download.voucherify.io/v1/exports/exp_1?token=t")));

        Assert.Equal((status, 1), (error.StatusCode, test.Attempts));
    }

    [Fact]
    public async Task A_download_is_retried_until_its_stream_is_returned()
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.ServiceUnavailable), Steps.LoseConnection(), File);

        await using var file = await test.Clock.RunToEnd(
            test.Client.V1.Exports.DownloadAsync(At("https://download.voucherify.io/v1/exports/exp_1?token=t")));

        Assert.Equal(Csv, await new StreamReader(file).ReadToEndAsync());
        Assert.Equal(3, test.Attempts);
    }

    [Fact]
    public async Task A_download_reports_its_progress_in_bytes()
    {
        using var test = new ScriptedClient(File);
        var progress = new Counts();

        await using var file = await test.Client.V1.Exports.DownloadAsync(
            At("https://download.voucherify.io/v1/exports/exp_1?token=t"), progress);
        var buffer = new byte[8];
        while (await file.ReadAsync(buffer) > 0)
        {
        }

        Assert.Equal([8, 16, Csv.Length], progress.Reported);
        Assert.Equal(0, file.Read(buffer, 0, 8));
        Assert.True(file is { CanRead: true, CanSeek: false, CanWrite: false });
    }

    [Fact]
    public async Task A_broken_connection_is_not_the_end_of_a_download()
    {
        using var test = new ScriptedClient(Steps.LoseBody());

        await using var file = await test.Client.V1.Exports.DownloadAsync(At("https://download.voucherify.io/v1/exports/exp_1?token=t"));

        var error = await Assert.ThrowsAsync<LoyaltyConnectionException>(() => file.CopyToAsync(Stream.Null));
        Assert.IsType<HttpIOException>(error.InnerException);
    }

    [Fact]
    public async Task A_read_of_a_download_that_hangs_ends_by_timeout_or_cancellation()
    {
        using var test = new ScriptedClient(static (_, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) }));
        await using var file = await test.Client.V1.Exports.DownloadAsync(At("https://download.voucherify.io/v1/exports/exp_1?token=t"));
        using var source = new CancellationTokenSource();

        var cancelled = file.ReadAsync(new byte[1], 0, 1, source.Token);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled)).CancellationToken);

        var started = test.Clock.GetUtcNow();
        await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => test.Clock.RunToEnd(file.ReadAsync(new byte[1], 0, 1, CancellationToken.None)));
        Assert.Equal(TimeSpan.FromSeconds(10), test.Clock.GetUtcNow() - started);
    }

    [Fact]
    public void A_download_of_an_export_without_a_file_is_refused()
    {
        using var test = new ScriptedClient(File);

        var error = Assert.Throws<ArgumentException>(
            "exportJob", () => { _ = test.Client.V1.Exports.DownloadAsync(new Export { Id = "exp_1", Status = ExportStatus.InProgress }); });

        Assert.StartsWith(
            "The export exp_1 has no file: its status is IN_PROGRESS. Wait for it first.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("exportJob", () => { _ = test.Client.V1.Exports.DownloadAsync(null!); });
        Assert.Equal(0, test.Attempts);
    }

    private static Export At(string url) => new() { Id = "exp_1", Status = ExportStatus.Done, Result = new() { Url = url } };

    private sealed class Counts : IProgress<long>
    {
        public List<long> Reported { get; } = [];

        public void Report(long value) => Reported.Add(value);
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
