using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>Tracks custom events. An unknown customer is created (documented).</summary>
internal sealed class EventHandler(Shop shop, SandboxPolicy unknownEvent)
{
    private const string CustomEvent = "customer.custom_event";

    private readonly CustomerReader _customers = new(shop.Customers);

    public SandboxResponse Track(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (JsonBody.FindString(root, "event") is not { Length: > 0 } name || !JsonBody.TryFindObject(root, "customer", out var json))
        {
            return Errors.InvalidPayload(call, JsonBody.MissingProperty(root.TryGetProperty("event", out _) ? "customer" : "event"));
        }

        // Assumed.
        if ((shop.Events.Find(name) ?? (unknownEvent == SandboxPolicy.Accept ? shop.Events.Define(name) : null)) is not { } schemaId)
        {
            return Errors.InvalidPayload(call, $"Event {name} is not defined");
        }

        if (_customers.Upsert(json, call) is not { } customer)
        {
            return Errors.ResourceNotFound(call, "customer", JsonBody.FindString(json, "id") ?? string.Empty);
        }

        JsonElement? metadata = JsonBody.TryFindObject(root, "metadata", out var value) ? value : null;
        Log(customer, name, metadata, call);
        shop.Listener?.OnCustomEvent(new ShopEvent(schemaId, customer, metadata), call);
        return JsonResponse.Object(writer =>
        {
            writer.WriteString("object", "event");
            writer.WriteString("type", name);
            writer.WriteObject("customer", inner => ShopCustomerJson.WriteReference(inner, customer));
            writer.WriteNull("referral");
            writer.WriteNull("loyalty");
            writer.WriteRaw("metadata", metadata);
        });
    }

    private void Log(Customer customer, string name, JsonElement? metadata, SandboxCall call) =>
        shop.Customers.Log(customer, CustomEvent, call.Id, call.Now, writer =>
        {
            writer.WriteObject("customer", inner => ShopCustomerJson.Write(inner, customer));
            writer.WriteObject("event", inner =>
            {
                inner.WriteString("type", name);
                inner.WriteRaw("metadata", metadata);
            });
        });
}
