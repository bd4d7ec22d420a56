using System.Globalization;
using System.Net;
using System.Text;

namespace Voucherify.Loyalties.Benchmarks.Jobs;

/// <summary>A service that lists one transaction for each line of a job, newest first. Each page is made when it is read.</summary>
internal sealed class ListedTransactions(int count, DateTimeOffset createdAt) : HttpMessageHandler
{
    private const int PageSize = 100;

    private const string Cursor = "starting_after_id=vtx_";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = request.RequestUri!.Query;
        var at = query.IndexOf(Cursor, StringComparison.Ordinal);
        var next = at < 0
            ? count
            : int.Parse(query.AsSpan(at + Cursor.Length, 7), NumberStyles.None, CultureInfo.InvariantCulture);
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(PageBefore(next), Encoding.UTF8, "application/json"),
        };
        response.Headers.Date = createdAt.AddSeconds(1);
        return Task.FromResult(response);
    }

    private string PageBefore(int next)
    {
        var last = Math.Max(next - PageSize, 0);
        var json = new StringBuilder("""{"object":"list","data_ref":"data","data":[""");
        for (var line = next - 1; line >= last; line--)
        {
            json.Append(CultureInfo.InvariantCulture, $$"""
                {"id":"vtx_{{line:0000000}}","source_id":"{{JobLines.SourceOf(line)}}","voucher_id":"{{JobLines.VoucherOf(line)}}",
                "campaign_id":"{{JobLines.Campaign}}","type":"POINTS_ADDITION","source":"API","created_at":"{{createdAt:O}}",
                "details":{"balance":{"type":"loyalty_card","total":100,"points":100,"balance":100,"object":"balance"} } }
                """).Append(line > last ? "," : "");
        }

        return json.Append(CultureInfo.InvariantCulture, $$"""
            ],"has_more":{{(last > 0 ? "true" : "false")}},"more_starting_after":"vtx_{{last:0000000}}"}
            """).ToString();
    }
}
