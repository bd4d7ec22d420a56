using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

public static partial class V1ExportsClientExtensions
{
    /// <inheritdoc cref="IExportsClient.WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)" />
    public static Task<Export> WaitAsync(
        this IExportsClient exports,
        string exportId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.WaitAsync(exportId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IExportsClient.WaitAsync(string, WaitOptions, RequestOptions, CancellationToken)" />
    public static Task<Export> WaitAsync(
        this IExportsClient exports,
        string exportId,
        WaitOptions? wait,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.WaitAsync(exportId, wait, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IExportsClient.WaitAsync(Export, WaitOptions, RequestOptions, CancellationToken)" />
    public static Task<Export> WaitAsync(
        this IExportsClient exports,
        Export exportJob,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.WaitAsync(exportJob, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IExportsClient.WaitAsync(Export, WaitOptions, RequestOptions, CancellationToken)" />
    public static Task<Export> WaitAsync(
        this IExportsClient exports,
        Export exportJob,
        WaitOptions? wait,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.WaitAsync(exportJob, wait, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IExportsClient.DownloadAsync" />
    public static Task<Stream> DownloadAsync(
        this IExportsClient exports,
        Export exportJob,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.DownloadAsync(exportJob, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IExportsClient.DownloadAsync" />
    public static Task<Stream> DownloadAsync(
        this IExportsClient exports,
        Export exportJob,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(exports);
        return exports.DownloadAsync(exportJob, progress, cancellationToken: cancellationToken);
    }
}
