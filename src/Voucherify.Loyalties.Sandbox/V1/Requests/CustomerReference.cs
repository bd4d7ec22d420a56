using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// The <c>customer</c> of a request: an id of either kind as a string, as in the examples, or an object (documented).
/// </summary>
internal sealed record CustomerReference
{
    public string? Id { get; private init; }

    public string? SourceId { get; private init; }

    private JsonElement? Profile { get; init; }

    /// <summary>Reads the reference, or says what is wrong with it. At least one id is required (documented).</summary>
    public static bool TryRead(JsonElement root, out CustomerReference reference, out string? problem)
    {
        reference = new CustomerReference();
        if (root.TryGetProperty("customer", out var customer))
        {
            reference = customer.ValueKind switch
            {
                JsonValueKind.String => new CustomerReference { Id = JsonBody.FindString(root, "customer") },
                JsonValueKind.Object => new CustomerReference
                {
                    Id = JsonBody.FindString(customer, "id"),
                    SourceId = JsonBody.FindString(customer, "source_id"),
                    Profile = customer,
                },
                _ => reference,
            };
        }

        var isMissing = string.IsNullOrEmpty(reference.Id) && string.IsNullOrEmpty(reference.SourceId);
        problem = isMissing ? JsonBody.MissingProperty("customer") : null;
        return problem is null;
    }

    /// <summary>Finds the customer, if the customer has joined a campaign through the API.</summary>
    public Customer? Find(CustomerRegistry customers) => customers.Find(Id) ?? customers.Find(SourceId);

    /// <summary>Finds the card of the customer in a campaign. The holder of a card that a test added is known only by id.</summary>
    public Card? FindCard(V1Store store, Campaign campaign) => store.Registry.FindCardOf(campaign, Find(store.Customers)?.Id ?? Id);

    /// <summary>Finds or adds the customer, and takes over the name and the email.</summary>
    public Customer FindOrAdd(CustomerRegistry customers)
    {
        var customer = customers.FindOrAdd(Id, SourceId);
        if (Profile is { } json)
        {
            customer.Name = JsonBody.FindString(json, "name") ?? customer.Name;
            customer.Email = JsonBody.FindString(json, "email") ?? customer.Email;
        }

        return customer;
    }
}
