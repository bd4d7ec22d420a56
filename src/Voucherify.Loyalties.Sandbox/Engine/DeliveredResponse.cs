using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>A response, and what the network does to it.</summary>
/// <param name="Delivery">How it reaches the client.</param>
/// <param name="Response">The response; empty if it never arrives.</param>
/// <param name="Duration">How long a body that drips takes.</param>
internal sealed record DeliveredResponse(Delivery Delivery, SandboxResponse Response, TimeSpan Duration = default);
