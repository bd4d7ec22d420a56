using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>The contract over a loopback socket.</summary>
public sealed partial class SandboxOverKestrelTests : SandboxContract
{
    protected override Task<LoyaltySandbox> StartSandboxAsync(LoyaltySandboxOptions options) => LoyaltySandbox.StartAsync(options, Stop);

    protected override HttpMessageHandler CreateHandler(LoyaltySandbox sandbox) => new SocketsHttpHandler { AllowAutoRedirect = false };
}
