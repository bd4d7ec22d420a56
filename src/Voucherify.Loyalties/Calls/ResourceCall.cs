namespace Voucherify.Loyalties.Calls;

/// <summary>A call of a generated method: its request comes from a builder.</summary>
internal sealed class ResourceCall<TResponse>(
    Operation<TResponse> operation,
    CallSettings settings,
    Func<Task<HttpRequestMessage>> build,
    CallSubject? subject = null) : JsonCall<TResponse>(operation, settings)
    where TResponse : class
{
    public override CallSubject? Subject => subject;

    public override Task<HttpRequestMessage> BuildRequestAsync() => build();
}
