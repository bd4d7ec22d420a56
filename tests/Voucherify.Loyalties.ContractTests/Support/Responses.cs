using System.Globalization;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>Response bodies. Their shapes are the vendor's, and the values are invented unless a test says otherwise.</summary>
internal static class Responses
{
    public const string CardId = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF";

    public const string CampaignId = "camp_FNYR4jhqZBM9xTptxDGgeNBV";

    public const string EmptyList = """{"object":"list","data_ref":"data","data":[],"has_more":false}""";

    public const string Member = $$"""{"id":"{{CardId}}","code":"MmFAzfDe","object":"voucher"}""";

    public const string Unauthorized = """{"code":401,"message":"Unauthorized","key":"unauthorized"}""";

    public const string TooManyRequests = """{"code":429,"message":"Too many requests hit the API too quickly."}""";

    public static string Balance(long points = 100, long balance = 300) =>
        $$$"""
        {"points":{{{Text(points)}}},"total":{{{Text(balance)}}},"balance":{{{Text(balance)}}},"type":"loyalty_card","object":"balance",
        "related_object":{"type":"voucher","id":"{{{CardId}}}"},"operation_type":"MANUAL"}
        """;

    public static string Token(string value, string scope = "loyalties") =>
        $$"""
        {"access_token":"{{value}}","client_id":"sandbox-app-id","expires_at":1715775300,"expires_in":900,
        "scope":"{{scope}}","token_type":"Bearer"}
        """;

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
