namespace Voucherify.Loyalties.Calls;

/// <summary>A call whose success has no body.</summary>
internal sealed class NoContentCall(
    Operation operation,
    CallSettings settings,
    Func<Task<HttpRequestMessage>> build,
    CallSubject? subject = null) : LoyaltyCall(operation, settings)
{
    public override CallSubject? Subject => subject;

    public override Task<HttpRequestMessage> BuildRequestAsync() => build();
}
