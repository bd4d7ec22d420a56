using System.Reflection;
using System.Text.Json;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Records end up in logs by their ToString, which must not say who a person is.</summary>
public sealed class PersonTests
{
    private static readonly string[] Names =
    [
        "Customer", "Holder", "Referrer", "VoucherId", "Email", "Phone", "Birthdate", "TrackingId", "UserId", "Metadata", "EntityId",
    ];

    /// <summary>Records about nothing but a person: all that could identify one is hidden, whatever its name is.</summary>
    private static readonly Type[] People =
    [
        typeof(CustomerInput), typeof(CustomerAddress), typeof(CustomerRef), typeof(CustomerSnapshot), typeof(LoyaltyCustomer),
        typeof(UpdateCustomerRequest),
    ];

    public static TheoryData<Type> Records =>
        [.. typeof(LoyaltyClient).Assembly.GetExportedTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is not null)
            .Select(static type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(CustomerInput)) : type)];

    [Theory]
    [MemberData(nameof(Records))]
    public void The_ToString_of_a_record_shows_no_member_that_says_who_a_person_is(Type type)
    {
        var record = New(type);
        foreach (var property in type.GetProperties().Where(static property => property.CanWrite))
        {
            if (IsPersonal(type, property) && ValueFor(property.PropertyType) is { } value)
            {
                property.SetValue(record, value);
                Assert.False(Canary.IsIn(record.ToString()), $"{type.Name}.{property.Name}: {record}");
            }
        }
    }

    [Fact]
    public void The_ToString_of_a_member_shows_its_points_and_not_its_code()
    {
        var member = new LoyaltyMember
        {
            Id = "v_canary",
            Code = "canary-code",
            HolderId = "cust_canary",
            LoyaltyCard = new() { Balance = 1234 },
            Redemption = new() { Url = "/v1/vouchers/canary-code/redemptions" },
            Publish = new() { Url = "/v1/vouchers/canary-code/publications" },
        };

        Assert.Contains("1234", $"{member}", StringComparison.Ordinal);
        Assert.Contains("Code = (personal)", $"{member}", StringComparison.Ordinal);
        Assert.False(Canary.IsIn($"{member}"), $"{member}");
    }

    [Theory]
    [InlineData("voucher.loyalty_card.points_added")]
    [InlineData("voucher.loyalty_card.transaction.created")]
    [InlineData("voucher.loyalty_card.pending_points.activated")]
    [InlineData("something.new")]
    public void The_ToString_of_a_webhook_and_its_data_shows_no_person(string type)
    {
        var parsed = LoyaltyWebhook.Parse(System.Text.Encoding.UTF8.GetBytes($$"""
            {"type":"{{type}}","event":{"id":"ev_1","entity_id":"canary-entity"},"data":{
            "customer":{"id":"canary-id","name":"canary","email":"canary@example.com","source_id":"canary","object":"customer"},
            "voucher":{"id":"canary-id","code":"canary-code","holder_id":"canary-holder"},
            "transaction":{"id":"vtx_1","voucher_id":"canary-id"} } }
            """));

        // The data of an unknown type is raw JSON, which is no record.
        var data = parsed.GetType().GetProperty("Data")?.GetValue(parsed) is var value and not JsonElement ? value : null;

        Assert.False(Canary.IsIn($"{parsed} {data}"), $"{parsed} {data}");
    }

    [Fact]
    public void The_ToString_of_an_activity_shows_none_of_its_JSON()
    {
        using var json = JsonDocument.Parse("""{"customer":{"name":"canary"}}""");

        Assert.False(Canary.IsIn($"{new MemberActivity { Data = json.RootElement.Clone() }}"));
        Assert.False(Canary.IsIn($"{new AsyncAction { Result = json.RootElement.Clone() }}"));
    }

    private static bool IsPersonal(Type type, PropertyInfo property) =>
        (People.Contains(type) && property.Name != nameof(CustomerRef.Object))
        || Underlying(property.PropertyType) == typeof(MemberId)
        || Underlying(property.PropertyType) == typeof(CustomerId)
        || (Array.Exists(Names, name => property.Name.StartsWith(name, StringComparison.Ordinal))
            && type.Namespace == typeof(LoyaltyMember).Namespace);

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object New(Type type) => System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);

    private static object? ValueFor(Type type) => Underlying(type) switch
    {
        var text when text == typeof(string) => "canary",
        var id when id == typeof(MemberId) => new MemberId("canary"),
        var id when id == typeof(CustomerId) => new CustomerId("canary"),
        var json when json == typeof(JsonElement) => JsonDocument.Parse("\"canary\"").RootElement.Clone(),
        var customer when customer == typeof(StringOr<CustomerInput>) => new StringOr<CustomerInput>("canary"),
        _ => null,
    };
}
