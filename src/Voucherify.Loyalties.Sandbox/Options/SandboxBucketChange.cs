namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>When a bucket that a request activates, cancels or expires looks changed.</summary>
public enum SandboxBucketChange
{
    /// <summary>When its transaction is approved.</summary>
    Approval = 0,

    /// <summary>At once, before the response.</summary>
    Response = 1,
}
