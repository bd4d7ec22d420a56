namespace Voucherify.Loyalties.Authentication;

/// <summary>A token as it was issued. Not a record, because <c>ToString</c> must not show the value.</summary>
internal sealed class IssuedToken(string value, TimeSpan lifetime)
{
    public string Value { get; } = value;

    public TimeSpan Lifetime { get; } = lifetime;
}
