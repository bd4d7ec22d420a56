namespace LoyaltySending;

/// <summary>How an attempt to send an item ended.</summary>
public enum SendKind
{
    /// <summary>The points count.</summary>
    Applied,

    /// <summary>The points will never count, or a person must decide. The next item of the card may be sent.</summary>
    Refused,

    /// <summary>The request may have left, and can still be applied for some time.</summary>
    Unknown,

    /// <summary>This attempt has sent nothing. It can be made again.</summary>
    NotSent,
}
