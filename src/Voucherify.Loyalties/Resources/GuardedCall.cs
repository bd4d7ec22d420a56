using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Resources;

/// <summary>A write that the service refuses to do twice, and the read that shows whether it was done.</summary>
/// <param name="Write">The write.</param>
/// <param name="BuildWrite">Builds the request of the write.</param>
/// <param name="Read">The read.</param>
/// <param name="BuildRead">Builds the request of the read.</param>
/// <param name="IsDone">Whether what was read has the wanted state.</param>
internal sealed record GuardedCall<T>(
    Operation<T> Write,
    Func<Task<HttpRequestMessage>> BuildWrite,
    Operation<T> Read,
    Func<Task<HttpRequestMessage>> BuildRead,
    Func<T, bool> IsDone)
    where T : class;
