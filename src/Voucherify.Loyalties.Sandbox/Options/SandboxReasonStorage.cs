namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>How the <c>reason</c> of an adjustment of the v2 API is stored, returned and listed.</summary>
public enum SandboxReasonStorage
{
    /// <summary>As it was sent.</summary>
    AsSent = 0,

    /// <summary>Without white space at its ends.</summary>
    Trimmed = 1,

    /// <summary>With <c>&amp;</c>, <c>&lt;</c>, <c>&gt;</c> and quotation marks escaped, as in HTML.</summary>
    HtmlEscaped = 2,

    /// <summary>The first 200 characters of it.</summary>
    CutAt200 = 3,

    /// <summary>Not at all: it is null.</summary>
    Dropped = 4,
}
