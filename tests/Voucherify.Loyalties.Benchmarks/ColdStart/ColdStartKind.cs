namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>How a program is compiled.</summary>
internal enum ColdStartKind
{
    /// <summary>While it runs.</summary>
    Jit,

    /// <summary>Before, with its packages, and again while it runs (PublishReadyToRun).</summary>
    ReadyToRun,

    /// <summary>Before, to a native program (PublishAot).</summary>
    Aot,
}
