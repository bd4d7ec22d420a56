using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>An answer and what the network does to it.</summary>
/// <param name="Delivery">How it arrives.</param>
/// <param name="Response">The answer; empty if it never arrives.</param>
/// <param name="Duration">How long a dripping body takes.</param>
internal sealed record SandboxReply(Delivery Delivery, SandboxResponse Response, TimeSpan Duration = default);
