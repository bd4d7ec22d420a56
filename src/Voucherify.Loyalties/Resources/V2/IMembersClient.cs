using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.V2;

public partial interface IMembersClient
{
    /// <summary>Returns the membership of a customer in a program, with its cards and their tiers.</summary>
    /// <remarks>Calls <c>getProgramMembership</c>.</remarks>
    /// <param name="programId">The id of the program.</param>
    /// <param name="customer">The customer, such as <c>CustomerIdentification.BySource("customer-42")</c>.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The membership.</returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request.</exception>
    /// <exception cref="LoyaltyRateLimitException">
    /// The rate limit is reached, and the wait is longer than the client may wait.
    /// </exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyResponseException">The response could not be read.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<Membership> GetMembershipAsync(
        ProgramId programId,
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Returns the memberships of a customer in all programs.</summary>
    /// <remarks>
    /// <para>Calls <c>getCustomerMemberships</c>. A customer that a membership identifies has only this one in the response.</para>
    /// </remarks>
    /// <param name="customer">The customer, such as <c>CustomerIdentification.BySource("customer-42")</c>.</param>
    /// <param name="options">Overrides for this call, such as its timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The customer and its memberships.</returns>
    /// <exception cref="ArgumentException">An id is invalid. Nothing was sent.</exception>
    /// <exception cref="LoyaltyApiException">The service refused the request.</exception>
    /// <exception cref="LoyaltyRateLimitException">
    /// The rate limit is reached, and the wait is longer than the client may wait.
    /// </exception>
    /// <exception cref="LoyaltyConnectionException">The service could not be reached.</exception>
    /// <exception cref="LoyaltyTimeoutException">The call took longer than its timeout.</exception>
    /// <exception cref="LoyaltyResponseException">The response could not be read.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    [Experimental("VLOY0002")]
    Task<CustomerMemberships> GetCustomerMembershipsAsync(
        CustomerIdentification customer,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}
