using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// Checks the address of an export's file before anything is sent. It comes out of an answer, and the credentials go where it points:
/// it must be the download host of the cluster. The address holds a token, so errors name its host only.
/// </summary>
internal static class ExportAddress
{
    /// <exception cref="ArgumentException">The export has no file.</exception>
    /// <exception cref="LoyaltySendRefusedException">The address is not one of the cluster's download host.</exception>
    public static Uri Of(Export exportJob, VoucherifyCluster cluster)
    {
        if (exportJob.Result?.Url is not { Length: > 0 } url)
        {
            throw new ArgumentException($"The export {exportJob.Id} has no file: its status is {exportJob.Status?.Value ?? "unknown"}. Wait for it first.", nameof(exportJob));
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new LoyaltySendRefusedException($"The address of the file of export {exportJob.Id} is no absolute address: nothing was sent.");
        }

        if (address.UserInfo.Length > 0 || !VoucherifyCluster.IsSafe(address) || !OutboundRequestCheck.IsSameOrigin(address, cluster.DownloadAddress))
        {
            throw new LoyaltySendRefusedException(
                $"The file of export {exportJob.Id} is said to be at {address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)},"
                + $" which is not the download host of the cluster {cluster.Name}: nothing was sent.");
        }

        return address;
    }
}
