using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>An API beside the imitated one, by which programs in other languages do what the C# objects do.</summary>
internal interface IControlApi
{
    /// <summary>Whether a request is for it.</summary>
    bool Serves(string target);

    SandboxResponse Handle(SandboxRequest request);
}
