namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>What becomes of a fraction of the points that an earning rule computes.</summary>
public enum SandboxEarningRounding
{
    /// <summary>It is cut off.</summary>
    Down = 0,

    /// <summary>Half a point and more is a point.</summary>
    HalfUp = 1,
}
