namespace Voucherify.Loyalties.Resources;

/// <summary>What a method returns of a response.</summary>
internal static class ResponseParts
{
    /// <summary>Returns a part of the response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="select">Returns the part.</param>
    public static async Task<TPart> SelectAsync<T, TPart>(this Task<T> response, Func<T, TPart> select) =>
        select(await response.ConfigureAwait(false));
}
