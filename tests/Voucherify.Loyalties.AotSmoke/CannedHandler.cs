using System.Net;
using System.Text;

namespace Voucherify.Loyalties.AotSmoke;

/// <summary>Responds to each call with fixed JSON after reading the request's body.</summary>
internal sealed class CannedHandler : HttpMessageHandler
{
    private const string Adjustment =
        """{"points":100,"expiration_type":"CUSTOM_DATE","expiration_date":"2030-12-31","source_id":"order-1"}""";

    private const string PlainAdjustment = """{"points":100,"source_id":"order-1"}""";

    private const string FirstPage =
        """{"object":"list","data":[{"id":"vtx_2","type":"POINTS_ADDITION"}],"has_more":true,"more_starting_after":"vtx_2"}""";

    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var (status, response) = Respond(request.RequestUri!, body);
        return new HttpResponseMessage(status) { Content = new StringContent(response, Encoding.UTF8, "application/json") };
    }

    private static (HttpStatusCode Status, string Body) Respond(Uri uri, string body) => uri.AbsolutePath switch
    {
        "/v1/oauth/token" => (HttpStatusCode.OK, """{"access_token":"t","expires_in":900,"token_type":"Bearer"}"""),
        "/v1/oauth/token/revoke" => (HttpStatusCode.NoContent, ""),
        "/v1/loyalties/members/CARD/balance" when body is Adjustment or PlainAdjustment =>
            (HttpStatusCode.OK, """{"points":100,"total":1100,"balance":1100,"type":"loyalty_card","object":"balance"}"""),
        "/v1/loyalties/Program/members/CARD" or "/v1/loyalties/members/CARD" => (
            HttpStatusCode.OK, """{"id":"v_1","code":"CARD","loyalty_card":{"points":1100,"balance":"1100"}}"""),
        "/v1/loyalties/members/CARD/transactions" when uri.Query.Contains("starting_after_id", StringComparison.Ordinal) =>
            (HttpStatusCode.OK, """{"object":"list","data":[{"id":"vtx_1","type":"SOMETHING_NEW"}],"has_more":false}"""),
        "/v1/loyalties/members/CARD/transactions" =>
            (HttpStatusCode.OK, FirstPage),
        _ => (HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Resource not found"}"""),
    };
}
