using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>The download of an export over real sockets. It is streamed, may be long, and never ends early without an error.</summary>
public sealed class DownloadTests
{
    /// <summary>Longer than any other response may be.</summary>
    private const int Megabytes = 12;

    private static readonly byte[] Start = "id,points\n"u8.ToArray();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_download_is_streamed_and_may_exceed_the_response_limit()
    {
        var startWasRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await WriteAsync(context, Start);
            await startWasRead.Task.WaitAsync(TestTimeout.Limit, context.RequestAborted);
            for (var i = 0; i < Megabytes; i++)
            {
                await WriteAsync(context, new byte[1024 * 1024]);
            }
        });
        using var client = LoopbackClient.For(server.Address).Build();
        await using var file = await client.V1.Exports.DownloadAsync(FileAt(server.Address), cancellationToken: Stop);

        var start = new byte[Start.Length];
        await file.ReadExactlyAsync(start, Stop);
        Assert.Equal(Start, start);
        startWasRead.SetResult();
        var counted = new CountingStream();
        await file.CopyToAsync(counted, Stop);

        Assert.Equal(Megabytes * 1024L * 1024L, counted.Bytes);
        Assert.Equal("/v1/exports/exp_1?token=t", Assert.Single(server.Requests).RawTarget);
    }

    [Fact]
    public async Task A_download_whose_connection_breaks_fails_without_a_second_request()
    {
        var startWasRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            await WriteAsync(context, Start);
            await startWasRead.Task.WaitAsync(TestTimeout.Limit, context.RequestAborted);
            context.Abort();
        });
        using var client = LoopbackClient.For(server.Address).Build();
        await using var file = await client.V1.Exports.DownloadAsync(FileAt(server.Address), cancellationToken: Stop);

        await file.ReadExactlyAsync(new byte[Start.Length], Stop);
        startWasRead.SetResult();
        await Assert.ThrowsAsync<LoyaltyConnectionException>(() => file.CopyToAsync(Stream.Null, Stop));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_download_that_is_disposed_early_ends_its_request()
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await WriteAsync(context, Start);
            await aborted.Task;
        });
        using var client = LoopbackClient.For(server.Address).Build();

        await (await client.V1.Exports.DownloadAsync(FileAt(server.Address), cancellationToken: Stop)).DisposeAsync();

        await aborted.Task.WaitAsync(TestTimeout.Limit, Stop);
    }

    [Fact]
    public async Task A_download_does_not_follow_a_redirect_to_another_host()
    {
        await using var other = await LoopbackServer.RespondingAsync("{}");
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(new Uri(other.Address, "v1/exports/exp_1?token=t").AbsoluteUri);
            return Task.CompletedTask;
        });
        using var client = LoopbackClient.For(server.Address).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Exports.DownloadAsync(FileAt(server.Address), cancellationToken: Stop));

        Assert.Equal(302, (int)error.StatusCode);
        Assert.Empty(other.Requests);
    }

    private static Export FileAt(Uri host) =>
        new() { Id = "exp_1", Status = ExportStatus.Done, Result = new() { Url = new Uri(host, "v1/exports/exp_1?token=t").AbsoluteUri } };

    private static async Task WriteAsync(HttpContext context, byte[] bytes)
    {
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Bytes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Bytes += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
