namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>How a request may prove who sends it.</summary>
internal enum RouteAccess
{
    /// <summary>The key pair, or a token with one of the route's scopes.</summary>
    KeyOrToken,

    /// <summary>The key pair only: a token does not make tokens.</summary>
    KeyOnly,
}
