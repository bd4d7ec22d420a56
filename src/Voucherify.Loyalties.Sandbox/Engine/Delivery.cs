namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>How a response reaches the client.</summary>
internal enum Delivery
{
    /// <summary>Whole.</summary>
    Whole,

    /// <summary>Not at all: the connection breaks.</summary>
    Broken,

    /// <summary>Not at all: the connection stays open and nothing happens.</summary>
    Hanging,

    /// <summary>Only the first half of the body, then the connection breaks.</summary>
    Truncated,

    /// <summary>In small pieces.</summary>
    Dripping,
}
