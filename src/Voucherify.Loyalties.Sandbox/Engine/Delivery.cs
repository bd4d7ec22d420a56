namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>How an answer arrives.</summary>
internal enum Delivery
{
    /// <summary>As a whole.</summary>
    Whole,

    /// <summary>Not at all: the connection breaks.</summary>
    Broken,

    /// <summary>Not at all: nothing ever happens.</summary>
    Hanging,

    /// <summary>The first half of its body, then the connection breaks.</summary>
    Truncated,

    /// <summary>In small pieces.</summary>
    Dripping,
}
