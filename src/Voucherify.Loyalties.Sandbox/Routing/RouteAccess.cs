namespace Voucherify.Loyalties.Sandbox.Routing;

/// <summary>The credentials that open a route.</summary>
internal enum RouteAccess
{
    /// <summary>The key pair, or a token with the scope of the route.</summary>
    KeyOrToken,

    /// <summary>Only the key pair: a token cannot issue tokens.</summary>
    KeyOnly,
}
