using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Docs.Costs;

/// <summary>What goes wrong with the first click of a shopper.</summary>
/// <param name="Name">Its name on the page.</param>
/// <param name="Fault">What happens to its request; null if nothing does.</param>
/// <param name="CancelsAfter">When the shopper leaves; null if the shopper stays.</param>
internal sealed record Mishap(string Name, SandboxFault? Fault, TimeSpan? CancelsAfter = null)
{
    public static readonly Mishap[] All =
    [
        new("nothing goes wrong", Fault: null),
        new("the reply is lost", SandboxFault.LoseResponse),
        new("no reply comes, but the points are applied", SandboxFault.HangAfter),
        new("the shopper closes the page after 0.05 s, before the reply", SandboxFault.HangAfter, TimeSpan.FromSeconds(0.05)),
        new("the service responds with 500, after the effect", SandboxFault.ServerErrorAfter),
        new("the service responds with 500, without an effect", SandboxFault.ServerErrorBefore),
        new("the request is lost", SandboxFault.LoseRequest),
        new("no reply comes, and the request is lost", SandboxFault.HangBefore),
    ];
}
