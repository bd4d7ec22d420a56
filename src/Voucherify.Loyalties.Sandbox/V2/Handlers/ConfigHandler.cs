using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates, lists, changes and deletes one kind of configuration.</summary>
internal sealed class ConfigHandler<T>(Catalog<T> catalog, ProgramCatalog configuration, ListResponder lists)
    where T : ConfigResource
{
    private readonly ListSchema<ConfigResource> _schema = ConfigSchema.Create(catalog.Kind);

    public SandboxResponse Create(SandboxCall call)
    {
        if (!ConfigReader.TryReadNew(call, catalog.Kind, more: [], out var root, out var refusal))
        {
            return refusal;
        }

        if (catalog.Kind.FindUnsupported(root) is { } feature)
        {
            return Errors.NotSupported(call, feature, status: 501);
        }

        var resource = catalog.Add(JsonBody.FindString(root, "name")!, call.Now);
        ConfigReader.Apply(root, resource, configuration.PartIds(call.Now));
        resource.Status = JsonBody.FindString(root, "status") ?? ResourceStatus.Draft;
        return ConfigJson.Respond(resource);
    }

    public SandboxResponse Get(SandboxCall call) =>
        TryFind(call, out var resource, out var refusal) ? ConfigJson.Respond(resource) : refusal;

    public SandboxResponse List(SandboxCall call) => lists.Respond(call, _schema, catalog.All, ConfigJson.Write);

    public SandboxResponse Update(SandboxCall call)
    {
        if (!ConfigReader.TryReadUpdate(call, catalog.Kind, out var root, out var refusal) || !TryFind(call, out var resource, out refusal))
        {
            return refusal;
        }

        if (catalog.Kind.FindUnsupported(root) is { } feature)
        {
            return Errors.NotSupported(call, feature, status: 501);
        }

        if (ConfigReader.FindLocked(root, resource) is { } locked)
        {
            return ConfigErrors.NotChangeable(call, resource, locked);
        }

        ConfigReader.Apply(root, resource, configuration.PartIds(call.Now));
        resource.UpdatedAt = call.Now;
        return ConfigJson.Respond(resource);
    }

    /// <summary>Deletes what nothing uses (documented).</summary>
    public SandboxResponse Delete(SandboxCall call)
    {
        if (!TryFind(call, out var resource, out var refusal))
        {
            return refusal;
        }

        if (configuration.FindUses(resource).FirstOrDefault() is { } user)
        {
            return ConfigErrors.InUse(call, resource, user);
        }

        ProgramCatalog.Delete(resource, call.Now);
        return ConfigJson.Respond(resource);
    }

    private bool TryFind(SandboxCall call, [NotNullWhen(true)] out T? resource, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var id = call.RouteValues[catalog.Kind.IdName];
        resource = catalog.Find(id);
        refusal = resource is null ? Errors.ResourceNotFound(call, catalog.Kind.Type, id) : null;
        return resource is not null;
    }
}
