namespace Voucherify.Loyalties;

/// <summary>What the marker of an adjustment of version 2 of the API shows.</summary>
public enum MarkerContent
{
    /// <summary>
    /// The <c>SourceId</c>, if it has at most 64 characters, begins with an ASCII letter or digit, and consists of ASCII letters, digits
    /// and <c>- _ . :</c>. Another one is hashed.
    /// </summary>
    SourceId,

    /// <summary>A hash of the <c>SourceId</c>: nothing is disclosed.</summary>
    Hash,
}
