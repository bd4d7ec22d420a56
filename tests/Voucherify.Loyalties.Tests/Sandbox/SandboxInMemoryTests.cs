using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>The contract without a socket.</summary>
public sealed partial class SandboxInMemoryTests : SandboxContract
{
    protected override Task<LoyaltySandbox> StartSandboxAsync(LoyaltySandboxOptions options) =>
        Task.FromResult(LoyaltySandbox.Create(options));

    protected override HttpMessageHandler CreateHandler(LoyaltySandbox sandbox) => sandbox.CreateHandler();
}
