using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// The <c>customer</c> of a request: an id of either kind as a string, as in the examples, or an object (documented).
/// </summary>
internal sealed record CustomerReference
{
    // Each of them describes a customer without an id. The vendor requires an id, but the service takes such a customer.
    private static readonly string[] Descriptions =
        ["name", "email", "phone", "description", "birthdate", "birthday", "address", "metadata"];

    public string? Id { get; private init; }

    public string? SourceId { get; private init; }

    private JsonElement? Profile { get; init; }

    private bool IsDescribed => Profile is { } profile && Array.Exists(Descriptions, name =>
        profile.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null && !IsEmptyString(value));

    /// <summary>
    /// Reads the reference, or says what is wrong with it. A customer with a description but without an id is a new one, even if another
    /// has the same e-mail address (assumed).
    /// </summary>
    public static bool TryRead(JsonElement root, out CustomerReference reference, out string? problem)
    {
        reference = new CustomerReference();
        if (root.TryGetProperty("customer", out var customer))
        {
            reference = customer.ValueKind switch
            {
                JsonValueKind.String => new CustomerReference { Id = FindId(root, "customer") },
                JsonValueKind.Object => new CustomerReference
                {
                    Id = FindId(customer, "id"),
                    SourceId = FindId(customer, "source_id"),
                    Profile = customer,
                },
                _ => reference,
            };
        }

        var isKnown = reference.Id is not null || reference.SourceId is not null || reference.IsDescribed;
        problem = isKnown ? null : JsonBody.MissingProperty("customer");
        return problem is null;
    }

    /// <summary>Finds the customer, if the customer has joined a campaign through the API.</summary>
    public Customer? Find(CustomerRegistry customers) => customers.Find(Id) ?? customers.Find(SourceId);

    /// <summary>Finds the card of the customer in a campaign. The holder of a card that a test added is known only by id.</summary>
    public Card? FindCard(V1Store store, Campaign campaign) => store.Registry.FindCardOf(campaign, Find(store.Customers)?.Id ?? Id);

    /// <summary>Finds or adds the customer, and takes over the name and the email.</summary>
    public Customer FindOrAdd(CustomerRegistry customers, DateTimeOffset now)
    {
        var customer = customers.FindOrAdd(Id, SourceId, now);
        foreach (var name in new[] { "name", "email" })
        {
            if (Profile is { } json && JsonBody.FindString(json, name) is not null)
            {
                customer.Profile.Set(name, json.GetProperty(name));
            }
        }

        return customer;
    }

    // An empty id counts as absent.
    private static string? FindId(JsonElement json, string name) => JsonBody.FindString(json, name) is { Length: > 0 } id ? id : null;

    private static bool IsEmptyString(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals(string.Empty);
}
