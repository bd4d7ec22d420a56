namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>Where clients reach the service. A port is known only once the host listens.</summary>
internal sealed class ServiceAddress
{
    public Uri Value { get; set; } = new("http://localhost/");
}
