namespace Voucherify.Loyalties.TestSupport;

/// <summary>A version of the API.</summary>
public enum ApiVersion
{
    V1,
    V2,
}
