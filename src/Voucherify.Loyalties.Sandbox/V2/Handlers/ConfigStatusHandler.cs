using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Activates and deactivates one kind of configuration, and makes it a draft again.</summary>
/// <param name="catalog">Everything of the kind.</param>
/// <param name="configuration">The configuration of the project.</param>
/// <param name="refusedWith">The status of the refusal of a wrong change.</param>
internal sealed class ConfigStatusHandler<T>(Catalog<T> catalog, ProgramCatalog configuration, int refusedWith)
    where T : ConfigResource
{
    public SandboxResponse Activate(SandboxCall call) => Change(call, ResourceStatus.Active, RefuseActivation);

    public SandboxResponse Deactivate(SandboxCall call) => Change(call, ResourceStatus.Inactive, (_, _) => null);

    public SandboxResponse Draft(SandboxCall call) => Change(call, ResourceStatus.Draft, RefuseDraft);

    // From a draft, or from an inactive one, to an active one, and from that to the others (documented).
    private static bool CanChange(T resource, string status) => status == ResourceStatus.Active
        ? !resource.IsActive
        : resource.IsActive;

    // An active program needs an active card definition and an active rule (documented).
    private static SandboxResponse? RefuseActivation(SandboxCall call, T resource)
    {
        if (resource is not LoyaltyProgram program)
        {
            return null;
        }

        if (!program.CardDefinitions.Any(static definition => definition.IsActive))
        {
            return ConfigErrors.MissingActive(call, ResourceKinds.CardDefinition);
        }

        return program.EarningRules.Any(static rule => rule.IsActive)
            ? null
            : ConfigErrors.MissingActive(call, ResourceKinds.EarningRule);
    }

    private SandboxResponse? RefuseDraft(SandboxCall call, T resource) =>
        configuration.UsersOf(resource).Any(static program => program.Status != ResourceStatus.Draft)
            ? ConfigErrors.ConnectedNonDraftProgram(call)
            : null;

    private SandboxResponse Change(SandboxCall call, string status, Func<SandboxCall, T, SandboxResponse?> refuse)
    {
        var id = call.RouteValues[catalog.Kind.IdName];
        if (catalog.Find(id) is not { } resource)
        {
            return Errors.ResourceNotFound(call, catalog.Kind.Type, id);
        }

        if (!CanChange(resource, status))
        {
            return ConfigErrors.InvalidStateTransition(call, resource, refusedWith);
        }

        if (refuse(call, resource) is { } refusal)
        {
            return refusal;
        }

        (resource.Status, resource.UpdatedAt) = (status, call.Now);
        return ConfigJson.Respond(resource);
    }
}
