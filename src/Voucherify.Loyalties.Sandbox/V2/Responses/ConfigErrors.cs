using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>The errors about configuration. Their keys are documented; their details are assumed.</summary>
internal static class ConfigErrors
{
    public static SandboxResponse InvalidStateTransition(SandboxCall call, ConfigResource resource, int status) => Errors.Refusal(
        call,
        status,
        "invalid_state_transition",
        "Invalid state transition",
        $"The {resource.Kind.Type} {resource.Id} is {resource.Status}");

    public static SandboxResponse InUse(SandboxCall call, ConfigResource resource, ConfigResource user) => Errors.Refusal(
        call,
        400,
        "resource_in_use",
        "Resource in use",
        $"The {resource.Kind.Type} {resource.Id} is used by the {user.Kind.Type} {user.Id}");

    public static SandboxResponse NotChangeable(SandboxCall call, ConfigResource resource, string property) =>
        Errors.InvalidPayload(call, $"Property .{property} of a {resource.Kind.Type} that is {resource.Status} cannot be changed");

    public static SandboxResponse NonDraftProgram(SandboxCall call) => Locked(call, "non_draft_program", "Program is not a draft");

    public static SandboxResponse ConnectedNonDraftProgram(SandboxCall call) =>
        Locked(call, "connected_non_draft_program", "A program that is no draft uses it");

    public static SandboxResponse MissingActive(SandboxCall call, ResourceKind kind) =>
        Locked(call, "missing_active_" + kind.Type, $"An active program needs an active {kind.Type}");

    public static SandboxResponse LimitExceeded(SandboxCall call, string key) =>
        Errors.Refusal(call, 403, key, "Limit exceeded", "A limit of the project would be exceeded");

    public static SandboxResponse Duplicate(SandboxCall call, ConfigResource resource) => Errors.DuplicateFound(
        call, resource.Kind.Type, resource.Id, $"The {resource.Kind.Type} {resource.Id} is assigned already");

    private static SandboxResponse Locked(SandboxCall call, string key, string details) =>
        Errors.Refusal(call, 423, key, "Resource locked", details);
}
