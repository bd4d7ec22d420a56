using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: waiting for a file and downloading it.</summary>
internal sealed partial class ExportsClient
{
    /// <summary>Not in our document: its path is that of <c>get-export</c>, on another host.</summary>
    private static readonly Operation Download =
        new("download-export", "Download", HttpMethod.Get, "/v1/exports/{exportId}", Idempotency.Safe);

    /// <inheritdoc />
    public Task<Export> WaitAsync(
        string exportId,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.PathSegment(exportId);
        return WaitForFileAsync(exportId, WaitOptions.Checked(wait), options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Export> WaitAsync(
        Export exportJob,
        WaitOptions? wait = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exportJob);
        Validate.PathSegment(exportJob.Id);
        var checkedWait = WaitOptions.Checked(wait);
        return IsOver(exportJob) ? EndedAsync(exportJob) : WaitForFileAsync(exportJob.Id, checkedWait, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Stream> DownloadAsync(
        Export exportJob,
        IProgress<long>? progress = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exportJob);
        var address = ExportAddress.Of(exportJob, _context.Options.Cluster);
        return OpenAsync(address, progress, options, cancellationToken);
    }

    private async Task<Export> WaitForFileAsync(string id, WaitOptions wait, RequestOptions? options, CancellationToken cancellationToken)
    {
        var export = await JobPolling.UntilEndedAsync(
            _context.Clock,
            $"The export {id}",
            () => GetExportAsync(id, options, cancellationToken),
            IsOver,
            wait,
            cancellationToken).ConfigureAwait(false);
        return await EndedAsync(export).ConfigureAwait(false);
    }

    private static bool IsOver(Export export) => export.Status == ExportStatus.Done || export.Status == ExportStatus.Error;

    private static Task<Export> EndedAsync(Export export) => export.Status == ExportStatus.Done
        ? Task.FromResult(export)
        : Task.FromException<Export>(new LoyaltyJobFailedException(export));

    private async Task<Stream> OpenAsync(
        Uri address,
        IProgress<long>? progress,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var response = await _context.Dispatcher
            .OpenAsync(Download, _context.Options.Cluster.DownloadAddress, address, options, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new DownloadStream(response, body, _context.Options.TimeProvider, _context.Options.AttemptTimeout, progress);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
