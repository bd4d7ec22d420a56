using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The kinds of configuration of the v2 API (documented).</summary>
internal static class ResourceKinds
{
    private const string Null = "null";
    private const string Empty = "{}";
    private const string AnyTime = """{"type":"ANY_TIME"}""";
    private const string NoGlobalLimit = """{"global":{"type":"NO_LIMIT","limits":[]}}""";
    private const string NoLimits =
        """{"global":{"type":"NO_LIMIT","limits":[]},"transactions":{"type":"NO_LIMIT","limits":[]}}""";
    private const string NoCooldown = """{"cooldown":{"type":"NO_COOLDOWN"},"frequency":{"type":"NO_LIMIT","limits":[]}}""";

    public static ResourceKind Program { get; } = new("program", "lprg_")
    {
        CursorPrefix = "lcrsprg_",
        Properties = Of(("start_date", Null), ("end_date", Null), ("validity_hours", AnyTime), ("metadata", Empty)),
        ChangeableAfterDraft = Names("name", "metadata", "end_date"),
        Orders = ["created_at", "name"],
        CanDeactivate = true,
        Check = CheckHours,
    };

    public static ResourceKind CardDefinition { get; } = new("card_definition", "lcdef_")
    {
        CursorPrefix = "lcrscdef_",
        Properties = Of(
            ("type", null),
            ("code_config", CodeConfig.Default),
            ("points_expiration", """{"type":"NO_EXPIRATION"}"""),
            ("pending_points", """{"type":"IMMEDIATE"}"""),
            ("earning_limits", NoLimits),
            ("spending_limits", NoLimits),
            ("refunds", """{"spent_points":{"type":"NONE","methods":[]},"earned_points":{"type":"NONE","methods":[]}}"""),
            ("balance_settings", """{"allow_negative":false}"""),
            ("pay_with_points", """{"type":"NO_PAYMENTS"}"""),
            ("metadata", Empty)),
        Required = ["type"],
        Fixed = Names("type", "status"),
        ChangeableAfterDraft = Names("name", "metadata", "pay_with_points"),
        Orders = ["created_at", "name", "type", "status"],
        CanDraft = true,
        Check = CheckCardDefinition,
        Store = static (name, value, _) => name is "code_config" ? CodeConfig.Complete(value) : value,
    };

    public static ResourceKind EarningRule { get; } = new("earning_rule", "lern_")
    {
        CursorPrefix = "lcrsern_",
        Properties = Of(
            ("trigger", null),
            ("earnings", null),
            ("error", null),
            ("validity_hours", AnyTime),
            ("start_date", Null),
            ("end_date", Null),
            ("trigger_limits", NoCooldown),
            ("earning_limits", NoGlobalLimit),
            ("metadata", Empty)),
        Required = ["trigger", "earnings"],
        Fixed = Names("status"),
        ChangeableAfterDraft = Names(
            "name", "earnings", "error", "validity_hours", "start_date", "end_date", "trigger_limits", "earning_limits", "metadata"),
        Orders = ["created_at", "name"],
        CanDeactivate = true,
        CanDraft = true,
        Check = static root => CheckHours(root) ?? EarningRuleCheck.Find(root),
        FindUnsupported = RuleSupport.FindInEarnings,
        Store = static (name, value, ids) => name is "earnings" ? ids.Add(value, "lernei_") : value,
    };

    public static ResourceKind Reward { get; } = new("reward", "lrew_")
    {
        CursorPrefix = "lcrsrew_",
        Properties = Of(
            ("type", null),
            ("start_date", Null),
            ("end_date", Null),
            ("validity_hours", AnyTime),
            ("material", null),
            ("digital", null),
            ("refunds", """{"type":"NONE"}"""),
            ("costs", null),
            ("purchase_limits", NoCooldown),
            ("metadata", Empty)),
        Required = ["type", "costs"],
        Fixed = Names("status"),
        ChangeableAfterDraft = Names("name", "metadata", "refunds", "validity_hours", "start_date", "end_date", "costs"),
        Orders = ["created_at", "name"],
        CanDeactivate = true,
        CanDraft = true,
        Check = CheckReward,
        FindUnsupported = static root => RuleSupport.FindInItems(root, "costs"),
        Store = static (name, value, ids) => name is "costs" ? ids.Add(value, "lrcst_", ("spending", "lrspn_")) : value,
    };

    public static ResourceKind TierStructure { get; } = new("tier_structure", "lts_")
    {
        CursorPrefix = "lcrsts_",
        Properties = Of(
            ("type", null),
            ("point_balance", null),
            ("point_earned", null),
            ("expiration", """{"type":"NO_RETENTION"}"""),
            ("downgrade", """{"type":"NO_DOWNGRADE"}"""),
            ("metadata", Empty)),
        Required = ["type"],
        Fixed = Names("status"),
        ChangeableAfterDraft = Names("name", "metadata"),
        Orders = ["created_at", "name", "type", "status"],
        CanDeactivate = true,
        CanDraft = true,
        Check = CheckTierStructure,
    };

    public static ResourceKind Tier { get; } = new("tier", "lt_")
    {
        CursorPrefix = "lcrst_",
        Properties = Of(
            ("qualification_rules", null),
            ("downgrade", """{"type":"INHERIT"}"""),
            ("points_expiration", null),
            ("metadata", Empty)),
        Required = ["qualification_rules"],
        Fixed = Names("status"),
        ChangeableAfterDraft = Names("name", "metadata"),
        Orders = ["created_at", "name"],
        Check = static root => TypedObject.Check(root, "qualification_rules", ("POINTS", "points"), ("POINTS_AND_SEGMENT", "segment")),
    };

    private static string? CheckHours(JsonElement root) =>
        TypedObject.Check(root, "validity_hours", ("ANY_TIME", null), ("DAILY", "daily"));

    private static string? CheckCardDefinition(JsonElement root)
    {
        var allowsNegative = JsonBody.TryFindObject(root, "balance_settings", out var settings)
            && JsonBody.FindBoolean(settings, "allow_negative") == true;
        var expires = JsonBody.TryFindObject(root, "points_expiration", out var expiration)
            && JsonBody.FindString(expiration, "type") is not "NO_EXPIRATION";
        return TypedObject.Check(
                root,
                "points_expiration",
                ("NO_EXPIRATION", null),
                ("ROLLING_EXPIRATION", "rolling_expiration"),
                ("CALENDAR_EXPIRATION", "calendar_expiration"),
                ("SLIDING_EXPIRATION", "sliding_expiration"))
            ?? TypedObject.Check(
                root,
                "pending_points",
                ("IMMEDIATE", null),
                ("PERIOD_BASED", "period_based"),
                ("FIXED_DATES", "fixed_dates"),
                ("EVENT_BASED", "event_based"))
            ?? TypedObject.Check(root, "pay_with_points", ("NO_PAYMENTS", null), ("EXCHANGE_RATIO", "exchange_ratio"))
            ?? OrderRefundPolicy.Check(root)
            ?? (allowsNegative && expires ? "Property .balance_settings.allow_negative needs points that never expire" : null);
    }

    private static string? CheckReward(JsonElement root) => CheckHours(root)
        ?? TypedObject.Check(root, "material", ("PRODUCT", "product"), ("SKU", "sku"))
        ?? TypedObject.Check(
            root,
            "digital",
            ("DISCOUNT_COUPONS", "discount_coupons"),
            ("GIFT_VOUCHERS", "gift_vouchers"),
            ("LOYALTY_CARD_POINTS", "loyalty_card_points"))
        ?? TypedObject.Check(root, "refunds", ("NONE", null), ("REFUNDABLE", null));

    private static string? CheckTierStructure(JsonElement root)
    {
        var needs = JsonBody.FindString(root, "type") switch
        {
            "POINT_BALANCE" => "point_balance",
            "POINT_EARNED" => "point_earned",
            _ => null,
        };
        return root.TryGetProperty("type", out _) && (needs is null || !JsonBody.TryFindObject(root, needs, out _))
            ? "Property .type must be equal to one of the allowed values, and have its property"
            : TypedObject.Check(
                root,
                "expiration",
                ("NO_RETENTION", null),
                ("FIXED_DURATION", "fixed_duration"),
                ("CALENDAR_EXPIRATION", "calendar_expiration"),
                ("SLIDING_EXPIRATION", "sliding_expiration"));
    }

    private static Dictionary<string, string?> Of(params (string Name, string? Default)[] properties) =>
        properties.ToDictionary(static pair => pair.Name, static pair => pair.Default, StringComparer.Ordinal);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
