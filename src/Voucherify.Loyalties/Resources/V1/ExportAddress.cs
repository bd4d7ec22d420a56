using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// Checks the address of an export's file before anything is sent. The address comes from a response, and the credentials go where it
/// points, so it must be on the download host of the cluster. It contains a token, so errors name only its host.
/// </summary>
internal static class ExportAddress
{
    /// <exception cref="ArgumentException">The export has no file.</exception>
    /// <exception cref="LoyaltySendRefusedException">The address is not on the download host of the cluster.</exception>
    public static Uri Of(Export exportJob, VoucherifyCluster cluster)
    {
        if (exportJob.Result?.Url is not { Length: > 0 } url)
        {
            throw new ArgumentException(
                $"The export {exportJob.Id} has no file: its status is {exportJob.Status?.Value ?? "unknown"}. Wait for it first.",
                nameof(exportJob));
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new LoyaltySendRefusedException(
                $"The address of the file of export {exportJob.Id} is not an absolute address: nothing was sent.");
        }

        if (address.UserInfo.Length > 0
            || !VoucherifyCluster.IsSafe(address)
            || !OutboundRequestCheck.IsSameOrigin(address, cluster.DownloadAddress))
        {
            throw new LoyaltySendRefusedException(
                $"The address of the file of export {exportJob.Id} is on"
                + $" {address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)},"
                + $" which is not the download host of the cluster {cluster.Name}: nothing was sent.");
        }

        return address;
    }
}
