using System.Globalization;
using System.Text;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>The response bodies of the service: the documented properties with example values.</summary>
internal static class Bodies
{
    private const int Transactions = 100;

    private const string TransactionPattern =
        """
        {"id":"vtx_@@@","source_id":"order-@@@","voucher_id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF",
        "campaign_id":"camp_FNYR4jhqZBM9xTptxDGgeNBV","source":"API","reason":null,"type":"POINTS_ADDITION",
        "details":{"balance":{"type":"loyalty_card","total":1000,"object":"balance","points":1,"balance":900,"operation_type":"MANUAL",
        "related_object":{"id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF","type":"voucher"}}},
        "related_transaction_id":null,"created_at":"2024-08-21T05:54:33.231Z"}
        """;

    public static byte[] Balance { get; } = Encode(
        """
        {"points":1,"total":13437,"balance":13137,"type":"loyalty_card","object":"balance",
        "related_object":{"type":"voucher","id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF"}}
        """);

    public static byte[] Member { get; } = Encode(
        """
        {"id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF","code":"MmFAzfDe","campaign":"Loyalty Campaign",
        "campaign_id":"camp_FNYR4jhqZBM9xTptxDGgeNBV","category":null,
        "category_id":null,"categories":[],"type":"LOYALTY_CARD","discount":null,"gift":null,
        "loyalty_card":{"points":13437,"balance":13137,"next_expiration_date":"2027-01-31","next_expiration_points":100},
        "start_date":null,"expiration_date":null,
        "validity_timeframe":null,"validity_day_of_week":null,"active":true,"additional_info":null,"metadata":{},
        "assets":{"qr":{"id":"U2FsdGVkX1","url":"https://dl.voucherify.io/api/v1/assets/qr/U2FsdGVkX1"},
        "barcode":{"id":"U2FsdGVkX2","url":"https://dl.voucherify.io/api/v1/assets/barcode/U2FsdGVkX2"}},
        "is_referral_code":false,"created_at":"2024-08-21T05:54:33.231Z","updated_at":"2024-08-21T05:54:33.231Z",
        "holder_id":"cust_eWgXlBBiY6THFRJwX45Iakv4",
        "redemption":{"quantity":null,"redeemed_quantity":0,"object":"list","url":"/v1/vouchers/MmFAzfDe/redemptions?page=1&limit=10"},
        "publish":{"object":"list","count":1,"url":"/v1/vouchers/MmFAzfDe/publications?page=1&limit=10"},"object":"voucher"}
        """);

    public static byte[] List { get; } = Encode(
        $$"""
        {"object":"list","data_ref":"data","data":[{{string.Join(',', Enumerable.Range(0, Transactions).Select(Transaction))}}],
        "has_more":true,"more_starting_after":"vtx_0000000099"}
        """);

    /// <summary>The response to an adjustment of version 2, which is not applied yet.</summary>
    public static byte[] Recorded { get; } = Encode($$"""{"transaction":{{CardTransaction("PENDING")}}}""");

    /// <summary>The list of version 2 with that transaction, when it is applied.</summary>
    public static byte[] Applied { get; } = Encode($$"""{"data":[{{CardTransaction("APPROVED")}}],"cursor":null}""");

    /// <summary>Returns the response body for a request.</summary>
    public static byte[] For(string method, string path) => method switch
    {
        "POST" => Balance,
        _ when path.EndsWith("/transactions", StringComparison.Ordinal) => List,
        _ => Member,
    };

    private static string CardTransaction(string status) =>
        $$$"""
        {"id":"lctx_12060d0fb7c2d3e4f5","card_id":"lcrd_12060d0b2c1f4a9e51","program_id":"lprg_12060d01d1e0a07b2d",
        "member_id":"lmbr_12060d0a9b8c7d6e00","card_definition_id":"lcdef_12060d0217e8f9a0b1","card_type":"POINTS",
        "type":"ADMIN_CREDIT","details":{"reason":"[#order-00000000]","points":{"total":1}},"status":"{{{status}}}",
        "created_at":"2026-10-02T09:10:11.123Z","updated_at":null,"object":"loyalty_card_transaction"}
        """;

    private static string Transaction(int number) => TransactionPattern
        .Replace("@@@", number.ToString("D8", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // The service writes JSON without line breaks.
    private static byte[] Encode(string json) => Encoding.UTF8.GetBytes(json.ReplaceLineEndings(""));
}
